using System.Numerics;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Tells of most keys at once that one value alone stands under them: keys are places in a table, and two that share one are taken for
/// one. What it lets through must be looked at.
/// </summary>
internal sealed class RivalFilter
{
    private const int PlacesPerKey = 4;
    private const int Several = -1;

    // The value of each place with one added; 0 for none.
    private readonly int[] _values;

    /// <summary>A filter for about so many keys.</summary>
    public RivalFilter(int keys) => _values = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys * PlacesPerKey))];

    /// <summary>Takes note of a value, from 0, under a key.</summary>
    public void Add(uint key, int value)
    {
        ref var held = ref _values[PlaceOf(key)];
        held = held == 0 || held == value + 1 ? value + 1 : Several;
    }

    /// <summary>False where certainly no two values were noted under a key.</summary>
    public bool MayHaveRivals(uint key) => _values[PlaceOf(key)] == Several;

    /// <summary>The key of a sequence so far with one number more.</summary>
    public static uint With(uint key, int number) => (key * 31) + (uint)number;

    private int PlaceOf(uint key) => (int)((key * 0x9E3779B1u >> 7) & (uint)(_values.Length - 1));
}
