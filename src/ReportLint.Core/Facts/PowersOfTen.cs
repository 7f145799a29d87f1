namespace ReportLint.Core.Facts;

/// <summary>The powers of ten that a whole number of 64 bits holds.</summary>
internal static class PowersOfTen
{
    private static readonly ulong[] Powers = Make();

    /// <summary>The largest exponent.</summary>
    public const int Most = 18;

    /// <summary>Ten to the power of an exponent from 0 to <see cref="Most"/>.</summary>
    public static ulong At(int exponent) => Powers[exponent];

    private static ulong[] Make()
    {
        var powers = new ulong[Most + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
