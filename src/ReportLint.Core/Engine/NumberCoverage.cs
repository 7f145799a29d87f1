using ReportLint.Core.Facts;
using ReportLint.Core.Facts.References;
using ReportLint.Core.Text;

namespace ReportLint.Core.Engine;

/// <summary>Says what became of each number.</summary>
internal static class NumberCoverage
{
    /// <summary>What <c>lexicon/cross-reference-words.yml</c> calls pages: numbers in a mention of them count nothing.</summary>
    private const string PageKind = "page";

    /// <summary>All comparisons: those that held, and the findings; the numbers of a finding may be none, and then it compared nothing.</summary>
    public static IReadOnlyList<NumberCheck> Checks(IReadOnlyList<NumberCheck> held, IReadOnlyList<Finding> findings)
    {
        var checks = new NumberCheck[held.Count + findings.Count];
        var count = 0;
        for (; count < held.Count; count++)
        {
            checks[count] = held[count];
        }

        var operands = new Operands();
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            operands.Clear();
            operands.Add(finding.At);
            for (var j = 0; j < finding.Related.Count; j++)
            {
                operands.Add(finding.Related[j]);
            }

            if (operands.Numbers() is { Length: > 0 } numbers)
            {
                checks[count++] = new(finding.Rule.Id, numbers, Holds: false);
            }
        }

        return count == checks.Length ? checks : checks[..count];
    }

    /// <summary>Tells the numbers what became of them, and counts them.</summary>
    public static Coverage Of(FactStore facts, IReadOnlyList<NumberCheck> checks)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            var (numbers, holds) = (checks[i].Numbers, checks[i].Holds);
            for (var j = 0; j < numbers.Count; j++)
            {
                if (numbers[j] is NumericFact number)
                {
                    number.IsVerified |= holds;
                    number.IsFlagged |= !holds;
                }
            }
        }

        var pages = Pages(facts);
        var counts = default(Coverage);
        foreach (var type in facts.Types)
        {
            if (AreNumbers(facts, type))
            {
                counts += Count(facts.SpanOfType(type), pages);
            }
        }

        return counts;
    }

    private static Coverage Count(ReadOnlySpan<Fact> numbers, List<TextSpan> pages)
    {
        var (ignored, flagged, verified, page) = (0, 0, 0, 0);
        foreach (var number in numbers)
        {
            switch (StatusOf(number, pages, ref page))
            {
                case NumberStatus.Ignored:
                    ignored++;
                    break;
                case NumberStatus.Flagged:
                    flagged++;
                    break;
                case NumberStatus.Checked:
                    verified++;
                    break;
                default:
                    break;
            }
        }

        return new(verified, flagged, numbers.Length - ignored - flagged - verified, ignored);
    }

    /// <summary>What became of each number, in the order of the document; to be asked for behind <see cref="Of"/>.</summary>
    public static IReadOnlyList<KeyValuePair<Fact, NumberStatus>> Statuses(FactStore facts)
    {
        IReadOnlyList<Fact> ordered = [];
        foreach (var type in facts.Types)
        {
            if (AreNumbers(facts, type))
            {
                ordered = Merge(ordered, facts.OfType(type));
            }
        }

        var pages = Pages(facts);
        var statuses = new KeyValuePair<Fact, NumberStatus>[ordered.Count];
        var page = 0;
        for (var i = 0; i < statuses.Length; i++)
        {
            statuses[i] = new(ordered[i], StatusOf(ordered[i], pages, ref page));
        }

        return statuses;
    }

    private static bool AreNumbers(FactStore facts, FactType type) => facts.OfType(type) is { Count: > 0 } ofType && ofType[0] is NumericFact or Identifier;

    /// <summary>What became of a number; <paramref name="page"/> moves on to the first page that does not end before it.</summary>
    private static NumberStatus StatusOf(Fact fact, List<TextSpan> pages, ref int page)
    {
        if (fact is not NumericFact number)
        {
            return NumberStatus.Ignored;
        }

        if (number.IsFlagged)
        {
            return NumberStatus.Flagged;
        }

        while (page < pages.Count && pages[page].End <= number.Span.Start)
        {
            page++;
        }

        return page < pages.Count && pages[page].Contains(number.Span) ? NumberStatus.Ignored
            : number.IsVerified ? NumberStatus.Checked
            : NumberStatus.Unbound;
    }

    private static List<TextSpan> Pages(FactStore facts)
    {
        var pages = new List<TextSpan>(4);
        foreach (var reference in facts.SpanOfType(CrossReference.FactType))
        {
            if (((CrossReference)reference).Kind == PageKind)
            {
                pages.Add(reference.Span);
            }
        }

        return pages;
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
