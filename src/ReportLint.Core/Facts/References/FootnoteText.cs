using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>A note: what a mark points at.</summary>
public sealed class FootnoteText : Fact
{
    internal static readonly FactType FactType = new(
        "FootnoteText", "a footnote, an endnote or a note under a table", "[^jay]: Independent Inquiry, 2014; † Includes agency staff.",
        new FactProperty("label", ValueKind.Text, "its label, lower case", static f => Value.Of(((FootnoteText)f).Label)),
        new FactProperty("meant", ValueKind.Number, "the number that it should have, where it repeats that of the note before it and the next number is left out", static f => Value.Of((decimal?)((FootnoteText)f).Meant)),
        new FactProperty("scope", ValueKind.Text, "where its marks stand: document, the chapter where numbers begin again in each, or the table that it belongs to", static f => Value.Of(((FootnoteText)f).Scope)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => Source;

    /// <summary>Its label, lower case.</summary>
    public required string Label { get; init; }

    /// <summary>The number that it should have where it repeats that of the note before it, or null.</summary>
    public int? Meant { get; init; }

    /// <summary>Where its marks stand.</summary>
    public required string Scope { get; init; }

    /// <summary>The place of its label in the file.</summary>
    public required TextSpan Source { get; init; }
}
