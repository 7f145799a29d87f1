namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a birth.</summary>
public static class Birth
{
    internal static readonly FactType FactType = new(
        "Birth", "a birth with its date", "born in Leeds in 1934",
        PhraseFact.Property(0, "born", ValueKind.Fact, "the date of birth") with { ElementType = "DateMention" });
}
