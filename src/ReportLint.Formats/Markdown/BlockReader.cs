using Markdig.Syntax;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Html;
using ReportLint.Formats.Markdown.Syntax;
using Block = ReportLint.Core.Documents.Block;
using ListBlock = ReportLint.Core.Documents.ListBlock;

namespace ReportLint.Formats.Markdown;

/// <summary>Turns Markdig's tree into blocks, lists, tables, notes and anchors, in reading order.</summary>
internal sealed class BlockReader
{
    private static readonly ProseText NoProse = new ProseBuilder().Build();

    private readonly ReaderLimits _limits;
    private readonly SourceText _source;
    private readonly InlineReader _inlines;
    private readonly HtmlReader _html;
    private readonly Slugs _slugs = new();

    public BlockReader(SourceText source, ReaderContext context, LeafInlines inlines)
    {
        _limits = context.Limits;
        _source = source;
        Blocks = new(source.LineCount / 2);
        _inlines = new InlineReader(source, Anchors, inlines);
        _html = new HtmlReader(context.Source, Anchors, context.Limits);
    }

    public List<Block> Blocks { get; }

    public List<ListBlock> Lists { get; } = [];

    public List<Table> Tables { get; } = [];

    public List<Anchor> Anchors { get; } = [];

    public List<FootnoteDefinition> Footnotes { get; } = [];

    public void Read(MarkdownDocument document) => ReadChildren(document, default);

    private void ReadChildren(ContainerBlock container, Place place)
    {
        for (var i = 0; i < container.Count; i++)
        {
            ReadBlock(container[i], i == 0 ? place : place with { IsItemStart = false });
        }
    }

