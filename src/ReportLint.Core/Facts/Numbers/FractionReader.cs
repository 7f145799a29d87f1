using System.Globalization;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>Reads <c>a third</c>, <c>two thirds</c>, <c>half</c>, <c>one in five</c>, <c>3 in 10</c>.</summary>
internal static class FractionReader
{
    public static NumberRead? Read(NumberScan scan, int at)
    {
        if (scan.Tokens[at].Kind == TokenKind.Number)
        {
            return IsBeforeIn(scan, at) ? ReadOneIn(scan, at) : null;
        }

        if (scan.Is(at, "half"))
        {
            return IsHalf(scan, at) ? Make(scan, at, at + 1, 0.5m) : null;
        }

        decimal numerator = 1;
        var end = at;
        if (scan.Is(at, "a") || scan.Is(at, "an"))
        {
            end = at + 1;
        }
        else if (scan.Tokens[at].Kind == TokenKind.Word && scan.Lexicons.Words.Match(scan.Tokens, at) is { Length: > 0 } word)
        {
            numerator = decimal.Parse(word.Meaning, CultureInfo.InvariantCulture);
            end = at + word.Length;
        }
        else
        {
            return null;
        }

        return ReadOneIn(scan, at) ?? (end > at && numerator is > 0 and <= 20 ? ReadParts(scan, at, end, numerator) : null);
    }

    /// <summary>Most groups of figures of a number that is small enough: <c>1 000</c>.</summary>
    private const int MostGroups = 2;

    /// <summary>True where "in" stands behind the figures at a token, which may be groups of one number.</summary>
    private static bool IsBeforeIn(NumberScan scan, int at)
    {
        for (var group = 1; group <= MostGroups && at + group < scan.Tokens.Length; group++)
        {
            if (scan.Tokens[at + group].Kind != TokenKind.Number)
            {
                return scan.Is(at + group, "in");
            }
        }

        return false;
    }

    private static bool IsHalf(NumberScan scan, int at)
    {
        var before = at > 0 ? scan.Lexicons.HalfBlockers.Match(scan.Tokens, at - 1) : default;
        var after = scan.Lexicons.HalfBlockers.Match(scan.Tokens, at + 1);
        var isHyphenated = at + 1 < scan.Tokens.Length && !scan.Tokens[at + 1].SpaceBefore && scan.Block.TextOf(scan.Tokens[at + 1]) is "-";
        var isAfterAnd = at > 1 && scan.Is(at - 1, "a") && scan.Is(at - 2, "and");
        return before is not { Length: > 0, Meaning: "before" } && after is not { Length: > 0, Meaning: "after" } && !isHyphenated && !isAfterAnd &&
            NumeralReader.Read(scan.Block, at, scan.Lexicons, false) is null;
    }

    /// <summary><c>a third</c>, <c>three-quarters</c>: the numerator ends at <paramref name="end"/>.</summary>
    private static NumberRead? ReadParts(NumberScan scan, int at, int end, decimal numerator)
    {
        var partsAt = scan.SkipHyphen(end);
        var word = scan.Lexicons.FractionWords.Match(scan.Tokens, partsAt);
        if (word.Length == 0 || !scan.Block.IsFree(at, partsAt + word.Length))
        {
            return null;
        }

        var parts = decimal.Parse(word.Meaning, CultureInfo.InvariantCulture);
        var partsEnd = partsAt + word.Length;
        var isPlural = scan.Block.TextOf(scan.Tokens[partsEnd - 1]).EndsWith("s", StringComparison.OrdinalIgnoreCase) || scan.Is(partsEnd - 1, "halves");
        if (numerator >= parts || numerator > 1 != isPlural || (!isPlural && !MayFollow(scan, partsEnd)))
        {
            return null;
        }

        // "one and a half" is no half
        return parts == 2 && numerator == 1 && scan.Is(at, "a") && at > 0 && scan.Is(at - 1, "and") ? null : Make(scan, at, partsEnd, numerator / parts);
    }

    private static bool MayFollow(NumberScan scan, int at) =>
        at >= scan.Tokens.Length || scan.Tokens[at].Kind == TokenKind.Mark && scan.Block.TextOf(scan.Tokens[at]) is not "-" and not "’" and not "'" ||
        scan.Lexicons.FractionFollowers.Match(scan.Tokens, at).Length > 0;

    /// <summary><c>one in five</c>, <c>nine in ten</c>, <c>3 in 10</c>: both small, both in words or both in figures; one may be in words before figures: <c>one in 12</c>.</summary>
    private static NumberRead? ReadOneIn(NumberScan scan, int at)
    {
        if (ReadSmall(scan, at) is not { } top || !scan.Is(top.EndToken, "in"))
        {
            return null;
        }

        var bottomAt = top.EndToken + 1;
        return ReadSmall(scan, bottomAt) is { } bottom && (scan.Tokens[at].Kind == scan.Tokens[bottomAt].Kind || (top.Value == 1 && scan.Tokens[at].Kind == TokenKind.Word)) &&
            top.Value > 0 && top.Value < bottom.Value && bottom.Value >= 2 && (top.Value == 1 || bottom.Value is 10 or 100 or 5 or 4 or 3) &&
            scan.Block.IsFree(at, bottom.EndToken) && scan.Lexicons.Units.Match(scan.Tokens, bottom.EndToken).Length == 0
                ? Make(scan, at, bottom.EndToken, top.Value / bottom.Value)
                : null;
    }

    private static Numeral? ReadSmall(NumberScan scan, int at) =>
        at < scan.Tokens.Length && scan.Block.MentionAt(at) is null && NumeralReader.Read(scan.Block, at, scan.Lexicons, false) is { Scaled: false, Step: 1, Value: <= 1000 } numeral
            ? numeral
            : null;

    private static NumberRead Make(NumberScan scan, int at, int end, decimal value)
    {
        var (hedge, _) = HedgeReader.Read(scan, at);
        return new(new Fraction
        {
            Document = scan.Context.Document,
            Block = scan.Block.Block,
            Prose = scan.Block.SpanOf(at, end),
            Sentence = scan.Block.SentenceOf(at),
            Value = hedge is Hedge.None ? Interval.Around(value, scan.Lexicons.Hedging.Fraction) : WrittenInterval.Of(value, 0.1m, false, hedge, scan.Lexicons.Hedging),
            Nominal = value,
            Step = 0.01m,
            Hedge = hedge,
            InWords = scan.Tokens[at].Kind == TokenKind.Word,
            Unit = "fraction",
            Dimension = "fraction",
            Digits = scan.Block.SpanOf(at, end),
        }, end, at);
    }
}
