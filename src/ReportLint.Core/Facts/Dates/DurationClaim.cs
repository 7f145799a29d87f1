namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a length of time stated beside the period it is the length of.</summary>
public static class DurationClaim
{
    internal static readonly FactType FactType = new(
        "DurationClaim", "a length of time beside the period that it is the length of", "for 14 years, between 1999 and 2009; a 90-minute session from 09:30 to 10:45",
        PhraseFact.Property(0, "duration", ValueKind.Fact, "the stated length, a number with a unit of time") with { ElementType = "Duration" },
        PhraseFact.Property(1, "period", ValueKind.Fact, "the period") with { ElementType = "Period" },
        PhraseFact.Property(2, "wording", ValueKind.Text, "exact: the words say that it is the whole length; over: a word before it means more than or during; within: it may lie inside the period") with
        {
            Symbols = ["exact", "over", "within"],
        });
}
