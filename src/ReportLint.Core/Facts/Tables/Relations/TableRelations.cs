namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>All relations of a table: among its columns, and among its rows.</summary>
internal static class TableRelations
{
    /// <summary>The facts; suspects are marked.</summary>
    public static List<TableRelation> Find(TableGrid grid, TableLines rows, TableLines columns, List<TableTotal> totals, RelationHeadings headings, TableSettings settings, AnalysisContext context)
    {
        var found = new List<TableRelation>();
        var told = new ToldTotals(grid, totals);
        if (Add(RelationTable.OfColumns(grid, rows), inRows: false) == 0)
        {
            Add(RelationTable.OfRows(grid, rows, columns), inRows: true);
        }

        if (found.Count > 0)
        {
            RelationSuspects.Mark(found, totals.FindAll(total => !IsTold(total)));
        }

        return found;

        // The other rows tell which movements are taken off; the sum of a balance by itself tries what fits.
        bool IsTold(TableTotal total)
        {
            var isTold = total.IsRowBalance && found.Exists(r => r.Result == total.Total && IsSame(total, r));
            total.IsExplained |= isTold;
            return isTold;
        }

        int Add(RelationTable table, bool inRows)
        {
            if (table.Fields.Length < 2)
            {
                return 0;
            }

            var finder = new RelationFinder(table, headings, settings);
            var count = 0;
            foreach (var relation in finder.Find())
            {
                count += RelationFact.AddTo(found, table, relation, inRows, settings, told);
            }

            context.Work += finder.Work;
            return count;
        }
    }

    /// <summary>True where a relation says no more than a total does.</summary>
    private static bool IsSame(TableTotal total, TableRelation relation)
    {
        if (total.Parts.Length != relation.Operands.Count || !total.IsOf(relation.Result))
        {
            return false;
        }

        foreach (var operand in relation.Operands)
        {
            if (!total.IsOf(operand))
            {
                return false;
            }
        }

        return true;
    }
}
