using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>Gathers the numbers that some facts consist of. Used again for the next facts.</summary>
internal sealed class Operands
{
    private const int MaximumDepth = 3;

    private const int MostInserted = 32;

    private Fact[] _numbers = new Fact[16];
    private int _count;

    /// <summary>Adds the fact itself where it is a number, and the numbers among the facts that its properties name.</summary>
    public void Add(Fact fact) => Add(fact, MaximumDepth);

    /// <summary>Makes room for those of other facts.</summary>
    public void Clear() => _count = 0;

    /// <summary>The numbers by their places, each once.</summary>
    public Fact[] Numbers()
    {
        Distinguish();
        return _count == 0 ? [] : _numbers.AsSpan(0, _count).ToArray();
    }

    /// <summary>Puts the numbers in order and keeps each once.</summary>
    private void Distinguish()
    {
        Sort();
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (!IsKept(_numbers[i], kept))
            {
                _numbers[kept++] = _numbers[i];
            }
        }

        _count = kept;
    }

    /// <summary>Many facts may name the same numbers: there is more room only for others.</summary>
    private void MakeRoom()
    {
        Distinguish();
        if (_count > _numbers.Length / 2)
        {
            Array.Resize(ref _numbers, 2 * _numbers.Length);
        }
    }

    private void Add(Fact fact, int depth)
    {
        if (fact is NumericFact)
        {
            if (_count == _numbers.Length)
            {
                MakeRoom();
            }

            _numbers[_count++] = fact;
            return;
        }

        if (depth == 0)
        {
            return;
        }

        foreach (var property in fact.Type.Parts)
        {
            Add(property.Get(fact), depth - 1);
        }
    }

    /// <summary>Adds the numbers of a fact, or of all facts of a list.</summary>
    public void Add(Value value) => Add(value, MaximumDepth);

    private void Add(Value value, int depth)
    {
        if (value.Fact is { } fact)
        {
            Add(fact, depth);
        }
        else if (value.List is { } list)
        {
            for (var i = 0; i < list.Length; i++)
            {
                if (list[i].Fact is { } element)
                {
                    Add(element, depth);
                }
            }
        }
    }

    /// <summary>Whether a number is among those at its place that are kept already.</summary>
    private bool IsKept(Fact number, int kept)
    {
        for (var i = kept - 1; i >= 0 && _numbers[i].Span == number.Span; i--)
        {
            if (_numbers[i] == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Few numbers are nearly in order: those of a list, and the whole.</summary>
    private void Sort()
    {
        if (_count > MostInserted)
        {
            Array.Sort(_numbers, 0, _count, ByPlace.Only);
            return;
        }

        for (var i = 1; i < _count; i++)
        {
            var (number, at) = (_numbers[i], i);
            for (; at > 0 && _numbers[at - 1].Span > number.Span; at--)
            {
                _numbers[at] = _numbers[at - 1];
            }

            _numbers[at] = number;
        }
    }

    private sealed class ByPlace : IComparer<Fact>
    {
        public static readonly ByPlace Only = new();

        public int Compare(Fact? x, Fact? y) => x!.Span.CompareTo(y!.Span);
    }
}
