namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of the beginning of a body.</summary>
public static class Founding
{
    internal static readonly FactType FactType = new(
        "Founding", "the beginning of a body with its date", "The club was founded in 1930.",
        PhraseFact.Property(0, "date", ValueKind.Fact, "the date of the beginning") with { ElementType = "DateMention" });
}
