using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Html;

/// <summary>Reads a page: its visible text in blocks, tables of data, lists, footnotes, links, and what it states of itself.</summary>
internal sealed class HtmlDocumentReader
{
    private static readonly ProseText NoProse = new ProseBuilder().Build();
    private readonly SourceText _source;
    private readonly string _content;
    private readonly ReaderOptions _options;
    private readonly HtmlNotes _notes;
    private readonly HtmlProse _prose;
    private readonly IReadOnlySet<string> _superscriptNotes;
    private readonly List<Block> _blocks = [];
    private readonly List<ListBlock> _lists = [];
    private readonly List<Table> _tables = [];
    private readonly List<Anchor> _anchors = [];
    private readonly List<FootnoteDefinition> _footnotes = [];
    private readonly int _textLength;
    private Place _place;
    private bool _lastWasBreak;

    private HtmlDocumentReader(SourceText source, HtmlNode root, ReaderOptions options)
    {
        _source = source;
        _content = source.Content;
        _options = options;
        _prose = new HtmlProse(source);
        _notes = new HtmlNotes(root, _content);
        _superscriptNotes = SuperscriptNotes.Find(_content);
        _textLength = root.TextLength;
    }

    /// <summary>Reads a page.</summary>
    public static ReportDocument Read(string path, string text, IReadOnlyList<ReaderNotice> notices, ReaderOptions options)
    {
        if (HtmlTreeBuilder.Build(text, options.Limits, out var failure) is not { } root)
        {
            return DocumentReader.Unreadable(path, DocumentFormat.Html, failure!);
        }

        var source = new SourceText(text);
        var reader = new HtmlDocumentReader(source, root, options);
        reader.AddAnchors(root);
        reader.ReadChildren(root);
        reader.EndBlock();
        return new ReportDocument(path, source, DocumentFormat.Html, reader._blocks)
        {
            Lists = reader._lists,
            Tables = reader._tables,
            Properties = HtmlProperties.Read(root, text),
            Anchors = reader._anchors,
            Footnotes = reader._footnotes,
            Notices = notices,
        };
    }

