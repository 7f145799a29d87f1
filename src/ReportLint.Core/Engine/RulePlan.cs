using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>A case of a rule as a plan: for each term, what filters its facts, what finds them by hash, and what remains to be tested.</summary>
internal sealed class RulePlan
{
    public RulePlan(RuleLogic logic)
    {
        Logic = logic;
        Steps = [.. logic.Terms.Select(static term => new PlanStep(term))];
    }

    public RuleLogic Logic { get; }

    public IReadOnlyList<PlanStep> Steps { get; }
}

/// <summary>One term of a plan.</summary>
internal sealed class PlanStep
{
    public PlanStep(MatchTerm term)
    {
        Term = term;
        var own = 1UL << term.Slot;
        List<Evaluate> guards = [], local = [], inner = [], outer = [], rest = [];
        foreach (var condition in term.Conditions)
        {
            if ((condition.Slots & own) == 0)
            {
                guards.Add(condition.Evaluate);
            }
            else if (condition.Slots == own)
            {
                local.Add(condition.Evaluate);
            }
            else if (JoinKey.Of(condition, term.Slot) is { } key)
            {
                inner.Add(key.Inner);
                outer.Add(key.Outer);
                if (term is NotTerm)
                {
                    // A fact whose key is not exactly known must be tested.
                    rest.Add(condition.Evaluate);
                }
            }
            else
            {
                rest.Add(condition.Evaluate);
            }
        }

        (Guards, Local, Inner, Outer, Rest) = ([.. guards], [.. local], [.. inner], [.. outer], [.. rest]);
        Keys = term is GroupTerm group ? [.. group.Keys.Select(static k => k.Evaluate)] : [];
    }

    public MatchTerm Term { get; }

    /// <summary>Conditions on earlier variables alone.</summary>
    public Evaluate[] Guards { get; }

    /// <summary>Conditions on the term's own variable alone.</summary>
    public Evaluate[] Local { get; }

    /// <summary>The own side of each join key.</summary>
    public Evaluate[] Inner { get; }

    /// <summary>The earlier side of each join key.</summary>
    public Evaluate[] Outer { get; }

    /// <summary>Conditions to be tested for each pair.</summary>
    public Evaluate[] Rest { get; }

    /// <summary>What groups facts; for a group only.</summary>
    public Evaluate[] Keys { get; }
}
