namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type of a day of the week that stands in a cell of its own, in a row with a date.</summary>
public static class WeekdayCell
{
    internal static readonly FactType FactType = new(
        "WeekdayCell", "a day of the week in a cell of its own, and the date of its row, where most of the other rows fit", "| Thursday | 6 March 2014 | Orr |",
        PhraseFact.Property(0, "weekday", ValueKind.Text, "the day of the week, in full: Thursday"),
        PhraseFact.Property(1, "date", ValueKind.Date, "the date of the row; without a year, that of the year in which it lies nearest to the document's own date"),
        PhraseFact.Property(2, "when", ValueKind.Fact, "the date of the row as written") with { ElementType = "DateMention" });
}
