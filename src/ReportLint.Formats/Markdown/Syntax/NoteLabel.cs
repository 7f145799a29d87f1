namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>The form of a footnote's label.</summary>
internal static class NoteLabel
{
    private const int MaximumLength = 100;

    /// <summary>
    /// Length of <c>[^label]</c> at the start of a text, brackets included; 0 where there is none. A label is letters, digits,
    /// hyphens, underscores, points and colons.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text is not ['[', '^', _, _, ..])
        {
            return 0;
        }

        for (var i = 2; i < text.Length && i < MaximumLength; i++)
        {
            if (text[i] == ']')
            {
                return i == 2 ? 0 : i + 1;
            }

            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('-' or '_' or '.' or ':'))
            {
                return 0;
            }
        }

        return 0;
    }
}
