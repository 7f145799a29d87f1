namespace ReportLint.Core.Facts.References;

/// <summary>The second of two equal pieces of text that stand next to each other.</summary>
public sealed class RepeatedText : Fact
{
    internal static readonly FactType FactType = new(
        "RepeatedText", "the second of two equal pieces of text that stand next to each other, or of two long sentences in one paragraph (apart) or in two that follow each other (near)", "the the; a caption pasted twice",
        new FactProperty("kind", ValueKind.Text, "what is doubled", static f => Value.Of(((RepeatedText)f).Kind))
        {
            Symbols = ["word", "apart", "near", "sentence", "paragraph", "item"],
        },
        new FactProperty("first", ValueKind.Fact, "the first of the two", static f => Value.Of(((RepeatedText)f).First)) { ElementType = "Piece" },
        new FactProperty("figured", ValueKind.Truth, "whether a number or a date stands in it, so that nobody says it twice for effect", static f => Value.Of((bool?)((RepeatedText)f).HasFigures)),
        new FactProperty("words", ValueKind.Number, "number of words in one of the two", static f => Value.Of(((RepeatedText)f).Words)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What is doubled: <c>word</c>, <c>sentence</c>, <c>paragraph</c>, <c>item</c>, <c>apart</c> or <c>near</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The first of the two.</summary>
    public required Piece First { get; init; }

    /// <summary>True where a number or a date stands in it.</summary>
    public required bool HasFigures { get; init; }

    /// <summary>Number of words in one of the two.</summary>
    public required int Words { get; init; }
}
