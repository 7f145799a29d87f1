using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>What kind of item a phrase steps over.</summary>
internal enum PhraseItemKind : byte
{
    /// <summary>A word that can stand in a noun phrase.</summary>
    Noun,

    /// <summary>Another word, or a mark.</summary>
    Word,

    /// <summary>A fact that a gap passes: all but a number that counts.</summary>
    Fact,

    /// <summary>A number that counts.</summary>
    Number,

    /// <summary>The end of a sentence.</summary>
    Boundary,
}

/// <summary>What the automaton steps over: a token, a recognised fact, or the end of a sentence.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="Word">Number of the word or mark; 0 for a fact and for unknown words.</param>
/// <param name="Fact">The fact, or null.</param>
/// <param name="Sentence">Position of its sentence in the block.</param>
/// <param name="FactsBefore">How many facts stand before it in the block.</param>
/// <param name="Kind">What kind of item it is.</param>
internal readonly record struct PhraseItem(int FirstToken, int EndToken, int Word, Fact? Fact, int Sentence, int FactsBefore, PhraseItemKind Kind)
{
    /// <summary>True for the end of a sentence.</summary>
    public bool IsBoundary => Kind == PhraseItemKind.Boundary;

    /// <summary>True for a word that can stand in a noun phrase.</summary>
    public bool IsNoun => Kind == PhraseItemKind.Noun;

    /// <summary>True for what a gap may pass over: anything but a sentence's end and a number that counts.</summary>
    public bool IsPassable => Kind < PhraseItemKind.Number;

    /// <summary>One for an opening round bracket, minus one for a closing one, nothing for all else.</summary>
    public sbyte Bracket { get; init; }

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

        var (items, count, facts) = (room, 0, 0);
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

                    items[count++] = new(i, next, 0, fact, sentence, facts++, fact is NumericFact { IsCompound: false } ? PhraseItemKind.Number : PhraseItemKind.Fact);
                    i = next;
                    continue;
                }

                ref readonly var token = ref block.Tokens[i];
                if (token.Kind == TokenKind.Word)
                {
                    items[count++] = new(i, i + 1, token.Word, null, sentence, facts, token.Word == 0 || nonNouns.Match(block.Tokens, i).Length == 0 ? PhraseItemKind.Noun : PhraseItemKind.Word);
                }
                else
                {
                    var mark = token is { Kind: TokenKind.Mark, Length: 1 } ? block.TextOf(token)[0] : ' ';
                    var isNoun = mark is '-' or '‑' && !token.SpaceBefore;
                    items[count++] = new(i, i + 1, token.Word, null, sentence, facts, isNoun ? PhraseItemKind.Noun : PhraseItemKind.Word)
                    {
                        Bracket = (sbyte)(mark == '(' ? 1 : mark == ')' ? -1 : 0),
                    };
                }

                i++;
            }

            items[count++] = new(last, last, 0, null, sentence, facts, PhraseItemKind.Boundary);
        }

        return items.AsSpan(0, count);
    }
}
