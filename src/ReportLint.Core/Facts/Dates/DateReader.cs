namespace ReportLint.Core.Facts.Dates;

/// <summary>Reads one date that has at least a month, a quarter or a decade, at a given token.</summary>
internal static class DateReader
{
    private const int LastDay = 31;

    /// <summary>The date that starts at a token, or null. A lone month comes back without a year.</summary>
    public static WrittenDate? Read(in TokenReader tokens, int at)
    {
        if (!tokens.Has(at))
        {
            return null;
        }

        if (tokens.IsNumber(at))
        {
            return ReadNumeric(tokens, at) ?? ReadDayMonth(tokens, at) ?? ReadYearQuarter(tokens, at) ?? ReadDecade(tokens, at);
        }

        var word = tokens.ClassAt(at);
        if ((word & DateWord.Weekday) != 0)
        {
            return ReadWeekday(tokens, at);
        }

        if ((word & DateWord.Month) != 0)
        {
            return ReadMonthFirst(tokens, at);
        }

        return (word & DateWord.Quarter) != 0 ? ReadQuarter(tokens, at) : null;
    }

    /// <summary>Reads the number of a day with its ordinal ending.</summary>
    /// <returns>The token behind it, or <paramref name="at"/> where there is none.</returns>
    public static int ReadDay(in TokenReader tokens, int at, out int day, out bool isOrdinal)
    {
        isOrdinal = false;
        if (tokens.Digits(at, out day) is not (1 or 2) || day == 0 || (tokens.IsGluedBefore(at) && !tokens.IsDash(at - 1)))
        {
            return at;
        }

        isOrdinal = tokens.IsJoined(at + 1) && tokens.Is(at + 1, DateWord.Ordinal);
        return isOrdinal ? at + 2 : at + 1;
    }

    private static WrittenDate? ReadWeekday(in TokenReader tokens, int at)
    {
        var weekday = tokens.WeekdayAt(at);
        if (weekday == 0)
        {
            return null;
        }

        var next = at + 1;
        if (tokens.MarkAt(next) == '.' && tokens.IsJoined(next))
        {
            next++;
        }

        if (tokens.MarkAt(next) is ',' or '(')
        {
            next++;
        }

        if (tokens.Is(next, DateWord.Article))
        {
            next++;
        }

        if (tokens.WeekdayAt(next) != 0 || Read(tokens, next) is not { Form: DateForm.Day, Weekday: null } inner)
        {
            return null;
        }

        inner.First = at;
        inner.Weekday = weekday;
        inner.WeekdayPart = TokenRange.At(at);
        return inner;
    }

    private static WrittenDate? ReadDayMonth(in TokenReader tokens, int at)
    {
        var next = ReadDay(tokens, at, out var day, out var isOrdinal);
        if (next == at)
        {
            return null;
        }

        if (isOrdinal && tokens.Is(next, DateWord.Of))
        {
            next++;
        }

        // 14-Nov-2013
        var dashed = tokens.IsDash(next) && tokens.IsJoined(next) && tokens.IsJoined(next + 1) && tokens.MonthAt(next + 1) > 0;
        if (dashed)
        {
            next++;
        }

        if (tokens.MonthAt(next) is var month && month == 0)
        {
            return null;
        }

        var date = new WrittenDate
        {
            First = at,
            Form = DateForm.Day,
            Order = DateOrder.DayFirst,
            Day = day,
            Month = month,
            DayPart = TokenRange.At(at),
            MonthPart = TokenRange.At(next),
            End = next + 1,
        };
        if (dashed)
        {
            return ReadDashedYear(tokens, date) ? date : null;
        }

        TakeYear(tokens, date);
        if (date.Year is null && IsName(tokens, date.End))
        {
            return null;
        }

        return day <= LastDay || (date.Year is not null && day < 40 && (tokens.Is(at - 1, DateWord.DayLead) || tokens.WeekdayAt(at - 1) > 0)) ? date : null;
    }

    /// <summary>True behind a day and a month that are part of a name: 31 Sept Road, the 30 Feb-type error.</summary>
    private static bool IsName(in TokenReader tokens, int end) =>
        (tokens.Is(end, DateWord.NameFollower) && tokens.Tokens[end].Capital)
        || (tokens.IsDash(end) && tokens.IsJoined(end) && tokens.IsJoined(end + 1) && tokens.Tokens[end + 1].Kind == TokenKind.Word && tokens.MonthAt(end + 1) == 0);

