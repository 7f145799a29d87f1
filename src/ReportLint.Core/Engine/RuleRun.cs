using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>One rule after the other going over the facts of one document.</summary>
internal sealed class RuleRun(FactStore facts, Judge judge)
{
    private readonly FactIndexes _indexes = new();
    private readonly Shares _shares = new();

    // What is known of the terms of the rule at hand.
    private RulePlan _plan = null!;
    private Candidates?[] _candidates = [];
    private KeyedCandidates?[] _keyed = [];

    /// <summary>The variables.</summary>
    public Frame Frame { get; } = new(8, 0);

    /// <summary>Has the judge decide for every way in which the terms hold, in document order of the first term, then of the second, and so on.</summary>
    public void Run(RulePlan plan)
    {
        _plan = plan;
        if (_candidates.Length < plan.Steps.Length)
        {
            (_candidates, _keyed) = (new Candidates?[plan.Steps.Length + 4], new KeyedCandidates?[plan.Steps.Length + 4]);
        }
        else
        {
            Array.Clear(_candidates);
            Array.Clear(_keyed);
        }

        _shares.Clear();
        Frame.Hold(plan.Logic.SlotCount);
        Run(0);
    }

    private void Run(int index)
    {
        if (index == _plan.Steps.Length)
        {
            judge.Decide(Frame);
            return;
        }

        var step = _plan.Steps[index];
        if (step.IsNot)
        {
            if (!MayHold(step, index))
            {
                Run(index + 1);
            }
        }
        else if (AllTrue(step.Guards))
        {
            if (step.IsGroup)
            {
                RunGroups(step, index);
            }
            else if (index == 0)
            {
                RunFirst(step);
            }
            else
            {
                RunMatching(step, index);
            }
        }
    }

    /// <summary>The facts of the first term are needed once, in their order.</summary>
    private void RunFirst(PlanStep step)
    {
        foreach (var fact in facts.SpanOfType(step.Type))
        {
            Frame.Spend(1);
            Frame.Slots[step.Slot] = Value.Of(fact);
            if (AllTrue(step.Local))
            {
                Frame.Spend(1);
                Run(1);
            }
        }
    }

    private void RunMatching(PlanStep step, int index)
    {
        foreach (var value in Matching(step, index))
        {
            Frame.Spend(1);
            Frame.Slots[step.Slot] = value;
            if (AllTrue(step.Rest))
            {
                Run(index + 1);
            }
        }
    }

    private void RunGroups(PlanStep step, int index)
    {
        foreach (var group in Groups(step, index))
        {
            Frame.Spend(1);
            if (Members(step, group) is { } members)
            {
                Frame.Slots[step.Slot] = members;
                Run(index + 1);
            }
        }
    }

    /// <summary>The facts that the filter and the join key leave over.</summary>
    private List<Value> Matching(PlanStep step, int index)
    {
        if (step.Outer.Length == 0)
        {
            return (_candidates[index] ??= Collect(step)).All;
        }

        Frame.Spend(1);
        var key = IndexKey.Of(step.Outer[0](Frame));
        return key.IsUnknown ? Share.None : Keyed(step, index).Matching(key);
    }

    private List<Value> Groups(PlanStep step, int index)
    {
        if (step.Outer.Length == 0)
        {
            return (_candidates[index] ??= Collect(step)).All;
        }

        Frame.Spend(1);
        return JoinKey.Exact(step.Outer, Frame) is { } joined && (_candidates[index] ??= Collect(step)).ByKey.TryGetValue(joined, out var found) ? found : Share.None;
    }

    private KeyedCandidates Keyed(PlanStep step, int index) => _keyed[index] ??= new(this, step, IndexOf(step));

    /// <summary>The facts of a term by its join key, whatever else it asks of them. One that another rule made counts as much as one made anew: the work of a rule is its own.</summary>
    private FactIndex IndexOf(PlanStep step)
    {
        var all = facts.ListOfType(step.Type);
        Frame.Spend(all.Count);
        return (step.KeyProperty is { } shared ? _indexes.Find(step.Type, shared) : null) ?? _indexes.Make(all, step, Frame);
    }

