using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers.Inlines;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Html;

namespace ReportLint.Formats.Markdown;

/// <summary>
/// Cuts a block of HTML inside Markdown at its block-level tags. What stands between becomes parts like those that Markdig's
/// inlines become, so that one reader serves both.
/// </summary>
/// <param name="body">The text that Markdig parsed.</param>
/// <param name="anchors">The list that gets the places that <c>id</c> and <c>name</c> define.</param>
/// <param name="limits">What to take on.</param>
internal sealed class HtmlReader(string body, List<Anchor> anchors, ReaderLimits limits)
{
    private const int MaximumSpan = 100;

    private readonly List<HtmlSegment> _segments = [];
    private readonly InlineParts _parts = new(body.Length);
    private readonly HashSet<string> _neverClosed = new(StringComparer.OrdinalIgnoreCase);
    private int _first;
    private int _contentStart = -1;
    private int _contentEnd;
    private int _level;
    private int _nextSegment;
    private int _at;
    private OpenTable? _table;
    private int _end;
    private bool _isQuoted;
    private bool _atLineStart;
    private bool _mayDefinePlace;

    /// <summary>What holds the content of the last segment.</summary>
    public InlineParts Parts => _parts;

    /// <summary>The segment that was read last.</summary>
    public HtmlSegment Current { get; private set; }

    /// <summary>Begins to read a stretch of HTML.</summary>
    /// <param name="span">The stretch.</param>
    /// <param name="isQuoted">True where each line may begin with the marks of a block quote.</param>
    public void Begin(TextSpan span, bool isQuoted)
    {
        _segments.Clear();
        _nextSegment = 0;
        _parts.Clear();
        _neverClosed.Clear();
        _table = null;
        _level = 0;
        (_at, _end) = (span.Start, span.End);
        _isQuoted = isQuoted;
        _atLineStart = false;
        Begin();
    }

    /// <summary>Reads the next segment.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext()
    {
        if (_nextSegment == _segments.Count)
        {
            _segments.Clear();
            _nextSegment = 0;
            if (_table is null)
            {
                _parts.Clear();
                Begin();
            }

            while (_segments.Count == 0 && _at < _end)
            {
                _at = ReadNext(_at);
            }

            if (_segments.Count == 0)
            {
                if (_table is { } table)
                {
                    // It goes on elsewhere.
                    EndCell(table);
                    AddAsProse(table);
                }

                EndSegment();
                if (_segments.Count == 0)
                {
                    return false;
                }
            }
        }

        Current = _segments[_nextSegment++];
        return true;
    }

    private int ReadNext(int i)
    {
        if (_isQuoted)
        {
            var start = i;
            while (_atLineStart && i < _end && body[i] is ' ' or '\t' or '>')
            {
                i++;
            }

            _atLineStart = false;
            if (i > start)
            {
                return i;
            }
        }
        else if (IsEmpty && (i = SkipBlank(i)) == _end)
        {
            return i;
        }

        switch (body[i])
        {
            case '<' when TagLength(body.AsSpan(i, _end - i)) is > 0 and var length:
                return ReadTag(i, length);
            case '&' when EntityLength(i, out var entity) is > 0 and var length:
                Append(PartKind.Replaced, i, i + length, entity, 0, entity.Length);
                return i + length;
            case '\r' or '\n':
                if (!IsEmpty)
                {
                    _parts.Add(PartKind.Break, i, i + 1);
                }

                _atLineStart = true;
                return i + 1;
        }

        var next = i + 1;
        while (next < _end && (body[next] > '<' || body[next] is not ('<' or '&' or '\r' or '\n')))
        {
            next++;
        }

        var text = body.AsSpan(i, next - i);
        if (!text.IsWhiteSpace())
        {
            Append(PartKind.Text, i, next, body, i, next - i);
        }
        else if (!IsEmpty || !text.Trim(" \t").IsEmpty)
        {
            _parts.Add(PartKind.Text, i, next, body, i, next - i);
        }

        return next;
    }

