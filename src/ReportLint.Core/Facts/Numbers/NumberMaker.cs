namespace ReportLint.Core.Facts.Numbers;

/// <summary>Makes a percentage or a quantity of a number, with what stands around it: hedge, sign, currency, scale, unit.</summary>
internal static class NumberMaker
{
    /// <summary>The percentage or the quantity whose digits begin at <paramref name="at"/>; a currency sign may stand before, from <paramref name="start"/>.</summary>
    public static NumberRead Read(NumberScan scan, int start, int at, Numeral numeral, string? currency)
    {
        var (hedge, isNegative) = HedgeReader.Read(scan, start);
        isNegative |= currency is not null && IsInAccountBrackets(scan, start, numeral.EndToken);
        var written = new Written(start, at, numeral, hedge, isNegative ? -numeral.Value : numeral.Value, numeral.Step);
        if (!numeral.Scaled && NumberPartner.Read(scan, at, numeral, currency is not null) is { } partner)
        {
            return MakeWithPartner(scan, written, currency, partner);
        }

        var percentAt = scan.SkipHyphen(numeral.EndToken);
        var percent = scan.Lexicons.Percents.Match(scan.Tokens, percentAt);
        if (percent.Length > 0 && currency is null && scan.Block.IsFree(numeral.EndToken, numeral.EndToken + percent.Length))
        {
            return MakePercentage(scan, written, percentAt + percent.Length, percent.Meaning);
        }

        var (unit, dimension, unitEnd, isCompound) = UnitReader.Read(scan, numeral, at, currency);
        if (dimension == "time" && !isCompound && !numeral.Scaled && written.Step == 1 && TimePieces.Read(scan, written.Value, unit!, unitEnd) is { } length)
        {
            return MakeLength(scan, written, length);
        }

        if (dimension == "money" && unit is { } sub && sub.IndexOf('-') is > 0 and var dash)
        {
            unit = sub[..dash];
            written = written.InHundredths();
        }

        // "116m" may be metres or, without a currency, millions: rounded either way.
        var isAmbiguous = unit == "metre" && unitEnd == numeral.EndToken + 1 && scan.Tokens[numeral.EndToken] is { Length: 1, SpaceBefore: false };
        var isRounded = isAmbiguous || numeral.Scaled || (written.Step < 1 && !(dimension == "money" && written.Step == 0.01m)) || (numeral.InWords && written.Step > 1);
        return MakeQuantity(scan, written, Math.Max(numeral.EndToken, unitEnd), unit ?? "", dimension, isRounded, isCompound);
    }

    private static bool IsInAccountBrackets(NumberScan scan, int start, int end) =>
        start > 0 && end < scan.Tokens.Length && scan.Block.TextOf(scan.Tokens[start - 1]) is "(" && scan.Block.TextOf(scan.Tokens[end]) is ")" &&
        scan.StandsBefore(scan.Lexicons.AccountLeads, start - 1, 2);

    private static NumberRead MakeWithPartner(NumberScan scan, Written written, string? currency, NumberPartner partner)
    {
        var end = written.Numeral.EndToken;
        var isRounded = partner.Scale != 1 || written.Step < 1;
        written = written with { Value = written.Value * partner.Scale, Step = written.Step * partner.Scale };
        if (partner.Percent.Length > 0)
        {
            return MakePercentage(scan, written, end, partner.Percent.Meaning);
        }

        var (unit, dimension) = currency is not null ? (currency, "money") : partner.Unit.Length > 0 ? scan.Lexicons.UnitOf(partner.Unit.Meaning) : ("", "count");
        return MakeQuantity(scan, written, end, unit, dimension, isRounded, false);
    }

    private static NumberRead MakeLength(NumberScan scan, Written written, TimePieces.Length length)
    {
        var nominal = (length.Low + length.High) / 2;
        return new(new Quantity
        {
            Document = scan.Context.Document,
            Block = scan.Block.Block,
            Prose = scan.Block.SpanOf(written.Start, length.End),
            Sentence = scan.Block.SentenceOf(written.Start),
            Value = length.Low == length.High || written.Hedge != Hedge.None
                ? WrittenInterval.Of(nominal, 1, false, written.Hedge, scan.Lexicons.Hedging)
                : Interval.Between(length.Low, length.High),
            Nominal = nominal,
            Step = 1,
            Hedge = written.Hedge,
            InWords = written.Numeral.InWords,
            Unit = length.Unit,
            Dimension = "time",
            Digits = scan.Block.SpanOf(written.At, length.DigitsEnd),
            IsInPieces = true,
        }, length.End, written.Start);
    }

    private static NumberRead MakePercentage(NumberScan scan, Written written, int end, string sign)
    {
        // A basis point is a hundredth of a percentage point.
        written = sign == "basis" ? written.InHundredths() : written;
        var isPoints = sign != "percent";
        return new(new Percentage
        {
            Document = scan.Context.Document,
            Block = scan.Block.Block,
            Prose = scan.Block.SpanOf(written.Start, end),
            Sentence = scan.Block.SentenceOf(written.Start),
            Value = written.Interval(scan, isRounded: true),
            Nominal = written.Value,
            Step = written.Step,
            Hedge = written.Hedge,
            InWords = written.Numeral.InWords,
            Unit = isPoints ? "percentage point" : "percent",
            Dimension = "percent",
            Digits = written.Digits(scan),
            IsPoints = isPoints,
        }, end, written.Start);
    }

    private static NumberRead MakeQuantity(NumberScan scan, Written written, int end, string unit, string dimension, bool isRounded, bool isCompound) =>
        new(new Quantity
        {
            Document = scan.Context.Document,
            Block = scan.Block.Block,
            Prose = scan.Block.SpanOf(written.Start, end),
            Sentence = scan.Block.SentenceOf(written.Start),
            Value = written.Interval(scan, isRounded),
            Nominal = written.Value,
            Step = written.Step,
            Hedge = written.Hedge,
            InWords = written.Numeral.InWords,
            Unit = unit,
            Dimension = dimension,
            Digits = written.Digits(scan),
            IsCompound = isCompound,
            IsBareYear = unit.Length == 0 && dimension == "count" && written.Step == 1 && scan.Lexicons.Years.IsBare(written.Value, written.Digits(scan).Length),
        }, end, written.Start);

    /// <summary>A number with its hedge and sign.</summary>
    private readonly record struct Written(int Start, int At, Numeral Numeral, Hedge Hedge, decimal Value, decimal Step)
    {
        public Written InHundredths() => this with { Value = Value / 100, Step = Step / 100 };

        public Interval Interval(NumberScan scan, bool isRounded) => WrittenInterval.Of(Value, Step, isRounded, Hedge, scan.Lexicons.Hedging);

        public Text.TextSpan Digits(NumberScan scan) => scan.Block.SpanOf(At, Numeral.DigitsEndToken);
    }
}
