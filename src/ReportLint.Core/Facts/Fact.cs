using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts;

/// <summary>
/// Something the document says, with the place where it says it. Facts have identity: two facts with equal properties
/// at two places are two facts. They are made by extractors and phrases, and only read afterwards.
/// </summary>
public abstract class Fact
{
    /// <summary>Its type.</summary>
    public abstract FactType Type { get; }

    /// <summary>The document it stands in.</summary>
    public required ReportDocument Document { get; init; }

    /// <summary>The block it stands in.</summary>
    public required Block Block { get; init; }

    /// <summary>Its place in the block's prose.</summary>
    public required TextSpan Prose { get; init; }

    private TextSpan? _span;

    /// <summary>Its place in the file; found when it is first asked for, at the latest when it is added to the facts of its document.</summary>
    public virtual TextSpan Span => _span ??= Block.Prose.ToSource(Prose);

    /// <summary>What it is compared as: its value where it has one, otherwise itself. How a number was written does not count.</summary>
    internal virtual Value Compared => Type.ValueProperty is { } property ? property.Get(this) : Value.Of(this);

    /// <summary>The visible text at its place.</summary>
    public virtual string Text => Block.Prose.Text.Substring(Prose.Start, Prose.Length);

    /// <summary>Number of its sentence in the document, from 0; sentences never cross blocks.</summary>
    public int Sentence { get; init; } = -1;
}
