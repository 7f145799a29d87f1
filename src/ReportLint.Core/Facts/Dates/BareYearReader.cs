namespace ReportLint.Core.Facts.Dates;

/// <summary>Reads years that stand alone or in pairs.</summary>
internal static class BareYearReader
{
    /// <summary>A reversed pair of years without words before it spans at most so many years.</summary>
    private const int LongestReversed = 40;

    /// <summary>Takes the year or the pair that begins at a token.</summary>
    /// <returns>The token behind it, or <paramref name="at"/>.</returns>
    public static int Take(BlockDates found, int at)
    {
        var tokens = found.Tokens;
        var pair = ReadPair(found, at);
        if (pair != at)
        {
            return Math.Abs(pair);
        }

        if (YearReader.Alone(tokens, at) is not { } year)
        {
            return at;
        }

        var date = WrittenDate.OfYear(year);
        var next = tokens.SkipLead(date.End + 1);
        if (tokens.IsJoiner(date.End, tokens.LeadBefore(at))
            && DateReader.Read(tokens, next) is { Year: not null } last)
        {
            return found.Add(date, last, tokens.LeadBefore(at));
        }

        return found.Add(date);
    }

    /// <summary>Reads <c>between 1999 and 2009</c>, <c>from 1999 to 2009</c>, <c>1999–2009</c>.</summary>
    /// <returns>The token behind it; <paramref name="at"/> where there is no pair; negative where the pair is two plain numbers.</returns>
    private static int ReadPair(BlockDates found, int at)
    {
        var tokens = found.Tokens;
        if (tokens.Digits(at, out var start) != 4 || !tokens.Words.Years.MayBeYear(start) || tokens.IsGluedBefore(at))
        {
            return at;
        }

        var joiner = at + 1;
        var lead = tokens.LeadBefore(at);
        var isMarked = (lead & (DateWord.Between | DateWord.From)) != 0;
        var isDash = tokens.IsDash(joiner);
        if (!tokens.IsJoiner(joiner, lead))
        {
            return at;
        }

        if (isDash && tokens.IsJoined(joiner) != tokens.IsJoined(joiner + 1))
        {
            return at;
        }

        if (tokens.Digits(joiner + 1, out var end) != 4)
        {
            return at;
        }

        var before = tokens.ClassAt(at - 1);
        var afterVerb = (lead & DateWord.From) != 0 && tokens.Is(at - 2, DateWord.PageLead);
        var isLed = (isMarked || (before & DateWord.YearLead) != 0) && !afterVerb && end > start && start >= 1900 && end <= 2100 && (start % 50 != 0 || end % 50 != 0);
        if (YearReader.PairEnd(tokens, joiner + 1, isLed) is not { } last)
        {
            return tokens.IsCounted(joiner + 2) ? -(joiner + 2) : at;
        }

        if (last.IsOtherCalendar)
        {
            var early = WrittenDate.OfYear(start, at);
            early.IsOtherCalendar = true;
            return found.Add(early, WrittenDate.OfYear(last), lead);
        }

        var isPages = (before & DateWord.PageLead) != 0 || (tokens.MarkAt(at - 1) == '.' && tokens.Is(at - 2, DateWord.PageLead));
        var isRecent = start is >= 1500 && end is >= 1500;
        if (isPages || (afterVerb && (end < start || start < 1900 || end > 2100)))
        {
            return -(joiner + 2);
        }

        if (isDash && !isMarked)
        {
            var closed = tokens.MarkAt(at - 1) is '(' or '[' || (before & (DateWord.YearLead | DateWord.YearLeadWeak)) != 0 || tokens.MarkAt(at - 1) == ','
                || (tokens.MarkAt(joiner) == '–' && start <= 2100 && end >= 1900 && start - end <= LongestReversed && tokens.Has(at - 1) && tokens.Tokens[at - 1].Kind == TokenKind.Word);
            return (end > start ? isRecent : closed && isRecent) ? found.Add(WrittenDate.OfYear(start, at), WrittenDate.OfYear(last), lead) : at;
        }

        if (!isMarked && (end < start || !isRecent || (start % 50 == 0 && end % 50 == 0)))
        {
            return at;
        }

        return found.Add(WrittenDate.OfYear(start, at), WrittenDate.OfYear(last), lead);
    }
}
