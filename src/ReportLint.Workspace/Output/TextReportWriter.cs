using System.Globalization;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>For people: each finding with its message, the lines it speaks of with the numbers underlined, and a line of counts at the end.</summary>
public sealed class TextReportWriter(TextWriter writer, TextStyle style) : IReportWriter
{
    private const int MaximumFrames = 8;

    /// <summary>As long as the longest number of a line. Filling with blanks is what the framework compiles at run time.</summary>
    private const string Gutter = "          ";

    private const string Blue = "34";
    private int _filesWithFindings;

    /// <inheritdoc/>
    public void Add(LintResult result)
    {
        _filesWithFindings += result.Diagnostics.Count > 0 ? 1 : 0;
        foreach (var diagnostic in result.Diagnostics)
        {
            Write(diagnostic);
        }
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        writer.WriteLine(TerminalText.SummaryLine(summary, _filesWithFindings));
        writer.Flush();
    }

    private void Write(Diagnostic diagnostic)
    {
        var at = diagnostic.Document.Source.GetLinePosition(diagnostic.Span.Start);
        var severity = JsonParts.Name(diagnostic.Severity);
        writer.WriteLine($"{style.Paint(TerminalText.Visible($"{diagnostic.Document.Path}:{at.Line + 1}:{at.Character + 1}"), TerminalText.Bold)}: {style.Paint($"{severity} {diagnostic.Descriptor.Id}", TerminalText.Colour(diagnostic.Severity))} {diagnostic.Descriptor.Name}");
        writer.WriteLine($"  {style.Paint(TerminalText.Visible(diagnostic.Message), TerminalText.Bold)}");
        if (!(diagnostic.Span.IsEmpty && diagnostic.Span.Start == 0))
        {
            WriteFrames(diagnostic);
        }

        // The best comes first; the others stand in the JSON and SARIF outputs.
        if (diagnostic.Fixes is [var best, ..])
        {
            var others = diagnostic.Fixes.Count > 1 ? $" (or one of {diagnostic.Fixes.Count - 1} other fixes)" : "";
            writer.WriteLine($"  {(best.IsSafe ? "safe fix" : "fix")}: {TerminalText.Visible(best.Title)}{others}");
        }

        writer.WriteLine();
    }

    private void WriteFrames(Diagnostic diagnostic)
    {
        var source = diagnostic.Document.Source;
        var lastLine = source.GetLinePosition(diagnostic.Span.Start).Line;
        foreach (var related in diagnostic.RelatedLocations)
        {
            lastLine = Math.Max(lastLine, source.GetLinePosition(related.Span.Start).Line);
        }

        var gutter = (lastLine + 1).ToString(CultureInfo.InvariantCulture).Length;
        var width = Math.Max(20, style.Width - gutter - 5);
        var left = diagnostic.RelatedLocations.ToList();

        var lineSpan = source.GetLineSpan(source.GetLinePosition(diagnostic.Span.Start).Line);
        var wish = diagnostic.Span;
        foreach (var related in left)
        {
            wish = lineSpan.Contains(related.Span) ? wish.Union(related.Span) : wish;
        }

        WriteFrame(source, CodeFrame.Open(source, diagnostic.Span, wish, width), diagnostic.Span, left, gutter, TerminalText.Colour(diagnostic.Severity));
        for (var frames = 1; left.Count > 0; frames++)
        {
            if (frames == MaximumFrames)
            {
                writer.WriteLine($"  {Gutter[..gutter]} … and {TerminalText.Plural(left.Count, "more place")}");
                break;
            }

            var first = left[0];
            WriteFrame(source, CodeFrame.Open(source, first.Span, first.Span, width), null, left, gutter, Blue);
        }
    }

    private static string LineNumber(int line, int gutter)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        return Gutter[..(gutter - number.Length)] + number;
    }

    /// <summary>Writes one window with the marks of everything that it shows, and takes that from the list.</summary>
    private void WriteFrame(SourceText source, CodeFrame frame, TextSpan? primary, List<RelatedLocation> left, int gutter, string colour)
    {
        writer.WriteLine($"  {style.Paint($"{LineNumber(frame.Line, gutter)} |", Blue)} {frame.Text}");
        var marks = new StringBuilder();
        if (primary is { } span)
        {
            frame.Mark(marks, span, '^');
        }

        var shown = primary is null ? left.Where((r, i) => i == 0 || frame.Shows(r.Span)).ToList() : left.Where(r => frame.Shows(r.Span)).ToList();
        foreach (var related in shown)
        {
            frame.Mark(marks, related.Span, '-');
            left.Remove(related);
        }

        // A label that only repeats what is underlined says nothing.
        var label = string.Join(", ", shown.Where(r => r.Message.Length > 0 && !source.Content.AsSpan(r.Span.Start, r.Span.Length).SequenceEqual(r.Message))
            .Select(static r => r.Message).Distinct());
        writer.WriteLine($"  {style.Paint($"{Gutter[..gutter]} |", Blue)} {style.Paint($"{marks} {TerminalText.Visible(label)}".TrimEnd(), colour)}");
    }
}
