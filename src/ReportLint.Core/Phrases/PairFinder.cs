using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>
/// Finds the numbers that a claim speaks of without a word that ties them to it: the only one or two before it or behind it, or one before it and one behind it in its
/// sentence. Numbers that the gaps of its file pass may stand there too; the words at which they stop may not stand between the claim and
/// the number next to it. A number that is itself the size of a change (<c>lexicon/size-leads.yml</c>) can be neither.
/// </summary>
internal sealed class PairFinder(KnowledgeBase knowledge)
{
    /// <summary>Most words of an entry of the lexicon.</summary>
    private const int LongestLead = 2;

    private readonly Lexicon _sizeLeads = knowledge.Lexicon("size-leads");

    /// <summary>The two numbers and the items that they lie between.</summary>
    /// <param name="First">The number that stands first.</param>
    /// <param name="Second">The other, or null where one is wanted.</param>
    /// <param name="FirstItem">The first item that was looked at.</param>
    /// <param name="EndItem">The item behind the last one that was looked at.</param>
    internal readonly record struct Found(NumericFact First, NumericFact? Second, int FirstItem, int EndItem);

    /// <summary>Most items that are looked at to either side: a sentence without an end must not make the work grow with its square.</summary>
    private const int MaximumReach = 80;

    /// <summary>The only two numbers beside a match; null where there are more or fewer.</summary>
    public Found? Find(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, PhraseMatch match, PhrasePair pair)
    {
        var search = new Search(block, items, match.Phrase.File, _sizeLeads);
        switch (pair.Place)
        {
            case PhrasePairPlace.Before when pair.SecondSlot < 0:
                return search.Look(match.Start, -1, pair.Sentences, 1) is { Near: { } only } one ? new(only, null, one.End + 1, match.Start) : null;
            case PhrasePairPlace.Behind when pair.SecondSlot < 0:
                return search.Look(match.End - 1, 1, pair.Sentences, 1) is { Near: { } next } then ? new(next, null, match.End, then.End) : null;
            case PhrasePairPlace.Before:
                return search.Look(match.Start, -1, pair.Sentences, 2) is { Near: { } second, Far: { } first } before ? new(first, second, before.End + 1, match.Start) : null;
            case PhrasePairPlace.Behind:
                return search.Look(match.End - 1, 1, pair.Sentences, 2) is { Near: { } near, Far: { } far } behind && search.Look(match.Start, -1, 1, 2) is { Near: null } ? new(near, far, match.End, behind.End) : null;
            default:
                return search.Look(match.Start, -1, pair.Sentences, 1) is { Near: { } left } start && search.Look(match.End - 1, 1, 1, 1) is { Near: { } right } end ? new(left, right, start.End + 1, end.End) : null;
        }
    }

    /// <summary>What was seen on one side.</summary>
    /// <param name="Near">The number next to the match, or null.</param>
    /// <param name="Far">The other one, or null.</param>
    /// <param name="End">The item at which the look ended.</param>
    private readonly record struct Side(NumericFact? Near, NumericFact? Far, int End);

    private readonly ref struct Search(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, PhraseFile file, Lexicon sizeLeads)
    {
        private readonly TokenizedBlock _block = block;
        private readonly ReadOnlySpan<PhraseItem> _items = items;
        private readonly PhraseFile _file = file;
        private readonly Lexicon _sizeLeads = sizeLeads;

        /// <summary>The numbers on one side of an item; null where there are more than wanted, or one that cannot be meant.</summary>
        public Side? Look(int from, int step, int sentences, int wanted)
        {
            var (near, far) = ((NumericFact?)null, (NumericFact?)null);
            var (at, complete) = (from + step, -1);
            for (var steps = 0; steps < MaximumReach && at >= 0 && at < _items.Length; steps++, at += step)
            {
                // The sentence of the last number wanted is looked at to its end: there may be one too many.
                var away = Math.Abs(_items[at].Sentence - _items[from].Sentence);
                if (away >= sentences || (complete >= 0 && away > complete))
                {
                    break;
                }

                if (_items[at].Fact is not { } fact)
                {
                    if (near is null && _file.GapStops is { } stops && stops.Match(_block.Tokens, _items[at].FirstToken).Length > 0)
                    {
                        return null;
                    }

                    continue;
                }

                if (fact is not NumericFact { IsCompound: false } number || _file.GapsPass.Contains(number.Dimension))
                {
                    continue;
                }

                if ((wanted == 1 ? near : far) is not null || number.IsRangeEnd || IsSize(_items[at]))
                {
                    return null;
                }

                (near, far) = near is null ? (number, null) : (near, number);
                complete = wanted == 1 || far is not null ? away : -1;
            }

            return new(near, far, at);
        }

        private bool IsSize(PhraseItem item)
        {
            for (var back = 1; back <= LongestLead && back <= item.FirstToken; back++)
            {
                if (_sizeLeads.Match(_block.Tokens, item.FirstToken - back).Length == back)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
