namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// One wrong figure breaks every sum that it is in: its row and its column, or a subtotal and the grand total. Where a single
/// figure would mend several sums with the same value, it is the suspect, and one of the totals tells of it.
/// </summary>
internal static class TotalSuspects
{
    /// <summary>Marks the totals of one table.</summary>
    public static void Mark(IReadOnlyList<TableTotal> totals)
    {
        var failing = totals.Where(static t => (t.Evidence != "arithmetic" || t.Support > 0) && !t.IsHolding).ToList();
        if (failing.Count < 2)
        {
            return;
        }

        var mends = new Dictionary<(NumericFact Fact, decimal Value), List<TableTotal>>();
        foreach (var total in failing)
        {
            foreach (var fact in total.Parts.Prepend(total.Total))
            {
                var key = (fact, total.Needed(fact));
                if (!mends.TryGetValue(key, out var list))
                {
                    mends[key] = list = [];
                }

                list.Add(total);
            }
        }

        foreach (var ((fact, value), mended) in mends
            .Where(static m => m.Value.Count > 1)
            .OrderByDescending(static m => m.Value.Count)
            .ThenByDescending(static m => m.Value.Exists(t => t.Total == m.Key.Fact))
            .ThenBy(static m => m.Key.Fact.Span.Start))
        {
            if (mended.TrueForAll(static t => t.Suspect is null))
            {
                Tell(mended, fact, value);
            }
        }
    }

    private static void Tell(List<TableTotal> mended, NumericFact fact, decimal value)
    {
        var teller = mended.OrderBy(static t => t.Evidence == "arithmetic").ThenByDescending(t => t.Total == fact).ThenByDescending(static t => t.IsColumn).First();
        foreach (var total in mended)
        {
            total.Suspect = fact;
            total.Mended = Interval.Exactly(value);
            total.IsExplained = total != teller;
        }
    }
}
