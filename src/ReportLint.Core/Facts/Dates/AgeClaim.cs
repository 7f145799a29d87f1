namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of an age beside the birth and the time that it is the age at.</summary>
public static class AgeClaim
{
    internal static readonly FactType FactType = new(
        "AgeClaim", "an age beside the birth and the time that it is the age at", "aged 34 (born 1981); born in 1932 and died in 1999, aged 67; (1920–2004), who died aged 83",
        PhraseFact.Property(0, "age", ValueKind.Fact, "the age, in years") with { ElementType = "Number" },
        PhraseFact.Property(1, "born", ValueKind.Fact, "the date of birth") with { ElementType = "DateMention" },
        PhraseFact.Property(2, "at", ValueKind.Fact, "the date spoken of") with { ElementType = "DateMention" },
        PhraseFact.Property(3, "life", ValueKind.Fact, "birth and death, as a period") with { ElementType = "Period" },
        PhraseFact.Property(4, "wording", ValueKind.Text, "which time it is the age at - now: that of the document; described: the same, where the age is that of a description, such as a 45-year-old; at: the date spoken of; death: the end of the life; then: the date spoken of, of somebody whose birth is told before") with
        {
            Symbols = ["now", "described", "at", "death", "then"],
        });
}
