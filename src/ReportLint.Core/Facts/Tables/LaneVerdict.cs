namespace ReportLint.Core.Facts.Tables;

/// <summary>How a sum compares with the figure that should be it.</summary>
/// <param name="IsUsable">True where there is a figure to compare with a sum.</param>
/// <param name="IsEvidence">True where at least two parts are not nought, so that agreement says something.</param>
/// <param name="Holds">True where they agree within rounding.</param>
/// <param name="Digits">Decimal digits of agreement, where they agree.</param>
/// <param name="Gap">The difference as a share of the larger, from 0 to 1.</param>
/// <param name="IsWithinParts">True where the figure lies between the smallest and the largest part and no part is negative.</param>
internal readonly record struct LaneVerdict(bool IsUsable, bool IsEvidence, bool Holds, decimal Digits, decimal Gap, bool IsWithinParts)
{
    /// <summary>Compares a sum with the figure of a line.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">The line.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="sum">The sum of the parts.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="withDigits">False where nobody asks for <see cref="Digits"/>.</param>
    public static LaneVerdict Of(TableLines table, int line, int lane, in LaneSum sum, TableSettings settings, bool withDigits = true)
    {
        ref readonly var cell = ref table.Cell(line, lane);
        ref readonly var column = ref table.Column(line, lane);
        if (cell.Kind != CellKind.Number || sum.IsUnusable || sum.Figures == 0 || !sum.Takes(cell, column))
        {
            return default;
        }

        var difference = Math.Abs(sum.Nominal - cell.Nominal);
        var tolerance = sum.Tolerance + LaneSum.HalfStep(cell, column);
        var holds = difference <= tolerance;
        var larger = Math.Max(Math.Abs(cell.Nominal), Math.Abs(sum.Nominal));
        var gap = difference == 0 || larger == 0 ? 0 : Math.Min(1, difference / larger);
        var isWithin = sum.Smallest >= 0 && cell.Nominal >= sum.Smallest && cell.Nominal <= sum.Largest &&
            (gap > settings.CloseGap || cell.Nominal == sum.Largest);
        return new(true, sum.Figures >= 2, holds, holds && withDigits ? CountDigits(larger, difference == 0 ? cell.Step : Math.Max(2 * tolerance, cell.Step)) : 0, gap, isWithin);
    }

    /// <summary>How many decimal digits of agreement there are in meeting a value to within a unit: its decimal logarithm in units, within a fiftieth.</summary>
    internal static decimal CountDigits(decimal value, decimal unit)
    {
        if (value < unit)
        {
            return 0;
        }

        var digits = 0m;
        for (; value >= unit * 10; unit *= 10)
        {
            digits++;
        }

        return digits + Rest(value / unit);
    }

    /// <summary>The same of whole numbers.</summary>
    internal static decimal CountDigits(long value, long unit)
    {
        if (value < unit)
        {
            return 0;
        }

        var digits = 0;
        for (; value / 10 >= unit; unit *= 10)
        {
            digits++;
        }

        return digits + Rest((decimal)value / unit);
    }

    /// <summary>The decimal logarithm of a number from one to ten, within a fiftieth.</summary>
    private static decimal Rest(decimal rest) => rest < 2 ? (rest - 1) * 0.3m : rest < 5 ? 0.3m + ((rest - 2) * 0.133m) : 0.7m + ((rest - 5) * 0.06m);
}
