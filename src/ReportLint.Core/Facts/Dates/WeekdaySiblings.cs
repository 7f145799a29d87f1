using NodaTime;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Dates the days of the week that stand with a day and a month but no year by the full dates around them: those of their sentence, or
/// all those of the document, which must be of one year, where that year fits another such weekday.
/// </summary>
internal static class WeekdaySiblings
{
    /// <summary>Fewest full dates of one year by which a document is about that year.</summary>
    private const int FewestFull = 2;

    /// <summary>Sets the sibling date of every such mention.</summary>
    public static void Find(AnalysisContext context, DateSettings settings)
    {
        var yearless = new List<DateMention>();
        var full = new List<DateMention>();
        foreach (var fact in context.Facts.OfType(DateMention.FactType))
        {
            if (fact is DateMention { Form: "day", Month: not null, Day: not null, IsInQuotation: false } mention)
            {
                if (mention.Year is not null)
                {
                    full.Add(mention);
                }
                else if (mention.Weekday is not null)
                {
                    yearless.Add(mention);
                }
            }
        }

        if (yearless.Count == 0 || full.Count == 0)
        {
            return;
        }

        var common = CommonYear(full);
        var (fits, misses) = (0, 0);
        foreach (var mention in yearless)
        {
            if (common is { } year && DayIn(year, mention) is { } day)
            {
                _ = IsOn(mention, day) ? fits++ : misses++;
            }
        }

        foreach (var mention in yearless)
        {
            mention.SiblingDate = BySentence(mention, full, settings.WeekdayReach)
                ?? (common is { } year && fits > 0 && misses <= fits && DayIn(year, mention) is { } day ? Meant(mention, day) : null);
        }
    }

    /// <summary>The year of all full dates, where there are enough of them and they are of one year.</summary>
    private static int? CommonYear(List<DateMention> full) =>
        full.Count >= FewestFull && full.TrueForAll(mention => mention.Year == full[0].Year) ? full[0].Year : null;

    /// <summary>The day near the full dates of the sentence, all of one year.</summary>
    private static DateRange? BySentence(DateMention mention, List<DateMention> full, int reach)
    {
        DateMention? sibling = null;
        foreach (var other in full)
        {
            if (other.Sentence == mention.Sentence && other.Block == mention.Block)
            {
                if (sibling is not null && sibling.Year != other.Year)
                {
                    return null;
                }

                sibling = other;
            }
        }

        return sibling is { Year: { } year } && DayIn(year, sibling) is { } near && DayIn(year, mention) is { } day && Math.Abs(NodaTime.Period.DaysBetween(near, day)) <= reach ? Meant(mention, day) : null;
    }

    /// <summary>The day, unless the weekday fits the next year: a date to come may be told without it.</summary>
    private static DateRange? Meant(DateMention mention, LocalDate day) =>
        !IsOn(mention, day) && DayIn(day.Year + 1, mention) is { } next && IsOn(mention, next) ? null : new DateRange(day, day);

    private static LocalDate? DayIn(int year, DateMention mention) =>
        year is >= 1753 and <= 9998 && mention is { Month: { } month and >= 1 and <= 12, Day: { } day and >= 1 } && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static bool IsOn(DateMention mention, LocalDate day) => day.DayOfWeek.ToString().Equals(mention.Weekday, StringComparison.Ordinal);
}