    /// <summary>Links may lead to parts that are left out.</summary>
    private void AddAnchors(HtmlNode node)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsText)
            {
                if (!child.Span.IsEmpty)
                {
                    child.Tag(_content).AddAnchors(child.Span.Start, _anchors);
                }

                AddAnchors(child);
            }
        }
    }

    private void ReadChildren(HtmlNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                ReadText(child);
            }
            else
            {
                ReadElement(child);
            }
        }
    }

    private void ReadText(HtmlNode text)
    {
        _lastWasBreak &= _content.AsSpan(text.Span.Start, text.Span.Length).IsWhiteSpace();
        _prose.AddText(text.Span);
    }

    private void ReadElement(HtmlNode element)
    {
        var name = element.Name!;
        if (!element.Span.IsEmpty)
        {
            var tag = element.Tag(_content);
            if (IsLeftOut(element, name, tag))
            {
                return;
            }
        }

        if (_notes.NoteAt(element) is { } note && _place.NoteLabel is null && _place.Cell is null)
        {
            ReadNote(element, note);
            return;
        }

        if (name == "br")
        {
            ReadBreak(element.Span);
            return;
        }

        _lastWasBreak = false;
        if (_place.Cell is null)
        {
            ReadFlow(element, name);
        }
        else if (HtmlElements.Block.Contains(name))
        {
            // A cell is one block, whatever stands in it.
            _prose.AddBreak(element.Span);
            ReadChildren(element);
            _prose.AddBreak(new TextSpan(element.End, 0));
        }
        else
        {
            ReadInline(element, name);
        }
    }

    /// <summary>Reads an element outside table cells.</summary>
    private void ReadFlow(HtmlNode element, string name)
    {
        switch (name)
        {
            case "table":
                ReadTable(element);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadBlock(element, _place with { Level = name[1] - '0' });
                break;
            case "ul" or "ol" or "menu" or "dir":
                ReadList(element);
                break;
            case "blockquote":
                ReadBlock(element, _place with { IsQuoted = true });
                break;
            case "pre":
                // As in Markdown: program text, or a table drawn with spaces.
                EndBlock();
                break;
            case var _ when HtmlElements.Block.Contains(name):
                ReadBlock(element, _place);
                break;
            default:
                ReadInline(element, name);
                break;
        }
    }

    private void ReadBlock(HtmlNode element, Place place)
    {
        EndBlock();
        var outer = _place;
        _place = place;
        ReadChildren(element);
        EndBlock();

        // Whatever stood in it was the beginning of the list item.
        _place = outer with { IsItemStart = outer.IsItemStart && _place.IsItemStart };
    }

    /// <summary>One break is a space, two in a row part paragraphs.</summary>
    private void ReadBreak(TextSpan span)
    {
        if (_lastWasBreak && _place.Cell is null)
        {
            EndBlock();
            return;
        }

        _prose.AddBreak(span);
        _lastWasBreak = true;
    }

    private void ReadInline(HtmlNode element, string name)
    {
        var tag = element.Span.IsEmpty ? default : element.Tag(_content);
        var whole = TextSpan.FromBounds(element.Span.Start, Math.Max(element.End, element.Span.End));
        switch (name)
        {
            case "img":
                _prose.AddEmptyMark(MarkKind.Image, element.Span, tag.Address("src"), tag.Attribute("alt") ?? "");
                return;
            case "sup" when ReadSuperscript(element, whole):
                return;
            case "a" when _notes.MarkAt(element) is { } label:
                _prose.AddEmptyMark(MarkKind.FootnoteReference, whole, null, label);
                return;
            case "a" when _notes.IsReturn(element):
                return;
            case "q":
                _prose.AddReplaced("“", element.Span);
                ReadChildren(element);
                _prose.AddReplaced("”", new TextSpan(whole.End, 0));
                return;
        }

        if (_place.LabelSpan.Length > 0 && _place.LabelSpan.Start == whole.Start && _place.LabelSpan.End == whole.End)
        {
            return;
        }

        switch (tag.Mark ?? (IsBold(tag) ? MarkKind.Strong : null))
        {
            case null:
            case MarkKind.Link when tag.Attribute("href") is null:
                ReadChildren(element);
                break;
            case MarkKind.Code:
                if (element.TextLength > 0)
                {
                    _prose.AddCode(whole);
                }

                break;
            case { } kind:
                ReadMarked(element, kind, whole, kind == MarkKind.Link ? tag.Address("href") : null);
                break;
        }
    }

    private void ReadMarked(HtmlNode element, MarkKind kind, TextSpan whole, string? target)
    {
        if (HoldsBlock(element))
        {
            // Paragraphs inside a link or bold type: the mark would end with the first of them.
            ReadChildren(element);
            return;
        }

        var mark = _prose.Open();
        ReadChildren(element);
        _prose.Close(mark, kind, whole, target);
    }

    private static bool HoldsBlock(HtmlNode element)
    {
        foreach (var child in element.Children)
        {
            if (child.Name is { } name && (name == "br" || HtmlElements.Block.Contains(name) || HoldsBlock(child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBold(HtmlTag tag)
    {
        if (tag.Name.IsEmpty || tag.Attribute("style") is not { } style || !style.Contains("font-weight", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var value = style[(style.IndexOf("font-weight", StringComparison.OrdinalIgnoreCase) + 11)..].TrimStart(' ', ':');
        return value.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || value is ['6' or '7' or '8' or '9', '0', '0', ..];
    }

    private bool ReadSuperscript(HtmlNode element, TextSpan whole)
    {
        if (_notes.IsAroundMark(element))
        {
            ReadMarks(element);
            return true;
        }

        if (_place.LabelSpan == whole)
        {
            return true;
        }

        if (element.Children is not [{ IsText: true } text]
            || Superscripts.Digits(_content.AsSpan(text.Span.Start, text.Span.Length), out var isBracketed) is not { } label)
        {
            return false;
        }

        if (!isBracketed && !_superscriptNotes.Contains(label) && _prose.MayTakeExponent)
        {
            _prose.AddReplaced(Superscripts.Raise(label), whole);
            return true;
        }

        if (_prose.IsEmpty && _place is { NoteLabel: null, Cell: null, Level: 0, List: null })
        {
            _place = _place with { NoteLabel = label, LabelSpan = whole, IsNoteOfLine = true };
            return true;
        }

        _prose.AddEmptyMark(MarkKind.FootnoteReference, whole, null, label);
        return true;
    }

    /// <summary>Several marks set high together: what stands between them says nothing.</summary>
    private void ReadMarks(HtmlNode element)
    {
        foreach (var child in element.Children)
        {
            if (_notes.MarkAt(child) is { } label)
            {
                _prose.AddEmptyMark(MarkKind.FootnoteReference, TextSpan.FromBounds(child.Span.Start, child.End), null, label);
            }
            else if (!child.IsText)
            {
                ReadMarks(child);
            }
        }
    }

    private void ReadNote(HtmlNode element, HtmlNote note)
    {
        EndBlock();
        var outer = _place;
        var whole = TextSpan.FromBounds(element.Span.Start, Math.Max(element.End, element.Span.End));
        _footnotes.Add(new FootnoteDefinition(note.Label, note.LabelSpan, whole));
        _place = outer with { NoteLabel = note.Label, LabelSpan = note.LabelSpan, List = null, ItemIndex = 0, IsItemStart = false };
        ReadChildren(element);
        EndBlock();
        _place = outer;
    }

    private void ReadList(HtmlNode element)
    {
        EndBlock();
        var items = element.Children.Where(static c => c.Is("li")).ToList();
        if (items.Count == 0 || items.TrueForAll(i => _notes.NoteAt(i) is not null))
        {
            ReadBlock(element, _place);
            return;
        }

        var isOrdered = element.Is("ol");
        var number = isOrdered && NumberOf(element, "start") is { } start ? start : 1;
        var step = isOrdered && !element.Span.IsEmpty && element.Tag(_content).Find("reversed") is not null ? -1 : 1;
        var entries = new ListEntry[items.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            number = isOrdered && NumberOf(items[i], "value") is { } value ? value : number;
            entries[i] = new ListEntry(items[i].Span, isOrdered ? number : null, TextSpan.FromBounds(items[i].Span.Start, Math.Max(items[i].End, items[i].Span.End)));
            number += step;
        }

        var list = new ListBlock
        {
            IsOrdered = isOrdered,
            Depth = _place.List is null ? 0 : _place.List.Depth + 1,
            Parent = _place.List,
            Items = entries,
        };
        _lists.Add(list);
        var outer = _place;
        var next = 0;
        foreach (var child in element.Children)
        {
            if (child.IsText)
            {
                ReadText(child);
                continue;
            }

            _place = outer with { List = list, ItemIndex = child.Is("li") ? next++ : Math.Max(0, next - 1), IsItemStart = child.Is("li") };
            ReadElement(child);
            EndBlock();
        }

        _place = outer with { IsItemStart = false };
    }

    private int? NumberOf(HtmlNode element, string attribute) =>
        int.TryParse(element.Attribute(_content, attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadTable(HtmlNode element)
    {
        EndBlock();
        var shape = new HtmlTableShape(element, _content);
        if (!shape.IsData || HtmlGrid.Build(shape.Rows, _options.Limits.MaximumCells) is not { } grid)
        {
            ReadBlock(element, _place);
            return;
        }

        var first = _blocks.Count;
        if (shape.Caption is not null)
        {
            ReadBlock(shape.Caption, _place);
        }

        var caption = _blocks.Count > first ? _blocks[^1].Prose : null;
        var headers = HeaderRows(shape);
        var rows = new TableCell[grid.Length][];
        var last = element.Span.End;
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new TableCell[grid[r].Length];
            for (var c = 0; c < rows[r].Length; c++)
            {
                rows[r][c] = ReadCell(grid[r][c], r, c, r < headers, ref last);
            }
        }

        // Blocks stand in the order of the file, where feet may stand above the body that they close.
        var ordered = _blocks.Skip(first).OrderBy(static b => b.Span.Start).ToList();
        _blocks.RemoveRange(first, ordered.Count);
        _blocks.AddRange(ordered);
        _tables.Add(new Table
        {
            HeaderRows = headers,
            Rows = rows,
            ColumnCount = grid[0].Length,
            Span = TextSpan.FromBounds(element.Span.Start, Math.Max(element.End, last)),
            Caption = caption,
        });
    }

    private static int HeaderRows(HtmlTableShape shape)
    {
        var headers = shape.HeadRows;
        while (headers < shape.Rows.Count && shape.Rows[headers].All(static c => c.IsHeader))
        {
            headers++;
        }

        return Math.Min(headers, Math.Max(0, shape.Rows.Count - 1));
    }

    private TableCell ReadCell(HtmlTableCell? cell, int row, int column, bool isHeader, ref int last)
    {
        var piece = new InlinePiece(NoProse, [], null, default);
        var span = new TextSpan(last, 0);
        var outer = _place;
        if (cell is not null)
        {
            span = new TextSpan(cell.Node.Span.End, 0);
            _place = outer with { Cell = cell };
            _lastWasBreak = false;
            ReadChildren(cell.Node);
            piece = _prose.Take(out var content);
            span = content.IsEmpty ? span : content;
            last = span.End;
            _place = outer;
        }

        var result = new TableCell
        {
            Row = row,
            Column = column,
            Prose = piece.Prose,
            Span = span,
            IsHeader = isHeader,
            IsStrong = piece.IsStrong,
            RowSpan = cell?.RowSpan ?? 1,
            ColumnSpan = cell?.ColumnSpan ?? 1,
        };
        AddBlock(BlockKind.TableCell, piece, span, result);
        return result;
    }

    /// <summary>Ends the block whose text was read last, if there is one.</summary>
    private void EndBlock()
    {
        _lastWasBreak = false;
        if (_prose.IsEmpty)
        {
            _prose.Take(out _);
            return;
        }

        var piece = _prose.Take(out var span);
        if (piece.Prose.Text.Length == 0 && piece.Marks.Count == 0)
        {
            return;
        }

        if (_options.Boilerplate.IsLabel(piece.Prose.Text))
        {
            return;
        }

        if (_place.IsNoteOfLine)
        {
            _footnotes.Add(new FootnoteDefinition(_place.NoteLabel!, _place.LabelSpan, _place.LabelSpan.Union(span)));
        }

        var kind = _place switch
        {
            { Level: > 0 } => BlockKind.Heading,
            { IsItemStart: true, List: not null } => BlockKind.ListItem,
            { NoteLabel: not null } => BlockKind.FootnoteText,
            _ => BlockKind.Paragraph,
        };
        span = kind == BlockKind.ListItem ? _place.List!.Items[_place.ItemIndex].Marker.Union(span) : span;
        AddBlock(kind, piece, span, null);
        _place = _place with { IsItemStart = false };
        if (_place.IsNoteOfLine)
        {
            _place = _place with { IsNoteOfLine = false, NoteLabel = null, LabelSpan = default };
        }
    }

    private void AddBlock(BlockKind kind, InlinePiece piece, TextSpan span, TableCell? cell) => _blocks.Add(new Block
    {
        Kind = kind,
        Prose = piece.Prose,
        Level = kind == BlockKind.Heading ? _place.Level : 0,
        IsQuoted = _place.IsQuoted,
        List = _place.List,
        ItemIndex = _place.List is null ? -1 : _place.ItemIndex,
        Cell = cell,
        NoteLabel = _place.NoteLabel,
        Marks = piece.Marks,
        Span = piece.Prose.Text.Length == 0 ? span : span.Union(piece.Prose.SourceSpan),
    });

    private bool IsLeftOut(HtmlNode element, string name, HtmlTag tag)
    {
        if (name is "title" or "textarea" or "select" or "button" or "iframe" or "object" or "audio" or "video" or "canvas" or "datalist" or "meter" or "progress" or "noframes" or "rp" or "ix:header" or "ix:hidden")
        {
            return true;
        }

        if (tag.Has(HtmlTraits.Hidden) || tag.Find("hidden") is not null)
        {
            return true;
        }

        if (tag.Attribute("style") is { } style && IsInvisible(style))
        {
            return true;
        }

        return name is not ("html" or "body" or "main" or "article")
            && element.TextLength * 2 <= _textLength
            && _options.Boilerplate.Holds(name, tag, IsOuter(element))
            && !_notes.HoldsNote(element);
    }

    private static bool IsInvisible(string style)
    {
        var rest = style.AsSpan();
        while (rest.IndexOf(':') is >= 0 and var colon)
        {
            var name = rest[..colon].Trim(" \t\r\n;");
            var end = rest[(colon + 1)..].IndexOf(';');
            var value = end < 0 ? rest[(colon + 1)..] : rest.Slice(colon + 1, end);
            if ((name.Equals("display", StringComparison.OrdinalIgnoreCase) && value.Trim().StartsWith("none", StringComparison.OrdinalIgnoreCase))
                || (name.Equals("visibility", StringComparison.OrdinalIgnoreCase) && value.Trim().StartsWith("hidden", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            rest = end < 0 ? [] : rest[(colon + end + 2)..];
        }

        return false;
    }

    private static bool IsOuter(HtmlNode element)
    {
        for (var node = element.Parent; node is not null; node = node.Parent)
        {
            if (node.Name is "article" or "main" or "section" or "blockquote")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a block stands.</summary>
    private readonly record struct Place(
        bool IsQuoted, int Level, ListBlock? List, int ItemIndex, bool IsItemStart, string? NoteLabel, TextSpan LabelSpan, bool IsNoteOfLine, HtmlTableCell? Cell);
}