    private void ReadBlock(Markdig.Syntax.Block block, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                ReadHeading(heading, place);
                break;
            case ParagraphBlock paragraph:
                ReadParagraph(paragraph, place);
                break;
            case PipeTableBlock table:
                ReadTable(table, place);
                break;
            case HtmlBlock html:
                ReadHtml(html, place);
                break;
            case NoteDefinitionBlock note:
                Footnotes.Add(new FootnoteDefinition(note.Label, note.LabelSpan, SpanOf(note)));
                ReadChildren(note, place with { NoteLabel = note.Label });
                break;
            case QuoteBlock quote:
                ReadChildren(quote, place with { IsQuoted = true });
                break;
            case Markdig.Syntax.ListBlock list:
                ReadList(list, place);
                break;
            case ContainerBlock container and not LinkReferenceDefinitionGroup:
                ReadChildren(container, place);
                break;
        }
    }

    private void ReadHeading(HeadingBlock heading, Place place)
    {
        var text = "";
        var span = SpanOf(heading);
        foreach (var piece in _inlines.Read(heading, mayDefineNotes: false))
        {
            text = WithCode(piece);
            Blocks.Add(Create(BlockKind.Heading, piece, span, place, heading.Level));
        }

        if (heading.GetData(typeof(Lines.Attribute)) is Lines.Attribute { Name.IsEmpty: false } attribute)
        {
            Anchors.Add(new Anchor(_source.ToString(attribute.Name), attribute.Name));
        }

        if (text.Length > 0)
        {
            Anchors.Add(new Anchor(_slugs.Next(text), span));
        }
    }

    /// <summary>The visible text with the code in it, which a heading's name is made of.</summary>
    private string WithCode(InlinePiece piece)
    {
        var text = piece.Prose.Text;
        for (var i = piece.Marks.Count - 1; i >= 0; i--)
        {
            if (piece.Marks[i] is { Kind: MarkKind.Code } mark)
            {
                text = string.Concat(text.AsSpan(0, mark.Prose.Start), _source.Content.AsSpan(mark.Source.Start, mark.Source.Length), text.AsSpan(mark.Prose.End));
            }
        }

        return text;
    }

    private void ReadParagraph(ParagraphBlock paragraph, Place place)
    {
        var span = SpanOf(paragraph);
        if (IsDisplayedFormula(span))
        {
            return;
        }

        if (paragraph.GetData(typeof(Lines.Attribute)) is Lines.Attribute { Name.IsEmpty: false } attribute)
        {
            Anchors.Add(new Anchor(_source.ToString(attribute.Name), attribute.Name));
        }

        foreach (var piece in _inlines.Read(paragraph, mayDefineNotes: place.NoteLabel is null))
        {
            AddParagraph(piece, span, place);
            place = place with { IsItemStart = false };
        }
    }

    private void AddParagraph(InlinePiece piece, TextSpan span, Place place)
    {
        if (piece.NoteLabel is { } label)
        {
            span = piece.Prose.Text.Length > 0 ? piece.NoteLabelSpan.Union(piece.Prose.SourceSpan) : piece.NoteLabelSpan;
            Footnotes.Add(new FootnoteDefinition(label, piece.NoteLabelSpan, span));
            place = place with { NoteLabel = label };
        }

        var kind = place switch
        {
            { IsItemStart: true, List: not null } => BlockKind.ListItem,
            { NoteLabel: not null } => BlockKind.FootnoteText,
            _ => BlockKind.Paragraph,
        };
        Blocks.Add(Create(kind, piece, kind == BlockKind.ListItem ? place.List!.Items[place.ItemIndex].Marker.Union(span) : span, place));
    }

    private bool IsDisplayedFormula(TextSpan span)
    {
        var text = _source.Content.AsSpan(span.Start, span.Length);
        return text.Length > 4 && text.StartsWith("$$") && text.TrimEnd().EndsWith("$$");
    }

    private void ReadList(Markdig.Syntax.ListBlock list, Place place)
    {
        var items = new ListEntry[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = (ListItemBlock)list[i];
            var span = SpanOf(item);
            var length = 1;
            if (list.IsOrdered)
            {
                while (length < span.Length && char.IsAsciiDigit(_source.Content[span.Start + length - 1]))
                {
                    length++;
                }
            }

            items[i] = new ListEntry(new TextSpan(span.Start, Math.Min(length, span.Length)), list.IsOrdered ? item.Order : null, span);
        }

        var result = new ListBlock
        {
            IsOrdered = list.IsOrdered,
            Depth = place.List is null ? 0 : place.List.Depth + 1,
            Parent = place.List,
            Items = items,
        };
        Lists.Add(result);
        for (var i = 0; i < items.Length; i++)
        {
            ReadChildren((ListItemBlock)list[i], place with { List = result, ItemIndex = i, IsItemStart = true });
        }
    }

    private void ReadTable(PipeTableBlock block, Place place)
    {
        var rows = new TableCell[block.Cells.Length / block.ColumnCount][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new TableCell[block.ColumnCount];
            for (var c = 0; c < block.ColumnCount; c++)
            {
                var span = block.Cells[(r * block.ColumnCount) + c];
                rows[r][c] = AddCell(First(_inlines.Read(span)), span, r, c, r == 0, place);
            }
        }

        Tables.Add(new Table { HeaderRows = 1, Rows = rows, ColumnCount = block.ColumnCount, Span = SpanOf(block) });
    }

    private void ReadHtml(HtmlBlock html, Place place)
    {
        _html.Begin(SpanOf(html), place.IsQuoted);
        while (_html.MoveNext())
        {
            var segment = _html.Current;
            if (segment.Table is { } table)
            {
                ReadHtmlTable(table, segment.Span, place);
                continue;
            }

            var isHeading = segment.Level > 0;
            foreach (var piece in _inlines.Read(_html.Parts, segment.First, segment.End, segment.Span, mayDefineNotes: !isHeading && place.NoteLabel is null))
            {
                if (isHeading)
                {
                    Blocks.Add(Create(BlockKind.Heading, piece, segment.Span, place, segment.Level));
                    Anchors.Add(new Anchor(_slugs.Next(WithCode(piece)), segment.Span));
                }
                else
                {
                    AddParagraph(piece, segment.Span, place with { IsItemStart = false });
                }
            }
        }
    }

    private void ReadHtmlTable(HtmlTableSegment table, TextSpan span, Place place)
    {
        ProseText? caption = null;
        if (table.Caption is { } captionSegment)
        {
            foreach (var piece in _inlines.Read(_html.Parts, captionSegment.First, captionSegment.End, captionSegment.Span, mayDefineNotes: false))
            {
                caption = piece.Prose;
                Blocks.Add(Create(BlockKind.Paragraph, piece, captionSegment.Span, place));
            }
        }

        if (HtmlGrid.Build(table.Rows, _limits.MaximumCells) is not { } grid)
        {
            return;
        }

        var headers = 0;
        while (headers < grid.Length - 1 && table.Rows[headers].TrueForAll(static cell => cell.IsHeader))
        {
            headers++;
        }

        var rows = new TableCell[grid.Length][];
        var last = span.Start;
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new TableCell[grid[r].Length];
            for (var c = 0; c < rows[r].Length; c++)
            {
                var place1 = grid[r][c];
                var cellSpan = place1?.Span ?? new TextSpan(last, 0);
                var piece = place1 is null ? null : First(_inlines.Read(_html.Parts, place1.First, place1.End, cellSpan, mayDefineNotes: false));
                rows[r][c] = AddCell(piece, cellSpan, r, c, r < headers, place, place1?.RowSpan ?? 1, place1?.ColumnSpan ?? 1);
                last = cellSpan.End;
            }
        }

        Tables.Add(new Table { HeaderRows = headers, Rows = rows, ColumnCount = grid[0].Length, Span = span, Caption = caption });
    }

    private TableCell AddCell(InlinePiece? read, TextSpan span, int row, int column, bool isHeader, Place place, int rowSpan = 1, int columnSpan = 1)
    {
        var piece = read ?? new InlinePiece(NoProse, [], null, default);
        var cell = new TableCell
        {
            Row = row,
            Column = column,
            Prose = piece.Prose,
            Span = span,
            IsHeader = isHeader,
            IsStrong = piece.IsStrong,
            RowSpan = rowSpan,
            ColumnSpan = columnSpan,
        };
        Blocks.Add(Create(BlockKind.TableCell, piece, span, place, 0, cell));
        return cell;
    }

    private static InlinePiece? First(List<InlinePiece> pieces) => pieces.Count > 0 ? pieces[0] : null;

    private static Block Create(BlockKind kind, InlinePiece piece, TextSpan span, Place place, int level = 0, TableCell? cell = null) => new()
    {
        Kind = kind,
        Prose = piece.Prose,
        Level = level,
        IsQuoted = place.IsQuoted,
        List = place.List,
        ItemIndex = place.ItemIndexOrNone,
        Cell = cell,
        NoteLabel = place.NoteLabel,
        Marks = piece.Marks,
        Span = piece.Prose.Text.Length == 0 ? span : span.Union(piece.Prose.SourceSpan),
    };

    private TextSpan SpanOf(Markdig.Syntax.Block block)
    {
        var start = Math.Clamp(block.Span.Start, 0, _source.Length);
        return TextSpan.FromBounds(start, Math.Clamp(block.Span.End + 1, start, _source.Length));
    }

    /// <summary>Where a block stands.</summary>
    private readonly record struct Place(bool IsQuoted, ListBlock? List, int ItemIndex, bool IsItemStart, string? NoteLabel)
    {
        public int ItemIndexOrNone => List is null ? -1 : ItemIndex;
    }
}