    /// <summary>Where line ends and blank lines end, and blanks before markup; blanks before text are its own.</summary>
    private int SkipBlank(int i)
    {
        var start = i;
        while (i < _end && body[i] is ' ' or '\t' or '\r' or '\n')
        {
            start = body[i] is '\r' or '\n' ? i + 1 : start;
            i++;
        }

        return i == _end || body[i] is '<' or '&' ? i : start;
    }

    private int ReadTag(int start, int length)
    {
        var text = body.AsSpan(start, length);
        var end = start + length;
        var tag = HtmlTag.Parse(text);
        if (tag.Name.IsEmpty)
        {
            return end;
        }

        if (!tag.IsClosing && !tag.IsEmpty && tag.Has(HtmlTraits.Hidden | HtmlTraits.Preformatted))
        {
            return SkipElement(tag.Name.ToString(), end);
        }

        if (!tag.Has(HtmlTraits.Block | HtmlTraits.Cell))
        {
            Append(PartKind.Tag, start, end, body, start, length);
            return end;
        }

        if (_mayDefinePlace)
        {
            tag.AddAnchors(start, anchors);
        }

        if (_table is { } table && ReadTableTag(table, tag, end))
        {
            return end;
        }

        if (_table is not null)
        {
            _parts.Add(PartKind.Break, start, start + 1);
            return end;
        }

        EndSegment();
        if (tag.Has(HtmlTraits.Table) && !tag.IsClosing)
        {
            _table = new OpenTable(start);
        }

        _level = tag.Has(HtmlTraits.Heading) && !tag.IsClosing ? tag.Name[1] - '0' : 0;
        return end;
    }

    /// <summary>Reads a tag that belongs to the open table; false where it is part of a cell's content.</summary>
    private bool ReadTableTag(OpenTable table, in HtmlTag tag, int end)
    {
        if (tag.Has(HtmlTraits.Cell | HtmlTraits.Row))
        {
            EndCell(table);
            if (tag.Has(HtmlTraits.Cell) && !tag.IsClosing)
            {
                if (table.Rows.Count == 0)
                {
                    table.Rows.Add([]);
                }

                table.Cell = new OpenCell(end, tag.Is("th"), SpanOf(tag, "rowspan"), SpanOf(tag, "colspan"));
            }
            else if (tag.Is("tr") && !tag.IsClosing)
            {
                table.Rows.Add([]);
            }

            Begin();
            return true;
        }

        if (tag.Has(HtmlTraits.Caption))
        {
            EndCell(table);
            if (tag.IsClosing && _contentStart >= 0)
            {
                table.Caption ??= Segment(0);
            }

            Begin();
            return true;
        }

        if (tag.Has(HtmlTraits.Table) && tag.IsClosing)
        {
            EndCell(table);
            table.Rows.RemoveAll(static row => row.Count == 0);
            _table = null;
            if (table.IsBroken)
            {
                AddAsProse(table);
            }
            else if (table.Rows.Count > 0)
            {
                _segments.Add(new HtmlSegment(0, 0, TextSpan.FromBounds(table.Start, end), 0, new HtmlTableSegment(table.Rows, table.Caption)));
            }

            Begin();
            return true;
        }

        table.IsBroken |= tag.Has(HtmlTraits.Table);
        return false;
    }

