using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>One rule going over the facts of one document.</summary>
internal sealed class RuleRun
{
    private static readonly List<Value> None = new(1);

    private readonly RulePlan _plan;
    private readonly FactStore _facts;
    private readonly Frame _frame;
    private readonly Candidates?[] _candidates;
    private readonly Action<Frame> _found;

    public RuleRun(RulePlan plan, FactStore facts, Frame frame, Action<Frame> found)
    {
        (_plan, _facts, _frame, _found) = (plan, facts, frame, found);
        _candidates = new Candidates?[plan.Steps.Count];
    }

    /// <summary>Calls back for every way in which the terms hold, in document order of the first term, then of the second, and so on.</summary>
    public void Run() => Run(0);

    private void Run(int index)
    {
        if (index == _plan.Steps.Count)
        {
            _found(_frame);
            return;
        }

        var step = _plan.Steps[index];
        if (step.Term is NotTerm)
        {
            if (!MayHold(step, index))
            {
                Run(index + 1);
            }

            return;
        }

        if (!AllTrue(step.Guards))
        {
            return;
        }

        var slot = step.Term.Slot;
        foreach (var value in Matching(step, index))
        {
            _frame.Spend(1);
            if (step.Term is GroupTerm)
            {
                if (Members(step, value) is { } members)
                {
                    _frame.Slots[slot] = members;
                    Run(index + 1);
                }

                continue;
            }

            _frame.Slots[slot] = value;
            if (AllTrue(step.Rest))
            {
                Run(index + 1);
            }
        }
    }

    /// <summary>The facts, or lists of facts, that the filter and the join key leave over.</summary>
    private List<Value> Matching(PlanStep step, int index)
    {
        var candidates = _candidates[index] ??= Collect(step);
        if (step.Outer.Length == 0)
        {
            return candidates.All;
        }

        _frame.Spend(1);
        return JoinKey.Exact(step.Outer, _frame) is { } key && candidates.ByKey.TryGetValue(key, out var found) ? found : None;
    }

    /// <summary>The members of a group that also fulfil what depends on earlier variables; null where there are none.</summary>
    private Value? Members(PlanStep step, Value group)
    {
        if (step.Rest.Length == 0)
        {
            return group;
        }

        var kept = new List<Value>(4);
        foreach (var member in group.List!)
        {
            _frame.Slots[step.Term.Slot] = member;
            if (AllTrue(step.Rest))
            {
                kept.Add(member);
            }
        }

        return kept.Count > 0 ? Value.Of(kept.ToArray()) : null;
    }

    /// <summary>Whether for some fact all conditions of a <c>not</c> are possibly true.</summary>
    private bool MayHold(PlanStep step, int index)
    {
        if (!NoneFalse(step.Guards))
        {
            return false;
        }

        var candidates = _candidates[index] ??= Collect(step);
        if (step.Outer.Length == 0)
        {
            return AnyMayHold(step, candidates.All);
        }

        _frame.Spend(1);
        if (JoinKey.Exact(step.Outer, _frame) is not { } key)
        {
            return AnyMayHold(step, candidates.All);
        }

        return (candidates.ByKey.TryGetValue(key, out var found) && AnyMayHold(step, found)) || AnyMayHold(step, candidates.WithoutKey);
    }

    private bool AnyMayHold(PlanStep step, List<Value> values)
    {
        foreach (var value in values)
        {
            _frame.Spend(1);
            _frame.Slots[step.Term.Slot] = value;
            if (NoneFalse(step.Rest))
            {
                return true;
            }
        }

        return false;
    }

    private Candidates Collect(PlanStep step)
    {
        var candidates = new Candidates();
        var slot = step.Term.Slot;
        var groups = step.Term is GroupTerm ? new Groups() : null;
        foreach (var fact in _facts.OfType(step.Term.Type))
        {
            _frame.Spend(1);
            var value = _frame.Slots[slot] = Value.Of(fact);
            if (step.Term is NotTerm ? !NoneFalse(step.Local) : !AllTrue(step.Local))
            {
                continue;
            }

            var join = step.Inner.Length == 0 ? Groups.NoJoin : JoinKey.Exact(step.Inner, _frame);
            if (groups is not null)
            {
                if (join is not null && JoinKey.Exact(step.Keys, _frame) is { } key)
                {
                    groups.Add(join, key, value);
                }
            }
            else
            {
                candidates.Add(step.Inner.Length == 0 ? null : join, value, step.Inner.Length > 0);
            }
        }

        groups?.MoveTo(candidates, step.Inner.Length > 0);
        return candidates;
    }

    private bool AllTrue(Evaluate[] conditions)
    {
        foreach (var condition in conditions)
        {
            _frame.Spend(1);
            if (condition(_frame).Truth != true)
            {
                return false;
            }
        }

        return true;
    }

    private bool NoneFalse(Evaluate[] conditions)
    {
        foreach (var condition in conditions)
        {
            _frame.Spend(1);
            if (condition(_frame).Truth == false)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The facts of one term that passed its own conditions, by join key.</summary>
    private sealed class Candidates
    {
        public List<Value> All { get; } = new(4);

        public Dictionary<object, List<Value>> ByKey { get; } = [];

        /// <summary>Those whose key is not exactly known.</summary>
        public List<Value> WithoutKey { get; } = new(1);

        public void Add(object? key, Value value, bool hasKey)
        {
            All.Add(value);
            if (!hasKey)
            {
                return;
            }

            if (key is null)
            {
                WithoutKey.Add(value);
                return;
            }

            if (!ByKey.TryGetValue(key, out var list))
            {
                ByKey[key] = list = new(2);
            }

            list.Add(value);
        }
    }

    /// <summary>Groups in the order of their first facts.</summary>
    private sealed class Groups
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

        public void MoveTo(Candidates candidates, bool hasJoin)
        {
            foreach (var (join, members) in _inOrder)
            {
                candidates.Add(join, Value.Of(members.ToArray()), hasJoin);
            }
        }
    }
}
