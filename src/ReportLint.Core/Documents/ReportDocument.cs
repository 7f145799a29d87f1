using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>The kind of file a document was read from.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>A Word file; the source is its text as the reader printed it.</summary>
    Word,
}

/// <summary>Something the reader has to tell about the file itself.</summary>
/// <param name="Id">Id of the tool's own descriptor, such as <c>RL0001</c>.</param>
/// <param name="Message">One sentence for the person who has the file.</param>
/// <param name="Span">The place concerned; empty at 0 for the whole file.</param>
/// <param name="IsFatal">True where nothing of the file could be read.</param>
public sealed record ReaderNotice(string Id, string Message, TextSpan Span, bool IsFatal);

/// <summary>
/// A draft as its reader understood it. Immutable after construction and safe to share between threads.
/// All spans are offsets in <see cref="Source"/>.
/// </summary>
public sealed class ReportDocument
{
    /// <summary>Puts a document together and numbers its blocks and tables.</summary>
    public ReportDocument(string path, SourceText source, DocumentFormat format, IReadOnlyList<Block> blocks)
    {
        Path = path;
        Source = source;
        Format = format;
        Blocks = blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks[i].Index = i;
            if (blocks[i] is { Kind: BlockKind.ListItem, ItemIndex: 0, List: { } list })
            {
                list.LeadInBlock = i - 1;
            }
        }
    }

    /// <summary>The name of the document in outputs: a path relative to the working directory, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The decoded text.</summary>
    public SourceText Source { get; }

    /// <summary>The kind of file.</summary>
    public DocumentFormat Format { get; }

    /// <summary>All prose in reading order; every cell of a table is a block too, blank ones included.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>All lists in order of their first item.</summary>
    public IReadOnlyList<ListBlock> Lists { get; init; } = [];

    /// <summary>All tables in reading order.</summary>
    public IReadOnlyList<Table> Tables
    {
        get;
        init
        {
            field = value;
            for (var t = 0; t < value.Count; t++)
            {
                var table = value[t];
                table.Index = t;
                for (var r = 0; r < table.Rows.Count; r++)
                {
                    var row = table.Rows[r];
                    for (var c = 0; c < row.Count; c++)
                    {
                        row[c].Table = table;
                    }
                }
            }

            for (var b = 0; b < Blocks.Count && value.Count > 0; b++)
            {
                var block = Blocks[b];
                if (block.Cell is { Row: 0, Column: 0, Table: { } table })
                {
                    table.PrecedingBlock = block.Index - 1;
                }
            }
        }
    } = [];

    /// <summary>What the file states of itself.</summary>
    public IReadOnlyList<DocumentProperty> Properties { get; init; } = [];

    /// <summary>The places a link can point at.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>The notes, in the order of the file; the first of two with one label counts.</summary>
    public IReadOnlyList<FootnoteDefinition> Footnotes { get; init; } = [];

    /// <summary>Comments that are no part of the text, in the order of the file; those in the markup of Markdown and HTML are not among them, nor those that ReportLint wrote.</summary>
    public IReadOnlyList<DocumentComment> Comments { get; init; } = [];

    /// <summary>What the reader has to tell about the file.</summary>
    public IReadOnlyList<ReaderNotice> Notices { get; init; } = [];
}
