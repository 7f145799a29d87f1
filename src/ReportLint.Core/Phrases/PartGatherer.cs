using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Gathers the numbers of a window that can be parts of a whole. Not thread-safe.</summary>
internal sealed class PartGatherer(KnowledgeBase knowledge)
{
    private readonly int _mostParts = (int)knowledge.Settings("figures").Get("most_parts", 40);
    private readonly Lexicon _before = knowledge.Lexicon("non-part-before");
    private readonly Lexicon _after = knowledge.Lexicon("non-part-after");
    private readonly Lexicon _verbs = knowledge.Lexicon("part-verbs");
    private readonly Lexicon _separators = knowledge.Lexicon("list-separators");
    private readonly Lexicon _closing = knowledge.Lexicon("closing-parts");

    // Used again for each list.
    private readonly List<PhraseItem> _plain = new(8);
    private readonly List<PhraseItem> _bracketed = new(8);

    /// <summary>
    /// The facts of a type among the items from <paramref name="from"/> up to <paramref name="to"/> (outside), without those
    /// that a neighbouring word sets apart, without compounds, bounds and ends of ranges; before them the one that the phrase
    /// captured for the same list, where it did.
    /// </summary>
    public IReadOnlyList<Fact> Gather(
        TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int from, int to, FactType type, PhraseFile file, Value[] slots, List<Fact> captured, Fact? first, bool fromStart)
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

        var isOpen = from > 0 && IsMark(block, items[from - 1], '(');
        var depth = isOpen ? 1 : 0;
        for (var i = from; i < to && plain.Count + bracketed.Count < _mostParts; i++)
        {
            if (items[i].Fact is not { } fact)
            {
                depth += IsMark(block, items[i], '(') ? 1 : IsMark(block, items[i], ')') ? -1 : 0;
                if (isOpen && depth == 0)
                {
                    break;
                }

                continue;
            }

            if (!captured.Contains(fact) && (fact.Type == type || (type == NumericFact.NumberType && fact is NumericFact)) && MayBePart(block, items[i], fact, whole, file))
            {
                (depth > (isOpen ? 1 : 0) ? bracketed : plain).Add(items[i]);
                if (fromStart && depth == (isOpen ? 1 : 0) && plain.Count >= 2 && IsClosing(block, items[i]))
                {
                    break;
                }
            }
        }

        var parts = plain.Count >= 2 ? plain : bracketed;
        if (file.Window.FitSlot >= 0 && slots[file.Window.FitSlot].Fact is NumericFact total)
        {
            if (fromStart && IsGloss(block, items, from, total))
            {
                return [];
            }

            parts = Fit(parts, total, fromStart);
        }

        parts = file.Window.IsList ? ListOf(block, parts) : parts;
        var facts = new Fact[parts.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = parts[i].Fact!;
        }

        return facts;
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
    public static bool AddsUp(Value[] slots, int totalSlot)
    {
        if (slots[totalSlot].Fact is not NumericFact total || Array.Find(slots, static slot => slot.Kind == ValueKind.List).List is not { } parts)
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

    /// <summary>A number in words up to this may be a pronoun's: the other two.</summary>
    private const int LargestStray = 10;

    /// <summary>Below this many steps, two unrelated numbers too often add up to a third.</summary>
    private const int LeastTelling = 20;

    private static bool IsMark(TokenizedBlock block, PhraseItem item, char mark) =>
        item is { Fact: null, IsBoundary: false } && block.Tokens[item.FirstToken].Length == 1 && block.TextOf(block.Tokens[item.FirstToken])[0] == mark;

    /// <summary>True for a whole in a bracket of its own right behind another number, before the item: <c>a staff of 90 (72 full-time): …</c> tells of the 90.</summary>
    private static bool IsGloss(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int before, NumericFact whole)
    {
        var at = before - 1;
        var isClosed = false;
        for (; at >= 0 && items[at].Fact != whole; at--)
        {
            isClosed |= IsMark(block, items[at], ')');
        }

        if (!isClosed || at < 2 || !IsMark(block, items[at - 1], '('))
        {
            return false;
        }

        for (at -= 2; at > 0 && items[at].IsNoun; at--)
        {
        }

        return items[at].Fact is NumericFact { IsCompound: false };
    }

    private bool MayBePart(TokenizedBlock block, PhraseItem item, Fact fact, NumericFact? whole, PhraseFile file) =>
        fact is not NumericFact number ||
        !(number.IsCompound || number.IsRangeEnd || number.Hedge is Hedge.LessThan or Hedge.AtMost ||
          (file.Window.SameUnit && whole is not null && !SameUnit(whole, number)) || IsSetApart(block, item, file, whole));

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
    /// Same dimension; a bare count beside an amount stands for the same unit (<c>£1.1m …, 0.8m</c>), and so does one that names
    /// nothing of its own behind a measure (<c>61 days: 28 in York</c>).
    /// </summary>
    private static bool SameUnit(NumericFact whole, NumericFact part) =>
        whole.Dimension == part.Dimension
            ? whole.Unit == part.Unit || whole.Unit.Length == 0 || part.Unit.Length == 0
            : whole.Dimension is not ("money" or "percent") && whole.Unit.Length > 0 && part is Quantity { Dimension: "count", Unit: "", Key.Head: null };

    /// <summary><c>63 times: 29 times to yachts</c>: the word that would set a number apart is what the whole counts.</summary>
    private static bool IsWholesNoun(TokenizedBlock block, int at, NumericFact? whole) =>
        whole is Quantity { Key.Head: { } head } && head == NounPhrase.Singular(block.TextOf(block.Tokens[at]));

    /// <summary>True where words right before it make a number the last of the parts: the other 19.</summary>
    private bool IsClosing(TokenizedBlock block, PhraseItem item)
    {
        for (var back = 1; back <= 3 && back <= item.FirstToken; back++)
        {
            if (_closing.Match(block.Tokens, item.FirstToken - back).Length == back)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSetApart(TokenizedBlock block, PhraseItem item, PhraseFile file, NumericFact? whole)
    {
        // "the last seven" closes a list, "last year" is none of it.
        for (var back = IsClosing(block, item) ? 0 : Math.Min(3, item.FirstToken); back >= 1; back--)
        {
            if (_before.Match(block.Tokens, item.FirstToken - back) is { Length: > 0 } match && match.Length == back)
            {
                if (match.Meaning == "harmless")
                {
                    break;
                }

                // "of these 84, 61 were …" says the whole again; "of these 61 were …" tells a part.
                return match.Meaning != "again" || _verbs.Match(block.Tokens, item.EndToken).Length == 0;
            }
        }

        return item.EndToken < block.Tokens.Length && _after.Match(block.Tokens, item.EndToken) is { Length: > 0 } after
            && !(file.Window.AllowsPronouns && after.Meaning == "pronoun") && !IsWholesNoun(block, item.EndToken, whole);
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
