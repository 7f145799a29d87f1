namespace ReportLint.Core.Facts.References.Citations;

/// <summary>A citation of a work in the text, and the entry that answers it.</summary>
public sealed class CitationMark : Fact
{
    internal static readonly FactType FactType = new(
        "CitationMark", "a citation in the text of a document that lists its references; ranges give one for each number", "(Jay, 2014a); Kemp (2011); [3–6, 9]; [@jay2014]",
        new FactProperty("style", ValueKind.Text, "how it cites", static f => Value.Of(((CitationMark)f).Style.Symbol())) { Symbols = CitationStyles.Symbols },
        new FactProperty("key", ValueKind.Text, "what it cites: the number, the key, or author and year", static f => Value.Of(((CitationMark)f).Key)),
        new FactProperty("author", ValueKind.Text, "the first author's name; unknown for other styles", static f => Value.Of(((CitationMark)f).Author)),
        new FactProperty("year", ValueKind.Text, "the year with its letter; unknown for other styles", static f => Value.Of(((CitationMark)f).Year)),
        new FactProperty("entry", ValueKind.Fact, "the entry that answers it; unknown where none does", static f => Value.Of((Fact?)((CitationMark)f).Entry)) { ElementType = "BibliographyEntry" },
        new FactProperty("nearest", ValueKind.Fact, "an entry of the same author with another year or letter; unknown where there is none", static f => Value.Of((Fact?)((CitationMark)f).Nearest)) { ElementType = "BibliographyEntry" },
        new FactProperty("certain", ValueKind.Truth, "whether its form is a citation's beyond doubt", static f => Value.Of((bool?)((CitationMark)f).IsCertain)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>How it cites.</summary>
    public required CitationStyle Style { get; init; }

    /// <summary>What it cites.</summary>
    public required string Key { get; init; }

    /// <summary>The first author's name, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The year with its letter, or null.</summary>
    public string? Year { get; init; }

    /// <summary>The entry that answers it, or null.</summary>
    public BibliographyEntry? Entry { get; init; }

    /// <summary>An entry of the same author with another year or letter, or null.</summary>
    public BibliographyEntry? Nearest { get; init; }

    /// <summary>True where its form is a citation's beyond doubt.</summary>
    public bool IsCertain { get; init; }
}
