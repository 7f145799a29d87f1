using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>Says what became of each number.</summary>
internal static class NumberCoverage
{
    /// <summary>The comparison that a finding is; its numbers may be none.</summary>
    public static NumberCheck Of(Finding finding)
    {
        var numbers = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        Operands.AddNumbers(finding.At, numbers);
        foreach (var fact in finding.Related)
        {
            Operands.AddNumbers(fact, numbers);
        }

        return new(finding.Rule.Id, Operands.InOrder(numbers), Holds: false);
    }

    public static (IReadOnlyList<KeyValuePair<Fact, NumberStatus>> Numbers, Coverage Counts) Of(
        FactStore facts, IReadOnlyList<NumberCheck> checks)
    {
        var flagged = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        var verified = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        foreach (var check in checks)
        {
            (check.Holds ? verified : flagged).UnionWith(check.Numbers);
        }

        var numbers = new List<KeyValuePair<Fact, NumberStatus>>();
        var counts = default(Coverage);
        foreach (var type in facts.Types)
        {
            foreach (var fact in facts.OfType(type))
            {
                if (fact is not (NumericFact or Identifier))
                {
                    break;
                }

                var status = fact is Identifier ? NumberStatus.Ignored
                    : flagged.Contains(fact) ? NumberStatus.Flagged
                    : verified.Contains(fact) ? NumberStatus.Checked
                    : NumberStatus.Unbound;
                numbers.Add(new(fact, status));
                counts += status switch
                {
                    NumberStatus.Ignored => new(0, 0, 0, 1),
                    NumberStatus.Flagged => new(0, 1, 0, 0),
                    NumberStatus.Checked => new(1, 0, 0, 0),
                    _ => new Coverage(0, 0, 1, 0),
                };
            }
        }

        // Stable: facts at one place stay in the order of their types' names.
        var ordered = numbers.OrderBy(static n => n.Key.Span.Start).ThenBy(static n => n.Key.Span.Length).ToArray();
        return (ordered, counts);
    }
}
