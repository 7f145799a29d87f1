using System.Globalization;

namespace ReportLint.Core.Facts.References;

/// <summary>The label of a table, a section, an annex: <c>4</c>, <c>3.1a</c>, <c>54(2BA)</c>, <c>A.1</c>, <c>IV</c>, <c>C</c>.</summary>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="Label">In one form: upper case, no spaces, Roman numerals as figures.</param>
/// <param name="Whole">The label without a part at its end; otherwise the label.</param>
internal readonly record struct ReferenceLabel(int EndToken, string Label, string Whole)
{
    /// <summary>Reads the label at a token.</summary>
    /// <returns>The label, or null where none stands there.</returns>
    public static ReferenceLabel? Read(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (at >= tokens.Length)
        {
            return null;
        }

        // Equation (3.1) wears its label in brackets.
        if (text[tokens[at].Start] == '(' && at + 2 < tokens.Length && tokens[at + 1].Kind == TokenKind.Number && text[tokens[at + 2].Start] == ')')
        {
            var inner = text.Substring(tokens[at + 1].Start, tokens[at + 1].Length);
            return IsLabelNumber(inner) ? new(at + 3, inner, inner) : null;
        }

        return tokens[at].Kind switch
        {
            TokenKind.Number => ReadNumber(block, at, at),
            TokenKind.Word => ReadWord(block, at),
            _ => null,
        };
    }

    /// <summary>The series that a label belongs to: labels of one series differ only in their last part.</summary>
    public static string SeriesOf(string label)
    {
        var point = label.LastIndexOf('.');
        if (point >= 0)
        {
            return label[..(point + 1)];
        }

        var digits = label.AsSpan().IndexOfAnyInRange('0', '9');
        return digits < 0 ? "A" : label[..digits] + "1";
    }

    /// <summary>The number at the end of a label, a letter behind it aside (<c>3.1A</c>); for a letter alone, its place in the alphabet; otherwise null.</summary>
    public static decimal? LastNumberOf(string label)
    {
        if (label.Length == 1 && char.IsAsciiLetterUpper(label[0]))
        {
            return label[0] - 'A' + 1;
        }

        var end = label.Length > 1 && char.IsAsciiLetterUpper(label[^1]) ? label.Length - 1 : label.Length;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(label[start - 1]))
        {
            start--;
        }

        return decimal.TryParse(label.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static ReferenceLabel? ReadWord(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var word = text.AsSpan(tokens[at].Start, tokens[at].Length);
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]))
        {
            // A1, A.1, A-1
            var next = at + 1;
            if (next < tokens.Length && !tokens[next].SpaceBefore && text[tokens[next].Start] is '.' or '-')
            {
                next++;
            }

            if (next < tokens.Length && !tokens[next].SpaceBefore && tokens[next].Kind == TokenKind.Number && ReadNumber(block, at, next) is { } numbered)
            {
                return numbered;
            }

            // "Part A" but not "part I play": a letter alone, with no word glued to it.
            if (at + 1 < tokens.Length && !tokens[at + 1].SpaceBefore && text[tokens[at + 1].Start] is '\'' or '’' or '&' or '/')
            {
                return null;
            }
        }

        if (RomanNumeral.Read(word) is { } roman)
        {
            var label = roman.ToString(CultureInfo.InvariantCulture);
            return new(at + 1, label, label);
        }

        return word.Length == 1 && char.IsAsciiLetterUpper(word[0]) ? new(at + 1, word.ToString(), word.ToString()) : null;
    }

    /// <summary>Digits and what hangs on them; <paramref name="start"/> is a letter before the digits or the digits themselves.</summary>
    private static ReferenceLabel? ReadNumber(TokenizedBlock block, int start, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var prefix = start < at ? text.Substring(tokens[start].Start, 1).ToUpperInvariant() + (at - start == 2 ? "." : "") : "";
        var number = text.Substring(tokens[at].Start, tokens[at].Length);
        if (!IsLabelNumber(number))
        {
            return null;
        }

        var whole = prefix + number;
        var end = at + 1;
        if (end < tokens.Length && !tokens[end].SpaceBefore && tokens[end].Kind == TokenKind.Word)
        {
            // 3.1a, 54A; not 5th, 40kg, 10am.
            if (tokens[end].Length > 2 || (tokens[end].Length == 2 && !text.AsSpan(tokens[end].Start, 2).ContainsAnyInRange('A', 'Z')))
            {
                return null;
            }

            end++;

            // 22D.2
            if (end + 1 < tokens.Length && text[tokens[end].Start] == '.' && !tokens[end].SpaceBefore && tokens[end + 1] is { Kind: TokenKind.Number, SpaceBefore: false })
            {
                end += 2;
            }
        }
        else if (end + 1 < tokens.Length && text[tokens[end].Start] == '-' && !tokens[end].SpaceBefore && tokens[end + 1] is { Kind: TokenKind.Word, Length: 1, Capital: true, SpaceBefore: false })
        {
            // § 27-B
            end += 2;
        }

        while (end + 2 < tokens.Length && !tokens[end].SpaceBefore && text[tokens[end].Start] == '(' && !tokens[end + 1].SpaceBefore)
        {
            var close = end + 1;
            while (close < tokens.Length && close - end <= 3 && text[tokens[close].Start] != ')' && !tokens[close].SpaceBefore)
            {
                close++;
            }

            if (close >= tokens.Length || text[tokens[close].Start] != ')')
            {
                break;
            }

            end = close + 1;
        }

        // 302-1, 2-4: a label of its own; a range is read by who asks for one.
        var label = prefix + text[tokens[at].Start..tokens[end - 1].End].ToUpperInvariant();
        return new(end, label, whole);
    }

    private static bool IsLabelNumber(string number) => number.Length <= 12 && !number.Contains(',', StringComparison.Ordinal);
}
