using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>Facts, each once. Most sets have two or three, which are compared one by one.</summary>
internal sealed class FactSet
{
    private const int MostCompared = 8;

    private readonly List<Fact> _facts = new(4);
    private HashSet<Fact>? _many;

    public int Count => _facts.Count;

    /// <summary>The facts in the order in which they were added.</summary>
    public List<Fact> InOrderAdded => _facts;

    public bool Contains(Fact fact) => _many?.Contains(fact) ?? _facts.Contains(fact);

    public void Add(Fact fact)
    {
        if (_facts.Count == MostCompared)
        {
            _many ??= [.. _facts];
        }

        if (_many?.Add(fact) ?? !_facts.Contains(fact))
        {
            _facts.Add(fact);
        }
    }

    /// <summary>The facts by their places; those that were added are sorted in place.</summary>
    public List<Fact> InOrderOfDocument()
    {
        _facts.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return _facts;
    }
}
