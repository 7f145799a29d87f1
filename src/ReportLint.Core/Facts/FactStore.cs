namespace ReportLint.Core.Facts;

/// <summary>The facts of one document by type, each list in document order once <see cref="Seal"/> was called. Not thread-safe while filled.</summary>
public sealed class FactStore
{
    private readonly Dictionary<FactType, List<Fact>> _byType = [];

    /// <summary>Number of facts.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fact.</summary>
    public void Add(Fact fact)
    {
        if (!_byType.TryGetValue(fact.Type, out var list))
        {
            _byType[fact.Type] = list = [];
        }

        list.Add(fact);
        _numbers = null;
        Count++;
    }

    private IReadOnlyList<Fact>? _numbers;

    /// <summary>The facts of a type in document order; of all types of numbers for <c>Number</c>; empty where there are none.</summary>
    public IReadOnlyList<Fact> OfType(FactType type) =>
        _byType.TryGetValue(type, out var list) ? list
        : type == NumericFact.DurationType ? [.. OfType(Quantity.FactType).Where(static f => NumericFact.Fits(f, NumericFact.DurationType))]
        : type == NumericFact.NumberType ? _numbers ??= Sorted(NumericFact.Includes(type).SelectMany(OfType))
        : [];

    /// <summary>All types that have facts, by name.</summary>
    public IEnumerable<FactType> Types => _byType.Keys.OrderBy(static t => t.Name, StringComparer.Ordinal);

    /// <summary>Sorts every list by place in the file; facts at one place stay in the order in which they were added.</summary>
    public void Seal()
    {
        foreach (var type in _byType.Keys.ToArray())
        {
            _byType[type] = Sorted(_byType[type]);
        }

        _numbers = null;
    }

    private static List<Fact> Sorted(IEnumerable<Fact> facts) => [.. facts.OrderBy(static f => f.Span.Start).ThenBy(static f => f.Span.Length)];
}
