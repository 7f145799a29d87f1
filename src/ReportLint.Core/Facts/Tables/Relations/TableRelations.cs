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
        found.RemoveAll(r => r.Kind is "sum" or "difference" && r.Operands.Append(r.Result).Any(f => sums[f].Any(t => IsSame(t, r))));
        RelationSuspects.Mark(found, totals);
        return found;

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

    /// <summary>True where a relation says no more than a total does.</summary>
    private static bool IsSame(TableTotal total, TableRelation relation) =>
        total.Parts.Count == relation.Operands.Count && relation.Operands.Append(relation.Result).All(f => f == total.Total || total.Parts.Contains(f));
}
