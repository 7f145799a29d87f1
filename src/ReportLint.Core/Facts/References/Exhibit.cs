namespace ReportLint.Core.Facts.References;

/// <summary>A numbered thing that the document has: a captioned table, a numbered heading, a numbered paragraph.</summary>
public sealed class Exhibit : Fact
{
    /// <summary>The fact type.</summary>
    public static readonly FactType FactType = new(
        "Exhibit", "a numbered thing that the document has: a captioned table or figure, a numbered heading, paragraph or item", "Table 2: Travel; ## 3.2 Visitors; # Annex A",
        new FactProperty("kind", ValueKind.Text, "what it is: a meaning in lexicon/cross-reference-words.yml, or item for a number of a list", static f => Value.Of(((Exhibit)f).Kind)),
        new FactProperty("label", ValueKind.Text, "its label in one form: upper case, no spaces, Roman numerals as figures", static f => Value.Of(((Exhibit)f).Label)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Its label in one form.</summary>
    public required string Label { get; init; }
}
