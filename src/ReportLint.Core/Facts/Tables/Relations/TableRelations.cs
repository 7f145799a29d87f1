namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>All relations of a table: among its columns, and among its rows.</summary>
internal static class TableRelations
{
    /// <summary>The facts; suspects are marked.</summary>
    public static List<TableRelation> Find(TableGrid grid, TableLines rows, TableLines columns, IReadOnlyList<TableTotal> totals, RelationHeadings headings, TableSettings settings, AnalysisContext context)
    {
        var found = new List<TableRelation>();
        Add(RelationTable.OfColumns(grid, rows), inRows: false);
        if (found.Count == 0)
        {
            Add(RelationTable.OfRows(grid, rows, columns), inRows: true);
        }

        var sums = totals.ToLookup(static t => t.Total);
        found.RemoveAll(r => r.Kind is "sum" or "difference" && r.Operands.Append(r.Result).Any(f => sums[f].Any(t => !IsRowBalance(t) && IsSame(t, r))));
        RelationSuspects.Mark(found, [.. totals.Where(t => !IsTold(t))]);
        return found;

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
                found.AddRange(RelationFact.Make(table, relation, inRows, settings));
            }

            context.Work += finder.Work;
        }
    }

    /// <summary>True for a balance along a row; those down a column are told of as such.</summary>
    private static bool IsRowBalance(TableTotal total) => total is { Evidence: "balance", IsColumn: false };

    /// <summary>True where a relation says no more than a total does.</summary>
    private static bool IsSame(TableTotal total, TableRelation relation) =>
        total.Parts.Count == relation.Operands.Count && relation.Operands.Append(relation.Result).All(f => f == total.Total || total.Parts.Contains(f));
}
