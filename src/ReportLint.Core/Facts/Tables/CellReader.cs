using System.Globalization;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Reads a table cell as a number: <c>1,234</c>, <c>1 234</c>, <c>(1,234)</c> (accounting: negative), <c>–12</c>,
/// <c>£1,234.50</c>, <c>12.5%</c>, <c>8.1m</c>, <c>c. 40</c>, <c>199 ✓</c>. One pass over the tokens; never throws.
/// </summary>
internal static class CellReader
{
    /// <summary>What the cell says.</summary>
    public static CellContent Read(TokenizedBlock cell, TableWords words)
    {
        ReadOnlySpan<Token> tokens = cell.Tokens;
        if (tokens.IsEmpty)
        {
            return new(CellKind.Blank);
        }

        if (words.Blanks.Match(tokens, 0) is var (length, meaning) && length == tokens.Length)
        {
            return new(meaning switch { "zero" => CellKind.Zero, "missing" => CellKind.Missing, _ => CellKind.Suppressed });
        }

        if (IsNoughtWithUnit(tokens, words))
        {
            return new(CellKind.Zero);
        }

        if (tokens.Length == 2 && tokens[1].Kind == TokenKind.Number && cell.TextOf(tokens[0]) is "<")
        {
            return new(CellKind.Suppressed);
        }

        return ReadNumber(cell, tokens, words) ?? new(CellKind.Text);
    }

    /// <summary>A dash between its currency or percent sign: <c>$ –</c>, <c>– %</c>.</summary>
    private static bool IsNoughtWithUnit(ReadOnlySpan<Token> tokens, TableWords words)
    {
        var start = words.Currencies.Match(tokens, 0).Length;
        var (length, meaning) = start < tokens.Length ? words.Blanks.Match(tokens, start) : default;
        var end = start + length;
        end += end < tokens.Length ? words.Percents.Match(tokens, end).Length : 0;
        return length > 0 && meaning == "zero" && end == tokens.Length;
    }

    private static CellContent? ReadNumber(TokenizedBlock cell, ReadOnlySpan<Token> tokens, TableWords words)
    {
        var hedge = words.Hedges.Match(tokens, 0);
        if (hedge.Length > 0 && hedge.Meaning != "about")
        {
            return null;
        }

        var i = hedge.Length;
        var approximate = i > 0;
        var first = i;
        bool negative = false, bracket = false, point = false;
        var currency = "";
        for (; i < tokens.Length && tokens[i].Kind != TokenKind.Number; i++)
        {
            var text = cell.TextOf(tokens[i]);
            if (words.Currencies.Match(tokens, i) is var (length, code) && length > 0 && currency.Length == 0)
            {
                currency = code;
                i += length - 1;
            }
            else if (text is "(" && !bracket)
            {
                bracket = true;
            }
            else if (text is "-" or "–" or "−" or "—" or "‑" && !negative)
            {
                negative = true;
            }
            else if (text is "." && i + 1 < tokens.Length && !tokens[i + 1].SpaceBefore)
            {
                point = true;
            }
            else if (text is not "+")
            {
                return null;
            }
        }

        if (i == tokens.Length)
        {
            return null;
        }

        var numberStart = i;
        if (!TryReadDigits(cell, tokens, ref i, point, out var number, out var decimals))
        {
            return null;
        }

        var digits = TextSpan.FromBounds(tokens[numberStart].Start, tokens[i - 1].End);
        var plain = i - numberStart == 1 && digits.Length == 4 && decimals == 0;
        var scale = 1m;
        if (words.Scale(tokens, i) is { Length: > 0 } multiplier)
        {
            scale = decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture);
            i += multiplier.Length;
        }

