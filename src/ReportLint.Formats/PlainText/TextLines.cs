using ReportLint.Core.Text;

namespace ReportLint.Formats.PlainText;

/// <summary>Finds the lines of a text, and what they look like.</summary>
internal static class TextLines
{
    /// <summary>Nobody wraps lines by hand beyond this many characters: a longer line is a paragraph.</summary>
    public const int LongestWrapped = 160;

    private const int UsualWrap = 80;
    private const int TabWidth = 4;

    /// <summary>The lines with visible text. Rulers of <c>---</c> or <c>===</c> are gaps.</summary>
    public static List<TextLine> Find(SourceText source)
    {
        var lines = new List<TextLine>(source.LineCount);
        var gap = true;
        for (var i = 0; i < source.LineCount; i++)
        {
            var span = source.GetLineSpan(i);
            var text = source.Content.AsSpan(span.Start, span.Length);
            var visible = text.Trim();
            if (visible.IsEmpty || IsRuler(visible))
            {
                gap = true;
                continue;
            }

            var lead = text[..(text.Length - text.TrimStart().Length)];
            var indent = 0;
            foreach (var c in lead)
            {
                indent += c == '\t' ? TabWidth : 1;
                gap |= c == '\f';
            }

            lines.Add(new TextLine(new TextSpan(span.Start + lead.Length, visible.Length), indent, gap));
            gap = false;
        }

        return lines;
    }

    /// <summary>The column at which the text is wrapped: its longest line of those that a person would wrap, or the usual one.</summary>
    public static int WrapColumn(List<TextLine> lines)
    {
        var widest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i + 1].AfterGap && lines[i].Span.Length <= LongestWrapped)
            {
                widest = Math.Max(widest, lines[i].Span.Length);
            }
        }

        return widest < UsualWrap / 2 ? UsualWrap : widest;
    }

    /// <summary>True for columns of a table drawn with blanks or tabs: two gaps of a tab or of three blanks.</summary>
    public static bool IsTabular(ReadOnlySpan<char> text)
    {
        var gaps = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            var hasTab = false;
            while (i < text.Length && text[i] is ' ' or '\t')
            {
                hasTab |= text[i] == '\t';
                i++;
            }

            gaps += hasTab || i - start >= 3 ? 1 : 0;
        }

        return gaps >= 2;
    }

    private static bool IsRuler(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] is '-' or '=' or '*' or '_' or '~' or '#' && !text.ContainsAnyExcept(text[0], ' ');
}