    private static bool ReadDashedYear(in TokenReader tokens, WrittenDate date)
    {
        if (!tokens.IsDash(date.End) || !tokens.IsJoined(date.End) || !tokens.IsJoined(date.End + 1) || tokens.IsGluedAfter(date.End + 2))
        {
            return false;
        }

        var digits = tokens.Digits(date.End + 1, out var year);
        if (digits is not (2 or 4))
        {
            return false;
        }

        date.Year = digits == 2 ? YearReader.Century(year) : year;
        date.IsShortYear = digits == 2;
        date.YearPart = TokenRange.At(date.End + 1);
        date.End += 2;
        return date.Year is { } written && tokens.Words.Years.MayBeYear(written);
    }

    private static WrittenDate? ReadMonthFirst(in TokenReader tokens, int at)
    {
        var month = tokens.MonthAt(at);
        if (month == 0 || (tokens.IsGluedBefore(at) && !tokens.IsDash(at - 1)))
        {
            return null;
        }

        var next = at + 1;
        if (tokens.MarkAt(next) == '.' && tokens.IsJoined(next) && tokens.Tokens[at].Length <= 4 && tokens.IsNumber(next + 1))
        {
            next++;
        }

        var date = new WrittenDate { First = at, Form = DateForm.Month, Month = month, MonthPart = TokenRange.At(at), End = at + 1 };
        var behind = tokens.MarkAt(next) == ',' ? next : ReadDay(tokens, next, out var day, out _);
        if (behind > next)
        {
            day = tokens.Digits(next, out var value) > 0 ? value : 0;
            var full = new WrittenDate
            {
                First = at,
                Form = DateForm.Day,
                Order = DateOrder.MonthFirst,
                Month = month,
                Day = day,
                MonthPart = TokenRange.At(at),
                DayPart = TokenRange.At(next),
                End = behind,
            };
            TakeYear(tokens, full);
            if (full.Year is not null ? day < 40 : day <= LastDay && !tokens.IsGluedAfter(behind) && (!tokens.IsCounted(behind) || tokens.Is(at - 1, DateWord.DayLead)))
            {
                return full;
            }

            return date;
        }

        date.End = next;
        TakeYear(tokens, date);
        date.End = date.Year is null ? at + 1 : date.End;
        return date;
    }

    /// <summary>Takes in <c>2013</c>, <c>, 2013</c> or <c>of 2013</c> behind a date.</summary>
    private static void TakeYear(in TokenReader tokens, WrittenDate date)
    {
        var at = date.End;
        if (date.Order == DateOrder.DayFirst && tokens.MarkAt(at) == '.' && tokens.IsJoined(at) && tokens.Digits(at + 1, out _) >= 4)
        {
            at++;
        }

        var comma = tokens.MarkAt(at) == ',';
        if (comma || tokens.Is(at, DateWord.Of))
        {
            at++;
        }

        if (YearReader.AfterMonth(tokens, at, comma) is { } year)
        {
            date.Take(year);
        }
    }

    private static WrittenDate? ReadQuarter(in TokenReader tokens, int at)
    {
        if (tokens.Digits(at + 1, out var quarter) != 1 || !tokens.IsJoined(at + 1) || quarter is < 1 or > 4 || tokens.IsGluedBefore(at))
        {
            return null;
        }

        var date = new WrittenDate { First = at, Form = DateForm.Quarter, Quarter = quarter, End = at + 2 };
        var behind = tokens.Is(at + 2, DateWord.Of) || tokens.MarkAt(at + 2) is ',' ? at + 3 : at + 2;
        if (tokens.Digits(behind, out var year) == 4 && tokens.Words.Years.IsRecent(year))
        {
            date.Year = year;
            date.YearPart = TokenRange.At(behind);
            date.End = behind + 1;
        }

        return date;
    }

    private static WrittenDate? ReadYearQuarter(in TokenReader tokens, int at)
    {
        if (tokens.Digits(at, out var year) != 4 || !tokens.Words.Years.IsRecent(year) || tokens.IsGluedBefore(at)
            || !tokens.Is(at + 1, DateWord.Quarter) || !tokens.IsJoined(at + 2) || tokens.Digits(at + 2, out var quarter) != 1 || quarter is < 1 or > 4)
        {
            return null;
        }

        return new WrittenDate { First = at, Form = DateForm.Quarter, Year = year, Quarter = quarter, YearPart = TokenRange.At(at), End = at + 3 };
    }

    private static WrittenDate? ReadDecade(in TokenReader tokens, int at)
    {
        if (tokens.Digits(at, out var year) != 4 || !tokens.Words.Years.MayBeYear(year) || year % 10 != 0 || !tokens.IsJoined(at + 1))
        {
            return null;
        }

        var end = tokens.MarkAt(at + 1) is '’' or '\'' ? at + 2 : at + 1;
        if (!tokens.IsJoined(end) || !tokens.Is(end, DateWord.DecadeEnding))
        {
            return null;
        }

        return new WrittenDate { First = at, Form = DateForm.Decade, Year = year, YearPart = TokenRange.At(at), End = end + 1 };
    }

