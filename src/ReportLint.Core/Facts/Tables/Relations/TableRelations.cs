namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>All relations of a table: among its columns, and among its rows.</summary>
internal static class TableRelations
{
    /// <summary>The facts; suspects are marked.</summary>
    public static List<TableRelation> Find(TableGrid grid, TableLines rows, TableLines columns, List<TableTotal> totals, RelationHeadings headings, TableSettings settings, AnalysisContext context)
    {
        var found = new List<TableRelation>();
        Add(RelationTable.OfColumns(grid, rows), inRows: false);
        if (found.Count == 0)
        {
            Add(RelationTable.OfRows(grid, rows, columns), inRows: true);
        }

        if (found.Count == 0)
        {
            return found;
        }

        Dictionary<NumericFact, List<TableTotal>>? sums = null;
        found.RemoveAll(r => r.Kind is "sum" or "difference" && IsTotal(r));
        var others = new List<TableTotal>(totals.Count);
        foreach (var total in totals)
        {
            if (!IsTold(total))
            {
                others.Add(total);
            }
        }

        RelationSuspects.Mark(found, others);
        return found;

        bool IsTotal(TableRelation relation)
        {
            sums ??= ByTotal(totals);
            foreach (var operand in relation.Operands)
            {
                if (IsTotalOf(operand, relation))
                {
                    return true;
                }
            }

            return IsTotalOf(relation.Result, relation);
        }

        bool IsTotalOf(NumericFact fact, TableRelation relation) => sums.TryGetValue(fact, out var its) && its.Exists(t => !IsRowBalance(t) && IsSame(t, relation));

        // The other rows tell which movements are taken off; the sum of a balance by itself tries what fits.
        bool IsTold(TableTotal total)
        {
            var isTold = IsRowBalance(total) && found.Exists(r => r.Result == total.Total && IsSame(total, r));
            total.IsExplained |= isTold;
            return isTold;
        }

        void Add(RelationTable table, bool inRows)
        {
            if (table.Fields.Length < 2)
            {
                return;
            }

            var finder = new RelationFinder(table, headings, settings);
            foreach (var relation in finder.Find())
            {
                RelationFact.AddTo(found, table, relation, inRows, settings);
            }

            context.Work += finder.Work;
        }
    }

    private static Dictionary<NumericFact, List<TableTotal>> ByTotal(List<TableTotal> totals)
    {
        var sums = new Dictionary<NumericFact, List<TableTotal>>();
        foreach (var total in totals)
        {
            if (!sums.TryGetValue(total.Total, out var its))
            {
                sums[total.Total] = its = [];
            }

            its.Add(total);
        }

        return sums;
    }

    /// <summary>True for a balance along a row; those down a column are told of as such.</summary>
    private static bool IsRowBalance(TableTotal total) => total is { Evidence: "balance", IsColumn: false };

    /// <summary>True where a relation says no more than a total does.</summary>
    private static bool IsSame(TableTotal total, TableRelation relation)
    {
        if (total.Parts.Count != relation.Operands.Count || !IsOf(total, relation.Result))
        {
            return false;
        }

        foreach (var operand in relation.Operands)
        {
            if (!IsOf(total, operand))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOf(TableTotal total, NumericFact fact)
    {
        if (fact == total.Total)
        {
            return true;
        }

        foreach (var part in total.Parts)
        {
            if (part == fact)
            {
                return true;
            }
        }

        return false;
    }
}
