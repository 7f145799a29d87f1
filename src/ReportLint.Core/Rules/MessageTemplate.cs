using System.Text;

namespace ReportLint.Core.Rules;

/// <summary>A message with <c>{expression}</c> or <c>{expression | format}</c> in it; <c>{{</c> and <c>}}</c> stand for braces.</summary>
internal sealed class MessageTemplate
{
    private readonly List<(string Text, Evaluate? Evaluate, string? Format)> _pieces = [];

    private MessageTemplate()
    {
    }

    /// <summary>Compiles a message.</summary>
    /// <exception cref="ExpressionException">A brace stands alone, a format is not known, or an expression has a mistake.</exception>
    public static MessageTemplate Parse(string text, Binder binder)
    {
        var template = new MessageTemplate();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]);
                continue;
            }

            if (text[i] == '}')
            {
                throw new ExpressionException(i, 1, "this brace closes nothing; write '}}' for a brace");
            }

            if (text[i] != '{')
            {
                literal.Append(text[i]);
                continue;
            }

            var close = text.IndexOf('}', i);
            if (close < 0)
            {
                throw new ExpressionException(i, 1, "this brace is never closed; write '{{' for a brace");
            }

            template._pieces.Add((literal.ToString(), null, null));
            literal.Clear();
            template.Add(text, i + 1, close, binder);
            i = close;
        }

        template._pieces.Add((literal.ToString(), null, null));
        return template;
    }

    /// <summary>The message for the variables' values; what is unknown shows as <c>unknown</c>.</summary>
    public string Render(Frame frame)
    {
        var texts = new string[_pieces.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var (text, evaluate, format) = _pieces[i];
            texts[i] = evaluate is null ? text : ValueFormatter.Show(evaluate(frame), format);
        }

        return string.Concat(texts);
    }

    private void Add(string text, int start, int end, Binder binder)
    {
        string? format = null;
        var bar = text.IndexOf('|', start, end - start);
        if (bar >= 0)
        {
            format = text[(bar + 1)..end].Trim();
            if (!ValueFormatter.Formats.Contains(format))
            {
                throw new ExpressionException(bar + 1, end - bar - 1, $"there is no format '{format}'{Suggestion.For(format, ValueFormatter.Formats)}");
            }
        }

        var bound = binder.Bind(ExpressionParser.Parse(text, start, bar >= 0 ? bar : end));
        _pieces.Add(("", bound.Evaluate, format));
    }
}
