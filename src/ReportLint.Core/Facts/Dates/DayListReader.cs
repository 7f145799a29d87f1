namespace ReportLint.Core.Facts.Dates;

/// <summary>Reads days that share a month: <c>7 to 11 October</c>, <c>30 and 31 July 2014</c>, <c>Tuesday 7 and Thursday 9 May</c>.</summary>
internal static class DayListReader
{
    private const int LongestList = 8;

    /// <summary>Takes the days that begin at a token.</summary>
    /// <returns>The token behind them, or <paramref name="first"/>.</returns>
    public static int Take(BlockDates found, int first)
    {
        var tokens = found.Tokens;
        var at = first;
        var end = DateReader.ReadDay(tokens, at, out var day, out _);
        if (end == at || day > 31 || tokens.MonthAt(end) > 0 || tokens.IsGluedBefore(at))
        {
            return first;
        }

        var isList = false;
        var isRange = false;
        List<(int Token, int End, int Day)>? days = null;
        for (var count = 0; count < LongestList; count++)
        {
            var mark = tokens.MarkAt(end);
            if (tokens.IsDash(end) || tokens.Is(end, DateWord.To))
            {
                isRange = true;
            }
            else if (tokens.Is(end, DateWord.List) || mark == '&')
            {
                isList = true;
            }
            else if (mark != ',')
            {
                return first;
            }

            var next = end + 1;
            if (mark == ',' && tokens.Is(next, DateWord.List))
            {
                isList = true;
                next++;
            }

            if (tokens.Is(next, DateWord.Article))
            {
                next++;
            }

            var dayToken = tokens.WeekdayAt(next) > 0 ? next + 1 : next;
            var behind = DateReader.ReadDay(tokens, dayToken, out var later, out _);
            if (behind == dayToken || later > 31)
            {
                return first;
            }

            (days ??= []).Add((at, end, day));
            if (tokens.MonthAt(behind) > 0 || (tokens.Is(behind, DateWord.Of) && tokens.MonthAt(behind + 1) > 0))
            {
                return DateReader.Read(tokens, next) is { Form: DateForm.Day } last ? TakeDays(found, days, last, isRange, isList) : first;
            }

            at = dayToken;
            end = behind;
            day = later;
        }

        return first;
    }

    /// <summary>Days of one month in the wrong order, <c>14–9 July 2017</c>: nothing before them that the first number could belong to, and not over the end of a month.</summary>
    private static bool IsReversed(in TokenReader tokens, (int Token, int End, int Day) first, WrittenDate last) =>
        last.Year is not null && !last.YearIsInferred && first.Day - last.Day <= tokens.Words.LongestReversedDays
        && (!tokens.Has(first.Token - 1) || tokens.MarkAt(first.Token - 1) is '(' or ':' or ',' or ';' or '–' or '—');

    private static int TakeDays(BlockDates found, List<(int Token, int End, int Day)> days, WrittenDate last, bool isRange, bool isList)
    {
        var tokens = found.Tokens;
        DatePairReader.TakeTrailingWeekday(tokens, last);
        var first = days[0].Token;
        var lead = tokens.LeadBefore(first);
        var isBetween = (lead & DateWord.Between) != 0 && isList && days.Count == 1;
        if (isRange && isList && !isBetween)
        {
            return found.Add(last);
        }

        if (!isRange && !isList)
        {
            return first;
        }

        var isPeriod = (isRange && days.Count == 1) || isBetween;
        if (isPeriod && days[0].Day > last.Day && (lead & (DateWord.Between | DateWord.From)) == 0 && !IsReversed(tokens, days[0], last))
        {
            return first;
        }

        WrittenDate? start = null;
        foreach (var (token, end, day) in days)
        {
            var weekday = tokens.WeekdayAt(token - 1);
            start = new WrittenDate
            {
                First = weekday > 0 ? token - 1 : token,
                End = end,
                Form = DateForm.Day,
                Order = DateOrder.DayFirst,
                Day = day,
                Month = last.Month,
                Year = last.Year,
                YearIsInferred = last.Year is not null,
                DayPart = TokenRange.At(token),
                Weekday = weekday > 0 ? weekday : null,
                WeekdayPart = weekday > 0 ? TokenRange.At(token - 1) : default,
                IsOtherCalendar = last.IsOtherCalendar,
            };
            if (!isPeriod)
            {
                found.Add(start);
            }
        }

        if (isPeriod)
        {
            return found.Add(start!, last, lead);
        }

        return DatePairReader.Join(found, last) ?? found.Add(last);
    }
}
