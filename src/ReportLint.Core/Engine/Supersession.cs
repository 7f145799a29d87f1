using ReportLint.Core.Facts;
using ReportLint.Core.Text;

namespace ReportLint.Core.Engine;

/// <summary>Takes out findings that give way: one slip is one finding.</summary>
internal static class Supersession
{
    /// <summary>
    /// The findings without those that share an operand (at or related: the same place, or an overlapping one) with a finding
    /// of a rule that supersedes theirs. A finding that gave way itself takes out no other; of rules that supersede each other in a circle
    /// the first by id counts. Order is kept.
    /// </summary>
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        if (!Supersede(findings))
        {
            return findings;
        }

        var waiting = new Dictionary<string, List<Finding>>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            (waiting.TryGetValue(finding.Rule.Id, out var own) ? own : waiting[finding.Rule.Id] = []).Add(finding);
        }

        var covered = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var kept = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        while (waiting.Count > 0)
        {
            // Those that none of the rest supersedes; where each is superseded by another there is a circle.
            var above = waiting.Values.SelectMany(static own => own[0].Rule.Supersedes).ToHashSet(StringComparer.Ordinal);
            var next = waiting.Keys.Where(id => !above.Contains(id)).DefaultIfEmpty(waiting.Keys.Order(StringComparer.Ordinal).First()).ToList();
            foreach (var id in next)
            {
                waiting.Remove(id, out var own);
                var spans = covered.TryGetValue(id, out var places) ? Merge(places) : [];
                foreach (var finding in own!.Where(finding => !Touches(finding, spans)))
                {
                    kept.Add(finding);
                    Cover(finding, covered);
                }
            }
        }

        return [.. findings.Where(kept.Contains)];
    }

    private static bool Supersede(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Rule.Supersedes.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Cover(Finding finding, Dictionary<string, List<TextSpan>> covered)
    {
        foreach (var id in finding.Rule.Supersedes)
        {
            var spans = covered.TryGetValue(id, out var known) ? known : covered[id] = [];
            spans.Add(finding.At.Span);
            foreach (var fact in finding.Related)
            {
                spans.Add(fact.Span);
            }
        }
    }

    private static bool Touches(Finding finding, List<TextSpan> spans)
    {
        if (Touches(finding.At, spans))
        {
            return true;
        }

        foreach (var fact in finding.Related)
        {
            if (Touches(fact, spans))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Touches(Fact fact, List<TextSpan> spans)
    {
        var span = fact.Span;
        int low = 0, high = spans.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle] == span || spans[middle].OverlapsWith(span))
            {
                return true;
            }

            if (spans[middle].Start < span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return false;
    }

    /// <summary>The spans in order, overlapping ones joined.</summary>
    private static List<TextSpan> Merge(List<TextSpan> spans)
    {
        spans.SortByPlace();
        var merged = new List<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && (merged[^1].OverlapsWith(span) || merged[^1] == span))
            {
                merged[^1] = merged[^1].Union(span);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
