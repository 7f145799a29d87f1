using ReportLint.Core.Facts;
using ReportLint.Core.Text;

namespace ReportLint.Core.Engine;

/// <summary>Takes out findings that give way: one slip is one finding.</summary>
internal static class Supersession
{
    /// <summary>
    /// The findings without those that share an operand (at or related: the same place, or an overlapping one) with a finding
    /// of a rule that supersedes theirs. Order is kept.
    /// </summary>
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        Dictionary<string, List<TextSpan>>? covered = null;
        foreach (var finding in findings)
        {
            foreach (var id in finding.Rule.Supersedes)
            {
                covered ??= new(StringComparer.Ordinal);
                if (!covered.TryGetValue(id, out var spans))
                {
                    covered[id] = spans = [];
                }

                spans.Add(finding.At.Span);
                foreach (var fact in finding.Related)
                {
                    spans.Add(fact.Span);
                }
            }
        }

        if (covered is null)
        {
            return findings;
        }

        var merged = covered.ToDictionary(static pair => pair.Key, static pair => Merge(pair.Value), StringComparer.Ordinal);
        var kept = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            if (!merged.TryGetValue(finding.Rule.Id, out var spans) || !Touches(finding, spans))
            {
                kept.Add(finding);
            }
        }

        return kept;
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
        spans.Sort();
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
