using System.Net;
using System.Runtime.CompilerServices;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Html;

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
        var key = 0UL;
        for (; end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++)
        {
            key = HtmlNames.Key(key, text[end]);
        }

        var name = text[first..end];
        var traits = HtmlNames.TraitsOf(name, key);
        var isEmpty = end == first || (traits & HtmlTraits.Void) != HtmlTraits.None || (text[^1] == '>' && text[^2] == '/');
        return new HtmlTag(text, name, traits, isClosing, isEmpty);
    }

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
