using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Decides whether Markdig has to read the inlines of a leaf. Where it has not, the leaf keeps its lines.</summary>
internal static class InlineMarkup
{
    /// <summary>
    /// Characters that Markdig may look for from each of the openings before it gives one up. Ten hundred million take about a second.
    /// </summary>
    private const long MaximumSearch = 1_000_000_000;

    /// <summary>
    /// Switches Markdig off for a leaf without any markup, because most are, and for one with so much of it that pairing
    /// it would cost the square of its length.
    /// </summary>
    public static void Decide(LeafBlock leaf, BlockProcessor processor) => Decide(leaf, (ReaderContext)processor.Context!);

    /// <inheritdoc cref="Decide(LeafBlock, BlockProcessor)"/>
    public static void Decide(LeafBlock leaf, ReaderContext context)
    {
        long length = 0, openings = 0;
        var pairs = 0;
        var any = false;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var rest = leaf.Lines.Lines[i].Slice.AsSpan();
            length += rest.Length;
            while (true)
            {
                var next = NextMarker(rest);
                if (next == rest.Length)
                {
                    break;
                }

                any = true;
                var c = rest[next++];
                while (c is '*' or '_' or '~' or '`' && next < rest.Length && rest[next] == c)
                {
                    next++;
                }

                rest = rest[next..];
                pairs += c is '*' or '_' or '~' or '[' ? 1 : 0;
                openings += c is '`' or '<' ? 1 : 0;
            }
        }

        if (!any)
        {
            leaf.ProcessInlines = false;
        }
        else if (pairs > context.Limits.MaximumInlineRuns || openings * length > MaximumSearch)
        {
            leaf.ProcessInlines = false;
            context.PlainParagraphs.Add(leaf.Span.Start);
        }
    }

    /// <summary>Where the first character stands that may begin markup; the length where none does. A search by the framework is compiled at run time, which a small file without markup need not pay.</summary>
    private static int NextMarker(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is not ('\\' or '`' or '*' or '_' or '~' or '[' or ']' or '<' or '&')))
        {
            at++;
        }

        return at;
    }
}
