using System.Globalization;

namespace ReportLint.Core.Rules;

internal enum LexemeKind
{
    End,
    Name,
    Number,
    Text,
    Operator,
}

internal readonly record struct Lexeme(LexemeKind Kind, string Text, decimal Number, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Cuts an expression into lexemes, one at a time.</summary>
internal sealed class ExpressionLexer(string text, int start, int end)
{
    private int _at = start;

    /// <exception cref="ExpressionException">A character or literal that the language does not have.</exception>
    public Lexeme Next()
    {
        while (_at < end && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at >= end)
        {
            return new(LexemeKind.End, "", 0, end, 0);
        }

        var from = _at;
        var c = text[_at];
        if (char.IsLetter(c) || c == '_')
        {
            while (_at < end && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
            {
                _at++;
            }

            return new(LexemeKind.Name, text[from.._at], 0, from, _at - from);
        }

        if (char.IsAsciiDigit(c))
        {
            return Number(from);
        }

        if (c is '\'' or '"')
        {
            return Quoted(from, c);
        }

        var two = _at + 1 < end ? text.Substring(_at, 2) : "";
        if (two is "!=" or "<=" or ">=")
        {
            _at += 2;
            return new(LexemeKind.Operator, two, 0, from, 2);
        }

        if (two == "==")
        {
            throw new ExpressionException(from, 2, "'==' means nothing here; write '='");
        }

        if ("=<>~+-*/()[],.|".Contains(c, StringComparison.Ordinal))
        {
            _at++;
            return new(LexemeKind.Operator, c.ToString(), 0, from, 1);
        }

        var hint = c switch
        {
            '&' => "; write 'and'",
            '!' => "; write 'not' or '!='",
            '≤' => "; write '<='",
            '≥' => "; write '>='",
            '≠' => "; write '!='",
            _ => "",
        };
        throw new ExpressionException(from, 1, $"'{c}' means nothing here{hint}");
    }

    private Lexeme Number(int from)
    {
        while (_at < end && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (_at + 1 < end && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            while (_at < end && char.IsAsciiDigit(text[_at]))
            {
                _at++;
            }
        }

        var written = text[from.._at];
        return decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(LexemeKind.Number, written, value, from, _at - from)
            : throw new ExpressionException(from, _at - from, "this number is too large");
    }

    private Lexeme Quoted(int from, char quote)
    {
        var close = text.IndexOf(quote, from + 1);
        if (close < 0 || close >= end)
        {
            throw new ExpressionException(from, 1, "this quotation mark is never closed");
        }

        _at = close + 1;
        return new(LexemeKind.Text, text[(from + 1)..close], 0, from, _at - from);
    }
}
