using ReportLint.Core.Facts.Numbers;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>
/// Counts the items of a list in a sentence, <c>a, b and c</c> or <c>a; b; and c</c>. Where a piece may be an item or a part of one,
/// the count is an interval from the fewest to the most.
/// </summary>
internal sealed class ItemCounter(TokenizedBlock block, EnumerationWords words)
{
    /// <summary>A stretch between two separators.</summary>
    /// <param name="From">Its first token.</param>
    /// <param name="End">Index just behind it.</param>
    /// <param name="IsJoined">True where "and" or "or" stands before it.</param>
    private readonly record struct Stretch(int From, int End, bool IsJoined);

    /// <summary>How many items stand between two tokens; null where that is not the form of a full list.</summary>
    /// <param name="from">First token of the list.</param>
    /// <param name="end">Index just behind it.</param>
    /// <param name="announced">How many items were announced.</param>
    /// <param name="areAlike">True where every item begins with a capital letter, or each of three or more with "a" or "an"; of no more than three, one may say more of the one before it.</param>
    public Interval? Count(int from, int end, decimal announced, out bool areAlike)
    {
        areAlike = false;
        if (end - from > words.MostListTokens)
        {
            return null;
        }

        while (end > from && block.TextOf(block.Tokens[end - 1])[0] is '.' or '!')
        {
            end--;
        }

        var stretches = new List<Stretch>(4);
        if (Split(from, ref end, stretches) is not { } innerConjunctions)
        {
            return null;
        }

        var (small, indefinite, determined) = (0, 0, 0);
        foreach (var stretch in stretches)
        {
            var isCapital = IsCapital(stretch);
            small += isCapital ? 0 : 1;
            indefinite += NumeralReader.IsWord(block, stretch.From, "a") || NumeralReader.IsWord(block, stretch.From, "an") ? 1 : 0;
            determined += words.Determiners.Match(block.Tokens, stretch.From).Length > 0 ? 1 : 0;
        }

        // What says more of an item before it makes the list longer than what was announced, never shorter.
        areAlike = small == 0 || (indefinite == stretches.Count && (indefinite > 3 || (indefinite == 3 && announced > 3))) || (determined == stretches.Count && determined >= 3 && announced == determined + 1);

        // What stands behind the item that "and" joins may belong to it: "…, and C, ranked by harm".
        var closing = stretches.FindIndex(static s => s.IsJoined);
        if (stretches.Count < 2 || closing < 0)
        {
            return null;
        }

        var least = Math.Min(closing + 1, Parallel(stretches)) - SecondNames(stretches);

        // Between names, a piece in small letters may say something of the name before it: "Ann Carter, formerly of the trust".
        least = small < stretches.Count ? Math.Min(least, stretches.Count - small) : least;
        return Interval.Between(Math.Max(1, least), stretches.Count + innerConjunctions);
    }

    /// <summary>Parts the list at its separators.</summary>
    /// <returns>How many words of joining inside the items could part two, or null where this is no list.</returns>
    private int? Split(int from, ref int end, List<Stretch> stretches)
    {
        var (bySemicolon, hasCommaAnd) = (false, false);
        for (var i = from; i < end; i++)
        {
            bySemicolon |= block.TextOf(block.Tokens[i])[0] == ';';
            hasCommaAnd |= block.TextOf(block.Tokens[i])[0] == ',' && i + 1 < end && words.IsConjunction(block, i + 1);
        }

        // "…, namely A, B and C, retire": behind the last item the sentence goes on, or a last item says more of itself.
        var tail = hasCommaAnd || bySemicolon ? end : TailOf(from, end);
        var inner = tail < end ? 1 : 0;
        end = tail;

        // "who knew, when they knew": such words open the items themselves.
        var opensAside = from < end && words.Asides.Match(block.Tokens, from) is { Length: > 0, Meaning: "aside" };
        var (start, joined, length, depth) = (from, false, 0, 0);
        for (var i = from; i < end; i++)
        {
            var token = block.Tokens[i];
            var mark = token.Kind == TokenKind.Mark ? block.TextOf(token)[0] : '\0';
            depth += mark is '(' or '[' ? 1 : mark is ')' or ']' ? -1 : 0;
            if (depth > 0)
            {
                continue;
            }

            if (mark is '–' or '—' or '"' or '“' or '…' or '?' || (mark == '-' && token.SpaceBefore) || block.MentionAt(i) is NumericFact ||
                words.Openers.Match(block.Tokens, i) is { Length: > 0, Meaning: "never" } || words.Groups.Match(block.Tokens, i) is { Length: > 0, Meaning: "several" } || (length == 0 && words.Blockers.Match(block.Tokens, i).Length > 0))
            {
                return null;
            }

            if (mark == ',' && i + 1 < end && !opensAside && words.Asides.Match(block.Tokens, i + 1) is { Length: > 0, Meaning: "aside" })
            {
                // "the river, which floods, and the road"
                length++;
                continue;
            }

            // Where a comma stands before the last "and", every other one joins words within an item.
            var isAnd = words.IsConjunction(block, i);
            if (mark == (bySemicolon ? ';' : ',') || (isAnd && !bySemicolon && (hasCommaAnd ? length == 0 : IsClosing(i, end))))
            {
                // "…, and c": the comma has parted already
                if (length > 0)
                {
                    stretches.Add(new(start, i, joined));
                    joined = false;
                }

                joined |= isAnd;
                (start, length) = (i + 1, 0);
                continue;
            }

            if (isAnd)
            {
                joined |= bySemicolon && length == 0;
                inner += length > 0 ? 1 : 0;
                continue;
            }

            // Two pieces of code side by side: the comma between them was forgotten, or they are one item.
            inner += mark == Code && length > 0 && i > start && block.TextOf(block.Tokens[i - 1])[0] == Code ? 1 : 0;
            if (++length > (bySemicolon ? words.MostLongItemTokens : words.MostItemTokens))
            {
                return null;
            }
        }

        if (length > 0)
        {
            stretches.Add(new(start, end, joined));
        }

        return inner;
    }

