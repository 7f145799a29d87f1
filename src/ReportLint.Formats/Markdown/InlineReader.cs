using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Html;
using ReportLint.Formats.Markdown.Syntax;

namespace ReportLint.Formats.Markdown;

/// <summary>
/// Turns the content of one leaf into prose and marks. Markdig's places are taken as hints: what it calls a literal is
/// only verbatim where the file has the same characters at that place, so no verbatim run can lie.
/// </summary>
internal sealed class InlineReader(SourceText source, List<Anchor> anchors, LeafInlines inlines)
{
    /// <summary>What inline code leaves in the prose.</summary>
    public const string CodePlaceholder = "\uFFFC";

    private readonly List<InlinePiece> _pieces = new(16);
    private readonly ProseBuilder _prose = new();
    private readonly List<InlineMark> _marks = [];
    private readonly InlineParts _ownParts = new(source.Length);
    private readonly List<int> _opened = [];
    private Dictionary<string, int>? _openNames;
    private IReadOnlySet<string>? _superscriptNotes;
    private string? _noteLabel;
    private TextSpan _noteLabelSpan;
    private bool _mayDefineNotes;
    private int _limit;
    private int _cursor;
    private int _breakStart = -1;
    private int _breakEnd;

    /// <summary>Reads a leaf.</summary>
    /// <param name="leaf">The leaf; where its markup is switched off its lines are read as they are.</param>
    /// <param name="mayDefineNotes">
    /// True where <c>&lt;sup&gt;1&lt;/sup&gt;</c> at the start makes the paragraph a note; each line that starts so is then a note of its own.
    /// </param>
    /// <returns>The pieces; none where the leaf has neither prose nor marks. The list is valid until the next call.</returns>
    public List<InlinePiece> Read(LeafBlock leaf, bool mayDefineNotes)
    {
        var inline = inlines.Read(leaf);
        if (inline is null && leaf.Lines.Count == 1)
        {
            ref var slice = ref leaf.Lines.Lines[0].Slice;
            return ReadVerbatim(TextSpan.FromBounds(slice.Start, slice.End + 1));
        }

        Begin(leaf.Span.Start, leaf.Span.End + 1, mayDefineNotes);
        if (inline is { } root)
        {
            ReadInlines(root);
        }
        else
        {
            ReadLines(leaf);
        }

        EndPiece();
        return _pieces;
    }

    /// <summary>Reads a cell of a pipe table.</summary>
    public List<InlinePiece> Read(TextSpan cell)
    {
        if (inlines.Read(cell) is not { } root)
        {
            return ReadVerbatim(cell);
        }

        Begin(cell.Start, cell.End, mayDefineNotes: false);
        ReadInlines(root);
        EndPiece();
        return _pieces;
    }

    /// <inheritdoc cref="Read(LeafBlock, bool)"/>
    /// <param name="parts">What holds the content.</param>
    /// <param name="first">Index of its first part.</param>
    /// <param name="end">Index behind its last part.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="mayDefineNotes">As above.</param>
    public List<InlinePiece> Read(InlineParts parts, int first, int end, TextSpan span, bool mayDefineNotes)
    {
        if (end == first + 1 && parts[first] is { Kind: PartKind.Text } only)
        {
            return ReadVerbatim(SpanOf(only));
        }

        Begin(span.Start, span.End, mayDefineNotes);
        ReadParts(parts, first, end);
        EndPiece();
        return _pieces;
    }

