using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Annotated;

/// <summary>What a mark on a page stands for.</summary>
internal enum MarkRole
{
    Strong,
    Emphasis,
    Link,
    Code,
    Image,
    NoteReference,
    Unbound,
    Checked,
    Flagged,
    Related,
    Finding,
}

/// <summary>A stretch of a piece's text with a role.</summary>
/// <param name="Span">The stretch; empty for what stands between two characters.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Number">The finding, from 1; 0 for other roles.</param>
/// <param name="Place">Which of the finding's related places it is, from 1; 0 for its own.</param>
/// <param name="Text">What is to be told: the target of a link, a label, the comparisons of a number.</param>
internal readonly record struct PageMark(TextSpan Span, MarkRole Role, int Number = 0, int Place = 0, string Text = "");

/// <summary>A piece of the draft that a page shows as one: the prose of a block, or a stretch of the file as it is.</summary>
internal sealed class PagePiece
{
    private PagePiece(Block? block, TextSpan source, string text)
    {
        Block = block;
        Source = source;
        Text = text;
    }

    /// <summary>The block; null for a stretch of the file as it is.</summary>
    public Block? Block { get; }

    /// <summary>Where it stands in the file.</summary>
    public TextSpan Source { get; }

    /// <summary>Its text, which the page shows unchanged.</summary>
    public string Text { get; }

    /// <summary>Name of the property that it is the value of, or null.</summary>
    public string? Property { get; private init; }

    /// <summary>What is marked in it.</summary>
    public List<PageMark> Marks { get; } = [];

    /// <summary>The prose of a block.</summary>
    public static PagePiece Of(Block block)
    {
        var source = block.Span;
        var piece = new PagePiece(block, block.Marks.Aggregate(source, static (span, mark) => span.Union(mark.Source)), block.Prose.Text);
        foreach (var mark in block.Marks)
        {
            var role = mark.Kind switch
            {
                MarkKind.Strong => MarkRole.Strong,
                MarkKind.Emphasis => MarkRole.Emphasis,
                MarkKind.Link => MarkRole.Link,
                MarkKind.Code => MarkRole.Code,
                MarkKind.Image => MarkRole.Image,
                _ => MarkRole.NoteReference,
            };
            piece.Marks.Add(new PageMark(mark.Prose, role, Text: mark.Kind is MarkKind.Link ? mark.Target ?? "" : mark.Label ?? ""));
        }

        return piece;
    }

    /// <summary>A stretch of the file as it is.</summary>
    public static PagePiece Raw(SourceText source, TextSpan span, string? property = null) => new(null, span, source.ToString(span)) { Property = property };

    /// <summary>
    /// The stretch of the text that stands for a place of the file: the same characters where they are shown, the words of the link or picture where the place lies in
    /// its markup, else nothing, between the nearest characters.
    /// </summary>
    public TextSpan ToText(TextSpan source)
    {
        if (Block is null)
        {
            var start = Math.Clamp(source.Start - Source.Start, 0, Text.Length);
            return TextSpan.FromBounds(start, Math.Clamp(source.End - Source.Start, start, Text.Length));
        }

        var prose = Block.Prose.ToProse(source);
        return prose.IsEmpty && Block.Marks.LastOrDefault(m => m.Source.Contains(source) && !source.IsEmpty) is { } mark ? mark.Prose : prose;
    }
}
