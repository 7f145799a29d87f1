using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>Finds where sentences end, as ranges of tokens. Abbreviations are data in <c>lexicon/abbreviations.yml</c>.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a block; together they cover all tokens.</summary>
    public static Range[] Split(ReadOnlySpan<Token> tokens, string text, Lexicon abbreviations)
    {
        // Most blocks are one sentence.
        var sentences = new Range[1];
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

            if (end >= tokens.Length || (tokens[end].SpaceBefore && MayBegin(tokens, end, text) && !IsAbbreviation(tokens, i, text, abbreviations)))
            {
                Add(ref sentences, ref count, start..end);
                start = end;
                i = end - 1;
            }
        }

        if (start < tokens.Length || count == 0)
        {
            Add(ref sentences, ref count, start..tokens.Length);
        }

        return count == sentences.Length ? sentences : Sized(sentences, count, count);
    }

    private static void Add(ref Range[] sentences, ref int count, Range sentence)
    {
        if (count == sentences.Length)
        {
            sentences = Sized(sentences, count, count * 2);
        }

        sentences[count++] = sentence;
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

    private static bool IsAbbreviation(ReadOnlySpan<Token> tokens, int stop, string text, Lexicon abbreviations)
    {
        if (stop == 0 || tokens[stop].SpaceBefore || text[tokens[stop].Start] != '.')
        {
            return false;
        }

        var before = tokens[stop - 1];
        if (before.Kind == TokenKind.Word && before.Length == 1 && before.Capital)
        {
            return true;
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
