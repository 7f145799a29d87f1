using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Tells whether Markdig has to read the inlines of a leaf.</summary>
internal static class InlineMarkup
{
    /// <summary>
    /// Characters that Markdig may look for from each of the openings before it gives one up. Ten hundred million take about a second.
    /// </summary>
    private const long MaximumSearch = 1_000_000_000;

    /// <summary>
    /// False for a leaf without any markup, because most are, and for one with so much of it that pairing it would cost the square of its
    /// length, which is taken note of.
    /// </summary>
    public static bool IsIn(LeafBlock leaf, ReaderContext context)
    {
        var found = default(Count);
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            found.Add(leaf.Lines.Lines[i].Slice.AsSpan());
        }

        return IsRead(found, leaf.Span.Start, context);
    }

    /// <inheritdoc cref="IsIn(LeafBlock, ReaderContext)"/>
    public static bool IsIn(ReadOnlySpan<char> cell, int start, ReaderContext context)
    {
        var found = default(Count);
        found.Add(cell);
        return IsRead(found, start, context);
    }

    private static bool IsRead(in Count found, int start, ReaderContext context)
    {
        if (found.Pairs > context.Limits.MaximumInlineRuns || found.Openings * found.Length > MaximumSearch)
        {
            context.PlainParagraphs.Add(start);
            return false;
        }

        return found.Any;
    }

    /// <summary>What may be markup.</summary>
    private struct Count
    {
        public long Length;
        public long Openings;
        public int Pairs;
        public bool Any;

        public void Add(ReadOnlySpan<char> line)
        {
            Length += line.Length;
            for (var at = NextMarker(line, 0); at < line.Length; at = NextMarker(line, at))
            {
                Any = true;
                var c = line[at++];
                while (c is '*' or '_' or '~' or '`' && at < line.Length && line[at] == c)
                {
                    at++;
                }

                Pairs += c is '*' or '_' or '~' or '[' ? 1 : 0;
                Openings += c is '`' or '<' ? 1 : 0;
            }
        }
    }

    /// <summary>Where the next character stands that may begin markup; the length where none does. A search by the framework is compiled at run time, which a small file without markup need not pay.</summary>
    private static int NextMarker(ReadOnlySpan<char> text, int at)
    {
        var markers = Markers;
        while (at < text.Length && (text[at] >= markers.Length || markers[text[at]] == 0))
        {
            at++;
        }

        return at;
    }

    /// <summary>By the code of a character of ASCII, 1 for <c>&amp; * &lt; [ \ ] _ ` ~</c>.</summary>
    private static ReadOnlySpan<byte> Markers =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1,
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0,
    ];
}
