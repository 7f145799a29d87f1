using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>Finds where sentences end, as ranges of tokens. Abbreviations are data in <c>lexicon/abbreviations.yml</c>, words that begin sentences in <c>sentence-openers.yml</c>.</summary>
public static class SentenceSplitter
{
    // Most blocks are one short sentence, and all such of a length are the same.
    private static readonly Range[]?[] Whole = new Range[]?[64];

    /// <summary>The sentences of a block; together they cover all tokens. Not to be written to.</summary>
    public static Range[] Split(ReadOnlySpan<Token> tokens, string text, Lexicon abbreviations, Lexicon openers)
    {
        Range[]? sentences = null;
        var (count, start) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Length != 1 || text[tokens[i].Start] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var end = i + 1;
            while (end < tokens.Length && !tokens[end].SpaceBefore && text[tokens[end].Start] is '”' or '’' or '"' or '\'' or ')' or ']' or '.' or '!' or '?')
            {
                end++;
            }

            if (end >= tokens.Length)
            {
                break;
            }

            if (tokens[end].SpaceBefore && MayBegin(tokens, end, text) && !IsAbbreviation(tokens, i, text, abbreviations, openers))
            {
                sentences = With(sentences, count++, start..end);
                start = end;
                i = end - 1;
            }
        }

        if (sentences is null)
        {
            return One(tokens.Length);
        }

        sentences = With(sentences, count++, start..tokens.Length);
        return count == sentences.Length ? sentences : Sized(sentences, count, count);
    }

    /// <summary>One sentence of so many tokens. Not to be written to.</summary>
    internal static Range[] One(int length) => length < Whole.Length ? Whole[length] ??= [0..length] : [0..length];

    private static Range[] With(Range[]? sentences, int count, Range sentence)
    {
        sentences = sentences is null ? new Range[4] : count == sentences.Length ? Sized(sentences, count, count * 2) : sentences;
        sentences[count] = sentence;
        return sentences;
    }

    private static Range[] Sized(Range[] sentences, int count, int size)
    {
        var sized = new Range[size];
        Array.Copy(sentences, sized, count);
        return sized;
    }

    private static bool MayBegin(ReadOnlySpan<Token> tokens, int at, string text) => tokens[at].Kind switch
    {
        TokenKind.Word => tokens[at].Capital || !char.IsLower(text[tokens[at].Start]),
        TokenKind.Number => true,
        _ => text[tokens[at].Start] is '“' or '‘' or '"' or '\'' or '(' or '[' or '£' or '$' or '€' or '\uFFFC' or '¿',
    };

    private static bool IsAbbreviation(ReadOnlySpan<Token> tokens, int stop, string text, Lexicon abbreviations, Lexicon openers)
    {
        if (stop == 0 || tokens[stop].SpaceBefore || text[tokens[stop].Start] != '.')
        {
            return false;
        }

        var before = tokens[stop - 1];
        if (before.Kind == TokenKind.Word && before.Length == 1 && before.Capital)
        {
            // An initial, but for "8 °C. Samples", and "Appendix B. The survey".
            return !(stop > 1 && !before.SpaceBefore && text[before.Start - 1] == '°')
                && !(tokens[stop + 1].Capital && openers.StartsWith(tokens[stop + 1].Word));
        }

        // A numbered item: "3. Show."
        if (before.Kind == TokenKind.Number && stop == 1)
        {
            return true;
        }

        return before.Kind == TokenKind.Word && abbreviations.Match(tokens, stop - 1).Meaning switch
        {
            "capital" => before.Capital || tokens[stop + 1].Kind == TokenKind.Number,
            "numbered" => tokens[stop + 1].Kind != TokenKind.Word || !text.AsSpan(tokens[stop + 1].Start, tokens[stop + 1].Length).ContainsAnyInRange('a', 'z'),
            var meaning => meaning.Length > 0,
        };
    }
}
