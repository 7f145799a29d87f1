using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>
/// One way in which a rule may hold. Its expressions are compiled when a document first has facts of all types that it goes over: most
/// documents have those of a few rules only. Thread-safe.
/// </summary>
internal sealed class RuleCase
{
    private readonly Lazy<RuleLogic> _logic;

    /// <summary>One that is compiled.</summary>
    public RuleCase(RuleLogic logic)
        : this(NeedsOf(logic), () => logic)
    {
    }

    /// <summary>One that is compiled when it is asked for.</summary>
    public RuleCase(IReadOnlyList<FactType> needs, Func<RuleLogic> compile) => (Needs, _logic) = (needs, new(compile));

    /// <summary>The types without facts of which it holds nowhere: those of its terms that are no <c>not</c>.</summary>
    public IReadOnlyList<FactType> Needs { get; }

    /// <summary>The compiled parts.</summary>
    public RuleLogic Logic => _logic.Value;

    private static List<FactType> NeedsOf(RuleLogic logic)
    {
        var needs = new List<FactType>(logic.Terms.Count);
        foreach (var term in logic.Terms)
        {
            if (term is not NotTerm && !needs.Contains(term.Type))
            {
                needs.Add(term.Type);
            }
        }

        return needs;
    }
}

/// <summary>The compiled parts of a rule.</summary>
internal sealed record RuleLogic
{
    public required IReadOnlyList<MatchTerm> Terms { get; init; }

    /// <summary>Number of variables, those inside <c>not</c> included.</summary>
    public required int SlotCount { get; init; }

    public required Evaluate Condition { get; init; }

    /// <summary>The truth value of <see cref="Condition"/> that is a finding: false for <c>require</c>, true for <c>report when</c>.</summary>
    public required bool ReportsOn { get; init; }

    public required MessageTemplate Message { get; init; }

    public required Evaluate At { get; init; }

    public required IReadOnlyList<Evaluate> Related { get; init; }

    public required IReadOnlyList<FixTemplate> Fixes { get; init; }

    /// <summary>True where a number that passes <see cref="Condition"/> counts as checked.</summary>
    public bool Verifies { get; init; }
}