    /// <summary>The facts that pass the conditions on the term's own variable.</summary>
    private Share Passing(PlanStep step, ReadOnlySpan<Fact> tried)
    {
        var share = _shares.Take();
        foreach (var fact in tried)
        {
            Frame.Spend(1);
            var value = Frame.Slots[step.Slot] = Value.Of(fact);
            if (step.IsNot ? NoneFalse(step.Local) : AllTrue(step.Local))
            {
                share.All.Add(value);
            }
        }

        return share;
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
            Frame.Slots[step.Slot] = member;
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

        if (step.Outer.Length == 0)
        {
            return AnyMayHold(step, (_candidates[index] ??= Collect(step)).All);
        }

        Frame.Spend(1);
        var keyed = Keyed(step, index);
        var key = IndexKey.Of(step.Outer[0](Frame));
        return key.IsUnknown ? AnyMayHold(step, keyed.All) : keyed.AnyMayHold(key) || AnyMayHold(step, keyed.WithoutKey);
    }

    private bool AnyMayHold(PlanStep step, List<Value> values)
    {
        foreach (var value in values)
        {
            Frame.Spend(1);
            Frame.Slots[step.Slot] = value;
            if (NoneFalse(step.Rest))
            {
                return true;
            }
        }

        return false;
    }

    private Candidates Collect(PlanStep step)
    {
        var passing = Passing(step, facts.SpanOfType(step.Type)).All;
        if (!step.IsGroup)
        {
            return new(passing);
        }

        var groups = new FactGroups();
        foreach (var value in passing)
        {
            Frame.Slots[step.Slot] = value;
            var join = step.Inner.Length == 0 ? FactGroups.NoJoin : JoinKey.Exact(step.Inner, Frame);
            if (join is not null && JoinKey.Exact(step.Keys, Frame) is { } key)
            {
                groups.Add(join, key, value);
            }
        }

        return groups.ToCandidates(step.Inner.Length > 0);
    }

