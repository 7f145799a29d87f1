using System.Globalization;
using Humanizer;

namespace ReportLint.Core.Facts;

/// <summary>Writes numbers for people: in messages, and in the place of a number that was written in some form.</summary>
public static class NumberWriter
{
    /// <summary>A number with thousands separators and as many decimals as it needs, at most <paramref name="decimals"/>; invariant culture.</summary>
    public static string Plain(decimal value, int decimals = 10) =>
        Shown(Math.Round(value, decimals, MidpointRounding.AwayFromZero), "#,##0.############################");

    /// <summary>A number in a format of thousands separators and the decimals that it needs; whole ones, which most are, by a standard format, which is read faster.</summary>
    internal static string Shown(decimal value, string format) =>
        value.Scale == 0 && value >= 0 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A number with thousands separators and the decimals that a last digit of this weight has; invariant culture.</summary>
    public static string WithStep(decimal value, decimal step) =>
        value.ToString("N" + (step is > 0 and < 1 ? Interval.Normalize(step).Scale : 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>
    /// What would stand in the place of <see cref="NumericFact.Digits"/> if the number were <paramref name="value"/> (scale
    /// applied): in words where it was in words, otherwise in figures with the same kind of separators and the same decimals.
    /// </summary>
    /// <returns>Null where the value cannot be written in that form.</returns>
    public static string? Like(NumericFact original, decimal value)
    {
        if (original.IsInPieces)
        {
            return null;
        }

        var written = original.Block.Prose.Text.Substring(original.Digits.Start, original.Digits.Length);
        if (original.InWords)
        {
            return InWords(written, value);
        }

        var decimals = Decimals(written);
        if (original.Step <= 0)
        {
            return null;
        }

        // The step is the weight of the last digit, so this many steps with that many decimals is the scaled number.
        var unit = original.Step * Power(decimals);
        var scaled = Math.Round(value / unit, decimals, MidpointRounding.AwayFromZero);
        var separator = Separator(written);

        // A number too short to have separators does not tell whether a longer one would.
        var grouped = separator is not null || Math.Abs(original.Nominal / unit) < 1000;
        var text = scaled >= 0 && decimals < Grouped.Length && (written[0] != '.' || scaled >= 1) ? scaled.ToString((grouped ? Grouped : Plainly)[decimals], CultureInfo.InvariantCulture)
            : scaled.ToString((written[0] == '.' && Math.Abs(scaled) < 1 ? "" : grouped ? "#,##0" : "0") + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture);
        return separator is { } other && other != ',' ? text.Replace(',', other) : text;
    }

    // Formats by their decimals.
    private static readonly string[] Grouped = ["N0", "N1", "N2", "N3", "N4"];
    private static readonly string[] Plainly = ["F0", "F1", "F2", "F3", "F4"];

    private static string? InWords(string written, decimal value)
    {
        if (value != Math.Truncate(value) || value < 0 || value > 1_000_000_000)
        {
            return null;
        }

        var words = ((long)value).ToWords(CultureInfo.GetCultureInfo("en"));
        return written.Length > 0 && char.IsUpper(written[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    private static int Decimals(string written)
    {
        var point = written.LastIndexOf('.');
        var count = 0;
        for (var i = point + 1; point >= 0 && i < written.Length && char.IsAsciiDigit(written[i]); i++)
        {
            count++;
        }

        return count;
    }

    private static char? Separator(string written)
    {
        for (var i = 1; i < written.Length - 1; i++)
        {
            if (written[i] is ',' or ' ' or '\u00A0' or '\u202F' or '\u2009' && char.IsAsciiDigit(written[i - 1]) && char.IsAsciiDigit(written[i + 1]))
            {
                return written[i];
            }
        }

        return null;
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }
}
