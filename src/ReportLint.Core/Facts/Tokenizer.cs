namespace ReportLint.Core.Facts;

/// <summary>Cuts prose into tokens, in one pass. Never throws.</summary>
public static class Tokenizer
{
    /// <summary>Appends the tokens of <paramref name="text"/> to a list, up to so many in it.</summary>
    public static void Tokenize(string text, Vocabulary vocabulary, List<Token> tokens, int most = int.MaxValue)
    {
        var buffer = new Token[8];
        var count = Tokenize(text, vocabulary, ref buffer, most - tokens.Count);
        for (var i = 0; i < count; i++)
        {
            tokens.Add(buffer[i]);
        }
    }

    /// <summary>Writes the tokens of <paramref name="text"/> over an array, at most so many, and makes it larger where they do not fit.</summary>
    /// <returns>Their number.</returns>
    internal static int Tokenize(string text, Vocabulary vocabulary, ref Token[] tokens, int most) => Tokenize(text, vocabulary, null, ref tokens, most, out _);

    /// <inheritdoc cref="Tokenize(string, Vocabulary, ref Token[], int)"/>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">The words that are known.</param>
    /// <param name="table">What tells their cues, or null.</param>
    /// <param name="tokens">The array.</param>
    /// <param name="most">The most tokens to write.</param>
    /// <param name="cues">What the tokens have that recognisers look for, but for the words and marks of lexicons where <paramref name="table"/> is null.</param>
    /// <returns>Their number.</returns>
    internal static int Tokenize(string text, Vocabulary vocabulary, CueTable? table, ref Token[] tokens, int most, out Cues cues)
    {
        var (count, space, found) = (0, true, Cues.None);
        for (var i = 0; i < text.Length && count < most;)
        {
            var c = text[i];
            if (c == ' ' || (!char.IsAsciiLetterOrDigit(c) && (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060')))
            {
                space = true;
                i++;
                continue;
            }

            if (count == tokens.Length)
            {
                Array.Resize(ref tokens, count * 2);
            }

            var start = i;
            if (char.IsAsciiDigit(c))
            {
                i = EndOfNumber(text, i);
                tokens[count++] = new(TokenKind.Number, start, i - start, 0, space, false);
                found |= Cues.Number;
            }
            else if (char.IsLetter(c))
            {
                i = EndOfWord(text, start, vocabulary, out var word);
                var capital = char.IsUpper(c);
                tokens[count++] = new(TokenKind.Word, start, i - start, word, space, capital);
                found |= table is null ? Cues.None : table.Of(word);
                found |= c is 'X' or 'x' ? Cues.LetterX : Cues.None;
                found |= capital && i - start > 1 && char.IsAsciiLetterUpper(text[start + 1]) ? Cues.Capitals : Cues.None;
            }
            else
            {
                i += char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                var mark = char.IsAscii(c) ? vocabulary.FindMark(c) : vocabulary.Find(text.AsSpan(start, i - start));
                tokens[count++] = new(TokenKind.Mark, start, i - start, mark, space, false);
                found |= (table is null ? Cues.None : table.Of(mark)) | CueTable.OfMark(text, start);
            }

            space = false;
        }

        cues = found;
        return count;
    }

    /// <summary>The words of a phrase as numbers, given out where they are new.</summary>
    public static int[] Words(string phrase, Vocabulary vocabulary)
    {
        var tokens = new List<Token>(4);
        Tokenize(phrase, vocabulary, tokens);
        var words = new int[tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[i];
            words[i] = token.Word != 0 ? token.Word : vocabulary.Add(phrase.Substring(token.Start, token.Length));
        }

        return words;
    }

    /// <summary>The end (outside) of the word that begins at a place, and its number. Most are letters of ASCII to their end, which are summed up on the way.</summary>
    private static int EndOfWord(string text, int start, Vocabulary vocabulary, out int word)
    {
        var (i, sum) = (start, 0u);
        for (; i < text.Length && char.IsAsciiLetter(text[i]); i++)
        {
            sum = Vocabulary.Sum(sum, text[i]);
        }

        if (i == text.Length || (text[i] < 128 && (text[i] != '\'' || i + 1 == text.Length || !char.IsLetter(text[i + 1]))))
        {
            word = vocabulary.FindLetters(text.AsSpan(start, i - start), sum);
            return i;
        }

        i = EndOfWord(text, i);
        word = vocabulary.Find(text.AsSpan(start, i - start));
        return i;
    }

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                i++;
            }
            else if (c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
            {
                i += 2;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>Digits, with single commas, points or no-break spaces between digits.</summary>
    private static int EndOfNumber(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                i++;
            }
            else if (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && !IsListComma(text, i))
            {
                i += 2;
            }
            else if (text[i] is '\u00A0' or '\u202F' or '\u2009' && IsGroupOfThree(text, i))
            {
                i += 4;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>In <c>2,3</c> or <c>1,22</c> the comma parts two numbers, in <c>2,300</c> it groups digits.</summary>
    private static bool IsListComma(string text, int i) => text[i] == ',' && !IsGroupOfThree(text, i);

    private static bool IsGroupOfThree(string text, int i) =>
        i + 3 < text.Length && i > 0 && char.IsAsciiDigit(text[i - 1]) &&
        char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) &&
        (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4]));
}
