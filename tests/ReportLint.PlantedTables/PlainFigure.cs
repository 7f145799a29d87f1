using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportLint.PlantedTables;

/// <summary>
/// The oracle's own reading of a cell, on purpose not the tool's: figures with commas and decimals, a currency sign, brackets or a
/// minus for negatives; a dash or nothing is nought; all else is no figure.
/// </summary>
public static partial class PlainFigure
{
    /// <summary>What a cell holds, or null where it holds words, percentages or a mixture.</summary>
    public static decimal? Read(string cell)
    {
        var text = cell.Replace(" ", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0 || Nought().IsMatch(text))
        {
            return 0;
        }

        if (Figure().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var value = decimal.Parse(match.Groups["digits"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return match.Groups["minus"].Length > 0 ? -value : value;
    }

    /// <summary>True where a cell shows digits.</summary>
    public static bool HasDigits(string cell) => cell.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    [GeneratedRegex(@"^[$£€]?[-–—−]+$")]
    private static partial Regex Nought();

    [GeneratedRegex(@"^(?<minus>[$£€]?\(|[-–−])?[$£€]?(?<digits>\d{1,3}(,\d{3})+(\.\d+)?|\d{1,12}(\.\d+)?)\)?$")]
    private static partial Regex Figure();
}
