using NodaTime;

namespace ReportLint.Core.Facts.Dates;

/// <summary>Calendar arithmetic on written dates: proleptic Gregorian, by NodaTime's ISO calendar.</summary>
internal static class Calendar
{
    /// <summary>The last year of the Julian calendar in Great Britain (Calendar (New Style) Act 1750).</summary>
    private const int LastJulianYear = 1752;

    private const int LastYear = 9998;

    /// <summary>The year that stands for an unknown one, so that a period without years still has a length.</summary>
    private const int AnyYear = 2001;

    /// <summary>True where one year cannot hold both ends: November to March; a full year such as 6 April to 5 April.</summary>
    public static bool RunsOverNewYear(WrittenDate start, WrittenDate last) =>
        start.Month > last.Month || start.Quarter > last.Quarter || (start.Month == last.Month && start.Day == last.Day + 1);

    /// <summary>The two ends of a period as days; without years, of <see cref="AnyYear"/> and the year behind it where the months run over the new year.</summary>
    public static (DateRange? Start, DateRange? End) EndsOf(WrittenDate start, WrittenDate last) =>
        start.Year is not null || last.Year is not null
            ? (RangeOf(start), RangeOf(last))
            : (RangeOf(start, AnyYear), RangeOf(last, RunsOverNewYear(start, last) ? AnyYear + 1 : AnyYear));

    /// <summary>The days that a date allows, or null where they are not known.</summary>
    public static DateRange? RangeOf(WrittenDate date, int? assumedYear = null)
    {
        if ((date.Year ?? assumedYear) is not (>= 1 and <= LastYear and var year) || date.IsOtherCalendar || FaultOf(date, null) is not null)
        {
            return null;
        }

        switch (date.Form)
        {
            case DateForm.Day when date is { Month: { } month, Day: { } day }:
                if (date.Order == DateOrder.Open && day != month)
                {
                    return null;
                }

                return day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? Single(new LocalDate(year, month, day)) : null;
            case DateForm.Month when date.Month is { } month:
                return new DateRange(new LocalDate(year, month, 1), new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth));
            case DateForm.Quarter when date.Quarter is { } quarter:
                return new DateRange(new LocalDate(year, (quarter * 3) - 2, 1), new LocalDate(year, quarter * 3, 1).With(DateAdjusters.EndOfMonth));
            case DateForm.Year:
                return new DateRange(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            case DateForm.Decade:
                return new DateRange(new LocalDate(year, 1, 1), new LocalDate(Math.Min(year + 9, LastYear), 12, 31));
            default:
                return null;
        }
    }

    /// <summary>Why there is no such day, or null where there is one or may be one. Without words the reason is empty.</summary>
    public static string? FaultOf(WrittenDate date, DateWords? words)
    {
        if (date.Form is not (DateForm.Day or DateForm.Month) || date.IsOtherCalendar || date.Month is not { } month)
        {
            return null;
        }

        if (month is < 1 or > 12)
        {
            return words is null ? "" : $"there is no month {month}";
        }

        if (date.Day is not { } day)
        {
            return null;
        }

        if (day < 1)
        {
            return words is null ? "" : "no month has a day 0";
        }

        var isJulian = date.Year <= LastJulianYear;
        var year = date.Year is >= 1 and <= LastYear && !isJulian && !date.IsShortYear ? date.Year.Value : 2000;
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (isJulian && month == 2)
        {
            length = date.Year % 4 == 0 ? 29 : 28;
        }

        if (day <= length)
        {
            return null;
        }

        if (words is null)
        {
            return "";
        }

        return month == 2 && date.Year is { } known
            ? day == 29 && known % 100 == 0
                ? $"{known} was no leap year: a century is one only where 400 divides it"
                : $"{words.MonthName(2)} {known} has {length} days"
            : $"{words.MonthName(month)} has {length} days";
    }

    /// <summary>The days from 1 of a month that fall on a weekday from 1 (Monday).</summary>
    public static List<int> DaysOn(int year, int month, int weekday)
    {
        var days = new List<int>(5);
        var first = (int)new LocalDate(year, month, 1).DayOfWeek;
        for (var day = 1 + ((weekday - first + 7) % 7); day <= CalendarSystem.Iso.GetDaysInMonth(year, month); day += 7)
        {
            days.Add(day);
        }

        return days;
    }

    private static DateRange Single(LocalDate day) => new(day, day);
}
