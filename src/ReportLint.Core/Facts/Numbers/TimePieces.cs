namespace ReportLint.Core.Facts.Numbers;

/// <summary>
/// Reads a length of time that is told in several units, each smaller than the one before: <c>two hours and 20 minutes</c>,
/// <c>2 years, 4 months and 19 days</c>. It is one number, in the last of its units; <c>settings/time-pieces.yml</c> says how many of
/// a smaller unit go into a larger one, where years and months differ from the fewest to the most.
/// </summary>
internal static class TimePieces
{
    /// <summary>A length of time so far.</summary>
    /// <param name="Low">The least that it may be, in its unit.</param>
    /// <param name="High">The most.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="End">Index of the token behind it.</param>
    /// <param name="DigitsEnd">Index of the token behind its last number.</param>
    internal readonly record struct Length(decimal Low, decimal High, string Unit, int End, int DigitsEnd);

    /// <summary>The whole length of time whose first piece, a number of <paramref name="unit"/>, ends before a token; null where no other piece follows.</summary>
    public static Length? Read(NumberScan scan, decimal value, string unit, int end)
    {
        var length = new Length(value, value, unit, end, end);
        var isLonger = false;
        while (Next(scan, length) is { } longer)
        {
            (length, isLonger) = (longer, true);
        }

        return isLonger ? length : null;
    }

    /// <summary>The one of <c>an hour and ten minutes</c>, which is a number only where another piece follows; null anywhere else.</summary>
    public static Numeral? ReadArticle(NumberScan scan, int at)
    {
        if (at + 4 >= scan.Tokens.Length || !(scan.Is(at, "a") || scan.Is(at, "an")) || !(at == 0 || scan.Tokens[at - 1].Kind == TokenKind.Mark || scan.Lexicons.NonNouns.Match(scan.Tokens, at - 1).Length > 0))
        {
            return null;
        }

        return UnitAt(scan, at + 1) is { } unit && Read(scan, 1, unit.Name, unit.End) is not null ? new Numeral(at + 1, at + 1, 1, 1, true, false) : null;
    }

    private static Length? Next(NumberScan scan, Length length)
    {
        var (tokens, block) = (scan.Tokens, scan.Block);
        var at = length.End;
        var hasComma = at < tokens.Length && block.TextOf(tokens[at]) is ",";
        at += hasComma ? 1 : 0;
        var hasAnd = scan.Is(at, "and");
        at += hasAnd ? 1 : 0;
        if (at >= tokens.Length || !tokens[at].SpaceBefore || block.MentionAt(at) is not null || block.SentenceOf(at) != block.SentenceOf(length.End - 1) ||
            NumeralReader.Read(block, at, scan.Lexicons, false) is not { Scaled: false, Step: 1 } numeral || UnitAt(scan, numeral.EndToken) is not { } unit)
        {
            return null;
        }

        var least = scan.Lexicons.TimePieces.Get(length.Unit + " " + unit.Name, 0);
        var most = scan.Lexicons.TimePieces.Get(length.Unit + " " + unit.Name + " most", least);

        // "It took two hours, 20 minutes less than before": two lengths of time.
        return least > 0 && numeral.Value < most && block.IsFree(at, unit.End) && (hasAnd || scan.Lexicons.TimeApart.Match(tokens, unit.End).Length == 0)
            ? new((length.Low * least) + numeral.Value, (length.High * most) + numeral.Value, unit.Name, unit.End, numeral.DigitsEndToken)
            : null;
    }

    private static (string Name, int End)? UnitAt(NumberScan scan, int at) =>
        at < scan.Tokens.Length && scan.Block.MentionAt(at) is null && UnitReader.StandsAt(scan, at) && scan.Lexicons.Units.Match(scan.Tokens, at) is var match &&
        UnitReader.Split(match.Meaning) is { Dimension: "time", Name: var name }
            ? (name, at + match.Length)
            : null;
}
