using Markdig.Syntax.Inlines;
using ReportLint.Core.Documents;

namespace ReportLint.Formats.Markdown;

/// <summary>What a part of a leaf's content is.</summary>
internal enum PartKind : byte
{
    /// <summary>Text as it stands.</summary>
    Text,

    /// <summary>A line end.</summary>
    Break,

    /// <summary>Text that stands in the file in another form.</summary>
    Replaced,

    /// <summary>Inline code; its text is what stands between the marks.</summary>
    Code,

    /// <summary>A mark that leaves no prose; its text is its label.</summary>
    EmptyMark,

    /// <summary>A mark over the parts that it holds.</summary>
    Mark,

    /// <summary>An address between angle brackets, which is its text.</summary>
    Address,

    /// <summary>A tag of HTML, which is its text.</summary>
    Tag,

    /// <summary>Parts that stand together, behind its text.</summary>
    Group,
}

/// <summary>One part of a leaf's content.</summary>
internal struct InlinePart
{
    /// <summary>What it is.</summary>
    public PartKind Kind;

    /// <summary>The kind of the mark that it is.</summary>
    public MarkKind Mark;

    /// <summary>Where it begins in the file, a hint in the case of text.</summary>
    public int Start;

    /// <summary>Where it ends in the file (outside).</summary>
    public int End;

    /// <summary>The string that holds its text, or null.</summary>
    public string? Text;

    /// <summary>Where its text begins there.</summary>
    public int TextStart;

    /// <summary>Length of its text.</summary>
    public int TextLength;

    /// <summary>Index of the part behind it and what it holds.</summary>
    public int Behind;

    /// <summary>Index of the tag that closes it among its neighbours, or 0; known once they are paired.</summary>
    public int Close;

    /// <summary>Where a link or image leads, or null.</summary>
    public string? Target;

    /// <summary>Its text.</summary>
    public readonly ReadOnlySpan<char> Span => Text.AsSpan(TextStart, TextLength);
}

/// <summary>The contents of leaves as parts in reading order; what a part holds follows it. Room is used again. Not thread-safe.</summary>
/// <param name="length">Length of the file.</param>
internal sealed class InlineParts(int length)
{
    private InlinePart[] _parts = new InlinePart[16];

    /// <summary>Number of parts.</summary>
    public int Count { get; private set; }

    /// <summary>A part.</summary>
    public ref InlinePart this[int index] => ref _parts[index];

    /// <summary>Forgets all parts.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a part that holds no others yet.</summary>
    public ref InlinePart Add(PartKind kind, int start, int end)
    {
        if (Count == _parts.Length)
        {
            Array.Resize(ref _parts, Count * 2);
        }

        ref var part = ref _parts[Count++];
        part = default;
        (part.Kind, part.Start, part.End, part.Behind) = (kind, start, end, Count);
        return ref part;
    }

    /// <summary>Adds a part with a text.</summary>
    public ref InlinePart Add(PartKind kind, int start, int end, string text, int textStart, int textLength)
    {
        ref var part = ref Add(kind, start, end);
        (part.Text, part.TextStart, part.TextLength) = (text, textStart, textLength);
        return ref part;
    }

    /// <summary>Adds what a container of Markdig's holds.</summary>
    public void AddAll(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Add(inline);
        }
    }

    private void Add(Inline inline)
    {
        var start = Math.Clamp(inline.Span.Start, 0, length);
        var end = Math.Clamp(inline.Span.End + 1, start, length);
        switch (inline)
        {
            case LiteralInline literal:
                start = literal.IsFirstCharacterEscaped ? literal.Span.Start + 1 : literal.Span.Start;
                Add(PartKind.Text, start, end, literal.Content.Text, literal.Content.Start, literal.Content.Length);
                break;
            case LineBreakInline:
                Add(PartKind.Break, inline.Span.Start, inline.Span.End + 1);
                break;
            case HtmlEntityInline entity:
                Add(PartKind.Replaced, start, end, entity.Transcoded.Text, entity.Transcoded.Start, entity.Transcoded.Length);
                break;
            case CodeInline code:
                AddText(PartKind.Code, start, end, code.Content);
                break;
            case AutolinkInline link:
                AddText(PartKind.Address, start, end, link.Url).Target = link.IsEmail ? "mailto:" + link.Url : link.Url;
                break;
            case LinkInline { IsImage: true } image:
                AddEmptyMark(MarkKind.Image, start, end, PlainText(image), image.Url);
                break;
            case EmphasisInline { DelimiterChar: '~' } deleted:
                AddEmptyMark(MarkKind.Deleted, start, end, PlainText(deleted), null);
                break;
            case Syntax.NoteMarkInline note:
                AddEmptyMark(MarkKind.FootnoteReference, start, end, note.Label, null);
                break;
            case HtmlInline html:
                AddText(PartKind.Tag, start, end, html.Tag);
                break;
            case LinkInline link:
                AddContainer(PartKind.Mark, MarkKind.Link, start, end, link, "", link.Url);
                break;
            case EmphasisInline emphasis:
                AddContainer(PartKind.Mark, emphasis.DelimiterCount == 2 ? MarkKind.Strong : MarkKind.Emphasis, start, end, emphasis, "", null);
                break;
            case ContainerInline container:
                AddContainer(PartKind.Group, default, inline.Span.Start, end, container, (container as DelimiterInline)?.ToLiteral() ?? "", null);
                break;
        }
    }

    private ref InlinePart AddText(PartKind kind, int start, int end, string text) => ref Add(kind, start, end, text, 0, text.Length);

    private void AddEmptyMark(MarkKind kind, int start, int end, string label, string? target)
    {
        ref var part = ref AddText(PartKind.EmptyMark, start, end, label);
        (part.Mark, part.Target) = (kind, target);
    }

    private void AddContainer(PartKind kind, MarkKind mark, int start, int end, ContainerInline container, string text, string? target)
    {
        var index = Count;
        ref var part = ref AddText(kind, start, end, text);
        (part.Mark, part.Target) = (mark, target);
        AddAll(container);
        _parts[index].Behind = Count;
    }

    private static string PlainText(ContainerInline container)
    {
        if (container.FirstChild is LiteralInline { NextSibling: null } only)
        {
            return only.Content.ToString();
        }

        var text = new System.Text.StringBuilder();
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
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
                case ContainerInline inner:
                    text.Append(PlainText(inner));
                    break;
            }
        }

        return text.ToString();
    }
}