    /// <summary>Reads what stands on one line and holds no markup, as most does.</summary>
    private List<InlinePiece> ReadVerbatim(TextSpan span)
    {
        _pieces.Clear();
        var (start, end) = (span.Start, span.End);
        while (start < end && source.Content[start] is ' ' or '\t')
        {
            start++;
        }

        while (start < end && source.Content[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (start < end)
        {
            AddPiece(ProseText.Verbatim(source, TextSpan.FromBounds(start, end)));
        }

        return _pieces;
    }

    private void Begin(int start, int end, bool mayDefineNotes)
    {
        _pieces.Clear();
        _mayDefineNotes = mayDefineNotes;
        _cursor = Math.Clamp(start, 0, source.Length);
        _limit = Math.Clamp(end, _cursor, source.Length);
        _breakStart = -1;
        _noteLabel = null;
    }

    private void ReadLines(LeafBlock leaf)
    {
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            ref var line = ref leaf.Lines.Lines[i];
            var text = line.Slice.AsSpan().TrimEnd([' ', '\t']);
            if (i > 0)
            {
                Break(_cursor, _cursor);
            }

            AddText(text, line.Slice.Start);
        }
    }

    private void ReadInlines(ContainerInline root)
    {
        _ownParts.Clear();
        _ownParts.AddAll(root);
        ReadParts(_ownParts, 0, _ownParts.Count);
    }

    private void ReadParts(InlineParts parts, int first, int end)
    {
        PairTags(parts, first, end);
        for (var i = first; i < end;)
        {
            i = ReadPart(parts, i);
        }
    }

    /// <summary>Reads a part and gives the index of the next one to read.</summary>
    private int ReadPart(InlineParts parts, int index)
    {
        var part = parts[index];
        switch (part.Kind)
        {
            case PartKind.Text:
                AddText(part.Span, part.Start);
                break;
            case PartKind.Break:
                Break(part.Start, part.End);
                break;
            case PartKind.Replaced:
                AddReplaced(part.Span, SpanOf(part));
                break;
            case PartKind.Code:
                AddCode(SpanOf(part));
                break;
            case PartKind.EmptyMark:
                AddEmptyMark(part.Mark, SpanOf(part), part.Target, part.Text!);
                break;
            case PartKind.Address:
                var mark = Open(part.Start);
                AddText(part.Span, part.Start + 1);
                Close(mark, MarkKind.Link, SpanOf(part), part.Target);
                break;
            case PartKind.Mark:
                mark = Open(part.Start);
                ReadParts(parts, index + 1, part.Behind);
                Close(mark, part.Mark, SpanOf(part), part.Target);
                Pass(SpanOf(part));
                break;
            case PartKind.Tag:
                return ReadTag(parts, index, part);
            case PartKind.Group:
                AddText(part.Span, part.Start);
                ReadParts(parts, index + 1, part.Behind);
                break;
        }

        return part.Behind;
    }

    private int ReadTag(InlineParts parts, int index, in InlinePart part)
    {
        var tag = HtmlTag.Parse(part.Span);
        var span = SpanOf(part);
        if (tag.IsWords)
        {
            AddText(part.Span, span.Start);
            return part.Behind;
        }

        tag.AddAnchors(span.Start, anchors);
        if (tag.Has(HtmlTraits.Break))
        {
            Break(span.Start, span.End);
            return part.Behind;
        }

        if (tag.IsClosing || tag.IsEmpty)
        {
            if (tag.Is("img"))
            {
                AddEmptyMark(MarkKind.Image, span, tag.Attribute("src"), tag.Attribute("alt") ?? "");
            }

            return part.Behind;
        }

        if (part.Close == 0)
        {
            return part.Behind;
        }

        ref readonly var close = ref parts[part.Close];
        var behind = close.Behind;
        var whole = TextSpan.FromBounds(span.Start, Math.Max(span.End, SpanOf(close).End));
        if (tag.Has(HtmlTraits.Hidden))
        {
            Pass(whole);
            return behind;
        }

        if (tag.Is("sup") && ReadSuperscript(parts, index + 1, part.Close, whole))
        {
            return behind;
        }

        var kind = tag.Mark;
        if (kind == MarkKind.Code)
        {
            AddCode(whole);
            return behind;
        }

        if (kind is null)
        {
            return part.Behind;
        }

        var mark = Open(span.Start);
        for (var i = index + 1; i < part.Close;)
        {
            i = ReadPart(parts, i);
        }

        Close(mark, kind.Value, whole, kind == MarkKind.Link ? tag.Attribute("href") : null);
        return behind;
    }

    /// <summary>
    /// Digits set high are a note's mark behind a word or a stop, and an exponent behind a digit or a letter or two
    /// that stand alone (10⁶, km², R²), where no note of that number is defined.
    /// </summary>
    private bool ReadSuperscript(InlineParts parts, int first, int end, TextSpan whole)
    {
        var text = PlainText(parts, first, end).AsSpan().Trim();
        if (Superscripts.Digits(text, out var isBracketed) is not { } label)
        {
            return false;
        }

        if (!isBracketed && IsExponent(label))
        {
            AddReplaced(Superscripts.Raise(label), whole);
            return true;
        }

        var atLineStart = _prose.Length == 0 || _breakStart >= 0;
        if (_mayDefineNotes && atLineStart && (_breakStart >= 0 || _noteLabel is not null || (_pieces.Count == 0 && _prose.Length == 0 && _marks.Count == 0)))
        {
            EndPiece();
            _noteLabel = label;
            _noteLabelSpan = whole;
            Pass(whole);
            return true;
        }

        AddEmptyMark(MarkKind.FootnoteReference, whole, LinkWithin(parts, first, end), label);
        return true;
    }

    /// <summary>Where a link among some parts leads, or null; the anchors on the way are taken note of.</summary>
    private string? LinkWithin(InlineParts parts, int first, int end)
    {
        string? target = null;
        for (var i = first; i < end; i = parts[i].Behind)
        {
            ref readonly var part = ref parts[i];
            if (part.Kind == PartKind.Tag)
            {
                var tag = HtmlTag.Parse(part.Span);
                tag.AddAnchors(SpanOf(part).Start, anchors);
                target ??= tag.Attribute("href");
            }
            else if (part is { Kind: PartKind.Mark, Mark: MarkKind.Link })
            {
                target ??= part.Target;
            }
        }

        return target;
    }

    private bool IsExponent(string label) =>
        _breakStart < 0 && !(_superscriptNotes ??= SuperscriptNotes.Find(source.Content)).Contains(label) && Superscripts.FollowsBase(_prose);

    private void AddCode(TextSpan span)
    {
        AddReplaced(CodePlaceholder, span);
        _marks.Add(new InlineMark(MarkKind.Code, new TextSpan(_prose.Length - 1, 1), span));
    }

    private void AddEmptyMark(MarkKind kind, TextSpan span, string? target, string label)
    {
        _marks.Add(new InlineMark(kind, new TextSpan(_prose.Length, 0), span, target, label));
        Pass(span);
    }

    /// <summary>
    /// Finds the tag that closes each element among some parts. All pairs are found in one pass, so that many tags that nothing closes cost no more
    /// than their number.
    /// </summary>
    private void PairTags(InlineParts parts, int first, int end)
    {
        _opened.Clear();
        _openNames?.Clear();
        for (var i = first; i < end; i = parts[i].Behind)
        {
            if (parts[i].Kind != PartKind.Tag || HtmlTag.Parse(parts[i].Span) is not { IsEmpty: false } tag)
            {
                continue;
            }

            var name = tag.Name.ToString();
            _openNames ??= new(StringComparer.OrdinalIgnoreCase);
            var count = _openNames.GetValueOrDefault(name);
            if (!tag.IsClosing)
            {
                _opened.Add(i);
                _openNames[name] = count + 1;
            }
            else if (count > 0)
            {
                int last;
                do
                {
                    last = _opened[^1];
                    _opened.RemoveAt(_opened.Count - 1);
                    var lastName = HtmlTag.Parse(parts[last].Span).Name.ToString();
                    _openNames[lastName]--;
                    if (lastName.Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        break;
                    }
                }
                while (_opened.Count > 0);
                parts[last].Close = i;
            }
        }
    }

    private static string PlainText(InlineParts parts, int first, int end)
    {
        if (end == first + 1 && parts[first].Kind == PartKind.Text)
        {
            return parts[first].Span.ToString();
        }

        var text = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
        {
            ref readonly var part = ref parts[i];
            switch (part.Kind)
            {
                case PartKind.Text or PartKind.Replaced or PartKind.Code:
                case PartKind.EmptyMark when part.Mark != MarkKind.FootnoteReference:
                    text.Append(part.Span);
                    break;
                case PartKind.Break:
                    text.Append(' ');
                    break;
            }
        }

        return text.ToString();
    }

    private void AddText(ReadOnlySpan<char> text, int start)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny('\r', '\n');
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty)
            {
                AddLine(line, start);
            }