    private bool AllTrue(Evaluate[] conditions)
    {
        foreach (var condition in conditions)
        {
            Frame.Spend(1);
            if (!condition(Frame).IsTrue)
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
            Frame.Spend(1);
            if (condition(Frame).IsFalse)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The facts of one term by its first join key. Of each key those that pass the term's own conditions are found when it is first asked for: most never are.</summary>
    private sealed class KeyedCandidates(RuleRun run, PlanStep step, FactIndex index)
    {
        private readonly Dictionary<int, Share> _bySmall = [];
        private Dictionary<object, Share>? _byOther;
        private readonly Value[] _further = step.FurtherOuter.Length == 0 ? [] : new Value[step.FurtherOuter.Length];
        private Share? _all;
        private Share? _withoutKey;

        // The key asked for last: facts come in rows of one sentence or block.
        private Share _last = Share.Empty;
        private int _lastSmall = -1;

        public List<Value> All => (_all ??= run.Passing(step, run.FactsOf(step))).All;

        /// <summary>Those whose first key is not exactly known.</summary>
        public List<Value> WithoutKey => index.WithoutKey.Length == 0 ? Share.None : (_withoutKey ??= run.Passing(step, index.WithoutKey)).All;

        /// <summary>Those with the first key and all further ones; none where one of them is not exactly known.</summary>
        public List<Value> Matching(IndexKey key)
        {
            var share = With(key);
            return step.FurtherOuter.Length == 0 || share.All.Count == 0 ? share.All
                : JoinKey.Exact(step.FurtherOuter, run.Frame) is { } further ? share.With(further, run, step)
                : Share.None;
        }

        /// <summary>Whether for one with the first key all conditions are possibly true.</summary>
        public bool AnyMayHold(IndexKey key)
        {
            var share = With(key);
            if (share.All.Count <= MostCompared)
            {
                return share.All.Count != 0 && (step.FurtherOuter.Length == 0 ? run.AnyMayHold(step, share.All) : AnyMayHold(share.All));
            }

            return step.FurtherOuter.Length == 0 || JoinKey.Exact(step.FurtherOuter, run.Frame) is not { } further ? run.AnyMayHold(step, share.All)
                : run.AnyMayHold(step, share.With(further, run, step)) || run.AnyMayHold(step, share.WithoutFurther);
        }

        /// <summary>The few facts of a sentence or a block are not worth a table by their further keys.</summary>
        private const int MostCompared = 16;

        private bool AnyMayHold(List<Value> values)
        {
            for (var i = 0; i < _further.Length; i++)
            {
                _further[i] = step.FurtherOuter[i](run.Frame);
            }

            foreach (var value in values)
            {
                run.Frame.Slots[step.Slot] = value;
                if (MayHaveFurther())
                {
                    run.Frame.Spend(1);
                    if (run.NoneFalse(step.Rest))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private bool MayHaveFurther()
        {
            for (var i = 0; i < _further.Length; i++)
            {
                if (Operators.AreEqual(step.FurtherInner[i](run.Frame), _further[i]) == false)
                {
                    return false;
                }
            }

            return true;
        }

        private Share With(IndexKey key)
        {
            if (key.Other is { } other)
            {
                _byOther ??= [];
                return _byOther.TryGetValue(other, out var known) ? known : _byOther[other] = Find(key);
            }

            if (key.Small == _lastSmall)
            {
                return _last;
            }

            if (!_bySmall.TryGetValue(key.Small, out var small))
            {
                _bySmall[key.Small] = small = Find(key);
            }

            (_last, _lastSmall) = (small, key.Small);
            return small;
        }

        private Share Find(IndexKey key) => index.With(key) is { Length: > 0 } found ? run.Passing(step, found) : Share.Empty;
    }

    private ReadOnlySpan<Fact> FactsOf(PlanStep step) => facts.SpanOfType(step.Type);

    /// <summary>Facts that passed their term's own conditions, those of one first key or all.</summary>
    private sealed class Share
    {
        public static readonly List<Value> None = new(1);

        public static readonly Share Empty = new();

        private Dictionary<object, List<Value>>? _byFurther;

        public List<Value> All { get; } = new(4);

        /// <summary>Those of which a further key is not exactly known; to be asked for behind <see cref="With"/>.</summary>
        public List<Value> WithoutFurther { get; private set; } = None;

        /// <summary>Makes room for other facts.</summary>
        public void Clear()
        {
            All.Clear();
            (_byFurther, WithoutFurther) = (null, None);
        }

        /// <summary>Those with these further keys.</summary>
        public List<Value> With(object further, RuleRun run, PlanStep step) => (_byFurther ??= ByFurther(run, step)).TryGetValue(further, out var found) ? found : None;

        private Dictionary<object, List<Value>> ByFurther(RuleRun run, PlanStep step)
        {
            var byFurther = new Dictionary<object, List<Value>>();
            foreach (var value in All)
            {
                run.Frame.Slots[step.Slot] = value;
                if (JoinKey.Exact(step.FurtherInner, run.Frame) is not { } key)
                {
                    WithoutFurther = WithoutFurther == None ? new(2) : WithoutFurther;
                    WithoutFurther.Add(value);
                    continue;
                }

                if (!byFurther.TryGetValue(key, out var list))
                {
                    byFurther[key] = list = new(2);
                }

                list.Add(value);
            }

            return byFurther;
        }
    }

    /// <summary>Shares that the next rule uses again.</summary>
    private sealed class Shares
    {
        private readonly List<Share> _all = new(16);
        private int _taken;

        /// <summary>An empty one.</summary>
        public Share Take()
        {
            if (_taken == _all.Count)
            {
                _all.Add(new());
            }

            return _all[_taken++];
        }

        /// <summary>Takes all back.</summary>
        public void Clear()
        {
            for (var i = 0; i < _taken; i++)
            {
                _all[i].Clear();
            }

            _taken = 0;
        }
    }
}
