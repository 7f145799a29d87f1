namespace ReportLint.Core.Facts;

/// <summary>The facts of one document by type, each list in document order once <see cref="Seal"/> was called. Not thread-safe while filled.</summary>
public sealed class FactStore
{
    private readonly Dictionary<FactType, List<Fact>> _byType = [];

    /// <summary>Number of facts.</summary>
    public int Count { get; private set; }

    /// <summary>The most facts that there may be.</summary>
    internal long Limit { get; init; } = long.MaxValue;

    /// <summary>Adds a fact. Past the limit the analysis of the document is given up at once, for what comes next may be any number more.</summary>
    public void Add(Fact fact)
    {
        if (Count >= Limit)
        {
            throw new LimitExceededException(FormattableString.Invariant($"The document has more than {Limit:#,0} facts, so no rule was run."));
        }

        if (!_byType.TryGetValue(fact.Type, out var list))
        {
            _byType[fact.Type] = list = [];
        }

        list.Add(fact);
        if (fact is NumericFact)
        {
            _numbers = null;
        }

        Count++;
    }

    private IReadOnlyList<Fact>? _numbers;

    /// <summary>The facts of a type in document order; of all types of numbers for <c>Number</c>; empty where there are none.</summary>
    public IReadOnlyList<Fact> OfType(FactType type) =>
        _byType.TryGetValue(type, out var list) ? list
        : NumericFact.IsOfQuantities(type) ? Fitting(type)
        : type == NumericFact.NumberType ? _numbers ??= Sorted(Fitting(type))
        : [];

    private List<Fact> Fitting(FactType type)
    {
        var fitting = new List<Fact>(4);
        foreach (var included in NumericFact.Includes(type))
        {
            if (!_byType.TryGetValue(included, out var facts))
            {
                continue;
            }

            foreach (var fact in facts)
            {
                if (type == NumericFact.NumberType || NumericFact.Fits(fact, type))
                {
                    fitting.Add(fact);
                }
            }
        }

        return fitting;
    }

    /// <summary>False where <see cref="OfType"/> gives nothing.</summary>
    public bool Has(FactType type)
    {
        foreach (var included in NumericFact.Includes(type))
        {
            if (_byType.ContainsKey(included))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All types that have facts, by name.</summary>
    public IReadOnlyList<FactType> Types
    {
        get
        {
            var types = new FactType[_byType.Count];
            _byType.Keys.CopyTo(types, 0);
            Array.Sort(types, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return types;
        }
    }

    /// <summary>Sorts every list by place in the file; facts at one place stay in the order in which they were added.</summary>
    public void Seal()
    {
        foreach (var type in _byType.Keys.ToArray())
        {
            _byType[type] = Sorted(_byType[type]);
        }

        _numbers = null;
    }

    /// <summary>The list itself where it is in order, as most are, or one by place; facts of one place keep their order.</summary>
    private static List<Fact> Sorted(List<Fact> facts)
    {
        var spans = new Text.TextSpan[facts.Count];
        var order = new int[facts.Count];
        var isSorted = true;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = facts[i].Span;
            order[i] = i;
            isSorted &= i == 0 || spans[i - 1] <= spans[i];
        }

        if (isSorted)
        {
            return facts;
        }

        Array.Sort(order, (a, b) => spans[a].CompareTo(spans[b]) is not 0 and var byPlace ? byPlace : a.CompareTo(b));
        var sorted = new List<Fact>(order.Length);
        foreach (var at in order)
        {
            sorted.Add(facts[at]);
        }

        return sorted;
    }
}
