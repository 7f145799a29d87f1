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
    // Those with a small number, by number; where those of a number begin.
    private readonly Fact[] _bySmall;
    private readonly int[] _starts;
    private readonly Dictionary<object, List<Fact>>? _byOther;

    /// <summary>An index of facts and their keys.</summary>
    public FactIndex(ReadOnlySpan<Fact> facts, IndexKey[] keys)
    {
        var largest = -1;
        foreach (var key in keys)
        {
            largest = Math.Max(largest, key.Small);
        }

        _starts = new int[largest + 3];
        foreach (var key in keys)
        {
            _starts[key.Small + 2] += key.Small >= 0 ? 1 : 0;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        // Filling moves each start to the end, which is the start of the next.
        _bySmall = new Fact[_starts[^1]];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Small >= 0)
            {
                _bySmall[_starts[keys[i].Small + 1]++] = facts[i];
            }
            else if (keys[i].Other is { } other)
            {
                _byOther ??= [];
                if (!_byOther.TryGetValue(other, out var list))
                {
                    _byOther[other] = list = new(2);
                }

                list.Add(facts[i]);
            }
            else
            {
                WithoutKey.Add(facts[i]);
            }
        }
    }

    /// <summary>Those whose key is not exactly known.</summary>
    public List<Fact> WithoutKey { get; } = new(1);

    /// <summary>Those with a key that is known.</summary>
    public ReadOnlySpan<Fact> With(IndexKey key) =>
        key.Small >= 0 ? key.Small + 1 < _starts.Length ? _bySmall.AsSpan(_starts[key.Small].._starts[key.Small + 1]) : default
        : _byOther is not null && _byOther.TryGetValue(key.Other!, out var facts) ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(facts)
        : default;
}

/// <summary>The indexes by a property that the rules share while they run over one document.</summary>
internal sealed class FactIndexes
{
    private readonly List<SharedIndex> _all = [];

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

    /// <summary>Takes the index that the next rule may use.</summary>
    public void Add(FactType type, string property, FactIndex index) => _all.Add(new(type, property, index));
}
