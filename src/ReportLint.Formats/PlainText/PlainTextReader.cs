using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.PlainText;

/// <summary>
/// Reads plain text: paragraphs parted by blank lines, hard-wrapped lines joined, short lines that stand alone as headings,
/// bulleted and numbered lists. What is only typed, not marked up, is guessed from its shape alone, and a doubtful line stays
/// a paragraph.
/// </summary>
internal sealed class PlainTextReader
{
    private const int LongestHeading = 100;
    private const int LongestByline = 8;
    private const int MaximumDepth = 32;

    private readonly SourceText _source;
    private readonly List<TextLine> _lines;
    private readonly int _wrap;
    private readonly List<Block> _blocks = [];
    private readonly List<ListBlock> _lists = [];
    private readonly List<OpenList> _open = [];
    private int _afterHeadline;

    private PlainTextReader(SourceText source)
    {
        _source = source;
        _lines = TextLines.Find(source);
        _wrap = TextLines.WrapColumn(_lines);
    }

    public static ReportDocument Read(string path, string text, IReadOnlyList<ReaderNotice> notices)
    {
        var source = new SourceText(text);
        var reader = new PlainTextReader(source);
        reader.ReadAll();
        return new ReportDocument(path, source, DocumentFormat.Text, reader._blocks) { Lists = reader._lists, Notices = notices };
    }

    private void ReadAll()
    {
        for (var i = 0; i < _lines.Count;)
        {
            i = ReadItem(i) ?? ReadParagraph(i);
        }

        CloseLists(0);
    }

    /// <summary>Reads a list item and gives the line behind it; null where the line begins none.</summary>
    private int? ReadItem(int first)
    {
        var line = _lines[first];
        if (ItemMarker.Read(Text(line)) is not { } marker || !BeginsItem(first, marker))
        {
            return null;
        }

        while (_open.Count > 0 && _open[^1].Indent > line.Indent + 1)
        {
            CloseLists(_open.Count - 1);
        }

        if (_open.Count > 0 && line.Indent <= _open[^1].Indent + 1 && !marker.Follows(_open[^1].Last))
        {
            CloseLists(_open.Count - 1);
        }

        if (_open.Count == 0 || (line.Indent > _open[^1].Indent + 1 && _open.Count < MaximumDepth))
        {
            _open.Add(new OpenList(line.Indent, marker, _open.Count > 0 ? _open[^1] : null, marker.Number is not null));
            _lists.Add(_open[^1].Block);
        }

        var list = _open[^1];
        list.Last = marker;
        var end = first + 1;
        while (end < _lines.Count && !_lines[end].AfterGap && !IsItemStart(end) && Joins(end - 1))
        {
            end++;
        }

        var start = line.Span.Start + marker.TextStart;
        var prose = Join(first, end, start);
        var span = TextSpan.FromBounds(line.Span.Start, _lines[end - 1].Span.End);
        list.Items.Add(new ListEntry(new TextSpan(line.Span.Start, marker.Length), marker.Number, span));
        Widen(span);
        _blocks.Add(new Block
        {
            Kind = BlockKind.ListItem,
            Prose = prose,
            List = list.Block,
            ItemIndex = list.Items.Count - 1,
            Span = span,
        });
        return end;
    }

    /// <summary>
    /// A number or dash may also begin a wrapped line by chance. It begins an item after a gap, after another item, after a colon, and
    /// a number only where it opens a list that goes on, or goes on with one.
    /// </summary>
    private bool BeginsItem(int i, ItemMarker marker)
    {
        var line = _lines[i];
        var isNext = _open.Exists(list => marker.Follows(list.Last) && Math.Abs(list.Indent - line.Indent) <= 1);
        if (isNext)
        {
            return true;
        }

        var mayBegin = line.AfterGap || _open.Count > 0 || Text(_lines[i - 1])[^1] == ':' || !IsFull(i - 1);
        return mayBegin && (marker.Number is null ? line.AfterGap || _open.Count > 0 || HasNext(i, marker) || Text(_lines[i - 1])[^1] == ':' : HasNext(i, marker));
    }

    private bool IsItemStart(int i) => ItemMarker.Read(Text(_lines[i])) is { } marker && BeginsItem(i, marker);

