using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>
/// Takes the link reference definitions off the start of a paragraph. Markdig would too, but it copies what is left of the
/// paragraph behind each one and searches all definitions before it adds one: the square of their number.
/// </summary>
internal static class ReferenceDefinitions
{
    private const int MaximumLines = 64;

    public static void Take(ref StringLineGroup lines, BlockProcessor processor)
    {
        var taken = 0;
        while (taken < lines.Count && lines.Lines[taken].Slice.CurrentChar == '[')
        {
            var end = taken + 1;
            while (end < lines.Count && end < taken + MaximumLines && lines.Lines[end].Slice.CurrentChar != '[')
            {
                end++;
            }

            var part = new StringLineGroup(end - taken);
            for (var i = taken; i < end; i++)
            {
                part.Add(ref lines.Lines[i]);
            }

            var iterator = part.ToCharIterator();
            if (!LinkReferenceDefinition.TryParse(ref iterator, out var definition))
            {
                break;
            }

            processor.Document.GetLinkReferenceDefinitions(true).Links.TryAdd(definition.Label!, definition);
            var left = iterator.Remaining().Count;
            taken = end - left;
            if (left > 0)
            {
                break;
            }
        }

        if (taken > 0)
        {
            var rest = new StringLineGroup(Math.Max(1, lines.Count - taken));
            for (var i = taken; i < lines.Count; i++)
            {
                rest.Add(ref lines.Lines[i]);
            }

            lines = rest;
        }
    }
}
