using NodaTime;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Dates the days of the week that stand with a day and a month but no year, by the date of the document: of the years in which
/// the day lies within <c>weekday_reach</c> days of it, the nearest.
/// </summary>
internal static class WeekdayYears
{
    /// <summary>Sets the near date of every such mention.</summary>
    public static void Find(AnalysisContext context, DocumentTime time, DateSettings settings)
    {
        foreach (var fact in context.Facts.OfType(DateMention.FactType))
        {
            if (fact is DateMention { Weekday: not null } mention)
            {
                mention.NearDate = Near(time, mention, settings.WeekdayReach);
            }
        }
    }

    /// <summary>The day that a mention without a year means by the date of the document, where it lies within so many days of it; or null.</summary>
    public static DateRange? Near(DocumentTime time, DateMention mention, int reach) =>
        time is { Date: { } own, FirstDate: { } first, LastDate: { } last } && own.Earliest == own.Latest && mention is { Year: null, Month: { } month, Day: { } day }
            ? Near(own.Earliest, first.Earliest, last.Latest, month, day, reach)
            : null;

    /// <summary>The day nearest to a date, where it lies within reach of the document's earliest and latest dates.</summary>
    private static DateRange? Near(LocalDate own, LocalDate first, LocalDate last, int month, int day, int reach)
    {
        for (var year = Math.Max(1, own.Year - 1); year <= Math.Min(9998, own.Year + 1); year++)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var date &&
                Math.Abs(NodaTime.Period.DaysBetween(first, date)) <= reach && Math.Abs(NodaTime.Period.DaysBetween(last, date)) <= reach)
            {
                return new DateRange(date, date);
            }
        }

        return null;
    }
}
