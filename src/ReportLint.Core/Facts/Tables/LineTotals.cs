namespace ReportLint.Core.Facts.Tables;

/// <summary>The facts of all totals along one axis of a table.</summary>
internal static class LineTotals
{
    /// <summary>The totals of the lines; fewer than three lines have none.</summary>
    public static List<TableTotal> Find(TableLines lines, TableSettings settings, AnalysisContext context) =>
        Make(lines, Hypotheses(lines, settings, context), settings);

    /// <summary>The totals that so many other lanes bear out that no label is needed.</summary>
    public static List<TableTotal> FindProven(TableLines lines, TableSettings settings, AnalysisContext context)
    {
        var found = Hypotheses(lines, settings, context);
        found.RemoveAll(f => f.Parts.Holds < settings.DoubtfulLanes || f.Parts.Misses > 1 || f.Parts.Digits < settings.DiscoveryDigits);
        return Make(lines, found, settings);
    }

    /// <summary>The totals of the lines, or of the same lines with doubtful ones among the parts where that explains more figures.</summary>
    public static List<TableTotal> FindBetter(TableLines lines, TableLines withDoubtful, TableSettings settings, AnalysisContext context)
    {
        var found = Hypotheses(lines, settings, context);
        if (!ReferenceEquals(lines, withDoubtful) && !lines.Lines.AsSpan().SequenceEqual(withDoubtful.Lines))
        {
            var other = Hypotheses(withDoubtful, settings, context);
            if (Explained(other) > Explained(found))
            {
                return Make(withDoubtful, other, settings);
            }
        }

        return Make(lines, found, settings);
    }

    /// <summary>How many figures are the sums of their parts; those that are not count against them by half.</summary>
    private static int Explained(List<(int Line, TotalHypothesis Parts)> found)
    {
        var explained = 0;
        foreach (var (_, parts) in found)
        {
            explained += (2 * parts.Holds) - parts.Misses;
        }

        return explained;
    }

    private static List<(int Line, TotalHypothesis Parts)> Hypotheses(TableLines lines, TableSettings settings, AnalysisContext context)
    {
        if (lines.Lines.Length < 3)
        {
            return [];
        }

        var finder = new TotalFinder(lines, settings);
        var found = finder.Find();
        context.Work += finder.Work;
        return found;
    }

    private static List<TableTotal> Make(TableLines lines, List<(int Line, TotalHypothesis Parts)> found, TableSettings settings)
    {
        var totals = new List<TableTotal>();
        for (var lane = 0; lane < lines.Lanes.Length; lane++)
        {
            var first = totals.Count;
            var isBorneOut = !lines.IsDoubtful(lane);
            var holding = 0;
            foreach (var (line, parts) in found)
            {
                if (TotalFact.Make(lines, line, lane, parts, settings) is { } total)
                {
                    totals.Add(total);
                    holding += total.IsHolding ? 1 : 0;
                    isBorneOut |= total is { IsHolding: true, Evidence: "proven" or "labelled" };
                }
            }

            if (!isBorneOut)
            {
                totals.RemoveRange(first, totals.Count - first);
            }

            for (var i = first; i < totals.Count && holding > 0; i++)
            {
                if (totals[i] is { IsHolding: false, Evidence: "labelled" or "blank", Support: > 0 } failing)
                {
                    failing.Evidence = "proven";
                }
            }
        }

        return totals;
    }
}
