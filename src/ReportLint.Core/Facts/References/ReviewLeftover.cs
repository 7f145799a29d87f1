using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>What a review left in the text.</summary>
public sealed class ReviewLeftover : Fact
{
    internal static readonly FactType FactType = new(
        "ReviewLeftover", "what a review left in the text: marks of changes, comments, a draft's or a version's mark", "{++ added ++}; [Comment: check]; DRAFT v3 – not for circulation",
        new FactProperty("kind", ValueKind.Text, "what it is", static f => Value.Of(((ReviewLeftover)f).Kind)) { Symbols = ["change", "comment", "draft"] },
        new FactProperty("declared", ValueKind.Truth, "whether the document says of itself, in its front matter, that it is a draft", static f => Value.Of((bool?)((ReviewLeftover)f).IsDeclared)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => Source ?? base.Span;

    /// <inheritdoc/>
    public override string Text => Struck ?? base.Text;

    /// <summary>What is struck out, which leaves no prose; else null.</summary>
    public string? Struck { get; init; }

    /// <summary>Its place in the file where it leaves no prose; else null.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>What it is: <c>change</c>, <c>comment</c>, <c>draft</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>True where the document says that it is a draft.</summary>
    public required bool IsDeclared { get; init; }
}
