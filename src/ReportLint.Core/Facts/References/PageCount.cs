namespace ReportLint.Core.Facts.References;

/// <summary>How many pages a work is said to have.</summary>
public sealed class PageCount : Fact
{
    internal static readonly FactType FactType = new(
        "PageCount", "how many pages a work is said to have", "a 24-page report; a yearbook of 212 pages; 186 pp.",
        new FactProperty("value", ValueKind.Number, "the number of pages", static f => Facts.Value.Of((decimal?)((PageCount)f).Pages)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The number of pages.</summary>
    public required int Pages { get; init; }

    /// <summary>True in the form of a bibliography, <c>186 pp.</c>, which speaks of the work beside it only.</summary>
    internal bool IsBibliographic { get; init; }
}

/// <summary>A mention of a page of a work whose length is stated.</summary>
public sealed class PageReference : Fact
{
    internal static readonly FactType FactType = new(
        "PageReference", "a mention of a page of a work whose length the document states", "(page 31); his list (at p. 171)",
        new FactProperty("page", ValueKind.Number, "the number of the page, the last one of a range", static f => Value.Of((decimal?)((PageReference)f).Page)),
        new FactProperty("length", ValueKind.Fact, "how many pages the work is said to have", static f => Value.Of((Fact?)((PageReference)f).Length)) { ElementType = "PageCount" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The number of the page.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages the work is said to have.</summary>
    public required PageCount Length { get; init; }
}
