using System.Runtime.InteropServices;
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
    private readonly FactIndexes _indexes;
    private readonly Candidates?[] _candidates;
    private readonly KeyedCandidates?[] _keyed;
    private readonly Action<Frame> _found;

    public RuleRun(RulePlan plan, FactStore facts, FactIndexes indexes, Frame frame, Action<Frame> found)
    {
        (_plan, _facts, _indexes, _frame, _found) = (plan, facts, indexes, frame, found);
        _candidates = new Candidates?[plan.Steps.Count];
        _keyed = new KeyedCandidates?[plan.Steps.Count];
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
        if (step.Outer.Length == 0)
        {
            return (_candidates[index] ??= Collect(step)).All;
        }

        _frame.Spend(1);
        if (step.Term is GroupTerm)
        {
            return JoinKey.Exact(step.Outer, _frame) is { } joined && (_candidates[index] ??= Collect(step)).ByKey.TryGetValue(joined, out var found) ? found : None;
        }

        var key = IndexKey.Of(step.Outer[0](_frame));
        return key.IsUnknown ? None : Keyed(step, index).Matching(key);
    }

    private KeyedCandidates Keyed(PlanStep step, int index) => _keyed[index] ??= new(this, step, IndexOf(step));

    /// <summary>The facts of a term by its join key, whatever else it asks of them. One that another rule made counts as much as one made anew: the work of a rule is its own.</summary>
    private FactIndex IndexOf(PlanStep step)
    {
        var facts = _facts.SpanOfType(step.Term.Type);
        _frame.Spend(facts.Length);
        if (step.KeyProperty is { } property && _indexes.Find(step.Term.Type, property) is { } known)
        {
            return known;
        }

        var keys = new IndexKey[facts.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            _frame.Slots[step.Term.Slot] = Value.Of(facts[i]);
            keys[i] = IndexKey.Of(step.Inner[0](_frame));
        }

        var index = new FactIndex(facts, keys);
        if (step.KeyProperty is { } shared)
        {
            _indexes.Add(step.Term.Type, shared, index);
        }

        return index;
    }

    /// <summary>The facts that pass the conditions on the term's own variable.</summary>
    private List<Value> Passing(PlanStep step, ReadOnlySpan<Fact> facts)
    {
        var passing = new List<Value>(Math.Min(facts.Length, 4));
        foreach (var fact in facts)
        {
            _frame.Spend(1);
            var value = _frame.Slots[step.Term.Slot] = Value.Of(fact);
            if (step.Term is NotTerm ? NoneFalse(step.Local) : AllTrue(step.Local))
            {
                passing.Add(value);
            }
        }

        return passing;
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

        if (step.Outer.Length == 0)
        {
            return AnyMayHold(step, (_candidates[index] ??= Collect(step)).All);
        }

        _frame.Spend(1);
        var keyed = Keyed(step, index);
        var key = IndexKey.Of(step.Outer[0](_frame));
        return key.IsUnknown ? AnyMayHold(step, keyed.All) : keyed.AnyMayHold(key) || AnyMayHold(step, keyed.WithoutKey);
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
        var passing = Passing(step, _facts.SpanOfType(step.Term.Type));
        if (step.Term is not GroupTerm)
        {
            candidates.All = passing;
            return candidates;
        }

        var groups = new Groups();
        foreach (var value in passing)
        {
            _frame.Slots[step.Term.Slot] = value;
            var join = step.Inner.Length == 0 ? Groups.NoJoin : JoinKey.Exact(step.Inner, _frame);
            if (join is not null && JoinKey.Exact(step.Keys, _frame) is { } key)
            {
                groups.Add(join, key, value);
            }
        }

        groups.MoveTo(candidates, step.Inner.Length > 0);
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

    /// <summary>The facts of one term by its first join key. Of each key those that pass the term's own conditions are found when it is first asked for: most never are.</summary>
    private sealed class KeyedCandidates(RuleRun run, PlanStep step, FactIndex index)
    {
        private readonly Dictionary<int, Share> _bySmall = [];
        private readonly Dictionary<object, Share> _byOther = [];
        private List<Value>? _all;
        private List<Value>? _withoutKey;

        public List<Value> All => _all ??= run.Passing(step, run._facts.SpanOfType(step.Term.Type));

        /// <summary>Those whose first key is not exactly known.</summary>
        public List<Value> WithoutKey => index.WithoutKey.Count == 0 ? None : _withoutKey ??= run.Passing(step, CollectionsMarshal.AsSpan(index.WithoutKey));

        /// <summary>Those with the first key and all further ones; none where one of them is not exactly known.</summary>
        public List<Value> Matching(IndexKey key)
        {
            var share = With(key);
            return step.FurtherOuter.Length == 0 ? share.All
                : JoinKey.Exact(step.FurtherOuter, run._frame) is { } further ? share.With(further, run, step)
                : None;
        }

        /// <summary>Whether for one with the first key all conditions are possibly true.</summary>
        public bool AnyMayHold(IndexKey key)
        {
            var share = With(key);
            return step.FurtherOuter.Length == 0 || JoinKey.Exact(step.FurtherOuter, run._frame) is not { } further ? run.AnyMayHold(step, share.All)
                : run.AnyMayHold(step, share.With(further, run, step)) || run.AnyMayHold(step, share.WithoutFurther);
        }

        private Share With(IndexKey key)
        {
            if (key.Other is { } other)
            {
                return _byOther.TryGetValue(other, out var known) ? known : _byOther[other] = Find(key);
            }

            return _bySmall.TryGetValue(key.Small, out var small) ? small : _bySmall[key.Small] = Find(key);
        }

        private Share Find(IndexKey key) => index.With(key) is { Length: > 0 } facts ? new(run.Passing(step, facts)) : Share.Empty;
    }

    /// <summary>The facts of one first key.</summary>
    private sealed class Share(List<Value> all)
    {
        public static readonly Share Empty = new(None);

        private Dictionary<object, List<Value>>? _byFurther;

        public List<Value> All => all;

        /// <summary>Those of which a further key is not exactly known; to be asked for behind <see cref="With"/>.</summary>
        public List<Value> WithoutFurther { get; private set; } = None;

        /// <summary>Those with these further keys.</summary>
        public List<Value> With(object further, RuleRun run, PlanStep step)
        {
            if (all.Count == 0)
            {
                return None;
            }

            return (_byFurther ??= ByFurther(run, step)).TryGetValue(further, out var found) ? found : None;
        }

        private Dictionary<object, List<Value>> ByFurther(RuleRun run, PlanStep step)
        {
            var byFurther = new Dictionary<object, List<Value>>();
            foreach (var value in all)
            {
                run._frame.Slots[step.Term.Slot] = value;
                if (JoinKey.Exact(step.FurtherInner, run._frame) is not { } key)
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

    /// <summary>The facts of one term that passed its own conditions; groups by join key, too.</summary>
    private sealed class Candidates
    {
        public List<Value> All { get; set; } = new(4);

        public Dictionary<object, List<Value>> ByKey => field ??= [];

        public void Add(object key, Value value, bool hasKey)
        {
            All.Add(value);
            if (!hasKey)
            {
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
