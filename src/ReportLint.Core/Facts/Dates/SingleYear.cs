namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a period that the words call one financial, academic or other year.</summary>
public static class SingleYear
{
    internal static readonly FactType FactType = new(
        "SingleYear", "a period that the words around it call one year", "the financial year 2013-14; the 2012/13 season",
        PhraseFact.Property(0, "period", ValueKind.Fact, "the period") with { ElementType = "Period" });
}
