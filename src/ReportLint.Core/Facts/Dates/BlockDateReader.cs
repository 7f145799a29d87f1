namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Reads the dates, times and periods of one block in one pass. Every step consumes at least one token and looks ahead a
/// bounded number of tokens, so the cost is linear.
/// </summary>
internal static class BlockDateReader
{
    private const DateWord Starts = DateWord.Month | DateWord.Weekday | DateWord.Quarter | DateWord.FiscalYear | DateWord.Noon | DateWord.Midnight;

    /// <summary>The words that may stand right behind a day or the hour of a clock.</summary>
    private const DateWord BehindSmall = DateWord.Month | DateWord.Ordinal | DateWord.To | DateWord.List
        | DateWord.AnteMeridiem | DateWord.PostMeridiem | DateWord.Ante | DateWord.Post;

    private const int LongestClock = 5;

    /// <summary>Reads a block. Words and marks that no date begins with are passed over with one table look-up.</summary>
    public static void Read(BlockDates found)
    {
        var tokens = found.Tokens;
        for (var at = 0; at < tokens.Count;)
        {
            ref readonly var token = ref tokens.Tokens[at];
            var next = at;
            if (token.Kind == TokenKind.Number)
            {
                next = tokens.Block.MentionAt(at) is null ? ReadNumber(found, at) : at;
            }
            else if (token.Kind == TokenKind.Word && token.Word != 0 && (tokens.Words.ClassOf(token.Word) & Starts) != 0 && tokens.Block.MentionAt(at) is null)
            {
                next = ReadWord(found, at);
            }

            at = Math.Max(next, at + 1);
        }
    }

    /// <summary>Reads what begins at a number. Most begin nothing: what stands behind them, or their digits, tell at once.</summary>
    /// <returns>The token behind it, or <paramref name="at"/>.</returns>
    private static int ReadNumber(BlockDates found, int at)
    {
        var tokens = found.Tokens;
        switch (tokens.Digits(at, out var value))
        {
            case 1 or 2 when MayFollowSmall(tokens, at + 1):
                return DayListReader.Take(found, at) is var behindDays && behindDays > at ? behindDays
                    : DateReader.Read(tokens, at) is { } date ? DatePairReader.Take(found, date)
                    : ClockPairReader.Take(found, at);
            case 4 when tokens.Words.Years.MayBeYear(value) || YearReader.MayBeAlone(value):
                return DateReader.Read(tokens, at) is { } year ? DatePairReader.Take(found, year)
                    : SplitYearReader.Read(tokens, at) is { } split ? SplitYearReader.Take(found, split)
                    : BareYearReader.Take(found, at);
            case 0 when tokens.TextAt(at) is { Length: > LongestClock } text && text.Contains('.'):
                return DateReader.Read(tokens, at) is { } dotted ? DatePairReader.Take(found, dotted) : at;
            case 0 when tokens.Dotted != DottedTimes.None || MayFollowSmall(tokens, at + 1):
                return ClockPairReader.Take(found, at);
            default:
                return at;
        }
    }

    /// <summary>True where the token behind one or two digits, or a time with a dot, may belong to a date, a time or a period with them.</summary>
    private static bool MayFollowSmall(in TokenReader tokens, int at) =>
        tokens.Is(at, BehindSmall) || tokens.IsDash(at) || tokens.MarkAt(at) is ',' or '&' or '/' or ':';

    /// <summary>Reads what begins at a word.</summary>
    /// <returns>The token behind it, or <paramref name="at"/>.</returns>
    private static int ReadWord(BlockDates found, int at)
    {
        var tokens = found.Tokens;
        return DateReader.Read(tokens, at) is { } date ? DatePairReader.Take(found, date)
            : SplitYearReader.Read(tokens, at) is { } split ? SplitYearReader.Take(found, split)
            : ClockPairReader.Take(found, at);
    }
}
