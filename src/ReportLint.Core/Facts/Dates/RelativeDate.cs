using System.Globalization;
using NodaTime;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// The fact type that phrases make of a relative date with the date that stands beside it, resolved against the time of the document.
/// </summary>
public static class RelativeDate
{
    private const int WordsSlot = 0;
    private const int CountSlot = 1;
    private const int StatedSlot = 2;

    private const int MonthsOfYear = 12;

    /// <summary>Begins the name of a season; the number of its middle month follows.</summary>
    private const string Season = "season-";

    /// <summary>Counts of units above this reach over all dates that documents speak of.</summary>
    private const decimal LongestCount = 5000m;

    internal static readonly FactType FactType = new(
        "RelativeDate", "a relative date with the date that it is stated to be", "last year (2012); three years ago, in 2010; yesterday (Tuesday 3 March)",
        PhraseFact.Property(WordsSlot, "words", ValueKind.Text, "unit and number of units of words such as 'last year': year -1"),
        PhraseFact.Property(CountSlot, "count", ValueKind.Fact, "the number of units that is 'ago'") with { ElementType = "Duration" },
        PhraseFact.Property(StatedSlot, "stated", ValueKind.Fact, "the date beside it") with { ElementType = "DateMention" },
        new FactProperty("date", ValueKind.Date, "the days that it allows, counted from the document's own dates", static f => Value.Of(Resolve((PhraseFact)f))),
        new FactProperty("origin", ValueKind.Date, "the date of the document, from which it is counted", static f => Value.Of(((PhraseFact)f).Time?.Date)),
        new FactProperty("stated_date", ValueKind.Date, "the days that the date beside it allows; where it bears no year, of the year that fits best", static f => Value.Of(StatedDate((PhraseFact)f))),
        new FactProperty("meant", ValueKind.Text, "the date that it stands for, in short: 2012, 2013-04 or 2013-05-16", static f => Value.Of(MeantBy((PhraseFact)f))));

    /// <summary>The days of a month or a day of the year that words such as <c>this year</c> name; null for other words.</summary>
    internal static DateRange? InYear(DateMention date, string words, DocumentTime time) =>
        date.Month is { } month && time.Date is { } own && Read(words) is ("year", var offset) ? In(own.Latest.Year + offset, month, date.Day) : null;

    /// <summary>The days that the words or the number of units allow; null where the document bears no date.</summary>
    private static DateRange? Resolve(PhraseFact fact)
    {
        if (fact.Time is not { Date: { } date, Settings: { } settings } time)
        {
            return null;
        }

        var first = time.FirstDate ?? date;
        var last = time.LastDate ?? date;
        if (fact.Slot(WordsSlot).Text is { } words)
        {
            if (Read(words) is not var (unit, offset))
            {
                return null;
            }

            // In January "this year" may still be the one that has just ended.
            var earliest = unit != "year" ? first.Earliest
                : time.TitleYear is { } subject && subject < first.Earliest.Year ? new LocalDate(subject, 1, 1)
                : first.Earliest.Month == 1 ? first.Earliest.PlusYears(-1)
                : first.Earliest;
            return Union(Shift(earliest, unit, offset, settings), Shift(last.Latest, unit, offset, settings));
        }

        if (fact.Slot(CountSlot).Fact is not NumericFact { Unit: var name, Value: { } value, Nominal: var nominal } || nominal > LongestCount)
        {
            return null;
        }

        var slack = Math.Max(1m, nominal * settings.AgoTolerance);
        var nearest = Back(last.Latest, name, Math.Max(0m, (value.Low ?? 0m) - slack));
        var farthest = value.High is { } high ? Back(first.Earliest, name, high + slack) : LocalDate.MinIsoValue;
        return nearest is { } to && farthest is { } from && from.PlusDays(1) <= to.PlusDays(-1) ? new DateRange(from.PlusDays(1), to.PlusDays(-1)) : null;
    }

