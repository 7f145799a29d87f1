namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Measures how deep the quotes and lists are that one line opens, before Markdig spends time on them.</summary>
internal static class Nesting
{
    /// <summary>The largest number of quote and list markers at the start of a line.</summary>
    public static int Deepest(ReadOnlySpan<char> text)
    {
        var deepest = 0;
        while (true)
        {
            var count = 0;
            var i = 0;
            while (i < text.Length && (text[i] is ' ' or '\t' or '>' || IsBullet(text, i)))
            {
                count += text[i] is ' ' or '\t' ? 0 : 1;
                i++;
            }

            deepest = Math.Max(deepest, count);
            text = text[i..];
            var end = text.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return deepest;
            }

            text = text[(end + 1)..];
        }
    }

    private static bool IsBullet(ReadOnlySpan<char> text, int i) =>
        (text[i] is '-' or '*' or '+' or '.' or ')' && i + 1 < text.Length && text[i + 1] is ' ' or '\t') ||
        (char.IsAsciiDigit(text[i]) && i + 1 < text.Length && text[i + 1] is '.' or ')');
}
