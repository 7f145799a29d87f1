using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>The values that a way of writing allows.</summary>
internal static class WrittenInterval
{
    /// <summary>
    /// Rounding first, then the hedge. A whole count in figures is exact; decimals, scaled numbers and percentages are any
    /// value that rounds to them (either way of rounding a half is allowed, so both ends are closed).
    /// </summary>
    public static Interval Of(decimal nominal, decimal step, bool isRounded, Hedge hedge, HedgeMargins margins)
    {
        if (!isRounded && hedge == Hedge.None)
        {
            return Interval.Exactly(nominal);
        }

        var half = isRounded ? step / 2 : 0;
        var written = Interval.Around(nominal, half);
        var size = Math.Abs(nominal);
        return hedge switch
        {
            Hedge.About => Interval.Around(nominal, Math.Max(Math.Max(half, size * margins.About), Grid(nominal, step) / 2)),
            Hedge.Nearly => Interval.Of(nominal - Math.Max(size * margins.Nearly, step), nominal + half),
            Hedge.JustOver => Interval.Of(nominal - half, nominal + Math.Max(size * margins.Nearly, step)),
            Hedge.MoreThan => Interval.AtLeast(written.Low!.Value, open: half == 0),
            Hedge.AtLeast => Interval.AtLeast(written.Low!.Value),
            Hedge.LessThan => Interval.AtMost(written.High!.Value, open: half == 0),
            Hedge.AtMost => Interval.AtMost(written.High!.Value),
            _ => written,
        };
    }

    /// <summary>The weight of the last digit that is not zero: 100 for 1,400. At least the step.</summary>
    internal static decimal Grid(decimal nominal, decimal step)
    {
        if (nominal == 0)
        {
            return step;
        }

        var size = Math.Abs(nominal);
        var grid = step;
        while (grid <= size / 10 && nominal % (grid * 10) == 0)
        {
            grid *= 10;
        }

        return grid;
    }
}

/// <summary>How far hedges reach, as shares of the number; from <c>rules/settings/hedges.yml</c>.</summary>
internal sealed class HedgeMargins(Settings values)
{
    /// <summary>Either way, for <c>about</c>.</summary>
    public decimal About { get; } = values.Get("about", 0.1m);

    /// <summary>One way, for <c>nearly</c> and <c>just over</c>.</summary>
    public decimal Nearly { get; } = values.Get("nearly", 0.15m);

    /// <summary>Either way and in whole, for a fraction without a hedge: <c>a third</c>.</summary>
    public decimal Fraction { get; } = values.Get("plain_fraction", 0.03m);
}
