using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Tables;

/// <summary>A table with its cells read: which rows are headings, which columns hold figures, and of what kind.</summary>
internal sealed class TableGrid
{
    /// <summary>The blocks of the cells; null where a cell has none.</summary>
    public required TokenizedBlock?[,] Blocks { get; init; }

    /// <summary>The cells as read.</summary>
    public required CellContent[,] Cells { get; init; }

    /// <summary>The table.</summary>
    public required Table Table { get; init; }

    /// <summary>Row of the table where the grid begins: 0, but below others in a table that holds several.</summary>
    public required int Offset { get; init; }

    /// <summary>First row that is no heading; rows are those of the grid.</summary>
    public required int FirstRow { get; init; }

    /// <summary>Per column, whether it holds figures and how they are written.</summary>
    public required TableColumn[] Columns { get; init; }

    /// <summary>Number of rows, headings included.</summary>
    public int RowCount => Cells.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int ColumnCount => Cells.GetLength(1);

    /// <summary>The facts made of cells; null where a cell gave none.</summary>
    public required NumericFact?[,] Facts { get; init; }

    private TokenizedBlock?[]? _labels;
    private TableUnits? _units;
    private bool _areUnitsKnown;

    /// <summary>The figures in whole units, or null where one is too long; made when <see cref="Facts"/> are.</summary>
    public TableUnits? Units
    {
        get
        {
            if (!_areUnitsKnown)
            {
                (_units, _areUnitsKnown) = (TableUnits.Of(this), true);
            }

            return _units;
        }
    }

    /// <summary>The first cell of a row with words in it, or null.</summary>
    public TokenizedBlock? LabelOf(int row)
    {
        if (_labels is null)
        {
            _labels = new TokenizedBlock?[RowCount];
            for (var i = 0; i < _labels.Length; i++)
            {
                _labels[i] = FindLabel(i);
            }
        }

        return _labels[row];
    }

    private TokenizedBlock? FindLabel(int row)
    {
        TokenizedBlock? first = null;
        for (var column = 0; column < ColumnCount; column++)
        {
            if (Blocks[row, column] is { Tokens.Length: > 0 } block && !Columns[column].IsNumeric)
            {
                if (Cells[row, column].Kind == CellKind.Text)
                {
                    return block;
                }

                first ??= block;
            }
        }

        return first;
    }

    /// <summary>The heading cell of a column, the lowest one with text, or null.</summary>
    public TokenizedBlock? HeadingOf(int column)
    {
        for (var row = FirstRow - 1; row >= 0; row--)
        {
            if (Blocks[row, column] is { Tokens.Length: > 0 } block)
            {
                return block;
            }
        }

        return null;
    }

    /// <summary>True where no cell of a row holds a figure.</summary>
    public bool IsWithoutFigures(int row)
    {
        for (var column = 0; column < ColumnCount; column++)
        {
            if (Columns[column].IsNumeric && Cells[row, column].Kind is not (CellKind.Blank or CellKind.Text))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What the figures of a column have in common.</summary>
/// <param name="IsNumeric">True where it holds figures that count or measure; years, row numbers and labels do not.</param>
/// <param name="IsPercent">True where the figures are percentages, by sign or heading.</param>
/// <param name="IsNotSummed">True where the heading says that they are averages, rates, ranks or the like.</param>
/// <param name="IsRounded">True where the last written digit is rounded.</param>
/// <param name="Grid">The power of ten that all figures are multiples of, where that means that they are rounded to it; else 0.</param>
/// <param name="Currency">The currency that the column has, empty for none or several.</param>
internal readonly record struct TableColumn(bool IsNumeric, bool IsPercent, bool IsNotSummed, bool IsRounded, decimal Grid, string Currency)
{
    /// <summary>True where the figures are rounded to a power of ten.</summary>
    public bool HasGrid { get; } = Grid > 0;
}
