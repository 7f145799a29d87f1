namespace ReportLint.Core.Facts.References;

/// <summary>A mention of a numbered thing: a table, a section, a recommendation. A range gives one for each label in it.</summary>
public sealed class CrossReference : Fact
{
    internal static readonly FactType FactType = new(
        "CrossReference", "a mention of a numbered thing, of this document or of another; a range gives one for each label in it", "see Table 4; Annexes A and B; section 5.3",
        new FactProperty("kind", ValueKind.Text, "what is mentioned, a meaning in lexicon/cross-reference-words.yml: table, figure, annex, section …", static f => Value.Of(((CrossReference)f).Kind)),
        new FactProperty("label", ValueKind.Text, "its label in one form: upper case, no spaces, Roman numerals as figures", static f => Value.Of(((CrossReference)f).Label)),
        new FactProperty("whole", ValueKind.Text, "the label without a part at its end: 3.1 for 3.1a, 4 for 4(2); otherwise the label", static f => Value.Of(((CrossReference)f).Whole)),
        new FactProperty("elsewhere", ValueKind.Truth, "whether the words around it name another document", static f => Value.Of((bool?)((CrossReference)f).IsElsewhere)),
        new FactProperty("here", ValueKind.Truth, "whether the words around it say that it is this document: below, above, in this report", static f => Value.Of((bool?)((CrossReference)f).IsHere)),
        new FactProperty("linked", ValueKind.Truth, "whether it is the text of a link, which has its own rules", static f => Value.Of((bool?)((CrossReference)f).IsLinked)),
        new FactProperty("siblings", ValueKind.Number, "how many exhibits of its kind and series the document has", static f => Value.Of(((CrossReference)f).Siblings)),
        new FactProperty("of_kind", ValueKind.Number, "how many exhibits of its kind the document has", static f => Value.Of(((CrossReference)f).OfKind)),
        new FactProperty("beyond", ValueKind.Number, "how far its number lies above the highest of its series; in letters for letters; unknown for a series that is not there", static f => Value.Of(((CrossReference)f).Beyond)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What is mentioned.</summary>
    public required string Kind { get; init; }

    /// <summary>Its label in one form.</summary>
    public required string Label { get; init; }

    /// <summary>The label without a part at its end.</summary>
    public required string Whole { get; init; }

    /// <summary>True where the words around it name another document.</summary>
    public required bool IsElsewhere { get; init; }

    /// <summary>True where the words around it say that it is this document.</summary>
    public required bool IsHere { get; init; }

    /// <summary>True where it is the text of a link.</summary>
    public required bool IsLinked { get; init; }

    /// <summary>How many exhibits of its kind and series the document has.</summary>
    public required int Siblings { get; init; }

    /// <summary>How many exhibits of its kind the document has.</summary>
    public required int OfKind { get; init; }

    /// <summary>How far its number lies above the highest of its series, or null.</summary>
    public required decimal? Beyond { get; init; }
}
