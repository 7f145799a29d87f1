namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// The figures of a table for relations among fields: fields are columns and records are rows, or the other way round in a table
/// whose rows are fields.
/// </summary>
internal sealed class RelationTable
{
    private readonly RelationCell[,] _cells;

    private RelationTable(RelationField[] fields, RelationRecord[] records, RelationCell[,] cells)
    {
        Fields = fields;
        Records = records;
        _cells = cells;
    }

    /// <summary>The fields in the order of the table.</summary>
    public RelationField[] Fields { get; }

    /// <summary>The records in the order of the table.</summary>
    public RelationRecord[] Records { get; }

    /// <summary>The figure of a field in a record; without a fact where there is none.</summary>
    public ref readonly RelationCell this[int field, int record] => ref _cells[field, record];

    /// <summary>True where a record goes on from the one before it: neither is a summary, and no heading stands between them.</summary>
    public bool Follows(int record) => record > 0 && !Records[record].StartsSection && !Records[record - 1].IsSummary;

    /// <summary>Columns as fields, rows as records.</summary>
    public static RelationTable OfColumns(TableGrid grid, TableLines rows)
    {
        var fields = new List<RelationField>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column].IsNumeric)
            {
                fields.Add(new(column, grid.HeadingOf(column)));
            }
        }

        return Make(grid, fields.ToArray(), RecordsOf(rows), isTurned: true);
    }

    /// <summary>Rows as fields, columns as records.</summary>
    public static RelationTable OfRows(TableGrid grid, TableLines rows, TableLines columns)
    {
        var fields = new List<RelationField>(rows.Lines.Length);
        foreach (var line in rows.Lines)
        {
            if (line.Role != LineRole.Section)
            {
                fields.Add(new(line.Index, grid.LabelOf(line.Index)));
            }
        }

        var records = new RelationRecord[columns.Lines.Length];
        for (var i = 0; i < records.Length; i++)
        {
            var line = columns.Lines[i];
            records[i] = new(line.Index, line.Role, line.Label);
        }

        return Make(grid, fields.ToArray(), records, isTurned: false);
    }

    private static RelationRecord[] RecordsOf(TableLines rows)
    {
        var records = new List<RelationRecord>(rows.Lines.Length);
        var startsSection = true;
        foreach (var line in rows.Lines)
        {
            if (line.Role != LineRole.Section)
            {
                records.Add(new(line.Index, line.Role, line.Label) { StartsSection = startsSection });
            }

            startsSection = line.Role == LineRole.Section;
        }

        return records.ToArray();
    }

    /// <summary>A table of fields and records.</summary>
    /// <param name="grid">The figures.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="records">The records.</param>
    /// <param name="isTurned">True where records are rows; false where fields are.</param>
    private static RelationTable Make(TableGrid grid, RelationField[] fields, RelationRecord[] records, bool isTurned)
    {
        var cells = new RelationCell[fields.Length, records.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            for (var r = 0; r < records.Length; r++)
            {
                var (row, column) = isTurned ? (records[r].Index, fields[f].Index) : (fields[f].Index, records[r].Index);
                ref readonly var cell = ref grid.Cells[row, column];
                var fact = grid.Facts[row, column];
                if (fact is not null && Math.Abs(cell.Nominal) <= RelationCell.Largest)
                {
                    cells[f, r] = RelationCell.Of(cell, fact);
                    fields[f].Count(fact);
                }
                else if (cell.Kind is CellKind.Zero or CellKind.Blank)
                {
                    cells[f, r] = new RelationCell(null, 0, 0, 0, 0) { IsNought = true };
                    fields[f].Noughts++;
                }
            }
        }

        return new(fields, records, cells);
    }
}

/// <summary>One field: a column, or a row of a table whose rows are fields.</summary>
internal sealed class RelationField(int index, TokenizedBlock? heading)
{
    private int _percents;

    /// <summary>Number of the column or row.</summary>
    public int Index { get; } = index;

    /// <summary>Its heading, or null.</summary>
    public TokenizedBlock? Heading { get; } = heading;

    /// <summary>How many figures it holds.</summary>
    public int Figures { get; private set; }

    /// <summary>How many of its cells are blank or a dash.</summary>
    public int Noughts { get; set; }

    /// <summary>True where most figures are percentages.</summary>
    public bool IsPercent => _percents * 2 > Figures;

    /// <summary>Counts a figure.</summary>
    public void Count(NumericFact fact)
    {
        Figures++;
        _percents += fact is Percentage ? 1 : 0;
    }
}

/// <summary>One record.</summary>
/// <param name="Index">Number of the row or column.</param>
/// <param name="Role">What it is among the others.</param>
/// <param name="Label">Its label, or empty.</param>
internal readonly record struct RelationRecord(int Index, LineRole Role, string Label)
{
    /// <summary>True for the first record, and the first below the heading of a section.</summary>
    public bool StartsSection { get; init; }

    /// <summary>True for totals, averages and the like, which need not be the product or the change of their own figures.</summary>
    public bool IsSummary => Role is not (LineRole.Part or LineRole.Deduction);
}

/// <summary>A figure and how far its value may be from what is written.</summary>
/// <param name="Fact">The fact; null where there is no figure.</param>
/// <param name="Value">The number as written.</param>
/// <param name="Step">The weight of its last digit.</param>
/// <param name="Strict">How far it may be off where whole numbers are exact.</param>
/// <param name="Loose">How far it may be off where whole numbers may be rounded too.</param>
internal readonly record struct RelationCell(NumericFact? Fact, decimal Value, decimal Step, decimal Strict, decimal Loose)
{
    /// <summary>True for a blank cell and a dash, which among movements is nothing.</summary>
    public bool IsNought { get; init; }

    /// <summary>Larger figures are left out, so that no product overflows.</summary>
    public const decimal Largest = 1e12m;

    /// <summary>Reads the rounding of a cell.</summary>
    public static RelationCell Of(in CellContent cell, NumericFact fact)
    {
        var known = fact.Value is { Low: { } low, High: { } high } ? (high - low) / 2 : 0;
        return new(fact, cell.Nominal, cell.Step, Math.Max(known, cell.Step < 1 ? cell.Step / 2 : 0), Math.Max(known, cell.Step / 2));
    }
}
