using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReportLint.Core;

namespace ReportLint.Cli.Commands;

/// <summary>The option <c>--min-coverage PERCENT</c>: how many of the numbers of all drafts together must have been checked.</summary>
internal static class MinCoverage
{
    public static Option<CoverageMinimum?> Option() => new("--min-coverage")
    {
        Description = "End with 1 where less than this share of the numbers was checked, from 0 to 100. Drafts without numbers pass.",
        HelpName = "PERCENT",
        CustomParser = Parse,
    };

    /// <summary>True where the coverage is at least the minimum, or there is no minimum or no number; otherwise says so on standard error.</summary>
    public static bool Holds(CoverageMinimum? minimum, Coverage coverage)
    {
        if (minimum is not { Percent: var percent } || coverage.Ratio is not { } ratio || ratio * 100 >= percent)
        {
            return true;
        }

        // Rounded down, so that the line never says that 50% is below 50%.
        var numbers = coverage.Checked + coverage.Flagged + coverage.Unbound;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"reportlint: {coverage.Checked + coverage.Flagged:N0} of {numbers:N0} numbers were checked: {decimal.Floor(ratio * 1000) / 10:0.#}%, below --min-coverage {percent:0.##}"));
        return false;
    }

    private static CoverageMinimum? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
        {
            return new(percent);
        }

        result.AddError($"'{text}' is no percentage: --min-coverage takes a number from 0 to 100");
        return null;
    }
}

/// <summary>The least share of numbers that must have been checked.</summary>
/// <param name="Percent">From 0 to 100.</param>
internal sealed record CoverageMinimum(decimal Percent);
