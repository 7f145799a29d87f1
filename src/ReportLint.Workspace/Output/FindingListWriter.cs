using System.Globalization;
using ReportLint.Core;

namespace ReportLint.Workspace.Output;

/// <summary>For people at a glance: each draft with its findings, a line each, and a line of counts at the end.</summary>
public sealed class FindingListWriter(TextWriter writer, TextStyle style) : IReportWriter
{
    private int _filesWithFindings;

    /// <inheritdoc/>
    public void Add(LintResult result)
    {
        var path = TerminalText.Visible(result.Document.Path);
        if (result.Diagnostics.Count == 0)
        {
            writer.WriteLine($"{path}: no findings");
            return;
        }

        _filesWithFindings++;
        writer.WriteLine($"{style.Paint(path, TerminalText.Bold)}:");
        var places = result.Diagnostics.Select(d => result.Document.Source.GetLinePosition(d.Span.Start))
            .Select(static p => string.Create(CultureInfo.InvariantCulture, $"{p.Line + 1}:{p.Character + 1}")).ToList();
        var width = places.Max(static p => p.Length);
        for (var i = 0; i < places.Count; i++)
        {
            var diagnostic = result.Diagnostics[i];
            var severity = style.Paint(JsonParts.Name(diagnostic.Severity).PadRight(7), TerminalText.Colour(diagnostic.Severity));
            writer.WriteLine($"  {places[i].PadLeft(width)}  {severity} {diagnostic.Descriptor.Id}  {TerminalText.Visible(diagnostic.Message)}");
        }
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        writer.WriteLine();
        writer.WriteLine(TerminalText.SummaryLine(summary, _filesWithFindings));
        writer.Flush();
    }
}
