using System.Net;
using System.Runtime.CompilerServices;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Html;

/// <summary>What an element of HTML does to prose.</summary>
[Flags]
internal enum HtmlTraits : short
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It begins a paragraph.</summary>
    Block = 1,

    /// <summary>It is <c>h1</c> to <c>h6</c>.</summary>
    Heading = 1 << 1,

    /// <summary>Its content is not read: struck out, or no text.</summary>
    Hidden = 1 << 2,

    /// <summary>Its content is no prose.</summary>
    Preformatted = 1 << 3,

    /// <summary>It has no content and no closing tag.</summary>
    Void = 1 << 4,

    /// <summary>It is <c>br</c>.</summary>
    LineBreak = 1 << 5,

    /// <summary>It is a table.</summary>
    Table = 1 << 6,

    /// <summary>It is a caption of a table.</summary>
    Caption = 1 << 7,

    /// <summary>It is a row of a table, or holds rows.</summary>
    Row = 1 << 8,

    /// <summary>It is a cell of a table.</summary>
    Cell = 1 << 9,

    /// <summary>It parts words.</summary>
    Break = Block | LineBreak | Cell,
}

/// <summary>One HTML tag or comment, and what it means for prose.</summary>
internal readonly ref struct HtmlTag
{
    private readonly ReadOnlySpan<char> _text;

    private HtmlTag(ReadOnlySpan<char> text, ReadOnlySpan<char> name, HtmlTraits traits, bool isClosing, bool isEmpty)
    {
        _text = text;
        Name = name;
        Traits = traits;
        IsClosing = isClosing;
        IsEmpty = isEmpty;
    }

    /// <summary>The element's name as written; empty for a comment.</summary>
    public ReadOnlySpan<char> Name { get; }

    public bool IsClosing { get; }

    /// <summary>True where no closing tag follows: a void element, <c>&lt;x/&gt;</c>, a comment.</summary>
    public bool IsEmpty { get; }

    /// <summary>What the element does to prose.</summary>
    public HtmlTraits Traits { get; }

    /// <summary>True where it has one of these traits.</summary>
    public bool Has(HtmlTraits traits) => (Traits & traits) != HtmlTraits.None;

    /// <summary>The mark that the element leaves, or null.</summary>
    public MarkKind? Mark =>
        Is("a") ? MarkKind.Link :
        Is("b") || Is("strong") ? MarkKind.Strong :
        Is("i") || Is("em") || Is("cite") ? MarkKind.Emphasis :
        Is("code") || Is("kbd") || Is("samp") || Is("tt") ? MarkKind.Code :
        null;

    /// <summary>
    /// True for what a writer put between angle brackets and no markup: <c>&lt;insert date&gt;</c>, words without values of which the second is none
    /// of the attributes that HTML has without one (WHATWG HTML, boolean attributes, and those of older versions).
    /// </summary>
    public bool IsWords
    {
        get
        {
            if (IsClosing || Name.IsEmpty || _text.Length < Name.Length + 4 || _text[Name.Length + 1] != ' ')
            {
                return false;
            }

            var rest = _text[(Name.Length + 2)..^1];
            foreach (var c in rest)
            {
                if (!char.IsLetterOrDigit(c) && c is not (' ' or '\'' or '’' or '-' or ','))
                {
                    return false;
                }
            }

            var end = rest.IndexOf(' ');
            return (end < 0 ? rest : rest[..end]) is not ("allowfullscreen" or "async" or "autofocus" or "autoplay" or "checked" or "compact" or "controls" or "default" or "defer" or "disabled" or
                "download" or "hidden" or "inert" or "ismap" or "itemscope" or "loop" or "multiple" or "muted" or "nomodule" or "noshade" or "novalidate" or "nowrap" or "open" or "playsinline" or
                "readonly" or "required" or "reversed" or "selected" or "border" or "contenteditable" or "");
        }
    }

    /// <summary>True where the name is this one, in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(string name) => Name.Length == name.Length && (Name[0] | 0x20) == name[0] && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a tag from its text, angle brackets included.</summary>
    public static HtmlTag Parse(ReadOnlySpan<char> text)
    {
        var isClosing = text.Length > 1 && text[1] == '/';
        var first = isClosing ? 2 : 1;
        var end = first;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        var name = text[first..end];
        var traits = TraitsOf(name);
        var isEmpty = end == first || (traits & HtmlTraits.Void) != HtmlTraits.None || (text[^1] == '>' && text[^2] == '/');
        return new HtmlTag(text, name, traits, isClosing, isEmpty);
    }

    private static HtmlTraits TraitsOf(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[LongestName];
        if (name.Length > LongestName)
        {
            return HtmlTraits.None;
        }

        for (var i = 0; i < name.Length; i++)
        {
            lower[i] = (char)(name[i] | 0x20); // leaves digits as they are
        }

        return lower[..name.Length] switch
        {
            "s" or "del" or "svg" or "math" or "style" or "strike" or "script" or "template" or "noscript" => HtmlTraits.Hidden,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlTraits.Block | HtmlTraits.Heading,
            "td" or "th" => HtmlTraits.Cell,
            "tr" or "tbody" or "thead" or "tfoot" => HtmlTraits.Block | HtmlTraits.Row,
            "table" => HtmlTraits.Block | HtmlTraits.Table,
            "caption" => HtmlTraits.Block | HtmlTraits.Caption,
            "pre" => HtmlTraits.Block | HtmlTraits.Preformatted,
            "hr" => HtmlTraits.Block | HtmlTraits.Void,
            "br" => HtmlTraits.LineBreak | HtmlTraits.Void,
            "img" or "wbr" or "col" or "meta" or "link" or "area" or "base" or "input" or "embed" or "source" => HtmlTraits.Void,
            "p" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "div" or "nav" or "main" or "form" or "body" or "html" or "head" or "aside" or "title" or "figure" or "header" or "footer" or "center"
                or "legend" or "option" or "section" or "article" or "details" or "summary" or "address" or "blockquote" or "figcaption" or "fieldset" => HtmlTraits.Block,
            _ => HtmlTraits.None,
        };
    }

    private const int LongestName = 10;

    /// <summary>Adds the places that the tag's <c>id</c>, and a link's <c>name</c>, define.</summary>
    /// <param name="start">Offset of the tag in the file.</param>
    /// <param name="anchors">The list to add to.</param>
    public void AddAnchors(int start, List<Anchor> anchors)
    {
        if (IsClosing || Name.IsEmpty || !_text.Contains('=') || !MayDefinePlace())
        {
            return;
        }

        foreach (var attribute in (ReadOnlySpan<string>)["id", "name"])
        {
            if ((attribute == "id" || Is("a")) && Find(attribute) is { Length: > 0 } range)
            {
                anchors.Add(new Anchor(WebUtility.HtmlDecode(_text.Slice(range.Start, range.Length).ToString()), new TextSpan(start + range.Start, range.Length)));
            }
        }
    }

    /// <summary>False where no attribute can be <c>id</c>, nor <c>name</c>: none of the letters where one may begin are theirs.</summary>
    private bool MayDefinePlace()
    {
        for (var i = Name.Length + 1; i + 1 < _text.Length; i++)
        {
            if ((_text[i] | 0x20) is 'i' or 'n' && (_text[i + 1] | 0x20) is 'd' or 'a' && !char.IsAsciiLetterOrDigit(_text[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of an attribute with entities replaced, or null.</summary>
    public string? Attribute(string name) => Find(name) is { } span ? WebUtility.HtmlDecode(_text.Slice(span.Start, span.Length).ToString()) : null;

    /// <summary>The value of an attribute that holds an address: tabs and line ends inside do not count (https://url.spec.whatwg.org/#concept-basic-url-parser).</summary>
    public string? Address(string name)
    {
        var address = Attribute(name)?.Trim();
        return address is null || address.AsSpan().IndexOfAny('\t', '\r', '\n') < 0 ? address : string.Concat(address.Split('\t', '\r', '\n'));
    }

    /// <summary>Where the value of an attribute stands in the tag; empty where it has none, null where there is no such attribute.</summary>
    public TextSpan? Find(string name)
    {
        var i = 1 + Name.Length;
        while (i < _text.Length)
        {
            while (i < _text.Length && (char.IsWhiteSpace(_text[i]) || _text[i] is '/' or '>'))
            {
                i++;
            }

            var start = i;
            while (i < _text.Length && !char.IsWhiteSpace(_text[i]) && _text[i] is not ('=' or '>' or '/'))
            {
                i++;
            }

            var found = _text[start..i];
            var isFound = found.Equals(name, StringComparison.OrdinalIgnoreCase);
            i = SkipSpace(i);
            if (i >= _text.Length || _text[i] != '=')
            {
                if (isFound)
                {
                    return new TextSpan(start + found.Length, 0);
                }

                i = i == start ? i + 1 : i;
                continue;
            }

            i = SkipSpace(i + 1);
            if (i >= _text.Length)
            {
                return null;
            }

            int end;
            if (_text[i] is '"' or '\'')
            {
                var length = _text[(i + 1)..].IndexOf(_text[i]);
                start = i + 1;
                end = length < 0 ? _text.Length : start + length;
                i = end + 1;
            }
            else
            {
                start = i;
                while (i < _text.Length && !char.IsWhiteSpace(_text[i]) && _text[i] != '>')
                {
                    i++;
                }

                end = i;
            }

            if (isFound)
            {
                return TextSpan.FromBounds(start, end);
            }
        }

        return null;
    }

    private int SkipSpace(int i)
    {
        while (i < _text.Length && char.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        return i;
    }
}
