using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>What a phrase needs besides what its outline tells: parts to gather of the unit of their whole, and words anywhere in its block. Immutable.</summary>
/// <param name="Least">The least number of parts; 0 where that is not to be told beforehand.</param>
/// <param name="IsBefore">True where they stand before it.</param>
/// <param name="Sentences">How many sentences they may stand in.</param>
/// <param name="Crossed">How many ends of sentences it may reach over itself.</param>
/// <param name="BeginsWithWhole">True where it begins with the number that is their whole.</param>
/// <param name="Words">Words one of which must stand somewhere near, or null.</param>
internal sealed record PhraseNeed(int Least, bool IsBefore, int Sentences, int Crossed, bool BeginsWithWhole, Lexicon? Words)
{
    /// <summary>That of a phrase that needs nothing more.</summary>
    public static readonly PhraseNeed Nothing = new(0, false, 0, 0, false, null);

    /// <summary>What a phrase needs, by its pattern.</summary>
    public static PhraseNeed Of(Phrase phrase)
    {
        var (file, nodes) = (phrase.File, phrase.Nodes);
        var gather = phrase.GatherAfter ?? phrase.GatherBefore;
        if (gather is null || gather.Type != Quantity.FactType || !file.Window.SameUnit || !HasWhole(nodes, phrase.GatherAfter))
        {
            return Of(phrase, 0, 0, false);
        }

        var least = file.Window.LeastParts - (phrase.GatherAfter is { } after && Captures(nodes, after.Slot) ? 1 : 0);
        return Of(phrase, Math.Max(0, least), Crossings(nodes), IsWhole(nodes[0], phrase.GatherAfter));
    }

    /// <summary>What a phrase needs, by what its pattern was found to tell.</summary>
    public static PhraseNeed Of(Phrase phrase, int least, int crossed, bool beginsWithWhole)
    {
        var words = phrase.File.Needs?.Words;
        return least > 0 ? new(least, phrase.GatherAfter is null, phrase.File.Window.Sentences, crossed, beginsWithWhole, words)
            : words is null ? Nothing
            : Nothing with { Words = words };
    }

    private static bool HasWhole(IReadOnlyList<PhraseNode> nodes, GatherNode? after)
    {
        foreach (var node in nodes)
        {
            if (IsWhole(node, after))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(PhraseNode node, GatherNode? after) => node is FactNode { Slot: >= 0 } fact && fact.Slot != after?.Slot && NumericFact.IsNumeric(fact.Type);

    private static bool Captures(IReadOnlyList<PhraseNode> nodes, int slot)
    {
        foreach (var node in nodes)
        {
            if (node is FactNode fact ? fact.Slot == slot : node is ChoiceNode choice && AnyCaptures(choice, slot))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyCaptures(ChoiceNode choice, int slot)
    {
        foreach (var alternative in choice.Alternatives)
        {
            if (Captures(alternative, slot))
            {
                return true;
            }
        }

        return false;
    }

    private static int Crossings(IReadOnlyList<PhraseNode> nodes)
    {
        var crossings = 0;
        foreach (var node in nodes)
        {
            if (node is ChoiceNode choice)
            {
                var most = 0;
                foreach (var alternative in choice.Alternatives)
                {
                    most = Math.Max(most, Crossings(alternative));
                }

                crossings += most;
            }
            else
            {
                crossings += node is SentenceEndNode ? 1 : 0;
            }
        }

        return crossings;
    }
}
