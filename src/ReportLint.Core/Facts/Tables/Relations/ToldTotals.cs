namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>The totals of a table by the cells that they stand in, to tell which sums among fields they state already.</summary>
internal sealed class ToldTotals(TableGrid grid, List<TableTotal> totals)
{
    /// <summary>For each cell one more than the number of its last total, or 0; for each total the same of the one before it in its cell.</summary>
    private int[]? _last;
    private int[] _before = [];

    /// <summary>True where a total says of the figures of a record what a sum does.</summary>
    public bool Tell(RelationTable table, Relation sum, int record)
    {
        if (totals.Count == 0)
        {
            return false;
        }

        for (var i = 0; i < sum.Figures; i++)
        {
            var (field, other) = sum.PlaceOf(i, record);
            if (table.FactAt(field, other) is not { } fact)
            {
                return false;
            }

            for (var at = Last(fact); at > 0; at = _before[at - 1])
            {
                var total = totals[at - 1];
                if (total.Total == fact && !total.IsRowBalance && IsSame(total, table, sum, record))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Last(NumericFact fact)
    {
        if (_last is null)
        {
            _last = new int[grid.RowCount * grid.ColumnCount];
            _before = new int[totals.Count];
            for (var i = 0; i < _before.Length; i++)
            {
                ref var last = ref _last[CellOf(totals[i].Total)];
                (_before[i], last) = (last, i + 1);
            }
        }

        return _last[CellOf(fact)];
    }

    private int CellOf(NumericFact fact) => fact.Block.Cell is { } cell ? ((cell.Row - grid.Offset) * grid.ColumnCount) + cell.Column : 0;

    /// <summary>True where all figures of a sum, and no others, are those of a total; the total is one of them.</summary>
    private static bool IsSame(TableTotal total, RelationTable table, Relation sum, int record)
    {
        if (total.Parts.Length != sum.Figures - 1)
        {
            return false;
        }

        for (var i = 0; i < sum.Figures; i++)
        {
            var (field, other) = sum.PlaceOf(i, record);
            if (!total.IsOf(table.FactAt(field, other)))
            {
                return false;
            }
        }

        return true;
    }
}