    private static WrittenDate? ReadNumeric(in TokenReader tokens, int at)
    {
        var digits = tokens.Digits(at, out var first);
        if (digits == 0)
        {
            return ReadDotted(tokens, at);
        }

        if (digits is 3 or 5 || tokens.IsGluedBefore(at))
        {
            return null;
        }

        var separator = tokens.MarkAt(at + 1);
        if (separator is not ('/' or '-' or '‑') || !tokens.IsJoined(at + 1) || !tokens.IsJoined(at + 2))
        {
            return null;
        }

        var second = tokens.Digits(at + 2, out var middle);
        if (second is not (1 or 2))
        {
            return null;
        }

        if (tokens.MarkAt(at + 3) != separator || !tokens.IsJoined(at + 3) || !tokens.IsJoined(at + 4))
        {
            return digits == 4 && separator != '/' ? IsoMonth(tokens, at, first, middle) : null;
        }

        var third = tokens.Digits(at + 4, out var last);
        if (tokens.IsGluedAfter(at + 5) && !tokens.Is(at + 5, DateWord.IsoTime))
        {
            return null;
        }

        if (digits == 4)
        {
            return second == 2 && third == 2 && tokens.Words.Years.MayBeYear(first) && middle < 20 && last < 40
                ? new WrittenDate
                {
                    First = at,
                    End = at + 5,
                    Form = DateForm.Day,
                    Order = DateOrder.Iso,
                    Year = first,
                    Month = middle,
                    Day = last,
                    YearPart = TokenRange.At(at),
                    MonthPart = TokenRange.At(at + 2),
                    DayPart = TokenRange.At(at + 4),
                }
                : null;
        }

        if (third == 4 ? !tokens.Words.Years.MayBeYear(last) : third != 2 || separator != '/')
        {
            return null;
        }

        if (!IsDayAndMonth(first, middle, isFullYear: third == 4 && separator == '/'))
        {
            return null;
        }

        return new WrittenDate
        {
            First = at,
            End = at + 5,
            Form = DateForm.Day,
            Order = DateOrder.Open,
            Year = third == 4 ? last : YearReader.Century(last),
            Month = middle,
            Day = first,
            YearPart = TokenRange.At(at + 4),
            MonthPart = TokenRange.At(at + 2),
            DayPart = TokenRange.At(at),
            IsShortYear = third == 2,
        };
    }

    /// <summary>2014-09, but not 2009-10: that is a financial year.</summary>
    private static WrittenDate? IsoMonth(in TokenReader tokens, int at, int year, int month) =>
        tokens.Words.Years.MayBeYear(year) && month is >= 1 and <= 12 && month != (year + 1) % 100 && tokens.Tokens[at + 2].Length == 2
        && (month < 10 || month < year % 100) && !tokens.IsGluedAfter(at + 3)
            ? new WrittenDate
            {
                First = at,
                End = at + 3,
                Form = DateForm.Month,
                Order = DateOrder.Iso,
                Year = year,
                Month = month,
                YearPart = TokenRange.At(at),
                MonthPart = TokenRange.At(at + 2),
            }
            : null;

    /// <summary>31.12.2012 in one token.</summary>
    private static WrittenDate? ReadDotted(in TokenReader tokens, int at)
    {
        var text = tokens.TextAt(at);
        var dot = text.IndexOf('.');
        if (text.Length is < 8 or > 10 || dot is not (1 or 2) || text[^5] != '.' || tokens.IsGluedBefore(at) || tokens.IsGluedAfter(at + 1))
        {
            return null;
        }

        var middleText = text[(dot + 1)..^5];
        if (middleText.Length is not (1 or 2) || !Parse(text[..dot], out var day) || !Parse(middleText, out var month) || !Parse(text[^4..], out var year)
            || !tokens.Words.Years.IsRecent(year) || !IsDayAndMonth(day, month, isFullYear: false))
        {
            return null;
        }

        return new WrittenDate { First = at, End = at + 1, Form = DateForm.Day, Order = DateOrder.Open, Day = day, Month = month, Year = year };
    }

    private static bool Parse(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);

    private static bool IsDayAndMonth(int first, int second, bool isFullYear) =>
        first > 0 && second > 0 && first <= LastDay && second <= LastDay && (isFullYear || Math.Min(first, second) <= 12);
}
