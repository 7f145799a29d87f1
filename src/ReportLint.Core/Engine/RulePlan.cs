using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>A case of a rule as a plan: for each term, what filters its facts, what finds them by hash, and what remains to be tested.</summary>
internal sealed class RulePlan
{
    public RulePlan(RuleLogic logic)
    {
        Logic = logic;
        Steps = new PlanStep[logic.Terms.Count];
        for (var i = 0; i < Steps.Length; i++)
        {
            Steps[i] = new(logic.Terms[i]);
        }
    }

    public RuleLogic Logic { get; }

    public PlanStep[] Steps { get; }
}

/// <summary>One term of a plan.</summary>
internal sealed class PlanStep
{
    public PlanStep(MatchTerm term)
    {
        (Slot, Type, IsNot, IsGroup) = (term.Slot, term.Type, term is NotTerm, term is GroupTerm);
        var own = 1UL << term.Slot;
        List<Evaluate> guards = [], local = [], inner = [], outer = [], rest = [];
        List<JoinKey> keys = [];
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
                keys.Add(key);
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

        // The first key finds facts by an index that terms of other rules may share; a number parts them best.
        var first = keys.FindIndex(static k => k is { Property: not null, IsNumber: true }) is >= 0 and var number ? number : keys.FindIndex(static k => k.Property is not null);
        if (first > 0)
        {
            (keys[0], keys[first]) = (keys[first], keys[0]);
        }

        foreach (var key in keys)
        {
            inner.Add(key.Inner);
            outer.Add(key.Outer);
        }

        (Guards, Local, Inner, Outer, Rest) = ([.. guards], [.. local], [.. inner], [.. outer], [.. rest]);
        KeyProperty = keys.Count > 0 ? keys[0].Property : null;
        KeyNumber = KeyProperty is null ? null : term.Type.Find(KeyProperty)?.Whole;
        FurtherInner = keys.Count > 1 ? [.. inner[1..]] : [];
        FurtherOuter = keys.Count > 1 ? [.. outer[1..]] : [];
        Keys = term is GroupTerm group ? [.. group.Keys.Select(static k => k.Evaluate)] : [];
    }

    /// <summary>The place of the term's variable.</summary>
    public int Slot { get; }

    /// <summary>The type that it goes over.</summary>
    public FactType Type { get; }

    /// <summary>True for a <c>not</c>.</summary>
    public bool IsNot { get; }

    /// <summary>True for a group.</summary>
    public bool IsGroup { get; }

    /// <summary>Conditions on earlier variables alone.</summary>
    public Evaluate[] Guards { get; }

    /// <summary>Conditions on the term's own variable alone.</summary>
    public Evaluate[] Local { get; }

    /// <summary>The own side of each join key.</summary>
    public Evaluate[] Inner { get; }

    /// <summary>The property that is the own side of the first join key and nothing more, or null: terms of other rules may share its index.</summary>
    public string? KeyProperty { get; }

    /// <summary>Reads that property where it is a whole number; null where it is none.</summary>
    public Func<Fact, int>? KeyNumber { get; }

    /// <summary>The own sides of the join keys behind the first.</summary>
    public Evaluate[] FurtherInner { get; }

    /// <summary>The earlier sides of the join keys behind the first.</summary>
    public Evaluate[] FurtherOuter { get; }

    /// <summary>The earlier side of each join key.</summary>
    public Evaluate[] Outer { get; }

    /// <summary>Conditions to be tested for each pair.</summary>
    public Evaluate[] Rest { get; }

    /// <summary>What groups facts; for a group only.</summary>
    public Evaluate[] Keys { get; }
}
