using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>A mark in the text or in a table that points at a note.</summary>
public sealed class FootnoteMark : Fact
{
    internal static readonly FactType FactType = new(
        "FootnoteMark", "a mark that points at a note", "[^jay]; <sup>1</sup>; 14† in a table",
        new FactProperty("label", ValueKind.Text, "the label of the note, lower case", static f => Value.Of(((FootnoteMark)f).Label)),
        new FactProperty("scope", ValueKind.Text, "where its note must stand: document, the chapter where numbers begin again in each, or the table that it stands in", static f => Value.Of(((FootnoteMark)f).Scope)),
        new FactProperty("number", ValueKind.Number, "its number, where its label is one", static f => Value.Of(((FootnoteMark)f).Number)),
        new FactProperty("expected", ValueKind.Number, "the least number of its scope that no mark before it, and none in a table, has; unknown in tables and notes, and where numbers do not begin at 1", static f => Value.Of((decimal?)((FootnoteMark)f).Expected)),
        new FactProperty("certain", ValueKind.Truth, "whether it is a note's mark beyond doubt, and not a set of a regular expression or a star", static f => Value.Of((bool?)((FootnoteMark)f).IsCertain)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Its number where its label is one, or null.</summary>
    public decimal? Number => int.TryParse(Label, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The least number that no mark before it has, or null.</summary>
    public int? Expected { get; internal set; }

    /// <inheritdoc/>
    public override TextSpan Span => Source;

    /// <summary>The label of the note, lower case.</summary>
    public required string Label { get; init; }

    /// <summary>Where its note must stand.</summary>
    public required string Scope { get; init; }

    /// <summary>True where it is a note's mark beyond doubt.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>Its place in the file, markup included.</summary>
    public required TextSpan Source { get; init; }
}
