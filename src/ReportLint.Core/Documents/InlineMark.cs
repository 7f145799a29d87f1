using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>What an inline mark does to the prose it covers.</summary>
public enum MarkKind
{
    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Italic.</summary>
    Emphasis,

    /// <summary>A link; <see cref="InlineMark.Target"/> is its address, or null where a reference is not defined.</summary>
    Link,

    /// <summary>An image; it leaves no prose, <see cref="InlineMark.Label"/> is its alternative text.</summary>
    Image,

    /// <summary>A mark that points at a note; it leaves no prose, <see cref="InlineMark.Label"/> is the note's label.</summary>
    FootnoteReference,

    /// <summary>Text that is struck out; it leaves no prose, <see cref="InlineMark.Label"/> is what it was.</summary>
    Deleted,

    /// <summary>Inline code: one U+FFFC in the prose.</summary>
    Code,
}

/// <summary>A stretch of a block's prose that carries markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Prose">Place in the block's prose; empty for what leaves no prose.</param>
/// <param name="Source">Place in the file, the markup included.</param>
/// <param name="Target">Address of a link or image.</param>
/// <param name="Label">Label of a note mark (<c>1</c>, <c>jay2014</c>), alternative text of an image, what was struck out.</param>
public sealed record InlineMark(MarkKind Kind, TextSpan Prose, TextSpan Source, string? Target = null, string? Label = null);
