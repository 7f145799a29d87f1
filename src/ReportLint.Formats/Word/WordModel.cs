using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Word;

/// <summary>Where characters of the text came from: a <c>w:t</c> element of a part.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Part">The part.</param>
/// <param name="Element">Number of the element among the part's, from 1.</param>
/// <param name="Offset">Offset in the element's text.</param>
internal readonly record struct WordOrigin(int Start, int Length, string Part, int Element, int Offset);

/// <summary>One end of the stretch that a comment hangs on.</summary>
/// <param name="Id">The comment's id in the file.</param>
/// <param name="At">Offset in the text.</param>
/// <param name="IsEnd">True for the end; where a comment has but a mark, it is both.</param>
internal readonly record struct WordCommentEdge(string Id, int At, bool IsEnd);

/// <summary>A mark over a stretch of a paragraph's text.</summary>
internal readonly record struct WordMark(MarkKind Kind, TextSpan Span, string? Target, string? Label);

/// <summary>The text of a paragraph, or of several joined, as printed.</summary>
internal sealed class WordText
{
    public StringBuilder Content { get; } = new();

    /// <summary>Note marks and the like: printed, but not part of the prose. In order, without overlap.</summary>
    public List<TextSpan> Aside => field ??= [];

    public List<WordMark> Marks => field ??= [];

    public List<(string Name, int At)> Bookmarks => field ??= [];

    public List<WordCommentEdge> Comments => field ??= [];

    public List<WordOrigin> Origins => field ??= [];

    /// <summary>True where there is nothing to see: no text but white space, no picture, no note's mark.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Content.Length; i++)
            {
                if (!char.IsWhiteSpace(Content[i]))
                {
                    return false;
                }
            }

            return !Marks.Exists(static m => m.Kind is MarkKind.Image or MarkKind.FootnoteReference);
        }
    }

    /// <summary>Adds another text behind a separator.</summary>
    public void Append(WordText other, string separator)
    {
        if (Content.Length > 0 && other.Content.Length > 0)
        {
            Content.Append(separator);
        }

        var by = Content.Length;
        Content.Append(other.Content);
        Aside.AddRange(other.Aside.Select(s => new TextSpan(s.Start + by, s.Length)));
        Marks.AddRange(other.Marks.Select(m => m with { Span = new TextSpan(m.Span.Start + by, m.Span.Length) }));
        Comments.AddRange(other.Comments.Select(c => c with { At = c.At + by }));
        Bookmarks.AddRange(other.Bookmarks.Select(b => (b.Name, b.At + by)));
        Origins.AddRange(other.Origins.Select(o => o with { Start = o.Start + by }));
    }
}

/// <summary>A paragraph or a table.</summary>
internal abstract class WordBlock;

/// <summary>A paragraph.</summary>
internal sealed class WordParagraph : WordBlock
{
    public WordText Text { get; } = new();

    /// <summary>The style, as in the file.</summary>
    public string? StyleId { get; set; }

    /// <summary>True in a table of contents.</summary>
    public bool IsContents { get; set; }

    /// <summary>What the paragraph says for itself, over its style.</summary>
    public WordStyle Own { get; } = new();
}

/// <summary>A table.</summary>
internal sealed class WordTable : WordBlock
{
    public List<WordRow> Rows { get; } = [];

    /// <summary>False where the table's look says that its first row is like the others.</summary>
    public bool FirstRowDiffers { get; set; } = true;
}

/// <summary>A row of a table.</summary>
internal sealed class WordRow
{
    public List<WordCell> Cells { get; } = [];

    /// <summary>Columns left free before the first cell.</summary>
    public int ColumnsBefore { get; set; }

    /// <summary>True for a row that is repeated on top of each page.</summary>
    public bool IsHeader { get; set; }

    /// <summary>True where a tracked change takes the row away.</summary>
    public bool IsGone { get; set; }
}

/// <summary>A cell of a table.</summary>
internal sealed class WordCell
{
    public List<WordBlock> Blocks { get; } = [];

    public int ColumnSpan { get; set; } = 1;

    /// <summary>True where the cell goes on with the one above.</summary>
    public bool ContinuesAbove { get; set; }
}
