using System.Numerics;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// The figures of a grid as whole numbers of a tenth of the last digit that any of them has, so that what rounding allows of each is whole as well. Guesses at
/// sums, shares and relations are refused in them, and the same ones are that decimals would refuse.
/// </summary>
internal sealed class TableUnits
{
    /// <summary>So that no product of two figures, scaled, is more than 128 bits hold, and no sum of thousands of them more than 64.</summary>
    private const long LargestFigure = 1L << 49;

    private const int MostDecimals = 7;

    private readonly UnitCell[] _cells;
    private readonly int _columns;

    private TableUnits(UnitCell[] cells, int columns, long ofOne) => (_cells, _columns, OfOne) = (cells, columns, ofOne);

    /// <summary>How many units make one.</summary>
    public long OfOne { get; }

    /// <summary>The cells, row after row.</summary>
    public UnitCell[] Cells => _cells;

    /// <summary>The figure of a cell.</summary>
    public ref readonly UnitCell this[int row, int column] => ref _cells[(row * _columns) + column];

    /// <summary>The figures in units; null where one is too long. Figures beyond <see cref="Relations.RelationCell.Largest"/> are left out.</summary>
    public static TableUnits? Of(TableGrid grid)
    {
        var decimals = 1;
        for (var row = grid.FirstRow; row < grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                decimals = grid.Facts[row, column] is null ? decimals : Math.Max(decimals, grid.Cells[row, column].Nominal.Scale + 1);
            }
        }

        if (decimals > MostDecimals)
        {
            return null;
        }

        var ofOne = (long)PowersOfTen.At(decimals);
        var cells = new UnitCell[grid.RowCount * grid.ColumnCount];
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            ref readonly var kind = ref grid.Columns[column];
            var ofGrid = 0L;
            if (kind.Grid > 0 && !TryScale(kind.Grid, decimals, out ofGrid))
            {
                return null;
            }

            for (var row = grid.FirstRow; row < grid.RowCount; row++)
            {
                ref readonly var cell = ref grid.Cells[row, column];
                if (grid.Facts[row, column] is null)
                {
                    cells[(row * grid.ColumnCount) + column] = new() { IsNought = cell.Kind is CellKind.Zero or CellKind.Blank };
                }
                else if (TryScale(cell.Nominal, decimals, out var value) && TryScale(cell.Step, decimals, out var step))
                {
                    var half = cell.IsApproximate ? Math.Abs(value) / 10 : ofGrid > 0 ? ofGrid / 2 : kind.IsRounded ? step / 2 : 0;
                    if (Math.Abs(value) <= (long)Relations.RelationCell.Largest || !IsTooLarge(cell))
                    {
                        cells[(row * grid.ColumnCount) + column] = UnitCell.Of(value, step, half, isWhole: step >= ofOne);
                    }
                }
                else if (!IsTooLarge(cell))
                {
                    return null;
                }
            }
        }

        return new(cells, grid.ColumnCount, ofOne);
    }

    private static bool IsTooLarge(in CellContent cell) => Math.Abs(cell.Nominal) > Relations.RelationCell.Largest;

    /// <summary>A decimal as a whole number of units; false where it is too large or has more decimals.</summary>
    private static bool TryScale(decimal value, int decimals, out long scaled)
    {
        const int highest = 3;
        const int scaleBits = 16;
        Span<int> bits = stackalloc int[highest + 1];
        decimal.GetBits(value, bits);
        var size = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
        var missing = decimals - ((bits[highest] >> scaleBits) & byte.MaxValue);
        scaled = 0;
        if (bits[2] != 0 || missing < 0 || size > LargestFigure / PowersOfTen.At(missing))
        {
            return false;
        }

        scaled = (long)(size * PowersOfTen.At(missing));
        scaled = bits[highest] < 0 ? -scaled : scaled;
        return true;
    }
}

/// <summary>A figure in whole units.</summary>
internal readonly struct UnitCell
{
    /// <summary>The figure; 0 where there is none.</summary>
    public long Value { get; private init; }

    /// <summary>The weight of its last digit.</summary>
    public long Step { get; private init; }

    /// <summary>How far its value may be from what is written.</summary>
    public long Half { get; private init; }

    /// <summary>As <see cref="Half"/>, but half of the last digit where that lies behind the point.</summary>
    public long Strict { get; private init; }

    /// <summary>As <see cref="Half"/>, but half of the last digit at least: whole numbers may be rounded too.</summary>
    public long Loose { get; private init; }

    /// <summary>About the binary logarithm of its size, see <see cref="SizeOf"/>.</summary>
    public int Size { get; private init; }

    /// <summary>True where there is a figure.</summary>
    public bool IsFigure { get; private init; }

    /// <summary>True for a blank cell and a dash, which among movements is nothing.</summary>
    public bool IsNought { get; init; }

    /// <summary>One for each bit, and so many parts of one bit for what <see cref="SizeOf"/> tells.</summary>
    public const int Bit = 256;

    /// <summary>By so much at most a size is less than the logarithm: the line between two powers of two lies below it by 0.0861, and parts are cut off.</summary>
    public const int Error = 24;

    /// <summary>A figure.</summary>
    /// <param name="value">In units.</param>
    /// <param name="step">The weight of its last digit.</param>
    /// <param name="half">How far its value may be from what is written.</param>
    /// <param name="isWhole">True where its last digit stands before the point.</param>
    public static UnitCell Of(long value, long step, long half, bool isWhole) => new()
    {
        Value = value,
        Step = step,
        Half = half,
        Strict = isWhole ? half : Math.Max(half, step / 2),
        Loose = Math.Max(half, step / 2),
        Size = SizeOf(value),
        IsFigure = true,
    };

    /// <summary>The binary logarithm of a number without its sign, in parts of a <see cref="Bit"/>, straight between powers of two; less than it by <see cref="Error"/> at most.</summary>
    public static int SizeOf(long value)
    {
        const int fractionBits = 8;
        if (value == 0)
        {
            return 0;
        }

        var size = (ulong)Math.Abs(value);
        var whole = BitOperations.Log2(size);
        var fraction = whole >= fractionBits ? size >> (whole - fractionBits) : size << (fractionBits - whole);
        return (whole * Bit) + (int)(fraction & (Bit - 1));
    }
}
