using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Gathers the numbers of a window that can be parts of a whole. Not thread-safe.</summary>
internal sealed class PartGatherer(KnowledgeBase knowledge, PartSites sites)
{
    private readonly int _mostParts = (int)knowledge.Settings("figures").Get("most_parts", 40);
    private readonly Lexicon _separators = knowledge.Lexicon("list-separators");

    // Used again for each list.
    private readonly List<PhraseItem> _plain = new(8);
    private readonly List<PhraseItem> _bracketed = new(8);

    /// <summary>
    /// Adds the facts of a type among the items from <paramref name="from"/> up to <paramref name="to"/> (outside), without those
    /// that a neighbouring word sets apart, without compounds, bounds and ends of ranges; before them the one that the phrase
    /// captured for the same list, where it did.
    /// </summary>
    /// <returns>False, and nothing added, where there are too few of them.</returns>
    public bool Gather(
        TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int from, int to, FactType type, PhraseFile file, Value[] slots, List<Fact> captured, Fact? first, bool fromStart, List<Fact> gathered)
    {
        var whole = FirstNumber(captured);
        var (plain, bracketed) = (_plain, _bracketed);
        plain.Clear();
        bracketed.Clear();
        for (var at = Math.Max(0, from - 1); first is not null && at >= 0; at--)
        {
            if (items[at].Fact == first)
            {
                plain.Add(items[at]);
                break;
            }
        }

        var isOpen = from > 0 && items[from - 1].Bracket > 0;
        var depth = isOpen ? 1 : 0;
        for (var i = from; i < to && plain.Count + bracketed.Count < _mostParts; i++)
        {
            ref readonly var item = ref items[i];
            if (item.Fact is not { } fact)
            {
                depth += item.Bracket;
                if (isOpen && depth == 0)
                {
                    break;
                }

                continue;
            }

            if (!captured.Contains(fact) && sites.MayBePart(item, fact, type, whole, file))
            {
                (depth > (isOpen ? 1 : 0) ? bracketed : plain).Add(item);
                if (fromStart && depth == (isOpen ? 1 : 0) && plain.Count >= 2 && sites.IsClosing(item))
                {
                    break;
                }
            }
        }

        // What follows only takes away.
        var parts = plain.Count >= 2 ? plain : bracketed;
        if (parts.Count < file.Window.LeastParts)
        {
            return false;
        }

        if (file.Window.FitSlot >= 0 && slots[file.Window.FitSlot].Fact is NumericFact total)
        {
            if (fromStart && IsGloss(items, from, total))
            {
                return false;
            }

            parts = Fit(parts, total, fromStart);
        }

        parts = file.Window.IsList ? ListOf(block, parts) : parts;
        if (parts.Count < file.Window.LeastParts)
        {
            return false;
        }

        foreach (var part in parts)
        {
            gathered.Add(part.Fact!);
        }

        return true;
    }

