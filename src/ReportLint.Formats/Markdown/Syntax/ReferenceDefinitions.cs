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
                if (OfTemplate(lines.Lines[taken].Slice) is not { } template)
                {
                    break;
                }

                processor.Document.GetLinkReferenceDefinitions(true).Links.TryAdd(template.Label!, template);
                taken++;
                continue;
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

    /// <summary>
    /// The definition in a line whose address a template makes, as in <c>[2018]: {% post_url 2018-11-18-results %}</c>: Jekyll, Hugo and their kin fill
    /// such tags in before anything reads the Markdown, so blanks in one end no address.
    /// </summary>
    private static LinkReferenceDefinition? OfTemplate(StringSlice line)
    {
        var text = line.AsSpan().TrimEnd();
        var end = text.IndexOf(']');
        if (end < 2 || text[(end + 1)..] is not [':', .. var rest])
        {
            return null;
        }

        var address = rest.TrimStart();
        return IsTemplate(address) ? new(text[1..end].ToString(), address.ToString(), "") : null;
    }

    /// <summary>True where there are tags, and no blank beside them.</summary>
    private static bool IsTemplate(ReadOnlySpan<char> address)
    {
        var tags = 0;
        while (!address.IsEmpty)
        {
            var length = 1;
            if (address is ['{', '{' or '%', ..])
            {
                tags++;
                length = address.IndexOf(address[1] == '%' ? "%}" : "}}") + 2;
                if (length < 2)
                {
                    return false;
                }
            }
            else if (char.IsWhiteSpace(address[0]))
            {
                return false;
            }

            address = address[length..];
        }

        return tags > 0;
    }
}