    private static (string Unit, int Offset)? Read(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && int.TryParse(words.AsSpan(space + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) ? (words[..space], offset) : null;
    }

    private static DateRange? Union(DateRange? a, DateRange? b) =>
        a is null || b is null ? null : new DateRange(LocalDate.Min(a.Earliest, b.Earliest), LocalDate.Max(a.Latest, b.Latest));

    /// <summary>The unit of the calendar that lies some units from a day; weeks and what is <c>ago</c> are not so exact.</summary>
    private static DateRange? Shift(LocalDate day, string unit, int offset, DateSettings settings)
    {
        if (unit.StartsWith(Season, StringComparison.Ordinal) && int.TryParse(unit.AsSpan(Season.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var middle))
        {
            return SeasonYears(day, middle, offset);
        }

        switch (unit)
        {
            case "day":
                return new DateRange(day.PlusDays(offset), day.PlusDays(offset));
            case "week":
                return new DateRange(day.PlusDays((7 * offset) - 7), day.PlusDays((7 * offset) + 7));
            case "month":
                var month = day.PlusMonths(offset);
                return new DateRange(month.With(DateAdjusters.StartOfMonth), month.With(DateAdjusters.EndOfMonth));
            case "quarter":
                var quarter = day.PlusMonths(3 * offset);
                var first = new LocalDate(quarter.Year, (((quarter.Month - 1) / 3) * 3) + 1, 1);
                return new DateRange(first, first.PlusMonths(3).PlusDays(-1));
            case "year":
                var year = day.Year + offset;
                return new DateRange(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            case "years-ago":
                var slack = settings.AgoMonths + Math.Abs(offset);
                return new DateRange(day.PlusYears(offset).PlusMonths(-slack), day.PlusYears(offset).PlusMonths(slack));
            default:
                return null;
        }
    }

    /// <summary>
    /// The years in which the season around a month may be meant by <c>last</c> or <c>next</c>. In the half year behind the last one,
    /// many call the one before it the last, and likewise before the next.
    /// </summary>
    private static DateRange SeasonYears(LocalDate day, int month, int offset)
    {
        var nearest = offset < 0 ? day.Month >= month ? day.Year : day.Year - 1 : day.Month <= month ? day.Year : day.Year + 1;
        var isRecent = Math.Abs(((nearest - day.Year) * MonthsOfYear) + month - day.Month) < MonthsOfYear / 2;
        var other = isRecent ? nearest + offset : nearest;
        return new DateRange(new LocalDate(Math.Min(nearest, other), 1, 1), new LocalDate(Math.Max(nearest, other), MonthsOfYear, 31));
    }

    private static LocalDate? Back(LocalDate day, string unit, decimal count) => unit switch
    {
        "day" => day.PlusDays(-(int)Math.Ceiling(count)),
        "week" => day.PlusDays(-(int)Math.Ceiling(count * 7)),
        "month" => day.PlusMonths(-(int)Math.Ceiling(count)),
        "year" when count < day.Year => day.PlusMonths(-(int)Math.Ceiling(count * 12)),
        "decade" when count * 10 < day.Year => day.PlusMonths(-(int)Math.Ceiling(count * 120)),
        _ => null,
    };

    /// <summary>The date beside the words; one without a year in the year in which it lies nearest.</summary>
    private static DateRange? StatedDate(PhraseFact fact)
    {
        if (fact.Slot(StatedSlot).Fact is not DateMention stated)
        {
            return null;
        }

        if (stated.Date is not null || stated.Year is not null || stated.Month is not { } month || Resolve(fact) is not { } meant)
        {
            return stated.Date;
        }

        DateRange? best = null;
        var bestGap = int.MaxValue;
        for (var year = meant.Earliest.Year - 1; year <= meant.Latest.Year + 1; year++)
        {
            if (In(year, month, stated.Day) is { } candidate && Gap(candidate, meant) is var gap && gap < bestGap)
            {
                (best, bestGap) = (candidate, gap);
            }
        }

        return best;
    }

    private static DateRange? In(int year, int month, int? day)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12)
        {
            return null;
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return day is null ? new DateRange(new LocalDate(year, month, 1), new LocalDate(year, month, last))
            : day is >= 1 && day <= last ? new DateRange(new LocalDate(year, month, day.Value), new LocalDate(year, month, day.Value))
            : null;
    }

    private static int Gap(DateRange a, DateRange b) =>
        a.Latest < b.Earliest ? NodaTime.Period.DaysBetween(a.Latest, b.Earliest) : b.Latest < a.Earliest ? NodaTime.Period.DaysBetween(b.Latest, a.Earliest) : 0;

    private static string? MeantBy(PhraseFact fact)
    {
        if (Resolve(fact) is not { } range)
        {
            return null;
        }

        if (fact.Slot(CountSlot).Fact is NumericFact { Unit: "year" or "decade" } count && fact.Time?.Date is { } date)
        {
            return (date.Latest.Year - (int)(count.Nominal * (count.Unit == "decade" ? 10 : 1))).ToString(CultureInfo.InvariantCulture);
        }

        var (first, last) = (range.Earliest, range.Latest);
        return first == last ? $"{first:uuuu'-'MM'-'dd}"
            : first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 } ? first.Year == last.Year ? $"{first:uuuu}" : $"{first:uuuu} or {last:uuuu}"
            : first.Day == 1 && last == first.With(DateAdjusters.EndOfMonth) ? $"{first:uuuu'-'MM}"
            : $"between {first:uuuu'-'MM'-'dd} and {last:uuuu'-'MM'-'dd}";
    }
}
