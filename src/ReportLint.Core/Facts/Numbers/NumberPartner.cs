namespace ReportLint.Core.Facts.Numbers;

/// <summary>What a number takes over from the number behind it in <c>1.2 to 1.4 million</c>, <c>5–10%</c>, <c>one and five days</c>.</summary>
internal readonly record struct NumberPartner(decimal Scale, (int Length, string Meaning) Percent, (int Length, string Meaning) Unit)
{
    /// <summary>The scale, percent sign or unit that stands only behind the second of two joined numbers, or null.</summary>
    public static NumberPartner? Read(NumberScan scan, int at, Numeral numeral, bool isMoney)
    {
        var (tokens, block, lexicons) = (scan.Tokens, scan.Block, scan.Lexicons);
        var joint = numeral.EndToken;
        if (joint + 1 >= tokens.Length || block.MentionAt(joint) is not null)
        {
            return null;
        }

        var isBetween = scan.Is(joint, "and") && ((at > 0 && scan.Is(at - 1, "between")) || (at > 1 && scan.Is(at - 2, "between")));
        if (!isBetween && !scan.Is(joint, "to") && !scan.Is(joint, "or") && block.TextOf(tokens[joint]) is not ("–" or "-" or "−"))
        {
            return null;
        }

        var second = joint + 1;
        var currency = lexicons.Currencies.Match(tokens, second);
        second += currency.Length;
        if (second >= tokens.Length || block.MentionAt(second) is not null || NumeralReader.Read(block, second, lexicons, currency.Length > 0) is not { } other)
        {
            return null;
        }

        if ((scan.Is(joint, "or") && numeral.Value >= other.Value) || (isMoney && currency.Length == 0 && lexicons.Percents.Match(tokens, other.EndToken).Length > 0))
        {
            // "by 25 or 8%", "by $2,415 or 17.9%": two sizes of one change
            return null;
        }

        var scale = SharedScale(block, second, numeral, other);
        var percent = currency.Length == 0 ? lexicons.Percents.Match(tokens, other.EndToken) : default;
        var unit = percent.Length == 0 && currency.Length == 0 && other.EndToken < tokens.Length && UnitReader.StandsAt(scan, other.EndToken) ? lexicons.Units.Match(tokens, other.EndToken) : default;
        return scale == 1 && percent.Length == 0 && unit.Length == 0 ? null : new NumberPartner(scale, percent, unit);
    }

    /// <summary>1.4 million has the step 100,000: the scale is what its digits were multiplied by.</summary>
    private static decimal SharedScale(TokenizedBlock block, int second, Numeral numeral, Numeral other) =>
        other is { Scaled: true, InWords: false } && other.Step != 1 && numeral.Value < 1000 &&
        NumeralReader.TryParse(block.TextOf(block.Tokens[second]), out var plain, out _) && plain != 0 && numeral.Value < 10 * plain
            ? other.Value / plain
            : 1;
}
