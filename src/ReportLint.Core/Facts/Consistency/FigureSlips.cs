using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Whether a slip of the keys turns one figure into another.</summary>
internal static class FigureSlips
{
    /// <summary>Two neighbouring digits swapped, or another slip of the keys in three digits or more that leaves their number.</summary>
    public static bool IsSlip(NumericFact a, NumericFact b)
    {
        var step = Math.Min(a.Step, b.Step);
        if (SlipModel.Digits(a.Nominal, step) is not { } one || SlipModel.Digits(b.Nominal, step) is not { } two)
        {
            return false;
        }

        var isSwap = one.Length == two.Length && one.Length >= 2 && Swaps(one, two);
        return isSwap || (one.TrimEnd('0').Length >= 3 && SlipModel.IsOneSlip(one, two) && one.Length == two.Length);
    }

    /// <summary>Two neighbouring digits swapped, of three or more that do not end in noughts.</summary>
    public static bool IsSwap(NumericFact a, NumericFact b)
    {
        const int fewestDigits = 3;
        const int digitSums = 9;
        var step = Math.Min(a.Step, b.Step);
        if (SlipModel.StepsOf(a.Nominal, step) is not { } first || SlipModel.StepsOf(b.Nominal, step) is not { } second || first == second || (first - second) % digitSums != 0)
        {
            return false;
        }

        var (one, two) = (SlipModel.DigitsOf(first), SlipModel.DigitsOf(second));
        return one.Length == two.Length && one.TrimEnd('0').Length >= fewestDigits && Swaps(one, two);
    }

    private static bool Swaps(string a, string b)
    {
        var at = 0;
        while (at < a.Length && a[at] == b[at])
        {
            at++;
        }

        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }
}
