namespace ReportLint.Core.Facts;

/// <summary>The facts of one document by type, each list in document order once <see cref="Seal"/> was called. Not thread-safe while filled.</summary>
public sealed class FactStore
{
    private readonly Dictionary<FactType, FactList> _byType = [];

    /// <summary>Facts of one type.</summary>
    private sealed class FactList
    {
        public List<Fact> Facts { get; } = [];

        private Text.TextSpan _last;
        private bool _isUnsorted;

        public bool IsSorted => !_isUnsorted;

        public void Add(Fact fact)
        {
            var span = fact.Span;
            _isUnsorted |= span < _last;
            _last = span;
            Facts.Add(fact);
        }

        public void Sort()
        {
            if (_isUnsorted)
            {
                Order(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Facts));
                _isUnsorted = false;
            }
        }
    }

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
            _byType[fact.Type] = list = new();
        }

        list.Add(fact);
        if (fact is NumericFact)
        {
            _numbers = null;
            _fitting.Clear();
        }

        Count++;
    }

    private List<Fact>? _numbers;

    // For each type of quantities that was asked for, the facts that fit it.
    private readonly List<KeyValuePair<FactType, List<Fact>>> _fitting = new(4);

    private List<Fact> OfQuantities(FactType type)
    {
        foreach (var (known, facts) in _fitting)
        {
            if (known == type)
            {
                return facts;
            }
        }

        var fitting = Fitting(type);
        _fitting.Add(new(type, fitting));
        return fitting;
    }

    /// <summary>The facts of a type in document order; of all types of numbers for <c>Number</c>; empty where there are none.</summary>
    public IReadOnlyList<Fact> OfType(FactType type) => ListOfType(type);

    /// <summary>The same as <see cref="OfType"/>; not to be written to.</summary>
    internal List<Fact> ListOfType(FactType type) =>
        _byType.TryGetValue(type, out var list) ? list.Facts
        : NumericFact.IsOfQuantities(type) ? OfQuantities(type)
        : type == NumericFact.NumberType ? _numbers ??= Numbers()
        : None;

    private static readonly List<Fact> None = [];

    /// <summary>The same as <see cref="OfType"/>; not to be kept while facts are added.</summary>
    internal ReadOnlySpan<Fact> SpanOfType(FactType type) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ListOfType(type));

    /// <summary>All numbers in document order; of those at one place quantities come first.</summary>
    private List<Fact> Numbers()
    {
        var lists = new List<Fact>[NumericFact.Includes(NumericFact.NumberType).Length];
        var (count, all) = (0, 0);
        foreach (var included in NumericFact.Includes(NumericFact.NumberType))
        {
            if (!_byType.TryGetValue(included, out var list))
            {
                continue;
            }

            if (!list.IsSorted)
            {
                return Sorted(Fitting(NumericFact.NumberType));
            }

            (lists[count++], all) = (list.Facts, all + list.Facts.Count);
        }

        return count == 0 ? [] : count == 1 ? lists[0] : Merge(lists.AsSpan(0, count), all);
    }

    /// <summary>Lists in order as one; of facts at one place those of the first list come first.</summary>
    private static List<Fact> Merge(ReadOnlySpan<List<Fact>> lists, int all)
    {
        Span<int> at = stackalloc int[lists.Length];
        Span<long> places = stackalloc long[lists.Length];
        at.Clear();
        for (var i = 0; i < lists.Length; i++)
        {
            places[i] = PlaceOf(lists[i][0]);
        }

        var merged = new List<Fact>(all);
        while (merged.Count < all)
        {
            var least = 0;
            for (var i = 1; i < places.Length; i++)
            {
                least = places[i] < places[least] ? i : least;
            }

            var list = lists[least];
            merged.Add(list[at[least]++]);
            places[least] = at[least] < list.Count ? PlaceOf(list[at[least]]) : long.MaxValue;
        }

        return merged;
    }

    private List<Fact> Fitting(FactType type)
    {
        var most = 0;
        foreach (var included in NumericFact.Includes(type))
        {
            most += type == NumericFact.NumberType && _byType.TryGetValue(included, out var list) ? list.Facts.Count : 0;
        }

        var fitting = new List<Fact>(Math.Max(4, most));
        foreach (var included in NumericFact.Includes(type))
        {
            if (!_byType.TryGetValue(included, out var list))
            {
                continue;
            }

            foreach (var fact in list.Facts)
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
        foreach (var list in _byType.Values)
        {
            list.Sort();
        }

        // All numbers are in order at any time.
        _fitting.Clear();
    }

    /// <summary>The list, put in order where it is not; facts of one place keep their order.</summary>
    private static List<Fact> Sorted(List<Fact> facts)
    {
        var before = default(Text.TextSpan);
        for (var i = 0; i < facts.Count; i++)
        {
            var span = facts[i].Span;
            if (span < before)
            {
                Order(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(facts));
                return facts;
            }

            before = span;
        }

        return facts;
    }

    /// <summary>Merges runs that are in order, pair by pair: what several extractors added one after the other is a few long ones.</summary>
    private static void Order(Span<Fact> facts)
    {
        var runs = new List<int>(8);
        var before = 0L;
        for (var i = 0; i < facts.Length; i++)
        {
            var place = PlaceOf(facts[i]);
            if (place < before)
            {
                runs.Add(i);
            }

            before = place;
        }

        runs.Add(facts.Length);
        Fact[] aside = [];
        while (runs.Count > 1)
        {
            var (start, kept) = (0, 0);
            for (var run = 0; run < runs.Count; run += 2)
            {
                var (middle, end) = (runs[run], run + 1 < runs.Count ? runs[run + 1] : runs[run]);
                if (middle < end)
                {
                    Merge(facts[start..end], middle - start, ref aside);
                }

                runs[kept++] = start = end;
            }

            runs.RemoveRange(kept, runs.Count - kept);
        }
    }

    /// <summary>Merges two runs that follow each other; of facts at one place those of the first come first.</summary>
    private static void Merge(Span<Fact> facts, int middle, ref Fact[] aside)
    {
        var next = PlaceOf(facts[middle]);
        var at = 0;
        while (at < middle && PlaceOf(facts[at]) <= next)
        {
            at++;
        }

        // Those of the first run that move are put aside, so that there is room.
        var count = middle - at;
        if (aside.Length < count)
        {
            aside = new Fact[count];
        }

        facts[at..middle].CopyTo(aside);
        var second = middle;
        for (var first = 0; first < count; at++)
        {
            if (second == facts.Length || PlaceOf(aside[first]) <= next)
            {
                facts[at] = aside[first++];
                continue;
            }

            facts[at] = facts[second++];
            next = second < facts.Length ? PlaceOf(facts[second]) : long.MaxValue;
        }
    }

    private static long PlaceOf(Fact fact)
    {
        var span = fact.Span;
        return ((long)span.Start << 32) + span.Length;
    }
}