    /// <summary>What stands for inline code in prose.</summary>
    private const char Code = '\uFFFC';

    /// <summary>Whether the first word of an item, leaving out "the", has a capital letter; true for an item without words.</summary>
    private bool IsCapital(Stretch stretch)
    {
        for (var i = stretch.From; i < stretch.End; i++)
        {
            if (block.Tokens[i].Kind == TokenKind.Word && !IsThe(i) && !words.IsConjunction(block, i))
            {
                return block.Tokens[i].Capital;
            }
        }

        return true;
    }

    private bool IsThe(int at) => NumeralReader.IsWord(block, at, "the");

    /// <summary>
    /// How many pieces begin as the first one does (<c>that …, that …, and that …</c>), where the last does so too: others may
    /// belong to the piece before them. As many as there are where the pieces are not alike.
    /// </summary>
    private int Parallel(List<Stretch> stretches)
    {
        var first = block.Tokens[stretches[0].From].Word;
        if (first == 0 || block.Tokens[stretches[^1].From].Word != first)
        {
            return stretches.Count;
        }

        var alike = 0;
        foreach (var stretch in stretches)
        {
            alike += block.Tokens[stretch.From].Word == first ? 1 : 0;
        }

        return alike;
    }

    /// <summary>
    /// How many pieces may only say more of a neighbour: a description behind a name (<c>Polonius, the new checker, and …</c>), an
    /// article with an adjective (<c>a custom, static site</c>), a manner behind a word alone (<c>manually, by hand</c>).
    /// </summary>
    private int SecondNames(List<Stretch> stretches)
    {
        var found = 0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var (from, end, isJoined) = stretches[i];
            found += i > 0 && stretches[i - 1].End - stretches[i - 1].From <= 2 && words.Asides.Match(block.Tokens, from).Meaning == "manner" ? 1 : 0;
            var hasArticle = words.Determiners.Match(block.Tokens, from).Length == 1 && from + 1 < end && !block.Tokens[from + 1].Capital;
            if (!hasArticle || isJoined)
            {
                continue;
            }

            var before = i > 0 ? block.Tokens[stretches[i - 1].End - 1] : default;
            var isApposition = i > 0 && (before.Capital || block.TextOf(before)[0] == Code);
            var isAdjective = end - from == 2 && i + 1 < stretches.Count && words.Determiners.Match(block.Tokens, stretches[i + 1].From).Length == 0;
            found += isApposition || isAdjective ? 1 : 0;
        }

        return found;
    }

    /// <summary>The only comma behind the last "and" of a range of tokens, or the end of the range.</summary>
    private int TailOf(int from, int end)
    {
        var comma = end;
        for (var i = end - 1; i >= from; i--)
        {
            if (words.IsConjunction(block, i))
            {
                return comma;
            }

            if (block.TextOf(block.Tokens[i]) is ",")
            {
                if (comma < end)
                {
                    return end;
                }

                comma = i;
            }
        }

        return end;
    }

    /// <summary>The last "and" of the list parts its last two items; an earlier one is part of a name.</summary>
    private bool IsClosing(int at, int end)
    {
        for (var i = at + 1; i < end; i++)
        {
            if (block.TextOf(block.Tokens[i])[0] is ',' || words.IsConjunction(block, i))
            {
                return false;
            }
        }

        return true;
    }
}
