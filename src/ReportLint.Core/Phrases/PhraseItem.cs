using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>What the automaton steps over: a token, a recognised fact, or the end of a sentence.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="Word">Number of the word or mark; 0 for a fact and for unknown words.</param>
/// <param name="Fact">The fact, or null.</param>
/// <param name="Sentence">Position of its sentence in the block.</param>
/// <param name="IsBoundary">True for the end of a sentence.</param>
/// <param name="IsNoun">True for a word that can stand in a noun phrase.</param>
internal readonly record struct PhraseItem(int FirstToken, int EndToken, int Word, Fact? Fact, int Sentence, bool IsBoundary, bool IsNoun)
{
    /// <summary>True for what a gap may pass over: anything but a sentence's end and a number that counts.</summary>
    public bool IsPassable => !IsBoundary && (Fact is not NumericFact number || number.IsCompound);

    /// <summary>The items of a block. The stop at a sentence's end is its boundary item.</summary>
    /// <param name="block">The block.</param>
    /// <param name="nonNouns">Words that stand in no noun phrase.</param>
    /// <param name="room">Where to put them; a larger array takes its place where they are more.</param>
    /// <returns>As much of the room as they take.</returns>
    public static ReadOnlySpan<PhraseItem> Fill(TokenizedBlock block, Lexicon nonNouns, ref PhraseItem[] room)
    {
        var most = block.Tokens.Length + block.Sentences.Length;
        if (room.Length < most)
        {
            room = new PhraseItem[most * 2];
        }

        var (items, count) = (room, 0);
        for (var sentence = 0; sentence < block.Sentences.Length; sentence++)
        {
            var (start, end) = (block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value);
            var last = end;
            while (last > start && block.MentionAt(last - 1) is null && block.Tokens[last - 1].Length == 1 && block.TextOf(block.Tokens[last - 1])[0] is '.' or '!' or '?')
            {
                last--;
            }

            for (var i = start; i < last;)
            {
                if (block.MentionAt(i) is { } fact)
                {
                    var next = i + 1;
                    while (next < last && block.MentionAt(next) == fact)
                    {
                        next++;
                    }

                    items[count++] = new(i, next, 0, fact, sentence, false, false);
                    i = next;
                    continue;
                }

                var token = block.Tokens[i];
                var isNoun = token.Kind == TokenKind.Word
                    ? token.Word == 0 || nonNouns.Match(block.Tokens, i).Length == 0
                    : token.Kind == TokenKind.Mark && !token.SpaceBefore && block.TextOf(token) is "-" or "‑";
                items[count++] = new(i, i + 1, token.Word, null, sentence, false, isNoun);
                i++;
            }

            items[count++] = new(last, last, 0, null, sentence, true, false);
        }

        return items.AsSpan(0, count);
    }
}
