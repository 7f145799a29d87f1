using NodaTime;
using ReportLint.Core.Facts;
using Interval = ReportLint.Core.Facts.Interval;

namespace ReportLint.Core.Rules;

/// <summary>Calendar arithmetic on ranges of days (ISO calendar), each result an interval.</summary>
internal static class Calendar
{
    /// <summary>Days of the week as rules and messages name them.</summary>
    public static readonly IReadOnlyList<string> Weekdays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly IReadOnlyList<string> Units = ["day", WorkingDay, "week", "month", "year"];

    private const string WorkingDay = "working_day";

    /// <summary>The day of the week; null unless the range is one day.</summary>
    public static string? Weekday(DateRange date) =>
        date.Earliest == date.Latest ? Weekdays[(int)date.Earliest.DayOfWeek - 1] : null;

    /// <summary>Number of days from one date to another, negative where the second is earlier.</summary>
    public static Interval DaysBetween(DateRange from, DateRange to)
    {
        var low = Period.DaysBetween(from.Latest, to.Earliest);
        var high = Period.DaysBetween(from.Earliest, to.Latest);
        return Interval.Between(low, high).WithNominal(low == high ? low : null);
    }

    /// <summary>Completed years from one date to another, as one counts an age.</summary>
    public static Interval YearsBetween(DateRange from, DateRange to) => Interval.Between(
        WholeYears(from.Latest, to.Earliest), WholeYears(from.Earliest, to.Latest));

    /// <summary>
    /// How long a period is: from exclusive counting, in completed units from the start of its first date to the start of its last
    /// (1 to 3 May are two days, 1997 to 2013 are 16 years), to inclusive counting, in begun units from the start of the first to
    /// the end of the last (three days, 17 years). Where a date is coarser than the unit (days from May to June), the shortest
    /// exclusive count counts. The nominal value is the exclusive count. Working days are those from Monday to Friday; holidays are not known.
    /// </summary>
    /// <returns>Null where the period ends before it starts, or the unit is none of <see cref="Units"/>.</returns>
    public static Interval? Span(DateRange start, DateRange end, string unit)
    {
        if (unit == WorkingDay)
        {
            return end.Latest < start.Earliest ? null : WorkingDays(start.Earliest, end.Latest);
        }

        var longestUnit = unit switch { "day" => 1, "week" => 7, "month" => 31, "year" => 366, _ => 0 };
        if (longestUnit == 0 || end.Latest < start.Earliest)
        {
            return null;
        }

        var coarse = Days(start.Earliest, start.Latest) >= longestUnit || Days(end.Earliest, end.Latest) >= longestUnit;
        var exclusive = Completed(start.Earliest, end.Earliest, unit);
        var shortest = coarse ? Completed(start.Latest, end.Earliest, unit) : exclusive;
        return Interval.Between(shortest, Begun(start.Earliest, end.Latest.PlusDays(1), unit)).WithNominal(exclusive);
    }

    /// <summary>Days from Monday to Friday, both ends counted, or one of them not.</summary>
    private static Interval WorkingDays(LocalDate from, LocalDate to)
    {
        var days = Days(from, to) + 1;
        var working = days / 7 * 5;
        for (var day = from.PlusDays(days / 7 * 7); day <= to; day = day.PlusDays(1))
        {
            working += day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return Interval.Between(Math.Max(0, working - 1), working).WithNominal(working);
    }

    private static int Completed(LocalDate from, LocalDate to, string unit) => to <= from ? 0 : unit switch
    {
        "day" => Days(from, to),
        "week" => Days(from, to) / 7,
        "month" => Period.Between(from, to, PeriodUnits.Months).Months,
        _ => Period.Between(from, to, PeriodUnits.Years).Years,
    };

    private static int Begun(LocalDate from, LocalDate to, string unit)
    {
        var completed = Completed(from, to, unit);
        var reached = unit switch
        {
            "day" => from.PlusDays(completed),
            "week" => from.PlusWeeks(completed),
            "month" => from.PlusMonths(completed),
            _ => from.PlusYears(completed),
        };
        return reached < to ? completed + 1 : completed;
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static int WholeYears(LocalDate from, LocalDate to) => Period.Between(from, to, PeriodUnits.Years).Years;
}
