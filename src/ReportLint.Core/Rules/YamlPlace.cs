using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>Finds the place in a YAML file of an offset in a scalar's value: through quotes, escapes, folded lines and blocks.</summary>
internal static class YamlPlace
{
    /// <summary>Line and column, both from 1, of the character at <paramref name="offset"/> in <see cref="YamlText.Text"/>.</summary>
    public static (int Line, int Column) Of(KnowledgeFile file, YamlText scalar, int offset)
    {
        var text = file.Content;
        var at = OffsetOf(text, scalar.Line, scalar.Column);
        if (at >= text.Length)
        {
            return (scalar.Line, scalar.Column);
        }

        var indent = 0;
        var literal = false;
        if (scalar.IsBlock)
        {
            literal = text[at] == '|';
            at = NextLine(text, at);
            var probe = at;
            while (probe < text.Length && text[probe] is ' ' or '\n' or '\r')
            {
                indent = text[probe] == ' ' ? indent + 1 : 0;
                probe++;
            }

            at = SkipIndent(text, at, indent);
        }

        var quote = scalar.IsQuoted ? text[at++] : '\0';
        var value = 0;
        while (value < offset && at < text.Length)
        {
            if (text[at] is '\n' or '\r' || (!scalar.IsBlock && text[at] is ' ' or '\t' && EndsLine(text, at)))
            {
                var breaks = 0;
                while (at < text.Length && (text[at] is '\n' or '\r' || (!scalar.IsBlock && text[at] is ' ' or '\t')))
                {
                    if (text[at] is '\n' or '\r')
                    {
                        breaks++;
                        at = NextLine(text, at);
                        at = scalar.IsBlock ? SkipIndent(text, at, indent) : at;
                    }
                    else
                    {
                        at++;
                    }
                }

                value += literal ? breaks : Math.Max(1, breaks - 1);
                continue;
            }

            at += quote switch
            {
                '\'' when text[at] == '\'' => 2,
                '"' when text[at] == '\\' && at + 1 < text.Length => text[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 },
                _ => 1,
            };
            value++;
        }

        return PositionOf(text, Math.Min(at, text.Length));
    }

    private static bool EndsLine(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < text.Length && text[at] is '\n' or '\r';
    }

    private static int SkipIndent(string text, int at, int indent)
    {
        for (var i = 0; i < indent && at < text.Length && text[at] == ' '; i++)
        {
            at++;
        }

        return at;
    }

    private static int NextLine(string text, int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : Math.Min(at + 1, text.Length);
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line; i++)
        {
            at = NextLine(text, at);
        }

        return Math.Min(text.Length, at + column - 1);
    }

    private static (int Line, int Column) PositionOf(string text, int offset)
    {
        var line = 1;
        var start = 0;
        for (var next = NextLine(text, 0); next <= offset && next > start && next < text.Length; next = NextLine(text, next))
        {
            start = next;
            line++;
        }

        return (line, offset - start + 1);
    }
}
