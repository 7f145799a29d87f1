using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>The facts of one term that passed its own conditions; groups by join key, too.</summary>
internal sealed class Candidates(List<Value> all)
{
    /// <summary>All of them, in order.</summary>
    public List<Value> All => all;

    /// <summary>The groups by the join key.</summary>
    public Dictionary<object, List<Value>> ByKey => field ??= [];

    /// <summary>Adds a group with its join key.</summary>
    public void Add(object key, Value group)
    {
        if (!ByKey.TryGetValue(key, out var list))
        {
            ByKey[key] = list = new(2);
        }

        list.Add(group);
    }
}

/// <summary>Groups in the order of their first facts.</summary>
internal sealed class FactGroups
{
    public static readonly object NoJoin = new();

    private readonly Dictionary<(object Join, object Key), List<Value>> _byKey = [];
    private readonly List<(object Join, List<Value> Members)> _inOrder = [];

    public void Add(object join, object key, Value value)
    {
        if (!_byKey.TryGetValue((join, key), out var members))
        {
            _byKey[(join, key)] = members = new(2);
            _inOrder.Add((join, members));
        }

        members.Add(value);
    }

    public Candidates ToCandidates(bool hasJoin)
    {
        var candidates = new Candidates(new(_inOrder.Count));
        foreach (var (join, members) in _inOrder)
        {
            var group = Value.Of(members.ToArray());
            candidates.All.Add(group);
            if (hasJoin)
            {
                candidates.Add(join, group);
            }
        }

        return candidates;
    }
}
