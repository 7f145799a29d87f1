using System.Globalization;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>
/// What one slip of the keys or of the arithmetic does to a number. The thresholds and their reasons stand in
/// <c>rules/settings/near.yml</c>.
/// </summary>
internal sealed class SlipModel(Settings settings)
{
    private readonly int _minimumDigits = (int)settings.Get("minimum_digits", 3);
    private readonly decimal _maximumRelative = settings.Get("maximum_relative", 0.1m);
    private readonly decimal _smallSteps = settings.Get("small_steps", 2);
    private readonly decimal _smallRelative = settings.Get("small_relative", 0.05m);
    private readonly decimal _minimumValue = settings.Get("minimum_value", 20);

    /// <summary>
    /// Whether a computed number and a stated one are equal as far as their writing goes, or one slip apart.
    /// <paramref name="step"/> is the weight of the last digit of the stated number.
    /// </summary>
    public bool? AreNear(Interval computed, Interval stated, decimal step)
    {
        if (computed.Intersects(stated))
        {
            return true;
        }

        if (computed.Nominal is not { } x || stated.Nominal is not { } y)
        {
            return null;
        }

        if (step <= 0 || x.Equals(0m) || y.Equals(0m) || x < 0 != y < 0)
        {
            return false;
        }

        (x, y) = (Math.Abs(x), Math.Abs(y));
        var difference = Math.Abs(x - y);
        var larger = Math.Max(x, y);
        Span<char> written = stackalloc char[MostDigits], other = stackalloc char[MostDigits];
        if (!TryDigits(y, step, ref written) || !TryDigits(x, step, ref other))
        {
            return false;
        }

        if (larger / step >= _minimumValue && difference <= Math.Max(_smallSteps * step, _smallRelative * larger))
        {
            return true;
        }

        var digits = Math.Min(written.Length, other.Length);
        if (digits < _minimumDigits || !IsOneSlip(written, other))
        {
            return false;
        }

        // A digit lost or doubled changes the size, which is what makes it a slip; the other slips must leave it alike.
        return written.Length != other.Length || difference <= _maximumRelative * larger;
    }

    /// <summary>True where one digit was mistyped, lost, doubled or put in, or two neighbours were swapped. Equal texts are no slip.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
        {
            same++;
        }

        return (a.Length - b.Length) switch
        {
            0 => same < a.Length && (EndsAlike(a, same + 1, b, same + 1) ||
                (same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && EndsAlike(a, same + 2, b, same + 2))),
            1 => EndsAlike(a, same + 1, b, same),
            -1 => EndsAlike(a, same, b, same + 1),
            _ => false,
        };
    }

    /// <summary>Whether two texts have the same characters from these places on, of which there are as many.</summary>
    private static bool EndsAlike(ReadOnlySpan<char> a, int i, ReadOnlySpan<char> b, int j)
    {
        for (; i < a.Length; i++, j++)
        {
            if (a[i] != b[j])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The digits of a number that is a whole number of steps (rounded to it otherwise), or null where they are too many.</summary>
    public static string? Digits(decimal value, decimal step) => StepsOf(value, step) is { } steps ? DigitsOf(steps) : null;

    /// <summary>The digits of a whole number.</summary>
    public static string DigitsOf(decimal steps) =>
        steps <= long.MaxValue ? ((long)steps).ToString(CultureInfo.InvariantCulture) : steps.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>How many steps a number has without its sign, rounded to whole ones; null where they are too many.</summary>
    public static decimal? StepsOf(decimal value, decimal step)
    {
        try
        {
            return Math.Round(step == 1 ? Math.Abs(value) : Math.Abs(value) / step, MidpointRounding.AwayFromZero);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>As many digits as a decimal may have.</summary>
    public const int MostDigits = 29;

    /// <summary>The same as <see cref="Digits"/> in room for <see cref="MostDigits"/>, of which what is needed is left; false where they are too many.</summary>
    public static bool TryDigits(decimal value, decimal step, ref Span<char> digits)
    {
        if (StepsOf(value, step) is not { } steps)
        {
            return false;
        }

        _ = steps <= long.MaxValue ? ((long)steps).TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) : steps.TryFormat(digits, out length, "0", CultureInfo.InvariantCulture);
        digits = digits[..length];
        return true;
    }
}
