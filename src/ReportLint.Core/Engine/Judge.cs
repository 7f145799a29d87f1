using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>Decides for each way in which the terms of one rule after the other hold in a document whether it is a finding.</summary>
internal sealed class Judge(FactStore facts)
{
    private readonly HashSet<FindingKey> _seen = [];
    private readonly Diagnosis _diagnosis = new(facts);
    private readonly FactSet _related = new();
    private readonly Operands _operands = new();
    private readonly List<FixCandidate> _candidates = new(4);
    private LintRule _rule = null!;
    private RuleLogic _logic = null!;

    /// <summary>What was found.</summary>
    public List<Finding> Findings { get; } = new(16);

    /// <summary>The comparisons that held.</summary>
    public List<NumberCheck> Checks { get; } = new(16);

    /// <summary>From here on it is about this case of a rule.</summary>
    public void Begin(LintRule rule, RuleLogic logic) => (_rule, _logic) = (rule, logic);

    /// <summary>Decides for the variables' values.</summary>
    public void Decide(Frame frame)
    {
        frame.Spend(1);
        var truth = _logic.Condition(frame);
        if (_logic.ReportsOn ? truth.IsTrue : truth.IsFalse)
        {
            Report(frame);
        }
        else if (_logic.Verifies)
        {
            Verify(frame);
        }
    }

    private void Report(Frame frame)
    {
        if (_logic.At(frame).Fact is not { } at)
        {
            throw new InvalidOperationException("its 'at' is unknown where it found something");
        }

        var message = _logic.Message.Render(frame);
        if (!_seen.Add(new(_rule, at.Span, message)))
        {
            return;
        }

        AddRelated(at, frame);
        var related = _related.InOrderAdded();
        _candidates.Clear();
        var fixes = _logic.Fixes;
        for (var i = 0; i < fixes.Count; i++)
        {
            fixes[i].Make(frame, _candidates);
        }

        var (ranked, remark) = _diagnosis.Judge(_candidates, at, related);
        Findings.Add(new(_rule, at, related, message + remark, ranked));
    }

    private void Verify(Frame frame)
    {
        _operands.Clear();
        _operands.Add(_logic.At(frame));
        for (var i = 0; i < _logic.Related.Count; i++)
        {
            _operands.Add(_logic.Related[i](frame));
        }

        if (_operands.Numbers() is { Length: > 1 } numbers)
        {
            Checks.Add(new(_rule.Id, numbers, Holds: true));
        }
    }

    private void AddRelated(Fact at, Frame frame)
    {
        _related.Clear();
        for (var i = 0; i < _logic.Related.Count; i++)
        {
            var value = _logic.Related[i](frame);
            AddRelated(at, value.Fact);
            if (value.List is { } items)
            {
                for (var j = 0; j < items.Length; j++)
                {
                    AddRelated(at, items[j].Fact);
                }
            }
        }
    }

    private void AddRelated(Fact at, Fact? fact)
    {
        if (fact is not null && fact != at)
        {
            _related.Add(fact);
        }
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
}
