namespace ReportLint.Core.Facts.References;

/// <summary>The fact types of notes, references, sources and slips of the text.</summary>
internal static class ReferenceTypes
{
    public static readonly IReadOnlyList<FactType> All =
    [
        Citations.BibliographyEntry.FactType,
        Citations.CitationMark.FactType,
        ContentsEntry.FactType,
        CrossReference.FactType,
        Exhibit.FactType,
        FootnoteMark.FactType,
        FootnoteText.FactType,
        Links.Link.FactType,
        Links.LinkTarget.FactType,
        PageCount.FactType,
        PageReference.FactType,
        Placeholder.FactType,
        RepeatedText.FactType,
        ReviewLeftover.FactType,
        SourceClaim.FactType,
        UnlistedHeading.FactType,
    ];
}
