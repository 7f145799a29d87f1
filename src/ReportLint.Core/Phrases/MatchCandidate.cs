using ReportLint.Core.Engine;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;

namespace ReportLint.Core.Phrases;

/// <summary>A match with everything that it captured and gathered. Used again for the next block: half of them come to no fact.</summary>
internal sealed class MatchCandidate
{
    private Value[] _slots = new Value[16];
    private Fact[] _operands = new Fact[8];
    private int _slotCount;
    private int _operandCount;

    public PhraseMatch Match { get; private set; }

    public ReadOnlySpan<Value> Slots => _slots.AsSpan(0, _slotCount);

    public ReadOnlySpan<Fact> Operands => _operands.AsSpan(0, _operandCount);

    public TextSpan Prose { get; private set; }

    /// <summary>True where its parts add up.</summary>
    public bool IsFitting { get; private set; }

    /// <summary>Makes it another candidate.</summary>
    public void Set(in PhraseMatch match, ReadOnlySpan<Value> slots, List<Fact> operands, TextSpan prose, bool isFitting)
    {
        if (_slots.Length < slots.Length)
        {
            _slots = new Value[slots.Length];
        }

        if (_operands.Length < operands.Count)
        {
            _operands = new Fact[operands.Count];
        }

        slots.CopyTo(_slots);
        operands.CopyTo(_operands);
        (Match, _slotCount, _operandCount, Prose, IsFitting) = (match, slots.Length, operands.Count, prose, isFitting);
    }

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
    // The sets are used again for the next block.
    private readonly List<FactType> _types = new(4);
    private readonly List<FactSet> _sets = new(4);

    public void Clear()
    {
        foreach (var facts in _sets)
        {
            facts.Clear();
        }
    }

    public bool Contains(FactType type, Fact fact)
    {
        var at = PlaceOf(type);
        return at < _sets.Count && _sets[at].Contains(fact);
    }

    public void Add(FactType type, Fact fact)
    {
        var at = PlaceOf(type);
        if (at == _sets.Count)
        {
            _types.Add(type);
            _sets.Add(new());
        }

        _sets[at].Add(fact);
    }

    private int PlaceOf(FactType type)
    {
        var at = 0;
        while (at < _types.Count && _types[at] != type)
        {
            at++;
        }

        return at;
    }
}
