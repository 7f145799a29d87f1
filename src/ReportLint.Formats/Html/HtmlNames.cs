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

/// <summary>The traits of elements by their names, in a table that is open to a name's key and the next places.</summary>
internal static class HtmlNames
{
    /// <summary>Longest name that its key tells.</summary>
    private const int LongestKey = 8;

    private const int Size = 256;
    private static readonly ulong[] Keys = new ulong[Size];
    private static readonly HtmlTraits[] Traits = new HtmlTraits[Size];

    static HtmlNames()
    {
        Add(HtmlTraits.Hidden, "s", "del", "svg", "math", "style", "strike", "script", "template", "noscript");
        Add(HtmlTraits.Block | HtmlTraits.Heading, "h1", "h2", "h3", "h4", "h5", "h6");
        Add(HtmlTraits.Cell, "td", "th");
        Add(HtmlTraits.Block | HtmlTraits.Row, "tr", "tbody", "thead", "tfoot");
        Add(HtmlTraits.Block | HtmlTraits.Table, "table");
        Add(HtmlTraits.Block | HtmlTraits.Caption, "caption");
        Add(HtmlTraits.Block | HtmlTraits.Preformatted, "pre");
        Add(HtmlTraits.Block | HtmlTraits.Void, "hr");
        Add(HtmlTraits.LineBreak | HtmlTraits.Void, "br");
        Add(HtmlTraits.Void, "img", "wbr", "col", "meta", "link", "area", "base", "input", "embed", "source");
        Add(
            HtmlTraits.Block, "p", "li", "ul", "ol", "dl", "dt", "dd", "div", "nav", "main", "form", "body", "html", "head", "aside", "title", "figure", "header", "footer", "center", "legend", "option",
            "section", "article", "details", "summary", "address", "fieldset");
    }

    /// <summary>The key of a name so far with one letter or digit of ASCII more; case is ignored.</summary>
    public static ulong Key(ulong key, char next) => (key << 8) | (next | 0x20u);

    /// <summary>The traits of an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">The key of that name.</param>
    public static HtmlTraits TraitsOf(ReadOnlySpan<char> name, ulong key)
    {
        if (name.Length > LongestKey)
        {
            return name.Equals("blockquote", StringComparison.OrdinalIgnoreCase) || name.Equals("figcaption", StringComparison.OrdinalIgnoreCase) ? HtmlTraits.Block : HtmlTraits.None;
        }

        return Traits[PlaceOf(key)];
    }

    /// <summary>The place of a key, or the free one where it would be.</summary>
    private static int PlaceOf(ulong key)
    {
        // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
        var place = (int)((key * 0x9E37_79B9_7F4A_7C15) >> 56);
        while (Keys[place] != key && Keys[place] != 0)
        {
            place = (place + 1) % Size;
        }

        return place;
    }

    private static void Add(HtmlTraits traits, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var key = 0UL;
            foreach (var c in name)
            {
                key = Key(key, c);
            }

            var place = PlaceOf(key);
            (Keys[place], Traits[place]) = (key, traits);
        }
    }
}
