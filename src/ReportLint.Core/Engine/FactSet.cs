using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>Facts, each once. Most sets have two or three, which are compared one by one.</summary>
internal sealed class FactSet
{
    private const int MostCompared = 8;

    private Fact[] _facts = new Fact[4];
    private int _count;
    private HashSet<Fact>? _many;

    public int Count => _count;

    public bool Contains(Fact fact) => _count > MostCompared ? _many!.Contains(fact) : IsAmongFew(fact);

    public void Add(Fact fact)
    {
        if (_count < MostCompared ? IsAmongFew(fact) : !AddToMany(fact))
        {
            return;
        }

        if (_count == _facts.Length)
        {
            Array.Resize(ref _facts, 2 * _count);
        }

        _facts[_count++] = fact;
    }

    /// <summary>Makes room for other facts.</summary>
    public void Clear()
    {
        // The table is filled when a further fact is asked for, which may be one of the few after all.
        if (_count >= MostCompared)
        {
            _many?.Clear();
        }

        _count = 0;
    }

    /// <summary>The facts in the order in which they were added.</summary>
    public Fact[] InOrderAdded() => _count == 0 ? [] : _facts.AsSpan(0, _count).ToArray();

    private bool IsAmongFew(Fact fact)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_facts[i] == fact)
            {
                return true;
            }
        }

        return false;
    }

    private bool AddToMany(Fact fact)
    {
        if (_count == MostCompared)
        {
            _many ??= new(2 * MostCompared);
            for (var i = 0; i < _count; i++)
            {
                _many.Add(_facts[i]);
            }
        }

        return _many!.Add(fact);
    }
}
