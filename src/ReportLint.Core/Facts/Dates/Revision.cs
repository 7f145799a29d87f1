namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a publication and a revision that are told together.</summary>
public static class Revision
{
    internal static readonly FactType FactType = new(
        "Revision", "when something was written or published, and when it was revised", "first issued on 9 June 2014 and last revised on 3 March 2015",
        PhraseFact.Property(0, "first", ValueKind.Fact, "the date of the publication") with { ElementType = "DateMention" },
        PhraseFact.Property(1, "last", ValueKind.Fact, "the date of the revision") with { ElementType = "DateMention" });
}
