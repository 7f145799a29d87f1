namespace ReportLint.Core.Facts.Tables;

/// <summary>A running sum in one lane.</summary>
internal struct LaneSum
{
    /// <summary>The sum so far, of nominal values.</summary>
    public decimal Nominal;

    /// <summary>How far rounding may move it, either way.</summary>
    public decimal Tolerance;

    /// <summary>Number of figures that are not nought.</summary>
    public int Figures;

    /// <summary>Number of blank cells.</summary>
    public int Gaps;

    /// <summary>Smallest figure.</summary>
    public decimal Smallest;

    /// <summary>Largest figure.</summary>
    public decimal Largest;

    /// <summary>True where a cell has no usable figure, or one of another unit.</summary>
    public bool IsUnusable;

    private string? _currency;

    /// <summary>Figures beyond this are not summed, so that no sum of many overflows.</summary>
    public const decimal MaximumFigure = 1e18m;

    /// <summary>Adds a cell.</summary>
    public void Add(in CellContent cell, in TableColumn column, int sign)
    {
        switch (cell.Kind)
        {
            case CellKind.Zero:
                Smallest = Math.Min(Smallest, 0);
                break;
            case CellKind.Blank or CellKind.Missing:
                Gaps++;
                break;
            case CellKind.Number:
                AddNumber(cell, column, sign);
                break;
            default:
                IsUnusable = true;
                break;
        }
    }

    /// <summary>Turns the sign of the sum.</summary>
    public void Negate() => Nominal = -Nominal;

    private void AddNumber(in CellContent cell, in TableColumn column, int sign)
    {
        IsUnusable |= !Takes(cell, column);
        if (IsUnusable)
        {
            return;
        }

        _currency ??= CurrencyOf(cell, column);
        Nominal = sign > 0 ? Nominal + cell.Nominal : Nominal - cell.Nominal;
        if (IsInexact(cell, column))
        {
            Tolerance += HalfStep(cell, column);
        }

        if (Figures == 0)
        {
            Smallest = Largest = cell.Nominal;
        }
        else if (cell.Nominal < Smallest)
        {
            Smallest = cell.Nominal;
        }
        else if (cell.Nominal > Largest)
        {
            Largest = cell.Nominal;
        }

        Figures += cell.Nominal == 0 ? 0 : 1;
    }

    /// <summary>True where a figure is not too large, and of the unit of those so far.</summary>
    public readonly bool Takes(in CellContent cell, in TableColumn column) =>
        (_currency is null || _currency == CurrencyOf(cell, column)) && Math.Abs(cell.Nominal) <= MaximumFigure;

    private static string CurrencyOf(in CellContent cell, in TableColumn column) => cell.Currency.Length > 0 ? cell.Currency : column.Currency;

    private static bool IsInexact(in CellContent cell, in TableColumn column) => cell.IsApproximate || column.HasGrid || column.IsRounded;

    /// <summary>How far the value of a cell may be from what is written.</summary>
    public static decimal HalfStep(in CellContent cell, in TableColumn column) =>
        cell.IsApproximate ? Math.Abs(cell.Nominal) / 10
        : column.HasGrid ? column.Grid * 0.5m
        : column.IsRounded ? cell.Step * 0.5m
        : 0;
}