    private static NumericFact? FirstNumber(List<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is NumericFact number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>True where the gathered parts, all of them, add up to the total within what the writing allows, and are not so few and small that any numbers would.</summary>
    public static bool AddsUp(ReadOnlySpan<Value> slots, int totalSlot)
    {
        if (slots[totalSlot].Fact is not NumericFact total || FirstList(slots) is not { } parts)
        {
            return false;
        }

        if (parts.Length <= 2 && total.Nominal < LeastTelling * total.Step)
        {
            return false;
        }

        var sum = Interval.Exactly(0);
        foreach (var part in parts)
        {
            sum += ((NumericFact)part.Fact!).Value;
        }

        return sum.Intersects(total.Value);
    }

    private static Value[]? FirstList(ReadOnlySpan<Value> slots)
    {
        foreach (var slot in slots)
        {
            if (slot.List is { } list)
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>A number in words up to this may be a pronoun's: the other two.</summary>
    private const int LargestStray = 10;

    /// <summary>Below this many steps, two unrelated numbers too often add up to a third.</summary>
    private const int LeastTelling = 20;

    /// <summary>True for a whole in a bracket of its own right behind another number, before the item: <c>a staff of 90 (72 full-time): …</c> tells of the 90.</summary>
    private static bool IsGloss(ReadOnlySpan<PhraseItem> items, int before, NumericFact whole)
    {
        var at = before - 1;
        var isClosed = false;
        for (; at >= 0 && items[at].Fact != whole; at--)
        {
            isClosed |= items[at].Bracket < 0;
        }

        if (!isClosed || at < 2 || items[at - 1].Bracket <= 0)
        {
            return false;
        }

        for (at -= 2; at > 0 && items[at].IsNoun; at--)
        {
        }

        return items[at].Fact is NumericFact { IsCompound: false };
    }

    /// <summary>
    /// The parts between which something stands that parts a list; a number that nothing parts from the one before belongs to
    /// that one (<c>58 were one person short</c>). Empty where no word closes the list before its last part.
    /// </summary>
    private List<PhraseItem> ListOf(TokenizedBlock block, List<PhraseItem> parts)
    {
        var list = new List<PhraseItem>(parts.Count + 1);
        var closes = false;
        foreach (var part in parts)
        {
            var meaning = list.Count == 0 ? "" : Between(block, list[^1], part);
            if (meaning == "stop")
            {
                break;
            }

            if (list.Count == 0 || meaning.Length > 0)
            {
                list.Add(part);
                closes = meaning == "closer";
            }
        }

        return closes && list.Count >= 2 ? list : [];
    }

    /// <summary>The strongest of the words between two parts: a stop, a closer, a separator, or nothing.</summary>
    private string Between(TokenizedBlock block, PhraseItem left, PhraseItem right)
    {
        var found = "";
        for (var i = left.EndToken; i < right.FirstToken; i++)
        {
            if (_separators.Match(block.Tokens, i) is { Length: > 0 } match)
            {
                found = match.Meaning == "stop" || found.Length == 0 || (found == "separator" && match.Meaning == "closer") ? match.Meaning : found;
                if (found == "stop")
                {
                    return found;
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The longest run from the near end that adds up to the total, where a shorter one than all does; else all. None where
    /// a part is larger than the total, or is the total again.
    /// </summary>
    private static List<PhraseItem> Fit(List<PhraseItem> parts, NumericFact total, bool fromStart)
    {
        foreach (var part in parts)
        {
            var value = ((NumericFact)part.Fact!).Value;
            if (total.Value.IsBelow(value) || (parts.Count > 1 && total.Step >= 1 && total.Nominal.Equals(((NumericFact)part.Fact!).Nominal)))
            {
                return new(1);
            }
        }

        var sums = new Interval[parts.Count];
        for (var count = 1; count <= parts.Count; count++)
        {
            var part = ((NumericFact)parts[fromStart ? count - 1 : ^count].Fact!).Value;
            sums[count - 1] = count == 1 ? part : sums[count - 2] + part;
        }

        for (var count = parts.Count; count >= 2; count--)
        {
            if (sums[count - 1].Intersects(total.Value))
            {
                return fromStart ? parts[..count] : parts[^count..];
            }
        }

        return parts.Count > 2 && WithoutStray(parts, sums[^1], total) is { } fitting ? fitting : parts;
    }

    /// <summary>"In the main hall 188, and 64 in the other two, 252 altogether": all but one small number in words adds up. Null where nothing like that is so.</summary>
    private static List<PhraseItem>? WithoutStray(List<PhraseItem> parts, Interval sum, NumericFact total)
    {
        foreach (var stray in parts)
        {
            if (stray.Fact is NumericFact { InWords: true, Nominal: <= LargestStray, Nominal: var value } && (sum - Interval.Exactly(value)).Intersects(total.Value))
            {
                return parts.FindAll(part => part.Fact != stray.Fact);
            }
        }

        return null;
    }
}
