namespace ReportLint.Core.Facts.Consistency;

/// <summary>From one whole number of units to another, both included.</summary>
/// <param name="Low">The smallest.</param>
/// <param name="High">The largest.</param>
internal readonly record struct UnitRange(long Low, long High);

/// <summary>What the figures of a table may be, in whole units of their last digit and a little more rather than less: most of them cannot come to a number, which this tells without decimals.</summary>
internal sealed class CellSizes
{
    private readonly decimal _unitsOfOne;
    private readonly decimal _most;

    /// <summary>For each figure what its writing allows, then its size.</summary>
    private readonly UnitRange[] _cells;

    public CellSizes(NumericFact[] cells)
    {
        byte scale = 0;
        foreach (var cell in cells)
        {
            scale = Math.Max(scale, cell.Nominal.Scale);
        }

        _unitsOfOne = PowersOfTen.At(Math.Min((int)scale, PowersOfTen.Most));
        _most = long.MaxValue / _unitsOfOne;
        _cells = new UnitRange[2 * cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var size = Math.Abs(cells[i].Nominal);
            _cells[2 * i] = Scaled(cells[i].Value);
            _cells[(2 * i) + 1] = new(Floor(size), Ceiling(size));
        }
    }

    /// <summary>Scales what a number may be, which comes first, and the sizes near which a figure must lie to come to it.</summary>
    public void Scale(Interval number, ReadOnlySpan<SizeRange> near, Span<UnitRange> places)
    {
        places[0] = Scaled(number);
        for (var i = 0; i < near.Length; i++)
        {
            places[i + 1] = new(Floor(near[i].Low), Ceiling(near[i].High));
        }
    }

    /// <summary>False where a figure neither overlaps with a number nor lies near a size.</summary>
    public bool MayGive(int cell, ReadOnlySpan<UnitRange> places)
    {
        ref readonly var value = ref _cells[2 * cell];
        ref readonly var size = ref _cells[(2 * cell) + 1];
        var may = value.Low <= places[0].High && places[0].Low <= value.High;
        for (var i = 1; i < places.Length && !may; i++)
        {
            may = size.Low <= places[i].High && places[i].Low <= size.High;
        }

        return may;
    }

    private UnitRange Scaled(Interval value) => new(value.Low is { } low ? Floor(low) : long.MinValue, value.High is { } high ? Ceiling(high) : long.MaxValue);

    private long Floor(decimal value) => value >= _most ? long.MaxValue : value <= -_most ? long.MinValue : (long)Math.Floor(value * _unitsOfOne);

    private long Ceiling(decimal value) => value >= _most ? long.MaxValue : value <= -_most ? long.MinValue : (long)Math.Ceiling(value * _unitsOfOne);
}
