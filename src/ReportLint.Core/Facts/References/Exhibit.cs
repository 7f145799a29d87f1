namespace ReportLint.Core.Facts.References;

/// <summary>A numbered thing that the document has: a captioned table, a numbered heading, a numbered paragraph.</summary>
public sealed class Exhibit : Fact
{
    internal static readonly FactType FactType = new(
        "Exhibit", "a numbered thing that the document has: a captioned table or figure, a numbered heading, paragraph or item", "Table 2: Travel; ## 3.2 Visitors; # Annex A",
        new FactProperty("kind", ValueKind.Text, "what it is: a meaning in lexicon/cross-reference-words.yml, or item for a number of a list", static f => Value.Of(((Exhibit)f).Kind)),
        new FactProperty("label", ValueKind.Text, "its label in one form: upper case, no spaces, Roman numerals as figures", static f => Value.Of(((Exhibit)f).Label)),
        new FactProperty("series", ValueKind.Text, "its kind and its label without the last number; exhibits of one series are numbered through", static f => Value.Of(((Exhibit)f).Series)),
        new FactProperty("number", ValueKind.Number, "the last number of its label; for a letter, its place in the alphabet", static f => Value.Of(((Exhibit)f).Number)),
        new FactProperty("caption", ValueKind.Truth, "whether it is a caption set in the text", static f => Value.Of((bool?)((Exhibit)f).IsCaption)),
        new FactProperty("title", ValueKind.Text, "what stands behind the label: letters and digits, lower case", static f => Value.Of(((Exhibit)f).Title)),
        new FactProperty("continued", ValueKind.Truth, "whether it says that it goes on from an earlier page", static f => Value.Of((bool?)((Exhibit)f).IsContinued)),
        new FactProperty("previous", ValueKind.Fact, "the exhibit before it in its series; unknown where numbers begin or begin again", static f => Value.Of((Fact?)((Exhibit)f).Previous)) { ElementType = "Exhibit" },
        new FactProperty("missing", ValueKind.Text, "the label that should come before its own and that no exhibit of the series has; unknown where none is missing", static f => Value.Of(((Exhibit)f).Missing)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Its label in one form.</summary>
    public required string Label { get; init; }

    /// <summary>Its kind and its label without the last number.</summary>
    public string Series => field ??= $"{Kind} {ReferenceLabel.SeriesOf(Label)}";

    /// <summary>The last number of its label, or null.</summary>
    public decimal? Number => ReferenceLabel.LastNumberOf(Label);

    /// <summary>True for a caption set in the text.</summary>
    public bool IsCaption { get; init; }

    /// <summary>What stands behind the label: letters and digits, lower case.</summary>
    public string Title { get; init; } = "";

    /// <summary>True where it says that it goes on from an earlier page.</summary>
    public bool IsContinued { get; init; }

    /// <summary>The exhibit before it in its series, or null where numbers begin or begin again.</summary>
    public Exhibit? Previous { get; internal set; }

    /// <summary>The label that should come before its own and that no exhibit of the series has, or null.</summary>
    public string? Missing { get; internal set; }
}
