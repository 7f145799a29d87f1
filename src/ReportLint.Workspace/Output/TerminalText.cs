using System.Globalization;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;

namespace ReportLint.Workspace.Output;

/// <summary>The pieces that the outputs for people share.</summary>
public static class TerminalText
{
    /// <summary>ANSI bold.</summary>
    public const string Bold = "1";

    /// <summary>The line of counts: findings by severity, files, and how many of the numbers were checked.</summary>
    public static string SummaryLine(RunSummary summary, int filesWithFindings)
    {
        var files = Plural(summary.Files, "file");
        var findings = summary.HasAtLeast(DiagnosticSeverity.Info) ? $"{Findings(summary)} in {filesWithFindings} of {files}" : $"No findings in {files}";
        return $"{findings}; {Numbers(summary.Coverage)}.";
    }

    /// <summary>The line of counts of one file.</summary>
    public static string CountsLine(RunSummary summary) =>
        $"{(summary.HasAtLeast(DiagnosticSeverity.Info) ? Findings(summary) : "No findings")}; {Numbers(summary.Coverage)}.";

    private static string Findings(RunSummary summary)
    {
        var counts = new List<string>();
        foreach (var (severity, name) in new[] { (DiagnosticSeverity.Error, "error"), (DiagnosticSeverity.Warning, "warning"), (DiagnosticSeverity.Info, "info") })
        {
            if (summary.Count(severity) > 0)
            {
                counts.Add(Plural(summary.Count(severity), name));
            }
        }

        return string.Join(", ", counts);
    }

    private static string Numbers(Coverage coverage)
    {
        var all = coverage.Checked + coverage.Flagged + coverage.Unbound;
        return all == 0
            ? "no numbers to check"
            : string.Create(CultureInfo.InvariantCulture, $"{coverage.Checked + coverage.Flagged:N0} of {Plural(all, "number")} checked ({Percent(coverage.Ratio ?? 0)})");
    }

    /// <summary>A share as a whole percentage, rounded down: 100% is all of them.</summary>
    public static string Percent(decimal ratio) => decimal.Floor(ratio * 100).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>A number with its noun: <c>1 file</c>, <c>2 files</c>.</summary>
    public static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The ANSI colour of a severity.</summary>
    public static string Colour(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "1;31",
        DiagnosticSeverity.Warning => "1;33",
        _ => "1;36",
    };

    /// <summary>Text of a draft or a file name, made safe for a terminal.</summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            CodeFrame.AppendVisible(visible, rune);
        }

        return visible.ToString();
    }
}
