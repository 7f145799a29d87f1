namespace ReportLint.Core.Facts.Numbers;

/// <summary>What a number counts or measures.</summary>
/// <param name="Unit">A name from <c>lexicon/units.yml</c>, a currency code, the word of a compound, or null.</param>
/// <param name="Dimension">What kind of unit; <c>count</c> where there is none.</param>
/// <param name="End">Index just behind the unit, or behind the number where it stands for itself.</param>
/// <param name="IsCompound">True for <c>40-page</c> and <c>13-year-old</c>, which count nothing.</param>
internal readonly record struct WrittenUnit(string? Unit, string Dimension, int End, bool IsCompound);

/// <summary>Reads the unit behind a number.</summary>
internal static class UnitReader
{
    /// <summary>Behind a unit in the lexicon: words such as "in" are the unit only where no space stands before them, single letters only as capitals.</summary>
    private const string Glued = " glued";

    public static WrittenUnit Read(NumberScan scan, Numeral numeral, int at, string? currency)
    {
        var end = numeral.EndToken;
        if (currency is not null)
        {
            return new(currency, "money", end, false);
        }

        var (tokens, block, units) = (scan.Tokens, scan.Block, scan.Lexicons.Units);
        var unitAt = scan.SkipHyphen(end);
        var isCompound = unitAt > end;
        var match = unitAt < tokens.Length && block.MentionAt(unitAt) is null ? units.Match(tokens, unitAt) : default;
        if (match.Length > 0 && (isCompound || IsUnitSpelling(tokens, unitAt, match)))
        {
            var (name, dimension) = scan.Lexicons.UnitOf(match.Meaning);
            var unitEnd = unitAt + match.Length;
            return dimension == "time" && name == "year" && unitEnd < tokens.Length && block.TextOf(tokens[unitEnd]) is "-" && (scan.Is(unitEnd + 1, "old") || scan.Is(unitEnd + 1, "olds"))
                ? new(name, "age", unitEnd + 2, true)
                : new(name, dimension, unitEnd, isCompound);
        }

        if (isCompound && tokens[unitAt].Kind == TokenKind.Word)
        {
            // "four-bedroom": names a kind, counts nothing
            return new(block.TextOf(tokens[unitAt]).ToString(), "compound", end, true);
        }

        return numeral.Value < 130 && HasAgeWordBefore(scan, at) ? new("year", "age", end, false) : new(null, "count", end, false);
    }

    /// <summary>True where a unit, spelt as one, stands at a token.</summary>
    public static bool StandsAt(NumberScan scan, int at) =>
        scan.Lexicons.Units.Match(scan.Tokens, at) is { Length: > 0 } match && IsUnitSpelling(scan.Tokens, at, match);

    /// <summary>Name and dimension of a unit as the lexicon writes them: <c>time/year</c>, <c>length/inch glued</c>.</summary>
    public static (string Name, string Dimension) Split(string meaning)
    {
        var slash = meaning.IndexOf('/');
        return (meaning[(slash + 1)..(IsGlued(meaning) ? ^Glued.Length : ^0)], meaning[..slash]);
    }

    private static bool IsGlued(string meaning) => meaning.EndsWith(Glued, StringComparison.Ordinal);

    /// <summary>A unit of one or two letters counts only glued or in small letters; <c>p</c> is pence only when glued.</summary>
    private static bool IsUnitSpelling(Token[] tokens, int at, (int Length, string Meaning) match) =>
        IsGlued(match.Meaning) ? !tokens[at].SpaceBefore && (tokens[at].Length > 1 || tokens[at].Capital) : match.Length > 1 || tokens[at].Length > 2 || !tokens[at].SpaceBefore ||
        (!tokens[at].Capital && (tokens[at].Length == 2 || !match.Meaning.StartsWith("money/", StringComparison.Ordinal)));

    private static bool HasAgeWordBefore(NumberScan scan, int at)
    {
        if (at >= 3 && scan.Tokens[at - 2].Kind == TokenKind.Number &&
            (scan.Is(at - 1, "to") || scan.Is(at - 1, "and") || scan.Is(at - 1, "or") || scan.Block.TextOf(scan.Tokens[at - 1]) is "–" or "-"))
        {
            at -= 2;
        }

        return scan.StandsBefore(scan.Lexicons.AgeWords, at, 3);
    }
}
