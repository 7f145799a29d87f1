namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// The figures of a table for relations among fields: fields are columns and records are rows, or the other way round in a table
/// whose rows are fields.
/// </summary>
internal sealed class RelationTable
{
    private readonly TableGrid _grid;
    private readonly bool _isTurned;

    /// <summary>A table of fields and records.</summary>
    /// <param name="grid">The figures.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="records">The records.</param>
    /// <param name="isTurned">True where records are rows; false where fields are.</param>
    private RelationTable(TableGrid grid, RelationField[] fields, RelationRecord[] records, bool isTurned)
    {
        (_grid, Fields, Records, _isTurned) = (grid, fields, records, isTurned);
        Units = grid.Units;
        for (var f = 0; f < fields.Length; f++)
        {
            for (var r = 0; r < records.Length; r++)
            {
                if (FactAt(f, r) is { } fact)
                {
                    fields[f].Count(fact);
                }
                else if (CellAt(f, r).Kind is CellKind.Zero or CellKind.Blank)
                {
                    fields[f].Noughts++;
                }
            }
        }
    }

    /// <summary>The fields in the order of the table.</summary>
    public RelationField[] Fields { get; }

    /// <summary>The records in the order of the table.</summary>
    public RelationRecord[] Records { get; }

    /// <summary>The figure of a field in a record; without a fact where there is none. Made when it is asked for: most figures are in no guess that has to be worked out.</summary>
    public RelationCell this[int field, int record] => FactAt(field, record) is { } fact ? RelationCell.Of(CellAt(field, record), _grid.Columns[_isTurned ? Fields[field].Index : Records[record].Index], fact)
        : new(null, 0, 0, 0, 0) { IsNought = CellAt(field, record).Kind is CellKind.Zero or CellKind.Blank };

    /// <summary>The number of a field in a record as written; 0 where there is none.</summary>
    public decimal ValueAt(int field, int record) => FactAt(field, record) is { } fact ? fact.Nominal : 0;

    /// <summary>The fact of a field in a record; null where there is no figure, or one too large.</summary>
    public NumericFact? FactAt(int field, int record)
    {
        var fact = _isTurned ? _grid.Facts[Records[record].Index, Fields[field].Index] : _grid.Facts[Fields[field].Index, Records[record].Index];
        return fact is not null && (Units is not null ? UnitsAt(field, record).IsFigure : Math.Abs(fact.Nominal) <= RelationCell.Largest) ? fact : null;
    }

    /// <summary>The figures in whole units, or null where one is too long.</summary>
    public TableUnits? Units { get; }

    /// <summary>The figure of a field in a record in whole units, where there are any.</summary>
    public ref readonly UnitCell UnitsAt(int field, int record) => ref Units!.Cells[FieldAt(field) + RecordAt(record)];

    /// <summary>Where the cells of a field begin among the units; to be added to <see cref="RecordAt"/>.</summary>
    public int FieldAt(int field) => _isTurned ? Fields[field].Index : Fields[field].Index * _grid.ColumnCount;

    /// <summary>Where the cells of a record begin among the units; to be added to <see cref="FieldAt"/>.</summary>
    public int RecordAt(int record) => _isTurned ? Records[record].Index * _grid.ColumnCount : Records[record].Index;

    private ref readonly CellContent CellAt(int field, int record) => ref (_isTurned
        ? ref _grid.Cells[Records[record].Index, Fields[field].Index]
        : ref _grid.Cells[Fields[field].Index, Records[record].Index]);

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

        return new(grid, fields.ToArray(), RecordsOf(rows), isTurned: true);
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

        return new(grid, fields.ToArray(), records, isTurned: false);
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
    public static RelationCell Of(in CellContent cell, in TableColumn column, NumericFact fact)
    {
        var known = LaneSum.HalfStep(cell, column);
        return new(fact, cell.Nominal, cell.Step, Math.Max(known, cell.Step < 1 ? cell.Step / 2 : 0), Math.Max(known, cell.Step / 2));
    }
}
