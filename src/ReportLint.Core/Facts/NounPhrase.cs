using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>What a number counts, read from the words behind it.</summary>
internal static class NounPhrase
{
    /// <summary>Longest noun phrase in tokens.</summary>
    public const int MaximumLength = 7;

    /// <summary>Index just behind the noun phrase that begins at a token: words that no lexicon of non-nouns knows.</summary>
    public static int EndAt(TokenizedBlock block, int at, Lexicon nonNouns)
    {
        var end = at;
        while (end < block.Tokens.Length && end < at + MaximumLength && block.Tokens[end].Kind == TokenKind.Word &&
               block.MentionAt(end) is null && nonNouns.Match(block.Tokens, end).Length == 0)
        {
            end++;
            if (end + 1 < block.Tokens.Length && !block.Tokens[end].SpaceBefore && !block.Tokens[end + 1].SpaceBefore &&
                block.TextOf(block.Tokens[end]) is "-" or "‑" && block.Tokens[end + 1].Kind == TokenKind.Word)
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>The last word of the noun phrase at a token, lower case and singular, and how many tokens it has; nought where there is none.</summary>
    public static (int Length, string Head) HeadAt(TokenizedBlock block, int at, Lexicon nonNouns)
    {
        var end = EndAt(block, at, nonNouns);
        return end > at ? (end - at, Singular(block.TextOf(block.Tokens[end - 1]))) : (0, "");
    }

    // Texts that were asked for of late, each in the place that its characters say: the same few nouns are asked for again and again.
    private static readonly string?[] Recent = new string?[1024];

    /// <summary>A plain guess at the singular of an English noun; the same guess for both forms is what counts.</summary>
    internal static string Singular(ReadOnlySpan<char> word)
    {
        if (word.Length > 64)
        {
            return word.ToString();
        }

        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAscii(word[i]))
            {
                word.ToLowerInvariant(lower);
                break;
            }

            lower[i] = char.IsAsciiLetterUpper(word[i]) ? (char)(word[i] | ' ') : word[i];
        }

        return TextOf(lower[..EndOfSingular(lower)]);
    }

    /// <summary>Where the singular of a word in small letters ends; what does not end there is put into its place.</summary>
    private static int EndOfSingular(Span<char> text)
    {
        var length = text.Length;
        if (length <= 3 || text[^1] != 's')
        {
            return length;
        }

        if (length > 4 && text[^2] == 'e')
        {
            if (text[^3] == 'i')
            {
                text[^3] = 'y';
                return length - 2;
            }

            if (text[^3] == 'x' || (text[^3] == 's' && text[^4] == 's') || (text[^3] == 'h' && text[^4] is 'c' or 's'))
            {
                return length - 2;
            }
        }

        return text[^2] is 's' or 'u' or 'i' ? length : length - 1;
    }

    private static string TextOf(ReadOnlySpan<char> characters)
    {
        var hash = (uint)characters.Length;
        foreach (var c in characters)
        {
            hash = (hash * 31) + c;
        }

        ref var recent = ref Recent[hash % (uint)Recent.Length];
        var text = recent;
        return text is not null && characters.SequenceEqual(text) ? text : recent = characters.ToString();
    }
}
