namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type of a beginning and an end that stand apart: in one sentence, or in two columns of a table.</summary>
public static class Course
{
    internal static readonly FactType FactType = new(
        "Course", "a beginning and an end that stand apart", "began in March 2015 and ended in October 2015; | Scar Lane | 4 March 2019 | 15 March 2019 |",
        PhraseFact.Property(0, "first", ValueKind.Fact, "the beginning") with { ElementType = "DateMention" },
        PhraseFact.Property(1, "last", ValueKind.Fact, "the end") with { ElementType = "DateMention" });
}
