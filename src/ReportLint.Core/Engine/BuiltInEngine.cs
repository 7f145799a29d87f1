using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>
/// The default engine: filter, hash join, anti-join and grouping by closures, each rule once over the document. Linear in
/// the number of facts for rules whose joins have keys; every rule has a budget of work per document.
/// </summary>
public sealed class BuiltInEngine : IRuleEngine
{
    private readonly List<PlannedCase> _cases = [];

    // The types that some case needs facts of; a case names them by their places.
    private readonly List<FactType> _needed = [];
    private readonly long _budget;

    /// <summary>Takes the rules; plans are made when a document has facts for them.</summary>
    /// <param name="rules">The rules, in any order.</param>
    /// <param name="budget">Evaluations that one rule may spend on one document.</param>
    public BuiltInEngine(IEnumerable<LintRule> rules, long budget)
    {
        LintRule[] sorted = [.. rules];
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        foreach (var rule in sorted)
        {
            foreach (var part in rule.Cases)
            {
                _cases.Add(new(rule, part, Needs(part)));
            }
        }

        _budget = budget;
    }

    private int[] Needs(RuleCase part)
    {
        var needs = new int[part.Needs.Count];
        for (var i = 0; i < needs.Length; i++)
        {
            needs[i] = _needed.IndexOf(part.Needs[i]);
            if (needs[i] < 0)
            {
                needs[i] = _needed.Count;
                _needed.Add(part.Needs[i]);
            }
        }

        return needs;
    }

    private sealed class PlannedCase(LintRule rule, RuleCase part, int[] needs)
    {
        private RulePlan? _plan;

        public LintRule Rule => rule;

        /// <summary>The plan; two threads may make it at once, and either is as good.</summary>
        public RulePlan Plan => _plan ??= new(part.Logic);

        public bool MayHold(bool[] has)
        {
            for (var i = 0; i < needs.Length; i++)
            {
                if (!has[needs[i]])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public EngineResult Run(FactStore facts)
    {
        var judge = new Judge(facts);
        var failures = new List<RuleFailure>(1);
        var has = new bool[_needed.Count];
        for (var i = 0; i < has.Length; i++)
        {
            has[i] = facts.Has(_needed[i]);
        }

        RuleRun? run = null;
        long work = 0;
        LintRule? rule = null;
        long spent = 0;
        for (var i = 0; i < _cases.Count; i++)
        {
            // The cases of a rule follow each other, and share its budget.
            var part = _cases[i];
            (rule, spent) = (part.Rule, part.Rule == rule ? spent : 0);
            if (!part.MayHold(has))
            {
                continue;
            }

            run ??= new(facts, judge);
            run.Frame.Begin(_budget - spent);
            try
            {
                var plan = part.Plan;
                judge.Begin(part.Rule, plan.Logic);
                run.Run(plan);
            }
            catch (BudgetExceededException)
            {
                AddFailure(failures, part.Rule, FormattableString.Invariant($"was stopped after {_budget:#,0} evaluations, so it did not check the whole document"));
            }
#pragma warning disable CA1031 // Whatever a rule throws must take nothing else with it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                AddFailure(failures, part.Rule, $"failed, so it did not check the whole document ({exception.GetType().Name}: {exception.Message})");
            }

            spent += run.Frame.Work;
            work += run.Frame.Work;
        }

        return new(judge.Findings, judge.Checks, failures, work);
    }

    /// <summary>A rule with several cases may fail in more than one of them.</summary>
    private static void AddFailure(List<RuleFailure> failures, LintRule rule, string reason)
    {
        var failure = new RuleFailure(rule, reason);
        if (!failures.Contains(failure))
        {
            failures.Add(failure);
        }
    }
}