        bool percent = false, points = false;
        var closed = !bracket;
        var end = i;
        for (var tail = i; tail < tokens.Length; end = i = tail)
        {
            if (!percent && words.Percents.Match(tokens, tail) is var (percentLength, kind) && percentLength > 0)
            {
                percent = true;
                points = kind == "points";
                tail += percentLength;
            }
            else if (!closed && cell.TextOf(tokens[tail]) is ")")
            {
                closed = true;
                tail++;
            }
            else if (currency.Length == 0 && words.Currencies.Match(tokens, tail) is var (codeLength, trailing) && codeLength > 0)
            {
                currency = trailing;
                tail += codeLength;
            }
            else
            {
                break;
            }
        }

        if (!closed || !IsNotes(cell, tokens, i, words))
        {
            return null;
        }

        number = scale == 1 ? number : number * scale;
        return new(CellKind.Number)
        {
            Nominal = negative || bracket ? -number : number,
            Step = scale == 1 ? new decimal(1, 0, 0, false, (byte)decimals) : new decimal(1, 0, 0, false, (byte)decimals) * scale,
            Decimals = decimals,
            Currency = currency,
            IsPercent = percent,
            IsPoints = points,
            IsScaled = scale != 1,
            IsApproximate = approximate,
            IsYearLike = plain && !negative && !bracket && !percent && currency.Length == 0 && scale == 1 && words.Years.IsCell(number),
            IsTaken = !cell.IsFree(numberStart, i),
            FirstToken = first,
            EndToken = end,
            Digits = digits,
        };
    }

    /// <summary>Figures in one token, or grouped by spaces: <c>1 234 567</c>.</summary>
    private static bool TryReadDigits(TokenizedBlock cell, ReadOnlySpan<Token> tokens, ref int i, bool point, out decimal number, out int decimals)
    {
        Span<char> buffer = stackalloc char[28];
        var length = 0;
        decimals = point ? 0 : -1;
        number = 0;
        var start = i;
        while (i < tokens.Length && tokens[i].Kind == TokenKind.Number)
        {
            var text = cell.TextOf(tokens[i]);
            if (i > start && (decimals >= 0 || !tokens[i].SpaceBefore || !IsGroup(text)))
            {
                break;
            }

            foreach (var c in text)
            {
                if (c == '.')
                {
                    if (decimals >= 0)
                    {
                        return false;
                    }

                    decimals = 0;
                }
                else if (char.IsAsciiDigit(c))
                {
                    if (length == buffer.Length)
                    {
                        return false;
                    }

                    buffer[length++] = c;
                    decimals += decimals >= 0 ? 1 : 0;
                }
            }

            i++;
            if (i == start + 1 && text.Length > 3)
            {
                break;
            }
        }

        decimals = Math.Max(decimals, 0);
        if (length - decimals > 1 && buffer[0] == '0')
        {
            return false;
        }

        number = NumberOf(buffer[..length], decimals);
        return true;
    }

    private static decimal NumberOf(ReadOnlySpan<char> digits, int decimals)
    {
        if (digits.Length > PowersOfTen.Most)
        {
            return decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * new decimal(1, 0, 0, false, (byte)decimals);
        }

        const int bits = 32;
        var number = 0UL;
        foreach (var digit in digits)
        {
            number = (number * 10) + (ulong)(digit - '0');
        }

        return new((int)number, (int)(number >> bits), 0, false, (byte)decimals);
    }

    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) &&
        (text.Length == 3 || text[3] == '.');

    /// <summary>Nothing but note marks from here on: <c>*</c>, <c>†</c>, <c>✓</c>, <c>(r)</c>, <c>[2]</c>.</summary>
    private static bool IsNotes(TokenizedBlock cell, ReadOnlySpan<Token> tokens, int i, TableWords words)
    {
        while (i < tokens.Length)
        {
            if (words.Notes.Match(tokens, i) is var (length, _) && length > 0)
            {
                i += length;
            }
            else if (i + 2 < tokens.Length && tokens[i + 1].Length == 1 &&
                (cell.TextOf(tokens[i]) is "(" && cell.TextOf(tokens[i + 2]) is ")" && tokens[i + 1].Kind == TokenKind.Word ||
                 cell.TextOf(tokens[i]) is "[" && cell.TextOf(tokens[i + 2]) is "]"))
            {
                i += 3;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
