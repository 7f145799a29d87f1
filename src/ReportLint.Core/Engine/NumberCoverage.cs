using ReportLint.Core.Facts;
using ReportLint.Core.Facts.References;
using ReportLint.Core.Text;

namespace ReportLint.Core.Engine;

/// <summary>Says what became of each number.</summary>
internal static class NumberCoverage
{
    /// <summary>What <c>lexicon/cross-reference-words.yml</c> calls pages: numbers in a mention of them count nothing.</summary>
    private const string PageKind = "page";

    /// <summary>The comparison that a finding is; its numbers may be none.</summary>
    public static NumberCheck Of(Finding finding)
    {
        var numbers = new FactSet();
        Operands.AddNumbers(finding.At, numbers);
        foreach (var fact in finding.Related)
        {
            Operands.AddNumbers(fact, numbers);
        }

        return new(finding.Rule.Id, numbers.InOrderOfDocument(), Holds: false);
    }

    public static (IReadOnlyList<KeyValuePair<Fact, NumberStatus>> Numbers, Coverage Counts) Of(
        FactStore facts, IReadOnlyList<NumberCheck> checks)
    {
        // Facts are told apart by what they are; a comparer that says so costs more than their own way.
        var flagged = new HashSet<Fact>();
        var verified = new HashSet<Fact>();
        foreach (var check in checks)
        {
            var numbers = check.Holds ? verified : flagged;
            for (var i = 0; i < check.Numbers.Count; i++)
            {
                numbers.Add(check.Numbers[i]);
            }
        }

        IReadOnlyList<Fact> ordered = [];
        foreach (var type in facts.Types)
        {
            var ofType = facts.OfType(type);
            if (ofType.Count > 0 && ofType[0] is NumericFact or Identifier)
            {
                ordered = Merge(ordered, ofType);
            }
        }

        var pages = new List<TextSpan>(4);
        foreach (var reference in facts.OfType(CrossReference.FactType))
        {
            if (((CrossReference)reference).Kind == PageKind)
            {
                pages.Add(reference.Span);
            }
        }

        var statuses = new KeyValuePair<Fact, NumberStatus>[ordered.Count];
        var counts = default(Coverage);
        var page = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            while (page < pages.Count && pages[page].End <= ordered[i].Span.Start)
            {
                page++;
            }

            var isPage = page < pages.Count && pages[page].Contains(ordered[i].Span);
            var status = ordered[i] is Identifier ? NumberStatus.Ignored
                : flagged.Contains(ordered[i]) ? NumberStatus.Flagged
                : isPage ? NumberStatus.Ignored
                : verified.Contains(ordered[i]) ? NumberStatus.Checked
                : NumberStatus.Unbound;
            statuses[i] = new(ordered[i], status);
            counts += status switch
            {
                NumberStatus.Ignored => new(0, 0, 0, 1),
                NumberStatus.Flagged => new(0, 1, 0, 0),
                NumberStatus.Checked => new(1, 0, 0, 0),
                _ => new Coverage(0, 0, 1, 0),
            };
        }

        return (statuses, counts);
    }

    /// <summary>Two lists in the order of the document as one; of two facts at one place that of the first list comes first.</summary>
    private static IReadOnlyList<Fact> Merge(IReadOnlyList<Fact> first, IReadOnlyList<Fact> second)
    {
        if (first.Count == 0)
        {
            return second;
        }

        var merged = new Fact[first.Count + second.Count];
        var (at, other) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] = at < first.Count && (other == second.Count || first[at].Span.CompareTo(second[other].Span) <= 0) ? first[at++] : second[other++];
        }

        return merged;
    }
}
