using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>Finds names that end in a number: <c>Ward 7</c>, <c>No. 5</c>, <c>Year 1</c>, <c>room 12</c>. Words are data in <c>lexicon/numbered-names.yml</c>.</summary>
internal sealed class NumberedNameRecogniser(KnowledgeBase knowledge)
{
    private readonly Lexicon _names = knowledge.Lexicon("numbered-names");
    private readonly Lexicon _words = knowledge.Lexicon("identifier-words");
    private readonly Lexicon _determiners = knowledge.Lexicon("determiners");

    /// <summary>Recognises at a token.</summary>
    /// <returns>Index just behind the last token, or 0 where no such name stands there.</returns>
    public int Recognise(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var (length, meaning) = _names.Match(tokens, at);
        var next = at + length;
        if (length == 0 || next >= tokens.Length || !tokens[next].SpaceBefore || tokens[next].Length > 6 || tokens[next].Kind == TokenKind.Mark ||
            (meaning == "capital" && !tokens[at].Capital) || ReferenceLabel.Read(block, next) is not { } label)
        {
            return 0;
        }

        if (at > 0 && _words.Match(tokens, at - 1) is { Length: 2, Meaning: "verb" })
        {
            return 0;
        }

        var text = block.Block.Prose.Text;
        if (tokens[next].Kind == TokenKind.Word && label.EndToken == next + 1)
        {
            // A letter or Roman numeral alone holds no number to claim.
            return 0;
        }

        if (label.EndToken < tokens.Length && text[tokens[label.EndToken].Start] is '%' or '/')
        {
            return 0;
        }

        // "On the ward 12 patients fell ill" counts patients.
        var isName = tokens[at].Capital || at == 0 || _determiners.Match(tokens, at - 1).Length == 0;
        return isName || !IsPluralNoun(tokens, text, label.EndToken) ? EndOfRange(block, label.EndToken) : 0;
    }

    private static int EndOfRange(TokenizedBlock block, int end)
    {
        var tokens = block.Tokens;
        return end + 1 < tokens.Length && block.Block.Prose.Text[tokens[end].Start] is '-' or '–' && !tokens[end].SpaceBefore &&
            tokens[end + 1] is { Kind: TokenKind.Number, SpaceBefore: false }
            ? end + 2
            : end;
    }

    private static bool IsPluralNoun(ReadOnlySpan<Token> tokens, string text, int at) =>
        at < tokens.Length && tokens[at] is { Kind: TokenKind.Word, Capital: false, Length: > 3 } && text[tokens[at].End - 1] == 's';
}