    /// <summary>A table that is not whole, or holds another, gives prose and no table to do sums on.</summary>
    private void AddAsProse(OpenTable table)
    {
        _table = null;
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                _segments.Add(new HtmlSegment(cell.First, cell.End, cell.Span, 0));
            }
        }
    }

    private void EndCell(OpenTable table)
    {
        if (table.Cell is { } cell)
        {
            var span = _contentStart < 0 ? new TextSpan(cell.Start, 0) : TextSpan.FromBounds(_contentStart, _contentEnd);
            table.Rows[^1].Add(new HtmlCell(_first, _parts.Count, span, cell.IsHeader, cell.RowSpan, cell.ColumnSpan));
            table.Cell = null;
            table.Cells += (long)cell.RowSpan * cell.ColumnSpan;
            if (table.Cells > limits.MaximumCells)
            {
                table.Rows[^1][^1] = table.Rows[^1][^1] with { RowSpan = 1, ColumnSpan = 1 };
            }

            Begin();
        }
    }

    private void EndSegment()
    {
        if (_contentStart >= 0)
        {
            _segments.Add(Segment(_level));
        }

        Begin();
    }

    private HtmlSegment Segment(int level) => new(_first, _parts.Count, TextSpan.FromBounds(_contentStart, _contentEnd), level);

    /// <summary>True where nothing was read yet of what stands between two tags; line ends and blanks before it would leave no trace.</summary>
    private bool IsEmpty => _parts.Count == _first;

    private void Begin()
    {
        _first = _parts.Count;
        _contentStart = -1;
    }

    /// <summary>Adds a part that shows on the page.</summary>
    private void Append(PartKind kind, int start, int end, string text, int textStart, int textLength)
    {
        _parts.Add(kind, start, end, text, textStart, textLength);
        _contentStart = _contentStart < 0 ? start : _contentStart;
        _contentEnd = end;
    }

    private int EntityLength(int start, out string entity)
    {
        var slice = new StringSlice(body, start, _end - 1);
        return HtmlEntityParser.TryParse(ref slice, out entity!, out var length) ? length : 0;
    }

    /// <summary>Offset behind an element whose content is not read, or behind its opening tag where nothing closes it.</summary>
    private int SkipElement(string name, int start)
    {
        if (!_neverClosed.Contains(name))
        {
            var rest = body.AsSpan(start, _end - start);
            var close = rest.IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
            {
                var end = rest[close..].IndexOf('>');
                return end < 0 ? _end : start + close + end + 1;
            }

            _neverClosed.Add(name);
        }

        return start;
    }

    /// <summary>Length of the tag, comment or declaration at the start of a text; 0 where there is none.</summary>
    private int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[1] == '!')
        {
            if (text.StartsWith("<!--"))
            {
                return Through(text, "-->");
            }

            if (text.StartsWith("<![CDATA["))
            {
                return Through(text, "]]>");
            }
        }

        if (text.Length < 3 || !(char.IsAsciiLetter(text[1]) || text[1] is '!' or '?' || (text[1] == '/' && char.IsAsciiLetter(text[2]))))
        {
            return 0;
        }

        if (_neverClosed.Count > 0 && _neverClosed.Contains(">"))
        {
            return 0;
        }

        _mayDefinePlace = false;
        for (var i = 1; i < text.Length;)
        {
            for (; i < text.Length; i++)
            {
                if (text[i] <= '>')
                {
                    if (text[i] is '>' or '"' or '\'')
                    {
                        break;
                    }
                }
                else if ((text[i] | 0x20) is 'i' or 'n' && !char.IsAsciiLetterOrDigit(text[i - 1]))
                {
                    // "id" or "name" may begin here.
                    _mayDefinePlace = true;
                }
            }

            if (i == text.Length)
            {
                _neverClosed.Add(">");
                break;
            }

            if (text[i] == '>')
            {
                return i + 1;
            }

            var quote = text[(i + 1)..].IndexOf(text[i]);
            if (quote < 0)
            {
                _mayDefinePlace = true;
                return Through(text, ">");
            }

            i += quote + 2;
        }

        return 0;
    }

    private int Through(ReadOnlySpan<char> text, string end)
    {
        if (_neverClosed.Count > 0 && _neverClosed.Contains(end))
        {
            return 0;
        }

        var at = text.IndexOf(end);
        if (at < 0)
        {
            _neverClosed.Add(end);
            return 0;
        }

        return at + end.Length;
    }

    private static int SpanOf(in HtmlTag tag, string name) =>
        int.TryParse(tag.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MaximumSpan) : 1;

    /// <summary>A table whose end has not come yet.</summary>
    private sealed class OpenTable(int start)
    {
        public int Start { get; } = start;

        public List<List<HtmlCell>> Rows { get; } = [];

        public HtmlSegment? Caption { get; set; }

        public OpenCell? Cell { get; set; }

        public long Cells { get; set; }

        public bool IsBroken { get; set; }
    }

    private sealed record OpenCell(int Start, bool IsHeader, int RowSpan, int ColumnSpan);
}
