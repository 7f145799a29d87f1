using ReportLint.Core.Engine;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;

namespace ReportLint.Core.Phrases;

/// <summary>A match with everything that it captured and gathered.</summary>
internal sealed class MatchCandidate(in PhraseMatch match, Value[] slots, Fact[] operands, TextSpan prose, bool isFitting)
{
    public PhraseMatch Match { get; } = match;

    public Value[] Slots { get; } = slots;

    public Fact[] Operands { get; } = operands;

    public TextSpan Prose { get; } = prose;

    /// <summary>True where its parts add up.</summary>
    public bool IsFitting { get; } = isFitting;

    /// <summary>Files that come first, and last those that come last, then parts that add up, then most captures, then the longest, then file order, then place.</summary>
    public int CompareTo(MatchCandidate other)
    {
        var order = other.Match.Phrase.File.ComesFirst.CompareTo(Match.Phrase.File.ComesFirst);
        order = order != 0 ? order : Match.Phrase.File.ComesLast.CompareTo(other.Match.Phrase.File.ComesLast);
        order = order != 0 ? order : other.IsFitting.CompareTo(IsFitting);
        order = order != 0 ? order : other.Operands.Length.CompareTo(Operands.Length);
        order = order != 0 ? order : other.Prose.Length.CompareTo(Prose.Length);
        order = order != 0 ? order : Match.Phrase.File.Order.CompareTo(other.Match.Phrase.File.Order);
        order = order != 0 ? order : Match.Phrase.Order.CompareTo(other.Match.Phrase.Order);
        return order != 0 ? order : Match.Start.CompareTo(other.Match.Start);
    }

    /// <summary>True where one of its numbers is taken.</summary>
    public bool HasTaken(TakenFacts taken) => HasTaken(taken, 0);

    /// <summary>One number may be a part here and the whole there: sharing just one operand, in the first place of one of them, is fair.</summary>
    public bool SharesOnlyAsOther(TakenFacts taken) =>
        Match.Phrase.GatherAfter is not null && Operands.Length > 0 && taken.Contains(Match.Phrase.File.Yields, Operands[0]) && !HasTaken(taken, 1);

    private bool HasTaken(TakenFacts taken, int from)
    {
        for (var i = from; i < Operands.Length; i++)
        {
            if (taken.Contains(Match.Phrase.File.Yields, Operands[i]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The facts of a block that phrases of each type have taken.</summary>
internal sealed class TakenFacts
{
    private readonly List<(FactType Type, FactSet Facts)> _byType = new(4);

    public void Clear() => _byType.Clear();

    public bool Contains(FactType type, Fact fact)
    {
        foreach (var (known, facts) in _byType)
        {
            if (known == type)
            {
                return facts.Contains(fact);
            }
        }

        return false;
    }

    public void Add(FactType type, Fact fact)
    {
        foreach (var (known, facts) in _byType)
        {
            if (known == type)
            {
                facts.Add(fact);
                return;
            }
        }

        var first = new FactSet();
        first.Add(fact);
        _byType.Add((type, first));
    }
}
