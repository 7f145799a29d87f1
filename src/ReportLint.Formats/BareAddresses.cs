using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats;

/// <summary>
/// Finds web addresses that stand in prose without markup, as GitHub Flavored Markdown links them (section 6.9): from
/// <c>http://</c>, <c>https://</c> or <c>www.</c> to the next white space or <c>&lt;</c>, without punctuation at the end.
/// </summary>
internal static class BareAddresses
{
    private const int Shortest = 8;

    /// <summary>Adds a link mark for each address that no link covers yet, in order.</summary>
    public static void AddMarks(ProseText prose, List<InlineMark> marks)
    {
        if (prose.Text.Length <= Shortest)
        {
            return;
        }

        var text = prose.Text.AsSpan();
        List<InlineMark>? found = null;
        int scheme = -1, www = -1, mark = 0, linkEnd = 0;
        for (var from = 0; ;)
        {
            scheme = scheme < from ? Next(text, "://", from) : scheme;
            www = www < from ? Next(text, "www.", from) : www;
            var at = Math.Min(scheme, www);
            if (at == int.MaxValue)
            {
                break;
            }

            var start = at == www ? www : StartOfScheme(text, scheme);
            var end = start < from || (start > 0 && char.IsLetterOrDigit(text[start - 1])) ? 0 : EndOfAddress(text, start);
            if (end - start <= Shortest)
            {
                from = at + 3;
                continue;
            }

            for (; mark < marks.Count && marks[mark].Prose.Start < end; mark++)
            {
                linkEnd = marks[mark].Kind == MarkKind.Link ? Math.Max(linkEnd, marks[mark].Prose.End) : linkEnd;
            }

            from = end;
            if (linkEnd <= start)
            {
                var span = TextSpan.FromBounds(start, end);
                var target = text[start..end].ToString();
                found ??= [];
                found.Add(new InlineMark(MarkKind.Link, span, prose.ToSource(span), at == www ? "http://" + target : target));
            }
        }

        if (found is not null)
        {
            Merge(marks, found);
        }
    }

    /// <summary>Offset of the next occurrence, or the largest number where there is none.</summary>
    private static int Next(ReadOnlySpan<char> text, string part, int from)
    {
        var at = text[from..].IndexOf(part);
        return at < 0 ? int.MaxValue : from + at;
    }

    private static int StartOfScheme(ReadOnlySpan<char> text, int colon)
    {
        var before = text[..colon];
        return before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? colon - 5 :
            before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? colon - 4 :
            -1;
    }

    private static int EndOfAddress(ReadOnlySpan<char> text, int start)
    {
        int end = start, brackets = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '\uFFFC' or '”' or '"'))
        {
            brackets += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
            end++;
        }

        while (end > start && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '_' or '~' or ']' || (text[end - 1] == ')' && brackets < 0)))
        {
            brackets += text[end - 1] == ')' ? 1 : 0;
            end--;
        }

        return end;
    }

    private static void Merge(List<InlineMark> marks, List<InlineMark> found)
    {
        var all = new List<InlineMark>(marks.Count + found.Count);
        var next = 0;
        foreach (var mark in marks)
        {
            while (next < found.Count && found[next].Prose.Start < mark.Prose.Start)
            {
                all.Add(found[next++]);
            }

            all.Add(mark);
        }

        all.AddRange(found[next..]);
        marks.Clear();
        marks.AddRange(all);
    }
}
