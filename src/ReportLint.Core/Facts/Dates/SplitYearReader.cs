namespace ReportLint.Core.Facts.Dates;

/// <summary>Reads years of two halves: <c>2013-14</c>, <c>2013/14</c>, <c>1999–00</c>, <c>1797–8</c>, <c>FY2014/15</c>, <c>FY13</c>.</summary>
internal static class SplitYearReader
{
    /// <summary>The years that begin at a token, or null.</summary>
    public static WrittenPeriod? Read(in TokenReader tokens, int at)
    {
        var first = at;
        var fiscal = tokens.Is(at, DateWord.FiscalYear);
        if (fiscal)
        {
            at++;
        }
        else if (tokens.IsGluedBefore(at))
        {
            return null;
        }

        var digits = tokens.Digits(at, out var year);
        if (digits != 4 && !(fiscal && digits == 2))
        {
            return null;
        }

        year = digits == 2 ? YearReader.Century(year) : year;
        if (!tokens.Words.Years.MayBeYear(year))
        {
            return null;
        }

        var separator = tokens.MarkAt(at + 1);
        var second = 0;
        var brief = tokens.IsJoined(at + 1) && tokens.IsJoined(at + 2) && (separator == '/' || tokens.IsDash(at + 1)) ? tokens.Digits(at + 2, out second) : 0;
        if (brief is 0 or 3 || tokens.IsGluedAfter(at + 3) || (brief == 4 && separator != '/'))
        {
            return fiscal && !tokens.IsGluedAfter(at + 1)
                ? new WrittenPeriod(first, at + 1, PeriodKind.FinancialYear) { Start = WrittenDate.OfYear(year - 1, at, true), Last = WrittenDate.OfYear(year, at, digits == 2), IsMarked = true }
                : null;
        }

        var next = year + 1;
        var isNext = brief switch
        {
            1 => false,
            2 => second == next % 100,
            _ => second == next,
        };
        var end = brief switch
        {
            1 => (year / 10 * 10) + second,
            2 => (year / 100 * 100) + second,
            _ => second,
        };
        if (isNext)
        {
            return Split(first, at, year, next, PeriodKind.FinancialYear, true);
        }

        if (brief == 2 && separator != '/' && (tokens.Is(first - 1, DateWord.YearNoun) || tokens.Is(at + 4, DateWord.YearNoun) || (fiscal && end <= year)))
        {
            return Split(first, at, year, end, PeriodKind.FinancialYear, false, fiscal);
        }

        if (brief == 1)
        {
            return separator is not ('/' or '-') && second > year % 10 ? Split(first, at, year, end, PeriodKind.Years, null) : null;
        }

        if (separator == '/')
        {
            return fiscal || (end >= year - 1 && end <= year + 4) ? Split(first, at, year, end, PeriodKind.FinancialYear, false, fiscal) : null;
        }

        if (second > year % 100 && (second > 12 || separator != '-'))
        {
            return Split(first, at, year, end, PeriodKind.Years, null);
        }

        return year % 100 >= 50 && second <= 30 && separator != '-' ? Split(first, at, year, end + 100, PeriodKind.Years, null) : null;
    }

    private static WrittenPeriod Split(int first, int at, int year, int last, PeriodKind kind, bool? consecutive, bool isMarked = false) => new(first, at + 3, kind)
    {
        Start = WrittenDate.OfYear(year, at),
        Last = WrittenDate.OfYear(last, at + 2, true),
        Consecutive = consecutive,
        IsMarked = isMarked,
    };

    /// <summary>Takes what was read, and a second such year that is joined to it.</summary>
    /// <returns>The token behind.</returns>
    public static int Take(BlockDates found, WrittenPeriod split)
    {
        var tokens = found.Tokens;
        var lead = tokens.LeadBefore(split.First);
        var joiner = split.End;
        if (split.Kind == PeriodKind.FinancialYear
            && tokens.IsJoiner(joiner, lead)
            && Read(tokens, joiner + 1) is { Kind: PeriodKind.FinancialYear } last)
        {
            found.Add(new WrittenPeriod(split.First, last.End, PeriodKind.FinancialYears)
            {
                Start = split.Start,
                Last = last.Last,
                IsMarked = (lead & (DateWord.Between | DateWord.From)) != 0,
            });
            found.Add(split);
            found.Add(last);
            return last.End;
        }

        return found.Add(split);
    }
}
