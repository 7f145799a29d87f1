using System.Text;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Word;

/// <summary>
/// Prints a Word file as text, a line for each paragraph, row of a table and note, and makes blocks of the lines. The text is the
/// document's source: every place is a place in it.
/// </summary>
internal sealed class WordPrinter(WordStyles styles, WordNumbering numbering, ReaderLimits limits)
{
    private const int LongCell = 400;
    private const string CellBorder = " | ";

    private readonly StringBuilder _text = new();
    private readonly List<Draft> _drafts = [];
    private readonly List<OpenList> _openLists = [];
    private readonly List<ListBlock> _lists = [];
    private readonly List<TableDraft> _tables = [];
    private readonly List<DocumentProperty> _properties = [];
    private readonly List<Anchor> _anchors = [];
    private readonly List<FootnoteDefinition> _footnotes = [];
    private readonly List<WordOrigin> _origins = [];
    private readonly Dictionary<string, TextSpan> _commented = new(StringComparer.Ordinal);

    /// <summary>Where the printed characters came from, in order.</summary>
    public IReadOnlyList<WordOrigin> Origins => _origins;

    private sealed record Draft(BlockKind Kind, int Start, TextSpan Span, WordText Text)
    {
        /// <summary>What is printed before the text and belongs to the prose, such as a heading's number.</summary>
        public int PrefixLength { get; init; }

        public int Level { get; init; }

        public ListBlock? List { get; init; }

        public int ItemIndex { get; init; } = -1;

        public string? NoteLabel { get; init; }

        public CellDraft? Cell { get; init; }
    }

    private sealed record CellDraft(TableDraft Table, int Row, int Column, int ColumnSpan)
    {
        public int RowSpan { get; set; } = 1;
    }

    private sealed class TableDraft
    {
        public required int HeaderRows { get; init; }

        public required int Rows { get; init; }

        public required int Columns { get; init; }

        public TextSpan Span { get; set; }

        public List<TableCell> Cells { get; } = [];
    }

    private sealed record OpenList(int ListId, int Level, ListBlock Block, List<ListEntry> Items);

    /// <summary>Prints what the file states of itself.</summary>
    public void PrintProperty(string name, string value)
    {
        _text.Append(name).Append(": ");
        _properties.Add(new DocumentProperty(name, value, new TextSpan(_text.Length, value.Length)));
        _text.Append(value).Append('\n');
    }

    /// <summary>Prints an empty line, but never two, nor one at the top.</summary>
    public void PrintGap()
    {
        if (_text.Length > 1 && !(_text[^1] == '\n' && _text[^2] == '\n'))
        {
            _text.Append('\n');
        }
    }

