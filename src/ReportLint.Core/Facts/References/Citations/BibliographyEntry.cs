using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Citations;

/// <summary>An entry of a list of references: at the end of the text, in the front matter, or in a bibliography that was handed in.</summary>
public sealed class BibliographyEntry : Fact
{
    internal static readonly FactType FactType = new(
        "BibliographyEntry", "a work in a list of references: under a heading of the text, in the front matter, or in a .bib file", "Kemp, P. (2011) 'Low-income tenants'; [3] Heinz R. What a fall costs",
        new FactProperty("style", ValueKind.Text, "how the text cites it", static f => Value.Of(((BibliographyEntry)f).Style.Symbol())) { Symbols = CitationStyles.Symbols },
        new FactProperty("key", ValueKind.Text, "its number, its key, or author and year", static f => Value.Of(((BibliographyEntry)f).Key)),
        new FactProperty("author", ValueKind.Text, "the first author's name; unknown where none can be told", static f => Value.Of(((BibliographyEntry)f).Author)),
        new FactProperty("year", ValueKind.Text, "the year with its letter; unknown where it has none", static f => Value.Of(((BibliographyEntry)f).Year)),
        new FactProperty("cited", ValueKind.Truth, "whether the text cites it", static f => Value.Of((bool?)((BibliographyEntry)f).IsCited)),
        new FactProperty("citable", ValueKind.Truth, "whether it stands in the document, in a list of what is cited of which the text cites at least half", static f => Value.Of((bool?)((BibliographyEntry)f).MustBeCited)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => Source;

    /// <summary>How the text cites it.</summary>
    public required CitationStyle Style { get; init; }

    /// <summary>Its number, its key, or author and year.</summary>
    public required string Key { get; init; }

    /// <summary>The first author's name, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The year with its letter, or null.</summary>
    public string? Year { get; init; }

    /// <summary>All names before the year and all words of the entry that begin with a capital, lower case: what a citation by author and year may call it.</summary>
    internal IReadOnlySet<string> Names { get; init; } = NoNames;

    /// <summary>Of an entry that is cited by its number or key.</summary>
    internal static readonly HashSet<string> NoNames = [];

    /// <summary>True for an entry of a list of what is cited, as opposed to further reading.</summary>
    internal bool IsInCitedList { get; init; }

    /// <summary>True where the text cites it.</summary>
    public bool IsCited { get; internal set; }

    /// <summary>True where a reader may expect that the text cites it.</summary>
    public bool MustBeCited { get; internal set; }

    /// <summary>Its place in the file; for an entry of another file, the start of the document.</summary>
    public required TextSpan Source { get; init; }
}