            if (end < 0)
            {
                return;
            }

            Break(_cursor, _cursor);
            text = text[end..].TrimStart("\r\n");
            start = -1;
        }
    }

    private void AddLine(ReadOnlySpan<char> text, int start)
    {
        if (_breakStart >= 0 || _prose.LastCharacter is '\0' or ' ')
        {
            var visible = text.TrimStart([' ', '\t']);
            start += text.Length - visible.Length;
            text = visible;
            if (text.IsEmpty)
            {
                return;
            }
        }

        var content = source.Content.AsSpan();
        if (start < _cursor || start + text.Length > content.Length || !content.Slice(start, text.Length).SequenceEqual(text))
        {
            var found = content[_cursor.._limit].IndexOf(text);
            if (found < 0)
            {
                AddReplaced(text, new TextSpan(_cursor, 0));
                return;
            }

            start = _cursor + found;
        }

        FlushBreak(start);
        _prose.AddVerbatim(source, new TextSpan(start, text.Length));
        _cursor = start + text.Length;
        _limit = Math.Max(_limit, _cursor);
    }

    private void AddReplaced(ReadOnlySpan<char> text, TextSpan span)
    {
        FlushBreak(span.Start);
        _prose.AddReplaced(text, span);
        Pass(span);
    }

    /// <summary>Notes a line end. It becomes a space when more text follows.</summary>
    private void Break(int start, int end)
    {
        if (_breakStart < 0)
        {
            _breakStart = Math.Clamp(start, _cursor, _limit);
        }

        _breakEnd = Math.Clamp(end, _breakStart, _limit);
        _cursor = _breakEnd;
    }

    private void FlushBreak(int next)
    {
        if (_breakStart < 0)
        {
            return;
        }

        if (_prose.Length > 0 && _prose.LastCharacter != ' ')
        {
            _prose.AddReplaced(" ", TextSpan.FromBounds(_breakStart, Math.Max(_breakEnd, Math.Min(next, _limit))));
        }

        _breakStart = -1;
    }

    private OpenMark Open(int start)
    {
        FlushBreak(start);
        _marks.Add(null!);
        return new OpenMark(_marks.Count - 1, _prose.Length);
    }

    private void Close(OpenMark mark, MarkKind kind, TextSpan span, string? target = null) =>
        _marks[mark.Index] = new InlineMark(kind, TextSpan.FromBounds(mark.Start, _prose.Length), span, target);

    private void Pass(TextSpan span) => _cursor = Math.Clamp(span.End, _cursor, _limit);

    private static TextSpan SpanOf(in InlinePart part) => TextSpan.FromBounds(part.Start, part.End);

    private void EndPiece()
    {
        _breakStart = -1;
        _prose.TrimEnd();
        for (var i = 0; i < _marks.Count; i++)
        {
            if (_marks[i].Prose.End > _prose.Length)
            {
                var start = Math.Min(_marks[i].Prose.Start, _prose.Length);
                _marks[i] = _marks[i] with { Prose = TextSpan.FromBounds(start, _prose.Length) };
            }
        }

        if (_prose.Length > 0 || _marks.Count > 0 || _noteLabel is not null)
        {
            AddPiece(_prose.Build());
        }

        _prose.Clear();
        _noteLabel = null;
    }

    private void AddPiece(ProseText prose)
    {
        BareAddresses.AddMarks(prose, _marks);
        _pieces.Add(new InlinePiece(prose, _marks.Count == 0 ? [] : _marks.ToArray(), _noteLabel, _noteLabelSpan));
        _marks.Clear();
    }

    private readonly record struct OpenMark(int Index, int Start);
}
