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
                _cases.Add(new(rule, part));
            }
        }

        _budget = budget;
    }

    private sealed class PlannedCase(LintRule rule, RuleCase part)
    {
        private readonly FactType[] _needs = [.. part.Needs];
        private RulePlan? _plan;

        public LintRule Rule => rule;

        /// <summary>The plan; two threads may make it at once, and either is as good.</summary>
        public RulePlan Plan => _plan ??= new(part.Logic);

        public bool MayHold(FactStore facts)
        {
            for (var i = 0; i < _needs.Length; i++)
            {
                if (!facts.Has(_needs[i]))
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
        var findings = new List<Finding>();
        var checks = new List<NumberCheck>();
        var failures = new List<RuleFailure>();
        var seen = new HashSet<FindingKey>();
        var diagnosis = new Diagnosis(facts);
        var indexes = new FactIndexes();
        long work = 0;
        LintRule? rule = null;
        long spent = 0;
        foreach (var part in _cases)
        {
            // The cases of a rule follow each other, and share its budget.
            (rule, spent) = (part.Rule, part.Rule == rule ? spent : 0);
            if (!part.MayHold(facts))
            {
                continue;
            }

            Frame? frame = null;
            try
            {
                var plan = part.Plan;
                frame = new Frame(plan.Logic.SlotCount, _budget - spent);
                var judge = new Judge(part.Rule, plan.Logic, findings, checks, seen, diagnosis);
                new RuleRun(plan, facts, indexes, frame, judge.Decide).Run();
            }
            catch (BudgetExceededException)
            {
                failures.Add(new(part.Rule, FormattableString.Invariant($"was stopped after {_budget:#,0} evaluations, so it did not check the whole document")));
            }
#pragma warning disable CA1031 // Whatever a rule throws must take nothing else with it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures.Add(new(part.Rule, $"failed, so it did not check the whole document ({exception.GetType().Name}: {exception.Message})"));
            }

            spent += frame?.Work ?? 0;
            work += frame?.Work ?? 0;
        }

        // A rule with several cases may fail in more than one of them.
        return new(findings, checks, [.. failures.Distinct()], work);
    }

    /// <summary>Findings of a rule with the same words at the same place are one.</summary>
    private sealed class FindingKey(LintRule rule, Text.TextSpan span, string message) : IEquatable<FindingKey>
    {
        private readonly LintRule _rule = rule;
        private readonly Text.TextSpan _span = span;
        private readonly string _message = message;

        public bool Equals(FindingKey? other) => other is not null && _rule == other._rule && _span == other._span && _message == other._message;

        public override bool Equals(object? obj) => Equals(obj as FindingKey);

        public override int GetHashCode() => (_span.Start * 31) ^ _message.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>Decides for one way in which a rule's terms hold whether it is a finding.</summary>
    private sealed class Judge(LintRule rule, RuleLogic logic, List<Finding> findings, List<NumberCheck> checks, HashSet<FindingKey> seen, Diagnosis diagnosis)
    {
        public void Decide(Frame frame)
        {
            frame.Spend(1);
            var truth = logic.Condition(frame).Truth;
            if (truth == logic.ReportsOn)
            {
                Report(frame);
            }
            else if (logic.Verifies)
            {
                Verify(frame);
            }
        }

        private void Report(Frame frame)
        {
            if (logic.At(frame).Fact is not { } at)
            {
                throw new InvalidOperationException("its 'at' is unknown where it found something");
            }

            var message = logic.Message.Render(frame);
            if (!seen.Add(new(rule, at.Span, message)))
            {
                return;
            }

            var related = RelatedTo(at, frame).InOrderAdded;
            var candidates = new List<FixCandidate>(4);
            foreach (var template in logic.Fixes)
            {
                template.Make(frame, candidates);
            }

            var (fixes, remark) = diagnosis.Judge(candidates, [at, .. related]);
            findings.Add(new(rule, at, related, message + remark, fixes));
        }

        private void Verify(Frame frame)
        {
            var numbers = new FactSet();
            var at = logic.At(frame).Fact;
            if (at is not null)
            {
                Operands.AddNumbers(at, numbers);
            }

            foreach (var fact in RelatedTo(at, frame).InOrderAdded)
            {
                Operands.AddNumbers(fact, numbers);
            }

            if (numbers.Count > 1)
            {
                checks.Add(new(rule.Id, numbers.InOrderOfDocument(), Holds: true));
            }
        }

        private FactSet RelatedTo(Fact? at, Frame frame)
        {
            var related = new FactSet();
            for (var i = 0; i < logic.Related.Count; i++)
            {
                var value = logic.Related[i](frame);
                Add(value.Fact);
                if (value.List is { } items)
                {
                    foreach (var item in items)
                    {
                        Add(item.Fact);
                    }
                }
            }

            return related;

            void Add(Fact? fact)
            {
                if (fact is not null && fact != at)
                {
                    related.Add(fact);
                }
            }
        }
    }
}
