using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Html;
using ReportLint.Formats.Markdown.Syntax;

namespace ReportLint.Formats.Markdown;

/// <summary>
/// Turns the inlines of one leaf into prose and marks. Markdig's places are taken as hints: what it calls a literal is
/// only verbatim where the file has the same characters at that place, so no verbatim run can lie.
/// </summary>
internal sealed class InlineReader(SourceText source, List<Anchor> anchors, IReadOnlySet<string> superscriptNotes)
{
    /// <summary>What inline code leaves in the prose.</summary>
    public const string CodePlaceholder = "\uFFFC";

    private readonly List<InlinePiece> _pieces = new(16);
    private readonly ProseBuilder _prose = new();
    private readonly List<InlineMark> _marks = [];
    private readonly Dictionary<HtmlInline, HtmlInline> _closings = [];
    private ContainerInline? _pairedContainer;
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
        Begin(leaf.Span.Start, leaf.Span.End + 1, mayDefineNotes);
        if (leaf.Inline is { } root)
        {
            ReadChildren(root);
        }
        else
        {
            ReadLines(leaf);
        }

        EndPiece();
        return _pieces;
    }

    /// <inheritdoc cref="Read(LeafBlock, bool)"/>
    /// <param name="root">The inlines.</param>
    /// <param name="span">Where they stand.</param>
    /// <param name="mayDefineNotes">As above.</param>
    public List<InlinePiece> Read(ContainerInline root, TextSpan span, bool mayDefineNotes)
    {
        Begin(span.Start, span.End, mayDefineNotes);
        ReadChildren(root);
        EndPiece();
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

    private void ReadChildren(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            inline = ReadInline(inline);
        }
    }

    /// <summary>Reads an inline and gives the next one to read.</summary>
    private Inline? ReadInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal.Content.AsSpan(), literal.IsFirstCharacterEscaped ? literal.Span.Start + 1 : literal.Span.Start);
                break;
            case LineBreakInline line:
                Break(line.Span.Start, line.Span.End + 1);
                break;
            case HtmlEntityInline entity:
                AddReplaced(entity.Transcoded.ToString(), SpanOf(entity));
                break;
            case CodeInline code:
                AddCode(SpanOf(code));
                break;
            case AutolinkInline link:
                var mark = Open(inline.Span.Start);
                AddText(link.Url, link.Span.Start + 1);
                Close(mark, MarkKind.Link, SpanOf(link), link.IsEmail ? "mailto:" + link.Url : link.Url);
                break;
            case LinkInline { IsImage: true } image:
                AddEmptyMark(MarkKind.Image, SpanOf(image), image.Url, PlainText(image));
                break;
            case LinkInline link:
                mark = Open(inline.Span.Start);
                ReadChildren(link);
                Close(mark, MarkKind.Link, SpanOf(link), link.Url);
                Pass(SpanOf(link));
                break;
            case EmphasisInline { DelimiterChar: '~' } deleted:
                AddEmptyMark(MarkKind.Deleted, SpanOf(deleted), null, PlainText(deleted));
                break;
            case EmphasisInline emphasis:
                mark = Open(inline.Span.Start);
                ReadChildren(emphasis);
                Close(mark, emphasis.DelimiterCount == 2 ? MarkKind.Strong : MarkKind.Emphasis, SpanOf(emphasis));
                Pass(SpanOf(emphasis));
                break;
            case NoteMarkInline note:
                AddEmptyMark(MarkKind.FootnoteReference, SpanOf(note), null, note.Label);
                break;
            case HtmlInline html:
                return ReadTag(html);
            case DelimiterInline delimiter:
                AddText(delimiter.ToLiteral(), delimiter.Span.Start);
                ReadChildren(delimiter);
                break;
            case ContainerInline container:
                ReadChildren(container);
                break;
        }

        return inline.NextSibling;
    }

    private Inline? ReadTag(HtmlInline html)
    {
        var tag = HtmlTag.Parse(html.Tag);
        var span = SpanOf(html);
        if (tag.IsWords)
        {
            AddText(html.Tag, span.Start);
            return html.NextSibling;
        }

        tag.AddAnchors(span.Start, anchors);
        if (tag.IsBreak)
        {
            Break(span.Start, span.End);
            return html.NextSibling;
        }

        if (tag.IsClosing || tag.IsEmpty)
        {
            if (tag.Is("img"))
            {
                AddEmptyMark(MarkKind.Image, span, tag.Attribute("src"), tag.Attribute("alt") ?? "");
            }

            return html.NextSibling;
        }

        if (FindClose(html) is not { } close)
        {
            return html.NextSibling;
        }

        var whole = TextSpan.FromBounds(span.Start, Math.Max(span.End, SpanOf(close).End));
        if (tag.IsHidden)
        {
            Pass(whole);
            return close.NextSibling;
        }

        if (tag.Is("sup") && ReadSuperscript(html, close, whole))
        {
            return close.NextSibling;
        }

        var kind = tag.Mark;
        if (kind == MarkKind.Code)
        {
            AddCode(whole);
            return close.NextSibling;
        }

        if (kind is null)
        {
            return html.NextSibling;
        }

        var mark = Open(span.Start);
        for (var inline = html.NextSibling; inline is not null && !ReferenceEquals(inline, close);)
        {
            inline = ReadInline(inline);
        }

        Close(mark, kind.Value, whole, kind == MarkKind.Link ? tag.Attribute("href") : null);
        return close.NextSibling;
    }

    /// <summary>
    /// Digits set high are a note's mark behind a word or a stop, and an exponent behind a digit or a letter or two
    /// that stand alone (10⁶, km², R²), where no note of that number is defined.
    /// </summary>
    private bool ReadSuperscript(HtmlInline open, HtmlInline close, TextSpan whole)
    {
        var text = PlainText(open.NextSibling, close).AsSpan().Trim();
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

        AddEmptyMark(MarkKind.FootnoteReference, whole, LinkWithin(open.NextSibling, close), label);
        return true;
    }

    /// <summary>Where a link between two inlines leads, or null; the anchors on the way are taken note of.</summary>
    private string? LinkWithin(Inline? first, Inline end)
    {
        string? target = null;
        for (var inline = first; inline is not null && !ReferenceEquals(inline, end); inline = inline.NextSibling)
        {
            if (inline is HtmlInline html)
            {
                var tag = HtmlTag.Parse(html.Tag);
                tag.AddAnchors(SpanOf(html).Start, anchors);
                target ??= tag.Attribute("href");
            }
            else if (inline is LinkInline { IsImage: false } link)
            {
                target ??= link.Url;
            }
        }

        return target;
    }

    private bool IsExponent(string label) =>
        _breakStart < 0 && !superscriptNotes.Contains(label) && Superscripts.FollowsBase(_prose);

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
    /// The tag that closes an element among its siblings. All pairs of a container are found in one pass over it, so that
    /// many tags that nothing closes cost no more than their number.
    /// </summary>
    private HtmlInline? FindClose(HtmlInline open)
    {
        if (!ReferenceEquals(_pairedContainer, open.Parent))
        {
            _pairedContainer = open.Parent;
            _closings.Clear();
            var opened = new List<HtmlInline>();
            var openNames = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var inline = _pairedContainer?.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                if (inline is not HtmlInline html || HtmlTag.Parse(html.Tag) is not { IsEmpty: false } tag)
                {
                    continue;
                }

                var name = tag.Name.ToString();
                var count = openNames.GetValueOrDefault(name);
                if (!tag.IsClosing)
                {
                    opened.Add(html);
                    openNames[name] = count + 1;
                }
                else if (count > 0)
                {
                    HtmlInline last;
                    do
                    {
                        last = opened[^1];
                        opened.RemoveAt(opened.Count - 1);
                        var lastName = HtmlTag.Parse(last.Tag).Name.ToString();
                        openNames[lastName]--;
                        if (lastName.Equals(name, StringComparison.OrdinalIgnoreCase))
                        {
                            break;
                        }
                    }
                    while (opened.Count > 0);
                    _closings[last] = html;
                }
            }
        }

        return _closings.GetValueOrDefault(open);
    }

    private static string PlainText(ContainerInline container) => PlainText(container.FirstChild, null);

    private static string PlainText(Inline? first, Inline? end)
    {
        var text = new System.Text.StringBuilder();
        for (var inline = first; inline is not null && !ReferenceEquals(inline, end); inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case ContainerInline container:
                    text.Append(PlainText(container));
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
                AddReplaced(text.ToString(), new TextSpan(_cursor, 0));
                return;
            }

            start = _cursor + found;
        }

        FlushBreak(start);
        _prose.AddVerbatim(source, new TextSpan(start, text.Length));
        _cursor = start + text.Length;
        _limit = Math.Max(_limit, _cursor);
    }

    private void AddReplaced(string text, TextSpan span)
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

    private TextSpan SpanOf(Inline inline)
    {
        var start = Math.Clamp(inline.Span.Start, 0, source.Length);
        return TextSpan.FromBounds(start, Math.Clamp(inline.Span.End + 1, start, source.Length));
    }

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
            var prose = _prose.Build();
            BareAddresses.AddMarks(prose, _marks);
            _pieces.Add(new InlinePiece(prose, _marks.Count == 0 ? [] : _marks.ToArray(), _noteLabel, _noteLabelSpan));
        }

        _prose.Clear();
        _marks.Clear();
        _noteLabel = null;
    }

    private readonly record struct OpenMark(int Index, int Start);
}
