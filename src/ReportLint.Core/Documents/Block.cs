using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>What a block of prose is.</summary>
public enum BlockKind
{
    /// <summary>A running paragraph.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="Block.Level"/> is its level, from 1.</summary>
    Heading,

    /// <summary>The first paragraph of a list item; <see cref="Block.List"/> is its list.</summary>
    ListItem,

    /// <summary>The text of one table cell; <see cref="Block.Cell"/> says which.</summary>
    TableCell,

    /// <summary>The text of a footnote or endnote; <see cref="Block.NoteLabel"/> is its label.</summary>
    FootnoteText,
}

/// <summary>One piece of prose: a paragraph, heading, list item, table cell or note. Immutable after reading.</summary>
public sealed class Block
{
    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Its visible text with the way back to the file.</summary>
    public required ProseText Prose { get; init; }

    /// <summary>Position in <see cref="ReportDocument.Blocks"/>, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>Heading level from 1; 0 for other kinds.</summary>
    public int Level { get; init; }

    /// <summary>True inside a block quote.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The innermost list this block stands in, or null.</summary>
    public ListBlock? List { get; init; }

    /// <summary>Position in <see cref="ListBlock.Items"/> of the item this block stands in, or -1.</summary>
    public int ItemIndex { get; init; } = -1;

    /// <summary>The cell this block is the text of, or null.</summary>
    public TableCell? Cell { get; init; }

    /// <summary>The label of the note this block belongs to (<c>1</c>, <c>jay2014</c>), or null.</summary>
    public string? NoteLabel { get; init; }

    /// <summary>Links, notes, emphasis and code inside the prose, ordered by place.</summary>
    public IReadOnlyList<InlineMark> Marks { get => InlineMarks ?? []; init => InlineMarks = value.Count == 0 ? null : value as InlineMark[] ?? [.. value]; }

    /// <summary>The same, or null where there are none, as in most blocks. Not to be written to.</summary>
    internal InlineMark[]? InlineMarks { get; private init; }

    private MarkPlaces? _marked;

    /// <summary>Where marks stand, found when it is asked for.</summary>
    private sealed class MarkPlaces
    {
        public readonly SpanIndex?[] ByKind = new SpanIndex?[(int)MarkKind.Code + 1];
        public InlineMark[]? ByStart;
        public HashSet<int>? Ends;
    }

    private MarkPlaces Marked => _marked ??= new();

    /// <summary>The marks that begin at a place of the prose or behind it, by the places where they begin.</summary>
    public IEnumerable<InlineMark> MarksFrom(int position)
    {
        if (InlineMarks is null)
        {
            yield break;
        }

        var marks = Marked.ByStart ??= [.. InlineMarks.OrderBy(static m => m.Prose.Start)];
        for (var i = Sorted.First(marks.Length, at => marks[at].Prose.Start >= position); i < marks.Length; i++)
        {
            yield return marks[i];
        }
    }

    /// <summary>True where a mark ends at a place of the prose.</summary>
    public bool HasMarkEndingAt(int position) => InlineMarks is not null && (Marked.Ends ??= [.. InlineMarks.Select(static m => m.Prose.End)]).Contains(position);

    /// <summary>True where a mark of a kind covers a place of the prose.</summary>
    public bool HasMark(MarkKind kind, int position) => HasMark(kind, new TextSpan(position, 1));

    /// <summary>True where a mark of a kind shares a character with a span of the prose that is not empty.</summary>
    public bool HasMark(MarkKind kind, TextSpan prose) => InlineMarks is not null && PlacesOf(kind).OverlapWith(prose);

    /// <summary>True where a mark of a kind begins in a span of the prose, or at its end.</summary>
    public bool HasMarkBeginningIn(MarkKind kind, TextSpan prose) => InlineMarks is not null && PlacesOf(kind).BeginIn(prose);

    private SpanIndex PlacesOf(MarkKind kind) => Marked.ByKind[(int)kind] ??= new SpanIndex(ProseOf(kind));

    private List<TextSpan> ProseOf(MarkKind kind)
    {
        var prose = new List<TextSpan>();
        foreach (var mark in InlineMarks ?? [])
        {
            if (mark.Kind == kind)
            {
                prose.Add(mark.Prose);
            }
        }

        return prose;
    }

    /// <summary>Where the whole block stands in the file, markers included.</summary>
    public TextSpan Span { get; init; }
}
