namespace ReportLint.Core.Facts.Numbers;

/// <summary>Tells digits that are part of a name from digits that count.</summary>
internal static class NameReader
{
    /// <summary>Digits that are part of a name: <c>24/7</c>, <c>54(2BA)</c>, <c>1st</c>, <c>#12</c>, <c>Ward 7</c>; null where they are a number.</summary>
    public static NumberRead? Read(NumberScan scan, int at, int end)
    {
        var (tokens, block, lexicons) = (scan.Tokens, scan.Block, scan.Lexicons);
        if (end < tokens.Length && !tokens[end].SpaceBefore)
        {
            if (tokens[end].Kind == TokenKind.Word && !UnitReader.StandsAt(scan, end) &&
                lexicons.Percents.Match(tokens, end).Length == 0 && lexicons.Multipliers.Match(tokens, end).Length == 0)
            {
                var isOrdinal = block.TextOf(tokens[end]) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";
                return Name(scan, at, end + 1, isOrdinal ? "ordinal" : "compound");
            }

            var mark = block.TextOf(tokens[end]);
            if (end + 1 < tokens.Length && !tokens[end + 1].SpaceBefore && block.IsFree(end, end + 2) &&
                (mark is "/" or ":" or "_" or "\\" or "=" or "@" || (mark is "(" && tokens[end + 1].Kind == TokenKind.Number)) &&
                tokens[end + 1].Kind is TokenKind.Number or TokenKind.Word)
            {
                var isName = (tokens[end + 1].Kind == TokenKind.Number || mark is not "/") && !(mark is "/" && IsRatio(scan, at, end));
                return isName ? Name(scan, at, end + 2, "other") : null;
            }
        }

        if (at > 1 && !tokens[at].SpaceBefore && block.TextOf(tokens[at - 1]) is "/" && block.MentionAt(at - 2) is Quantity)
        {
            return null;
        }

        if (at > 0 && !tokens[at].SpaceBefore && block.TextOf(tokens[at - 1]) is "#" or "_" or "/" or "\\" or ":" or "@" or "^")
        {
            return Name(scan, at, end, "other");
        }

        if (HasNameBefore(scan, at))
        {
            return Name(scan, at, end, "reference");
        }

        return IsBareYear(scan, at, end) ? Name(scan, at, end, "year") : null;
    }

    /// <summary>True for the digits of <c>B1077</c> and <c>COVID-19</c>.</summary>
    public static bool IsGluedToWord(NumberScan scan, int at)
    {
        var tokens = scan.Tokens;
        return at > 0 && tokens[at].Kind == TokenKind.Number && !tokens[at].SpaceBefore &&
            ((tokens[at - 1].Kind == TokenKind.Word && scan.Lexicons.Currencies.Match(tokens, at - 1).Length == 0) ||
             (tokens[at - 1].Kind == TokenKind.Mark && at > 1 && !tokens[at - 1].SpaceBefore && tokens[at - 2].Kind == TokenKind.Word && scan.Block.TextOf(tokens[at - 1]) is "-" or "‑" or "." or "_"));
    }

    /// <summary>
    /// True for <c>2,75</c>: a decimal comma, or two numbers whose space was forgotten. Nobody can tell, so it is neither.
    /// </summary>
    public static bool IsDecimalComma(NumberScan scan, int at)
    {
        var tokens = scan.Tokens;
        return at + 2 < tokens.Length && tokens[at].Kind == TokenKind.Number && IsComma(at + 1) && tokens[at + 2] is { Kind: TokenKind.Number, SpaceBefore: false, Length: not 3 }
            && !(at > 0 && !tokens[at].SpaceBefore && IsComma(at - 1)) && !(at + 4 < tokens.Length && IsComma(at + 3) && tokens[at + 4] is { Kind: TokenKind.Number, SpaceBefore: false })
            && scan.Block.IsFree(at, at + 3) && !scan.Block.TextOf(tokens[at]).Contains('.') && !scan.Block.TextOf(tokens[at + 2]).Contains('.');

        bool IsComma(int mark) => !tokens[mark].SpaceBefore && scan.Block.TextOf(tokens[mark]) is ",";
    }

    public static NumberRead Name(NumberScan scan, int first, int end, string scheme) => new(new Identifier
    {
        Document = scan.Context.Document,
        Block = scan.Block.Block,
        Prose = scan.Block.SpanOf(first, end),
        Sentence = scan.Block.SentenceOf(first),
        Scheme = scheme,
        Name = scan.Block.Block.Prose.Text.Substring(scan.Tokens[first].Start, scan.Tokens[end - 1].End - scan.Tokens[first].Start),
    }, end, first);

    private static bool HasNameBefore(NumberScan scan, int at)
    {
        // "numbers 14,260 objects": names are not written with separators.
        if (at == 0 || scan.Block.MentionAt(at - 1) is not null || !scan.Tokens[at].SpaceBefore || scan.Block.TextOf(scan.Tokens[at]).Contains(','))
        {
            return false;
        }

        if (at >= 2 && scan.Lexicons.IdentifierWords.Match(scan.Tokens, at - 2) is { Length: 2, Meaning: "verb" })
        {
            return false;
        }

        for (var back = 1; back <= 2 && back <= at; back++)
        {
            if (scan.Lexicons.IdentifierWords.Match(scan.Tokens, at - back) is { Length: > 0 } match && match.Length == back &&
                (scan.Tokens[at - back].Capital || match.Meaning == "always"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A part and its whole, alone in brackets or with brackets behind them: <c>48% (318/663)</c>, <c>318/663 (48%)</c>.</summary>
    private static bool IsRatio(NumberScan scan, int at, int slash)
    {
        var (tokens, block) = (scan.Tokens, scan.Block);
        if (slash != at + 1 || slash + 2 >= tokens.Length || tokens[slash + 1].Kind != TokenKind.Number ||
            !NumeralReader.TryParse(block.TextOf(tokens[at]), out _, out var partDecimals) ||
            !NumeralReader.TryParse(block.TextOf(tokens[slash + 1]), out _, out var wholeDecimals) || partDecimals + wholeDecimals > 0)
        {
            return false;
        }

        var isInBrackets = at > 1 && block.TextOf(tokens[at - 1]) is "(" && block.MentionAt(at - 2) is Percentage && block.TextOf(tokens[slash + 2]) is ")" or ",";
        var isBeforeBrackets = slash + 4 < tokens.Length && block.TextOf(tokens[slash + 2]) is "(" && tokens[slash + 3].Kind == TokenKind.Number &&
            scan.Lexicons.Percents.Match(tokens, slash + 4).Length > 0;
        return isInBrackets || isBeforeBrackets;
    }

    /// <summary>Four digits that read as a year and count nothing.</summary>
    private static bool IsBareYear(NumberScan scan, int at, int end)
    {
        var (tokens, lexicons) = (scan.Tokens, scan.Lexicons);
        return end == at + 1 && tokens[at].Length == 4 && int.TryParse(scan.Block.TextOf(tokens[at]), out var year) && year is >= 1500 and < 2200 &&
            ((at > 0 && lexicons.YearBefore.Match(tokens, at - 1).Length == 1) ||
             !(end < tokens.Length && tokens[end].Kind == TokenKind.Word && lexicons.NonNouns.Match(tokens, end).Length == 0));
    }
}
