using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Gathers the numbers of a window that can be parts of a whole.</summary>
internal sealed class PartGatherer(KnowledgeBase knowledge)
{
    private readonly Lexicon _before = knowledge.Lexicon("non-part-before");
    private readonly Lexicon _after = knowledge.Lexicon("non-part-after");

    /// <summary>
    /// The facts of a type among the items from <paramref name="from"/> up to <paramref name="to"/> (outside), without those
    /// that a neighbouring word sets apart, without compounds, bounds and ends of ranges.
    /// </summary>
    public List<Fact> Gather(
        TokenizedBlock block, List<PhraseItem> items, int from, int to, FactType type, PhraseFile file, Value[] slots, List<Fact> captured, bool fromStart)
    {
        var whole = captured.OfType<NumericFact>().FirstOrDefault();
        var parts = new List<Fact>();
        for (var i = from; i < to && parts.Count < 40; i++)
        {
            if (items[i].Fact is not { } fact || captured.Contains(fact) || (fact.Type != type && !(type == NumericFact.NumberType && fact is NumericFact)))
            {
                continue;
            }

            if (fact is NumericFact number && (number.IsCompound || number.IsRangeEnd || number.Hedge is Hedge.LessThan or Hedge.AtMost ||
                (file.SameUnit && whole is not null && !SameUnit(whole, number)) || IsSetApart(block, items[i])))
            {
                continue;
            }

            parts.Add(fact);
        }

        return file.FitSlot >= 0 && slots[file.FitSlot].Fact is NumericFact total ? Fit(parts, total, fromStart) : parts;
    }

    /// <summary>Same dimension; a bare count beside an amount stands for the same unit: <c>£1.1m …, 0.8m</c>.</summary>
    private static bool SameUnit(NumericFact whole, NumericFact part) =>
        whole.Dimension == part.Dimension && (whole.Unit == part.Unit || whole.Unit.Length == 0 || part.Unit.Length == 0);

    private bool IsSetApart(TokenizedBlock block, PhraseItem item)
    {
        for (var back = 1; back <= 3 && back <= item.FirstToken; back++)
        {
            if (_before.Match(block.Tokens, item.FirstToken - back) is { Length: > 0 } match && match.Length == back)
            {
                return true;
            }
        }

        return item.EndToken < block.Tokens.Length && _after.Match(block.Tokens, item.EndToken).Length > 0;
    }

    /// <summary>The longest run from the near end that adds up to the total, where a shorter one than all does; else all.</summary>
    private static List<Fact> Fit(List<Fact> parts, NumericFact total, bool fromStart)
    {
        for (var count = parts.Count; count >= 2; count--)
        {
            var run = fromStart ? parts.Take(count) : parts.Skip(parts.Count - count);
            var sum = Interval.Exactly(0);
            foreach (var part in run)
            {
                sum += ((NumericFact)part).Value;
            }

            if (sum.Intersects(total.Value))
            {
                return [.. run];
            }
        }

        return parts;
    }
}
