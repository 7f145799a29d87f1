namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>
/// Measures how deep quotes and lists may be nested, before Markdig spends time on them: by the markers that one line opens, and
/// by the indentation of a marker, of which each list takes two columns at least.
/// </summary>
internal static class Nesting
{
    private const int ColumnsPerList = 2;

    /// <summary>The deepest nesting that a line may have.</summary>
    public static int Of(ReadOnlySpan<char> line)
    {
        int count = 0, indent = 0;
        for (var i = 0; i < line.Length && (line[i] is ' ' or '\t' or '>' || IsBullet(line, i)); i++)
        {
            if (line[i] is not (' ' or '\t'))
            {
                count++;
                indent = i;
            }
        }

        return Math.Max(count, indent / ColumnsPerList);
    }

    /// <summary>The deepest nesting that front matter may have: by open brackets, and by indentation.</summary>
    public static int DeepestYaml(ReadOnlySpan<char> text)
    {
        int deepest = 0, open = 0, indent = 0;
        var isLineStart = true;
        foreach (var c in text)
        {
            indent = c is '\r' or '\n' ? 0 : isLineStart && c is ' ' or '-' ? indent + 1 : indent;
            isLineStart = c is '\r' or '\n' || (isLineStart && c is ' ' or '-');
            open += c is '[' or '{' ? 1 : c is ']' or '}' && open > 0 ? -1 : 0;
            deepest = Math.Max(deepest, Math.Max(open, indent / ColumnsPerList));
        }

        return deepest;
    }

    private static bool IsBullet(ReadOnlySpan<char> text, int i) =>
        (text[i] is '-' or '*' or '+' or '.' or ')' && i + 1 < text.Length && text[i + 1] is ' ' or '\t') ||
        (char.IsAsciiDigit(text[i]) && i + 1 < text.Length && text[i + 1] is '.' or ')');
}
