using ReportLint.Core.Facts.Numbers;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>A count that a list may follow, with its noun phrase.</summary>
/// <param name="Count">The count.</param>
/// <param name="FirstToken">Its first token.</param>
/// <param name="Noun">Where its noun phrase begins.</param>
/// <param name="NounEnd">Index just behind its noun phrase; equal to <paramref name="Noun"/> where it has none.</param>
/// <param name="IsListNoun">True where the noun names what people number before they list it.</param>
internal readonly record struct AnnouncedCount(Quantity Count, int FirstToken, int Noun, int NounEnd, bool IsListNoun)
{
    /// <summary>True where nothing but a verb that announces a list stands between its noun and a token: <c>five streams were sampled:</c></summary>
    public bool Reaches(TokenizedBlock block, int at, EnumerationWords words) =>
        NounEnd == at || words.Announcing.Match(block.Tokens, NounEnd) is { Length: > 0 } verb && NounEnd + verb.Length == at;

    /// <summary>The last count in a range of tokens, where nothing speaks against a full list behind it.</summary>
    public static AnnouncedCount? Find(TokenizedBlock block, int from, int to, EnumerationWords words)
    {
        for (var i = to - 1; i >= from && i >= to - words.CountReach; i--)
        {
            if (block.MentionAt(i) is not { } fact)
            {
                if (words.Blockers.Match(block.Tokens, i).Length > 0)
                {
                    return null;
                }

                continue;
            }

            if (fact is Identifier or not NumericFact)
            {
                continue;
            }

            return CountAt(block, i, words) is { } count ? At(block, count, from, i, words) : null;
        }

        return null;
    }

    /// <summary>The number that a token is a part of where it may count the items of a list, or null.</summary>
    public static Quantity? CountAt(TokenizedBlock block, int at, EnumerationWords words) =>
        block.MentionAt(at) is { } fact && fact is Quantity { Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false, Dimension: "count" or "points", Step: 1, Nominal: >= 2 } count && count.Nominal <= words.MostItems
            ? count
            : null;

    private static AnnouncedCount? At(TokenizedBlock block, Quantity count, int from, int last, EnumerationWords words)
    {
        if (last + 1 < block.Tokens.Length && block.TextOf(block.Tokens[last + 1])[0] is ')')
        {
            return null;
        }

        var first = last;
        while (first > from && block.MentionAt(first - 1) == count)
        {
            first--;
        }

        for (var back = 1; back <= words.FarBlockers && first - back >= from && block.TextOf(block.Tokens[first - back]) is not ("," or ";" or ":"); back++)
        {
            if (words.Blockers.Match(block.Tokens, first - back) is { Length: > 0 } blocker && (back == 1 || blocker.Length == back || blocker.Meaning == "far"))
            {
                return null;
            }
        }

        if (IsOfAnother(block, first) || (first > from && block.MentionAt(first - 1) is NumericFact))
        {
            return null;
        }

        if (count.Dimension == "points")
        {
            return new(count, first, last, last + 1, words.Nouns.Match(block.Tokens, last).Length > 0);
        }

        // "two of the trustees"
        var noun = last + 2 < block.Tokens.Length && NumeralReader.IsWord(block, last + 1, "of") && words.Determiners.Match(block.Tokens, last + 2).Length == 1 ? last + 3 : last + 1;
        var nounEnd = NounPhrase.EndAt(block, noun, words.NonNouns);
        var isListNoun = first > from && words.Announcers.Match(block.Tokens, first - 1) is { Length: 1, Meaning: "before" };
        for (var word = noun; word < nounEnd; word++)
        {
            isListNoun |= words.Nouns.Match(block.Tokens, word).Length > 0;
        }

        return new(count, first, noun, nounEnd, isListNoun);
    }

    /// <summary><c>three of the five sites</c>, <c>three of five sites</c>: the items may be either.</summary>
    private static bool IsOfAnother(TokenizedBlock block, int at) =>
        at >= 2 && block.MentionAt(at - 2) is NumericFact && NumeralReader.IsWord(block, at - 1, "of") ||
        at >= 3 && block.MentionAt(at - 3) is NumericFact && NumeralReader.IsWord(block, at - 2, "of") && NumeralReader.IsWord(block, at - 1, "the");
}