    /// <summary>True where one of the next lines goes on with the list that this one would open.</summary>
    private bool HasNext(int i, ItemMarker marker)
    {
        const int Far = 12;
        for (var next = i + 1; next < _lines.Count && next < i + Far; next++)
        {
            if (ItemMarker.Read(Text(_lines[next])) is { } other && other.Follows(marker) && Math.Abs(_lines[next].Indent - _lines[i].Indent) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private int ReadParagraph(int first)
    {
        var line = _lines[first];
        var isContinuation = _open.Count > 0 && line.Indent > _open[^1].Indent;
        if (!isContinuation)
        {
            CloseLists(0);
        }

        var end = first + 1;
        while (end < _lines.Count && !_lines[end].AfterGap && !IsItemStart(end) && Joins(end - 1))
        {
            end++;
        }

        var isAlone = line.AfterGap && (end == _lines.Count || _lines[end].AfterGap) && end == first + 1;
        var isHeading = !isContinuation && isAlone && end < _lines.Count && IsTitle(Text(line)) && !IsByline(Text(line));
        _afterHeadline = isHeading && _afterHeadline == 0 ? 1 : _afterHeadline > 0 ? 2 : 0;
        var span = TextSpan.FromBounds(line.Span.Start, _lines[end - 1].Span.End);
        Widen(span);
        _blocks.Add(new Block
        {
            Kind = isHeading ? BlockKind.Heading : BlockKind.Paragraph,
            Level = !isHeading ? 0 : _afterHeadline == 1 ? 1 : 2,
            Prose = Join(first, end, line.Span.Start),
            List = isContinuation ? _open[^1].Block : null,
            ItemIndex = isContinuation ? _open[^1].Items.Count - 1 : -1,
            Span = span,
        });
        return end;
    }

    /// <summary>True where a line runs on into the next: it is full, or the next begins in the middle of a sentence.</summary>
    private bool Joins(int i)
    {
        var text = Text(_lines[i]);
        var next = Text(_lines[i + 1]);
        if (text.Length > TextLines.LongestWrapped || next.Length > TextLines.LongestWrapped || TextLines.IsTabular(text) || TextLines.IsTabular(next))
        {
            return false;
        }

        return IsFull(i) || (!EndsSentence(text) && char.IsLower(next[0]));
    }

    /// <summary>True where the first word of the next line would not have fitted, with some raggedness allowed.</summary>
    private bool IsFull(int i)
    {
        const int Ragged = 8;
        var next = Text(_lines[i + 1]);
        var word = next.IndexOfAny(' ', '\t');
        word = word < 0 ? next.Length : word;
        return _lines[i].Span.Length + 1 + word + Ragged > _wrap;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd("”’\"')]") is [.., '.' or '!' or '?' or ':' or ';'];

    /// <summary>A line without a stop at its end, that begins with a capital or a number and is no date.</summary>
    private static bool IsTitle(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestHeading || text[^1] is '.' or '!' or ';' or ',' or ':' || EndsSentence(text[..^1]) || TextLines.IsTabular(text))
        {
            return false;
        }

        if (!char.IsUpper(text[0]) && !char.IsAsciiDigit(text[0]) && text[0] is not ('‘' or '“' or '"' or '\''))
        {
            return false;
        }

        int words = 0, figures = 0;
        var hasYear = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range].Trim(",.()");
            words += word.IsEmpty ? 0 : 1;
            figures += word.ContainsAnyInRange('0', '9') ? 1 : 0;
            hasYear |= word.Length == 4 && !word.ContainsAnyExceptInRange('0', '9');
        }

        return figures * 2 <= words && !(hasYear && words <= 5) && words <= 16;
    }

    /// <summary>A short line just below the headline is a byline or a place.</summary>
    private bool IsByline(ReadOnlySpan<char> text) => _afterHeadline == 1 && text.Count(' ') < LongestByline;

    private ProseText Join(int first, int end, int start)
    {
        var prose = new ProseBuilder();
        for (var i = first; i < end; i++)
        {
            var span = _lines[i].Span;
            if (i == first)
            {
                span = TextSpan.FromBounds(start, span.End);
            }
            else if (!(Text(_lines[i - 1]) is [.., { } letter, '-'] && char.IsLetter(letter) && char.IsLower(_source.Content[span.Start])))
            {
                prose.AddReplaced(" ", TextSpan.FromBounds(_lines[i - 1].Span.End, span.Start));
            }

            prose.AddVerbatim(_source, span);
        }

        return prose.Build();
    }

    /// <summary>Makes the last items of all open lists cover what stands in them.</summary>
    private void Widen(TextSpan span)
    {
        foreach (var list in _open)
        {
            if (list.Items.Count > 0)
            {
                list.Items[^1] = list.Items[^1] with { Span = list.Items[^1].Span.Union(span) };
            }
        }
    }

    private void CloseLists(int count)
    {
        while (_open.Count > count)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private ReadOnlySpan<char> Text(TextLine line) => _source.Content.AsSpan(line.Span.Start, line.Span.Length);

    /// <summary>A list whose end has not come yet.</summary>
    private sealed class OpenList
    {
        public OpenList(int indent, ItemMarker first, OpenList? parent, bool isOrdered)
        {
            Indent = indent;
            Last = first;
            Block = new ListBlock
            {
                IsOrdered = isOrdered,
                Depth = parent is null ? 0 : parent.Block.Depth + 1,
                Parent = parent?.Block,
                Items = Items,
            };
        }

        public int Indent { get; }

        public ItemMarker Last { get; set; }

        public List<ListEntry> Items { get; } = [];

        public ListBlock Block { get; }
    }
}
