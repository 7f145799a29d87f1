namespace ReportLint.Core.Facts.Consistency;

/// <summary>A way of writing a term where the document writes the term in another way too; its place is the first of that way.</summary>
public sealed class StyleForm : Fact
{
    internal static readonly FactType FactType = new(
        "StyleForm", "a way of writing a term that the document writes in another way too; its place is the first of that way", "5% where others are written per cent; organize beside organise",
        new FactProperty("term", ValueKind.Text, "the term: a meaning of lexicon/style-forms.yml, style-measures.yml or style-endings.yml, or the compound", static f => Value.Of(((StyleForm)f).Term)),
        new FactProperty("count", ValueKind.Number, "how often the document writes it so", static f => Value.Of(((StyleForm)f).Count)),
        new FactProperty("usual", ValueKind.Fact, "the way that the document uses most, of two alike the first; unknown for that one itself", static f => Value.Of((Fact?)((StyleForm)f).Usual)) { ElementType = "StyleForm" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The term.</summary>
    public required string Term { get; init; }

    /// <summary>How often the document writes it so.</summary>
    public required int Count { get; init; }

    /// <summary>The way that the document uses most; null for that one itself.</summary>
    public StyleForm? Usual { get; init; }
}
