using System.Runtime.InteropServices;
using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>A join key: a small whole number, as those of sentences and blocks are, or anything else that is exactly known.</summary>
/// <param name="Small">The number, or -1.</param>
/// <param name="Other">What it is otherwise; null, with no number, where it is not exactly known.</param>
internal readonly record struct IndexKey(int Small, object? Other)
{
    /// <summary>True where no fact can certainly have it.</summary>
    public bool IsUnknown => Small < 0 && Other is null;

    /// <summary>A value as a key.</summary>
    public static IndexKey Of(Value value) => value.Number is { SmallNumber: >= 0 and var small } ? new(small, null) : new(-1, JoinKey.Exact(value));
}

/// <summary>The facts of one type by a join key, those of a key in document order.</summary>
internal sealed class FactIndex
{
    // Keys are numbered: small numbers from the least on, behind them the others. The facts of one key follow each other in the list as it is, or in an array.
    private readonly List<Fact>? _inOrder;
    private readonly Fact[] _byKey = [];
    private readonly int[] _starts;
    private readonly int _least;
    private readonly int _smalls;
    private readonly int _all;
    private readonly Dictionary<object, int>? _others;

    /// <summary>An index of facts by their keys.</summary>
    /// <param name="facts">The facts, in document order.</param>
    /// <param name="numbers">The small numbers among the keys, -1 for others; numbered anew.</param>
    /// <param name="values">All keys; empty where all that are known are small.</param>
    public FactIndex(List<Fact> facts, Span<int> numbers, ReadOnlySpan<Value> values)
    {
        var (least, largest) = (int.MaxValue, -1);
        foreach (var small in numbers)
        {
            if (small >= 0)
            {
                (least, largest) = (Math.Min(least, small), Math.Max(largest, small));
            }
        }

        (_least, _smalls) = largest < 0 ? (0, 0) : (least, largest - least + 1);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = numbers[i] >= 0 ? numbers[i] - _least
                : values.Length > 0 && JoinKey.Exact(values[i]) is { } other ? NumberOf(other, ref _others)
                : int.MaxValue;
        }

        // Those whose key is not exactly known come last.
        _all = _smalls + (_others?.Count ?? 0);
        _starts = new int[_all + 3];
        var (isInOrder, before) = (true, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Math.Min(numbers[i], _all);
            isInOrder &= numbers[i] >= before;
            before = numbers[i];
            _starts[before + 2]++;
        }

        for (var i = 3; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        if (!isInOrder)
        {
            _byKey = new Fact[numbers.Length];
        }

        // Filling moves each start to the end, which is the start of the next.
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = _starts[numbers[i] + 1]++;
            if (!isInOrder)
            {
                _byKey[at] = facts[i];
            }
        }

        _inOrder = isInOrder ? facts : null;
    }

    private int NumberOf(object key, ref Dictionary<object, int>? others)
    {
        others ??= [];
        if (!others.TryGetValue(key, out var number))
        {
            others[key] = number = _smalls + others.Count;
        }

        return number;
    }

    /// <summary>Those whose key is not exactly known.</summary>
    public ReadOnlySpan<Fact> WithoutKey => At(_all);

    /// <summary>Those with a key that is known.</summary>
    public ReadOnlySpan<Fact> With(IndexKey key)
    {
        if (key.Small < 0)
        {
            return _others is not null && _others.TryGetValue(key.Other!, out var number) ? At(number) : default;
        }

        var small = key.Small - _least;
        return (uint)small < (uint)_smalls ? At(small) : default;
    }

    private ReadOnlySpan<Fact> At(int number) =>
        (_inOrder is null ? _byKey : CollectionsMarshal.AsSpan(_inOrder))[_starts[number].._starts[number + 1]];
}

/// <summary>The indexes by a property that the rules share while they run over one document.</summary>
internal sealed class FactIndexes
{
    private readonly List<SharedIndex> _all = [];

    // Room for the keys while an index is made.
    private Value[] _values = [];
    private int[] _numbers = [];

    private sealed record SharedIndex(FactType Type, string Property, FactIndex Index);

    /// <summary>The index of a type by a property; null where none was made yet.</summary>
    public FactIndex? Find(FactType type, string property)
    {
        foreach (var shared in _all)
        {
            if (shared.Type == type && shared.Property == property)
            {
                return shared.Index;
            }
        }

        return null;
    }

    /// <summary>Makes the index of a term, which the next rule may use where its key is a property and nothing more.</summary>
    public FactIndex Make(List<Fact> facts, PlanStep step, Frame frame)
    {
        if (_numbers.Length < facts.Count)
        {
            _numbers = new int[facts.Count];
        }

        var numbers = _numbers.AsSpan(0, facts.Count);
        var index = new FactIndex(facts, numbers, AreSmall(facts, step, numbers) ? default : Keys(facts, step, frame, numbers));
        if (step.KeyProperty is { } property)
        {
            _all.Add(new(step.Type, property, index));
        }

        return index;
    }

    /// <summary>Whether all keys are small numbers or unknown, which are read as such.</summary>
    private static bool AreSmall(List<Fact> facts, PlanStep step, Span<int> numbers)
    {
        if (step.KeyNumber is not { } number)
        {
            return false;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number(facts[i]);
            if (numbers[i] >= Interval.Smalls)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<Value> Keys(List<Fact> facts, PlanStep step, Frame frame, Span<int> numbers)
    {
        if (_values.Length < numbers.Length)
        {
            _values = new Value[numbers.Length];
        }

        var key = step.Inner[0];
        for (var i = 0; i < numbers.Length; i++)
        {
            frame.Slots[step.Slot] = Value.Of(facts[i]);
            _values[i] = key(frame);
            numbers[i] = _values[i].Number?.SmallNumber ?? -1;
        }

        return _values.AsSpan(0, numbers.Length);
    }
}
