namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// One wrong figure breaks its row and its column. Where a single figure would mend both with the same value, it is the
/// suspect, and one of the two totals tells of it.
/// </summary>
internal static class TotalSuspects
{
    /// <summary>Marks the totals of one table.</summary>
    public static void Mark(IReadOnlyList<TableTotal> totals)
    {
        var failing = totals.Where(static t => t.Evidence != "arithmetic" && !t.Sum.Intersects(t.Total.Value)).ToList();
        var byFact = new Dictionary<NumericFact, TableTotal>();
        foreach (var row in failing.Where(static t => !t.IsColumn))
        {
            byFact[row.Total] = row;
            foreach (var part in row.Parts)
            {
                byFact[part] = row;
            }
        }

        foreach (var column in failing.Where(static t => t.IsColumn && t.Suspect is null))
        {
            foreach (var fact in column.Parts.Prepend(column.Total))
            {
                if (byFact.TryGetValue(fact, out var row) && row.Suspect is null && Needed(column, fact) == Needed(row, fact))
                {
                    var mended = Interval.Exactly(Needed(column, fact));
                    column.Suspect = row.Suspect = fact;
                    column.Mended = row.Mended = mended;
                    (fact == row.Total && fact != column.Total ? column : row).IsExplained = true;
                    break;
                }
            }
        }
    }

    /// <summary>The value of one figure that would make a sum right, all others unchanged.</summary>
    private static decimal Needed(TableTotal total, NumericFact fact)
    {
        decimal sum = 0, sign = 1;
        for (var i = 0; i < total.Parts.Count; i++)
        {
            sum += total.Signs[i] * total.Parts[i].Nominal;
            sign = total.Parts[i] == fact ? total.Signs[i] : sign;
        }

        return fact == total.Total ? sum : fact.Nominal + (sign * (total.Total.Nominal - sum));
    }
}
