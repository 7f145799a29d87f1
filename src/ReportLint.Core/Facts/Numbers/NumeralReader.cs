using System.Globalization;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>Reads a number at a token.</summary>
internal static class NumeralReader
{
    /// <summary>Larger numbers are none: their hedges and shares would leave the range and the precision of a decimal.</summary>
    private const decimal Largest = 1e18m;

    /// <summary>The longest number that begins at a token, or null. Never throws.</summary>
    public static Numeral? Read(TokenizedBlock block, int at, NumberLexicons lexicons, bool afterCurrency)
    {
        var numeral = block.Tokens[at].Kind == TokenKind.Number
            ? ReadFigures(block, at, lexicons, afterCurrency)
            : ReadWords(block, at, lexicons);
        return numeral is { Value: <= Largest } ? numeral : null;
    }

    private static Numeral? ReadFigures(TokenizedBlock block, int at, NumberLexicons lexicons, bool afterCurrency)
    {
        var tokens = block.Tokens;
        if (!TryParse(block.TextOf(tokens[at]), out var value, out var decimals))
        {
            return null;
        }

        var end = at + 1;
        if (decimals == 0 && IsPlainGroup(block.TextOf(tokens[at]), 1, 3))
        {
            // "1 400": a thin or plain space groups digits where nothing else can be meant.
            while (value <= Largest && end < tokens.Length && tokens[end] is { Kind: TokenKind.Number, Length: 3 } && tokens[end].SpaceBefore &&
                   tokens[end].Start == tokens[end - 1].End + 1 && AsciiText.IsDigits(block.TextOf(tokens[end])) && (end > at + 1 || tokens[at].Length < 3 || afterCurrency) &&
                   !HasNumberAfter(tokens, end) && IsGroupContext(tokens, at))
            {
                value = value * 1000 + int.Parse(block.TextOf(tokens[end]), NumberStyles.None, CultureInfo.InvariantCulture);
                end++;
            }
        }

        var step = decimals == 0 ? 1m : new decimal(1, 0, 0, false, (byte)decimals);
        var digitsEnd = end;
        var scale = ReadScale(block, end, lexicons, afterCurrency, out var scaleEnd);
        try
        {
            return scale == 1 ? new Numeral(scaleEnd, digitsEnd, value, step, false, false) : new Numeral(scaleEnd, digitsEnd, value * scale, step * scale, false, true);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A space groups digits only where the first group is no year, list number or label of its own.</summary>
    private static bool IsGroupContext(Token[] tokens, int at) => at == 0 || tokens[at - 1].Kind != TokenKind.Number;

    private static bool HasNumberAfter(Token[] tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 1].Length != 3 && tokens[at + 1].SpaceBefore;

    private static bool IsPlainGroup(ReadOnlySpan<char> text, int least, int most)
    {
        if (text.Length < least || text.Length > most || text[0] == '0')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static decimal ReadScale(TokenizedBlock block, int at, NumberLexicons lexicons, bool afterCurrency, out int end)
    {
        end = at;
        var tokens = block.Tokens;
        if (at >= tokens.Length)
        {
            return 1;
        }

        var scale = 1m;
        if (!tokens[at].SpaceBefore)
        {
            // Glued: "£1.4m", "1.4bn", "40k". A lone m is a metre unless money, decimals or millions in its sentence say otherwise, and beside the same length in another unit.
            var letter = lexicons.ScaleLetters.Match(tokens, at);
            if (letter.Length > 0 && (afterCurrency || (block.TextOf(tokens[at - 1]).Contains('.') ? !IsConvertedLength(block, at, lexicons) && lexicons.MetreFollowers.Match(tokens, at + 1).Length == 0 : StandsBesideMillions(block, at, lexicons))))
            {
                end = at + letter.Length;
                return decimal.Parse(letter.Meaning, CultureInfo.InvariantCulture);
            }
        }

        for (var multiplier = lexicons.Multipliers.Match(tokens, end); multiplier.Length > 0; multiplier = lexicons.Multipliers.Match(tokens, end))
        {
            scale *= decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture);
            end += multiplier.Length;
            if (scale >= 1_000_000_000_000m)
            {
                break;
            }
        }

        return scale;
    }

    /// <summary>The m of <c>from 1.69bn to 1.76bn, a rise of 69m</c> and of <c>from 18m to 9.2m</c>, but not that of <c>the £2bn bridge is 95m long</c>.</summary>
    private static bool StandsBesideMillions(TokenizedBlock block, int at, NumberLexicons lexicons)
    {
        var tokens = block.Tokens;
        if (lexicons.MetreFollowers.Match(tokens, at + 1).Length > 0)
        {
            return false;
        }

        var sentence = block.Sentences[block.SentenceOf(at) - block.FirstSentence];
        for (var i = sentence.Start.Value + 1; i < sentence.End.Value; i++)
        {
            if (i != at && tokens[i - 1].Kind == TokenKind.Number &&
                (lexicons.Multipliers.Match(tokens, i) is { Length: > 0 } multiplier ? decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture) >= 1_000_000
                : !tokens[i].SpaceBefore && lexicons.ScaleLetters.Match(tokens, i).Length > 0 && block.TextOf(tokens[i - 1]).Contains('.') && !IsConvertedLength(block, i, lexicons) && lexicons.MetreFollowers.Match(tokens, i + 1).Length == 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The m of <c>9.75m (32ft)</c> and of <c>6ft 2in (1.88m)</c>.</summary>
    private static bool IsConvertedLength(TokenizedBlock block, int at, NumberLexicons lexicons)
    {
        var tokens = block.Tokens;
        return (at + 3 < tokens.Length && block.TextOf(tokens[at + 1]) is "(" && tokens[at + 2].Kind == TokenKind.Number && IsLength(at + 3))
            || (at >= 4 && block.TextOf(tokens[at - 2]) is "(" && tokens[at - 4].Kind == TokenKind.Number && IsLength(at - 3));

        bool IsLength(int unit) => lexicons.Units.Match(tokens, unit) is { Length: > 0, Meaning: var meaning } && meaning.StartsWith("length/", StringComparison.Ordinal);
    }

    private static Numeral? ReadWords(TokenizedBlock block, int at, NumberLexicons lexicons)
    {
        var tokens = block.Tokens;
        var position = at;
        decimal total = 0, group = 0, lastMultiplier = 0;
        var any = false;
        var units = false;

        // "a hundred", "a dozen", "half a million"
        if (IsWord(block, at, "a") || IsWord(block, at, "an"))
        {
            var multiplier = lexicons.Multipliers.Match(tokens, at + 1);
            if (multiplier.Length == 0 || !block.IsFree(at, at + 1 + multiplier.Length))
            {
                return null;
            }

            group = decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture);
            lastMultiplier = group;
            position = at + 1 + multiplier.Length;
            any = true;
        }
        else if (IsWord(block, at, "half") && IsWord(block, at + 1, "a"))
        {
            var multiplier = lexicons.Multipliers.Match(tokens, at + 2);
            if (multiplier.Length == 0)
            {
                return null;
            }

            var half = decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture) / 2;
            return new Numeral(at + 2 + multiplier.Length, at + 2 + multiplier.Length, half, half / 5, true, true);
        }

        var end = position;
        var step = any ? group / 10 : 1m;
        while (position < tokens.Length)
        {
            if (any && IsWord(block, position, "and") && units == false && lexicons.Words.StartsWith(WordAt(tokens, position + 1)) && lastMultiplier >= 100)
            {
                position++;
            }
            else if (any && IsWord(block, position, "and") && IsWord(block, position + 1, "a") && IsWord(block, position + 2, "half") && !units)
            {
                // "one and a half million" is read below through its own form
                break;
            }

            var word = lexicons.Words.Match(tokens, position);
            if (word.Length > 0 && !units)
            {
                var value = decimal.Parse(word.Meaning, CultureInfo.InvariantCulture);
                position += word.Length;
                if (value is >= 20 and < 100)
                {
                    var next = position < tokens.Length && tokens[position] is { Kind: TokenKind.Mark, SpaceBefore: false } && block.TextOf(tokens[position]) is "-" or "‐" or "‑" ? position + 1 : position;
                    var unit = lexicons.Words.Match(tokens, next);
                    if (unit.Length > 0 && decimal.Parse(unit.Meaning, CultureInfo.InvariantCulture) is > 0 and < 10 and var ones)
                    {
                        value += ones;
                        position = next + unit.Length;
                    }
                }

                group += value;
                any = true;
                units = true;
                step = 1;
                end = position;
                continue;
            }

            var multiplierHere = lexicons.Multipliers.Match(tokens, position);
            if (multiplierHere.Length > 0 && any && (units || lastMultiplier is > 0 and < 1000))
            {
                var factor = decimal.Parse(multiplierHere.Meaning, CultureInfo.InvariantCulture);
                if (group > Largest / factor)
                {
                    return null;
                }

                if (factor == 100 || factor is 12 or 20)
                {
                    group *= factor;
                }
                else
                {
                    total += group * factor;
                    group = 0;
                }

                step = factor >= 1000 ? factor : group is 0 ? 100 : factor;
                lastMultiplier = factor;
                units = false;
                position += multiplierHere.Length;
                end = position;
                continue;
            }

            break;
        }

        if (!any)
        {
            return null;
        }

        // "one and a half million", "two and a half years"
        if (IsWord(block, end, "and") && IsWord(block, end + 1, "a") && IsWord(block, end + 2, "half") && total == 0 && group < 100)
        {
            var multiplier = lexicons.Multipliers.Match(tokens, end + 3);
            var factor = multiplier.Length > 0 ? decimal.Parse(multiplier.Meaning, CultureInfo.InvariantCulture) : 1;
            return new Numeral(end + 3 + multiplier.Length, end + 3 + multiplier.Length, (group + 0.5m) * factor, 0.5m * factor, true, true);
        }

        return new Numeral(end, end, total + group, step, true, false);
    }

    private static int WordAt(Token[] tokens, int at) => at < tokens.Length ? tokens[at].Word : 0;

    /// <summary>True where the token is this word; for the grammar of numbers itself, not for knowledge.</summary>
    internal static bool IsWord(TokenizedBlock block, int at, string word) =>
        at >= 0 && at < block.Tokens.Length && block.Tokens[at].Length == word.Length && block.TextOf(block.Tokens[at]).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Parses figures with grouping; refuses dates such as <c>31.12.2012</c>, bad grouping and leading zeros.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out decimal value, out int decimals)
    {
        value = 0;
        decimals = 0;
        if (text.Length > 48)
        {
            return false;
        }

        var point = text.IndexOf('.');
        if (point >= 0 && text[(point + 1)..].ContainsAny('.', ','))
        {
            return false;
        }

        var whole = point >= 0 ? text[..point] : text;
        decimals = point >= 0 ? text.Length - point - 1 : 0;
        if (decimals > 20 || whole.Length > 24 || (whole.Length > 1 && whole[0] == '0'))
        {
            return false;
        }

        // A longer row of digits may be more than a decimal holds.
        const int mostDigits = 18;
        if (text.Length is > 0 and <= mostDigits && char.IsAsciiDigit(text[0]))
        {
            var (number, scale) = (0L, 0);
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsAsciiDigit(text[i]))
                {
                    number = (number * 10) + (text[i] - '0');
                    scale += point >= 0 && i > point ? 1 : 0;
                }
            }

            value = new decimal((int)number, (int)(number >> 32), 0, false, (byte)scale);
            return true;
        }

        Span<char> digits = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || c == '.')
            {
                digits[length++] = c;
            }
        }

        return decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
