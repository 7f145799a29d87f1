namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Reads the dates, times and periods of one block in one pass. Every step consumes at least one token and looks ahead a
/// bounded number of tokens, so the cost is linear.
/// </summary>
internal static class BlockDateReader
{
    private const DateWord Starts = DateWord.Month | DateWord.Weekday | DateWord.Quarter | DateWord.FiscalYear | DateWord.Noon | DateWord.Midnight;

    /// <summary>The first token at which a date, a time or a period may begin; the number of tokens where there is none.</summary>
    public static int FirstStart(TokenizedBlock block, DateWords words)
    {
        var tokens = block.Tokens;
        var at = 0;
        while (at < tokens.Length && !MayStart(tokens[at], words))
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads from a token on. Words and marks that no date begins with are passed over with one table look-up.</summary>
    public static BlockDates Read(TokenReader tokens, int first)
    {
        var found = new BlockDates(tokens);
        for (var at = first; at < tokens.Count;)
        {
            var next = MayStart(tokens.Tokens[at], tokens.Words) && tokens.Block.MentionAt(at) is null ? ReadAt(found, at) : at;
            at = Math.Max(next, at + 1);
        }

        return found;
    }

    private static bool MayStart(in Token token, DateWords words) =>
        token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && token.Word != 0 && (words.ClassOf(token.Word) & Starts) != 0);

    /// <summary>Reads what begins at a token.</summary>
    /// <returns>The token behind it, or <paramref name="at"/>.</returns>
    private static int ReadAt(BlockDates found, int at)
    {
        if (found.Tokens.IsNumber(at) && DayListReader.Take(found, at) is var behindList && behindList > at)
        {
            return behindList;
        }

        if (DateReader.Read(found.Tokens, at) is { } date)
        {
            return DatePairReader.Take(found, date);
        }

        if (SplitYearReader.Read(found.Tokens, at) is { } split)
        {
            return SplitYearReader.Take(found, split);
        }

        return ClockPairReader.Take(found, at) is var behindTime && behindTime > at ? behindTime : BareYearReader.Take(found, at);
    }
}
