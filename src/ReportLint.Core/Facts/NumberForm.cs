namespace ReportLint.Core.Facts;

/// <summary>How a number in figures was written around its digits, so that a sum of such numbers reads as one: <c>£1.1m</c> + <c>£0.8m</c> is <c>£1.9m</c>.</summary>
/// <param name="Prefix">What stands before the digits: <c>£</c>.</param>
/// <param name="Suffix">What stands behind them: <c>m</c>, <c> days</c>, <c>%</c>.</param>
/// <param name="Divisor">What the scale multiplies the digits with: 1,000,000 for <c>m</c>, also where a column states it.</param>
/// <param name="IsPercent">True for percentages, whose differences are percentage points.</param>
internal sealed record NumberForm(string Prefix, string Suffix, decimal Divisor, bool IsPercent)
{
    /// <summary>The form of a number; null where it stands in words.</summary>
    public static NumberForm? Of(NumericFact fact)
    {
        if (fact.InWords || fact.IsInPieces || fact.Digits.Start < fact.Prose.Start || fact.Digits.End > fact.Prose.End)
        {
            return null;
        }

        var text = fact.Block.Prose.Text;
        var digits = text.AsSpan(fact.Digits.Start, fact.Digits.Length);
        var decimals = 0;
        for (var i = digits.LastIndexOf('.') + 1; i > 0 && i < digits.Length && char.IsAsciiDigit(digits[i]); i++)
        {
            decimals++;
        }

        var divisor = fact.Step;
        for (var i = 0; i < decimals; i++)
        {
            divisor *= 10;
        }

        return divisor > 0
            ? new(text[fact.Prose.Start..fact.Digits.Start], text[fact.Digits.End..fact.Prose.End], divisor, fact.Dimension == "percent")
            : null;
    }

    /// <summary>The form of a sum or difference; null where the two do not go together.</summary>
    public static NumberForm? Common(NumberForm? a, NumberForm? b)
    {
        if (a is null || b is null || a.Prefix != b.Prefix || a.IsPercent != b.IsPercent)
        {
            return null;
        }

        if (a.Divisor == b.Divisor)
        {
            return a.Suffix == b.Suffix || b.Suffix.Length == 0 ? a : a.Suffix.Length == 0 ? b : null;
        }

        return a is { Divisor: 1, Suffix: "" } ? a : b is { Divisor: 1, Suffix: "" } ? b : null;
    }

    /// <summary>A value, scale applied, in this form.</summary>
    public string Show(decimal value) =>
        string.Concat(value < 0 ? "-" : "", Prefix, NumberWriter.Shown(Math.Abs(Divisor == 1 ? value : value / Divisor), "#,##0.##########"), Suffix);
}
