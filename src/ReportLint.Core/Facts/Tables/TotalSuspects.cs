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
        var failing = new List<TableTotal>();
        foreach (var total in totals)
        {
            if ((total.Evidence != "arithmetic" || total.Support > 0) && !total.IsHolding)
            {
                failing.Add(total);
            }
        }

        if (failing.Count < 2)
        {
            return;
        }

        var mends = new List<Mend>();
        var byFact = new Dictionary<NumericFact, List<Mend>>();
        foreach (var total in failing)
        {
            Add(total, total.Total);
            foreach (var part in total.Parts)
            {
                Add(total, part);
            }
        }

        mends.RemoveAll(static m => m.Totals.Count < 2);
        mends.Sort(static (a, b) => a.Totals.Count != b.Totals.Count ? b.Totals.Count.CompareTo(a.Totals.Count)
            : a.IsTotal != b.IsTotal ? b.IsTotal.CompareTo(a.IsTotal)
            : a.Fact.Span.Start != b.Fact.Span.Start ? a.Fact.Span.Start.CompareTo(b.Fact.Span.Start)
            : a.Order.CompareTo(b.Order));
        foreach (var mend in mends)
        {
            if (mend.Totals.TrueForAll(static t => t.Suspect is null))
            {
                Tell(mend.Totals, mend.Fact, mend.Value);
            }
        }

        void Add(TableTotal total, NumericFact fact)
        {
            var value = total.Needed(fact);
            if (!byFact.TryGetValue(fact, out var known))
            {
                byFact[fact] = known = [];
            }

            var mend = known.Find(m => m.Value == value);
            if (mend is null)
            {
                mend = new(fact, value, mends.Count);
                known.Add(mend);
                mends.Add(mend);
            }

            mend.Totals.Add(total);
        }
    }

    /// <summary>The sums that one value of one figure would mend.</summary>
    private sealed class Mend(NumericFact fact, decimal value, int order)
    {
        public NumericFact Fact { get; } = fact;

        public decimal Value { get; } = value;

        public int Order { get; } = order;

        public List<TableTotal> Totals { get; } = [];

        /// <summary>True where the figure is the total of one of them.</summary>
        public bool IsTotal => Totals.Exists(t => t.Total == Fact);
    }

    private static void Tell(List<TableTotal> mended, NumericFact fact, decimal value)
    {
        var teller = mended[0];
        foreach (var total in mended)
        {
            teller = Rank(total) > Rank(teller) ? total : teller;
        }

        foreach (var total in mended)
        {
            total.Suspect = fact;
            total.Mended = Interval.Exactly(value);
            total.IsExplained = total != teller;
        }

        int Rank(TableTotal total) => (total.Evidence == "arithmetic" ? 0 : 4) + (total.Total == fact ? 2 : 0) + (total.IsColumn ? 1 : 0);
    }
}