    /// <summary>Prints blocks in order.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="noteLabel">Label of the note that they are, or null.</param>
    public void Print(IReadOnlyList<WordBlock> blocks, string? noteLabel = null)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WordParagraph paragraph:
                    PrintParagraph(paragraph, noteLabel);
                    break;
                case WordTable table:
                    PrintTable(table, noteLabel);
                    break;
            }
        }

        _openLists.Clear();
    }

    /// <summary>Prints a note behind its label.</summary>
    public void PrintNote(string label, IReadOnlyList<WordBlock> blocks)
    {
        var start = _text.Length;
        var labelSpan = new TextSpan(start, label.Length + 2);
        _text.Append('[').Append(label).Append("] ");
        var before = _drafts.Count;
        Print(blocks, label);
        if (_drafts.Count == before)
        {
            _text.Append('\n');
        }

        _footnotes.Add(new FootnoteDefinition(label, labelSpan, TextSpan.FromBounds(start, _text.Length - 1)));
    }

    /// <summary>The place that a comment hangs on, by its id; null where the text does not name it.</summary>
    public TextSpan? Commented(string id) => _commented.TryGetValue(id, out var span) ? span : null;

    /// <summary>The document of all that was printed. One without any text gets a notice, as an empty file does.</summary>
    /// <param name="path">Name of the document.</param>
    /// <param name="comments">The comments in it.</param>
    /// <param name="notice">What the reader has to tell, or null.</param>
    public ReportDocument Build(string path, IReadOnlyList<DocumentComment> comments, ReaderNotice? notice)
    {
        notice ??= _drafts.Count > 0 ? null : new ReaderNotice(ToolDescriptors.UnreadableDocument.Id, "The file has no text.", default, false);
        var source = new SourceText(_text.ToString());
        var blocks = new List<Block>(_drafts.Count);
        foreach (var draft in _drafts)
        {
            blocks.Add(MakeBlock(source, draft));
        }

        return new ReportDocument(path, source, DocumentFormat.Word, blocks)
        {
            Lists = _lists,
            Tables = [.. _tables.Select(static t => new Table
            {
                HeaderRows = t.HeaderRows,
                Rows = [.. t.Cells.Chunk(t.Columns)],
                ColumnCount = t.Columns,
                Span = t.Span,
            })],
            Properties = _properties,
            Anchors = _anchors,
            Footnotes = _footnotes,
            Comments = comments,
            Notices = notice is null ? [] : [notice],
        };
    }

    private void PrintParagraph(WordParagraph paragraph, string? noteLabel)
    {
        var style = styles.Paragraph(paragraph.StyleId);
        var numberingId = paragraph.Own.NumberingId ?? style.NumberingId ?? 0;
        var label = numberingId > 0 ? numbering.Next(numberingId, paragraph.Own.NumberingLevel ?? style.NumberingLevel ?? 0) : null;
        if (paragraph.Text.IsBlank)
        {
            AddPlaces(paragraph.Text, _text.Length);
            return;
        }

        if (paragraph.IsContents || style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase))
        {
            PrintText(paragraph.Text);
            _text.Append('\n');
            return;
        }

        var level = (paragraph.Own.OutlineLevel ?? style.OutlineLevel) is { } outline and < 9 ? outline + 1 : 0;
        if (level > 0 && noteLabel is null)
        {
            _openLists.Clear();
            PrintGap();
            Add(BlockKind.Heading, paragraph.Text, label is null ? "" : label.Text + " ", isPrefixProse: true, level, null, null);
        }
        else if (label is not null && noteLabel is null)
        {
            PrintItem(paragraph.Text, label);
        }
        else
        {
            _openLists.Clear();
            Add(noteLabel is null ? BlockKind.Paragraph : BlockKind.FootnoteText, paragraph.Text, "", false, 0, null, noteLabel);
        }
    }

    private void PrintItem(WordText text, WordLabel label)
    {
        while (_openLists is [.., var last] && (last.Level > label.Level || (last.Level == label.Level && last.ListId != label.ListId)))
        {
            _openLists.RemoveAt(_openLists.Count - 1);
        }

        if (_openLists is not [.., var open] || open.Level < label.Level)
        {
            var parent = _openLists is [.., var outer] ? outer.Block : null;
            var items = new List<ListEntry>();
            var list = new ListBlock { IsOrdered = label.Number is not null, Depth = parent is null ? 0 : parent.Depth + 1, Parent = parent, Items = items };
            _lists.Add(list);
            _openLists.Add(open = new OpenList(label.ListId, label.Level, list, items));
        }

        var start = _text.Length + (2 * open.Block.Depth);
        _text.Append(' ', 2 * open.Block.Depth);
        open.Items.Add(new ListEntry(new TextSpan(start, label.Text.Length), label.Number, new TextSpan(start, 0)));
        Add(BlockKind.ListItem, text, label.Text + " ", isPrefixProse: false, 0, open, null);
        foreach (var list in _openLists)
        {
            list.Items[^1] = list.Items[^1] with { Span = TextSpan.FromBounds(list.Items[^1].Span.Start, _text.Length - 1) };
        }
    }

    private void Add(BlockKind kind, WordText text, string prefix, bool isPrefixProse, int level, OpenList? list, string? noteLabel)
    {
        var lineStart = _text.Length;
        _text.Append(prefix);
        var start = _text.Length;
        PrintText(text);
        _drafts.Add(new Draft(kind, start, TextSpan.FromBounds(lineStart, _text.Length), text)
        {
            PrefixLength = isPrefixProse ? prefix.Length : 0,
            Level = level,
            List = list?.Block,
            ItemIndex = list is null ? -1 : list.Items.Count - 1,
            NoteLabel = noteLabel,
        });
        _text.Append('\n');
    }

    private void PrintText(WordText text)
    {
        AddPlaces(text, _text.Length);
        _text.Append(text.Content);
    }

    private void AddPlaces(WordText text, int start)
    {
        foreach (var (name, at) in text.Bookmarks)
        {
            _anchors.Add(new Anchor(name, new TextSpan(start + at, 0)));
        }

        foreach (var edge in text.Comments)
        {
            // The first start counts, and the first end behind it; what has no start begins where it ends.
            var at = start + edge.At;
            if (!_commented.TryGetValue(edge.Id, out var span))
            {
                _commented[edge.Id] = new TextSpan(at, 0);
            }
            else if (edge.IsEnd && span.IsEmpty)
            {
                _commented[edge.Id] = TextSpan.FromBounds(span.Start, Math.Max(span.Start, at));
            }
        }

        foreach (var origin in text.Origins)
        {
            _origins.Add(origin with { Start = origin.Start + start });
        }
    }

    private void PrintTable(WordTable table, string? noteLabel)
    {
        _openLists.Clear();
        if (IsLayout(table) || Grid(table) is not { } grid)
        {
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    Print(cell.Blocks, noteLabel);
                }
            }

            return;
        }

        PrintGap();
        var draft = new TableDraft { HeaderRows = HeaderRows(table, grid), Rows = grid.Length, Columns = grid[0].Length };
        _tables.Add(draft);
        var start = _text.Length;
        var covering = new CellDraft?[grid[0].Length];
        for (var r = 0; r < grid.Length; r++)
        {
            for (var c = 0; c < grid[r].Length; c++)
            {
                _text.Append(c == 0 ? "" : CellBorder);
                PrintCell(draft, grid[r][c], r, c, covering);
            }

            _text.Append('\n');
        }

        draft.Span = TextSpan.FromBounds(start, _text.Length - 1);
        PrintGap();
    }

    private void PrintCell(TableDraft table, WordCell? cell, int row, int column, CellDraft?[] covering)
    {
        var text = new WordText();
        var draft = new CellDraft(table, row, column, cell?.ColumnSpan ?? 1);
        if (cell is { ContinuesAbove: true })
        {
            if (covering[column] is { } above)
            {
                above.RowSpan++;
            }
        }
        else if (cell is not null)
        {
            covering[column] = draft;
            Join(cell.Blocks, text);
        }

        var start = _text.Length;
        PrintText(text);
        _drafts.Add(new Draft(BlockKind.TableCell, start, TextSpan.FromBounds(start, _text.Length), text) { Cell = draft });
    }

    private static void Join(List<WordBlock> blocks, WordText text)
    {
        foreach (var block in blocks)
        {
            if (block is WordParagraph paragraph)
            {
                text.Append(paragraph.Text, " ");
            }
        }
    }

    /// <summary>The cells by row and column; null where none begins. Null for a table of too many places.</summary>
    private WordCell?[][]? Grid(WordTable table)
    {
        var rows = new List<WordCell?[]>();
        var width = 0;
        foreach (var row in table.Rows)
        {
            var cells = new List<WordCell?>();
            for (var i = 0; i < row.ColumnsBefore; i++)
            {
                cells.Add(null);
            }

            foreach (var cell in row.Cells)
            {
                cells.Add(cell);
                for (var i = 1; i < cell.ColumnSpan; i++)
                {
                    cells.Add(null);
                }
            }

            if (cells.Count > 0)
            {
                rows.Add([.. cells]);
                width = Math.Max(width, cells.Count);
            }

            if ((long)width * rows.Count > limits.MaximumCells)
            {
                return null;
            }
        }

        return rows.Count == 0 ? null : [.. rows.Select(r =>
        {
            var full = new WordCell?[width];
            r.CopyTo(full, 0);
            return full;
        })];
    }

    /// <summary>True where a table only lays out the page: of one column, with tables or headings or long prose in its cells.</summary>
    private bool IsLayout(WordTable table)
    {
        int cells = 0, longCells = 0, columns = 0;
        foreach (var row in table.Rows)
        {
            columns = Math.Max(columns, row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                cells++;
                var length = 0;
                foreach (var block in cell.Blocks)
                {
                    if (block is not WordParagraph paragraph || (paragraph.Own.OutlineLevel ?? styles.Paragraph(paragraph.StyleId).OutlineLevel) is < 9)
                    {
                        return true;
                    }

                    length += paragraph.Text.Content.Length;
                }

                longCells += length > LongCell ? 1 : 0;
            }
        }

        return columns < 2 || longCells * 4 >= cells;
    }

    /// <summary>
    /// The rows repeated on each page; else the first, where the table's look sets it apart and it holds no plain number.
    /// </summary>
    private static int HeaderRows(WordTable table, WordCell?[][] grid)
    {
        var headers = table.Rows.TakeWhile(static r => r.IsHeader).Count();
        if (headers == 0 && table.FirstRowDiffers && !Array.Exists(grid[0], static c => c is not null && IsFigure(c)))
        {
            headers = 1;
        }

        return Math.Min(headers, grid.Length - 1);
    }

    private static bool IsFigure(WordCell cell)
    {
        var text = new WordText();
        Join(cell.Blocks, text);
        int digits = 0, letters = 0;
        for (var i = 0; i < text.Content.Length; i++)
        {
            digits += char.IsAsciiDigit(text.Content[i]) ? 1 : 0;
            letters += char.IsLetter(text.Content[i]) ? 1 : 0;
        }

        // A year is a heading like any other.
        return digits > 0 && letters == 0 && !(digits == 4 && text.Content.ToString().Trim() is { Length: 4 } and ['1' or '2', ..]);
    }

    private static Block MakeBlock(SourceText source, Draft draft)
    {
        var piece = MakePiece(source, draft);
        var span = draft.Span;
        TableCell? cell = null;
        if (draft.Cell is { } place)
        {
            cell = new TableCell
            {
                Row = place.Row,
                Column = place.Column,
                Prose = piece.Prose,
                Span = span,
                IsHeader = place.Row < place.Table.HeaderRows,
                IsStrong = piece.IsStrong,
                RowSpan = place.RowSpan,
                ColumnSpan = place.ColumnSpan,
            };
            place.Table.Cells.Add(cell);
        }

        return new Block
        {
            Kind = draft.Kind,
            Prose = piece.Prose,
            Level = draft.Level,
            List = draft.List,
            ItemIndex = draft.ItemIndex,
            Cell = cell,
            NoteLabel = draft.NoteLabel,
            Marks = piece.Marks,
            Span = span,
        };
    }

    private static InlinePiece MakePiece(SourceText source, Draft draft)
    {
        var prose = new ProseBuilder();
        var start = draft.Start - draft.PrefixLength;
        var end = draft.Start + draft.Text.Content.Length;

        // Offsets of the source at which prose begins or goes on, with the offset in the prose.
        var pieces = new List<(int Source, int Prose)>();
        var at = start;
        foreach (var aside in draft.Text.Aside)
        {
            AddVisible(at, draft.Start + aside.Start);
            at = draft.Start + aside.End;
        }

        AddVisible(at, end);
        prose.TrimEnd();
        var marks = new List<InlineMark>();
        foreach (var mark in draft.Text.Marks)
        {
            var from = ToProse(draft.Start + mark.Span.Start);
            var to = mark.Kind is MarkKind.FootnoteReference or MarkKind.Image ? from : Math.Max(from, ToProse(draft.Start + mark.Span.End));
            marks.Add(new InlineMark(mark.Kind, TextSpan.FromBounds(from, to), new TextSpan(draft.Start + mark.Span.Start, mark.Span.Length), mark.Target, mark.Label));
        }

        marks.Sort(static (a, b) => a.Prose.Start != b.Prose.Start ? a.Prose.Start.CompareTo(b.Prose.Start) : a.Source.CompareTo(b.Source));
        var text = prose.Build();
        BareAddresses.AddMarks(text, marks);
        return new InlinePiece(text, marks, null, default);

        void AddVisible(int from, int until)
        {
            while (prose.Length == 0 && from < until && char.IsWhiteSpace(source.Content[from]))
            {
                from++;
            }

            pieces.Add((from, prose.Length));
            prose.AddVerbatim(source, TextSpan.FromBounds(from, Math.Max(from, until)));
        }

        int ToProse(int offset)
        {
            var last = pieces.FindLastIndex(p => p.Source <= offset);
            return last < 0 ? 0 : Math.Min(pieces[last].Prose + (offset - pieces[last].Source), last + 1 < pieces.Count ? pieces[last + 1].Prose : prose.Length);
        }
    }
}
