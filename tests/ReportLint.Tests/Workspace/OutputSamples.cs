using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Fixes;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Tests.Workspace;

/// <summary>Documents with findings made by hand: outputs are tested apart from rules.</summary>
internal static class OutputSamples
{
    public static readonly DiagnosticDescriptor Mismatch = new("RL1001", "total-mismatch", "Parts do not add up.", DiagnosticSeverity.Error, "Readers check sums.\n");

    public static ReportDocument Document(string text, string path = "drafts/one.md") => DocumentReader.Read(path, Encoding.UTF8.GetBytes(text));

    /// <summary>A finding on the first occurrence of a piece of text, with related places on the others.</summary>
    public static Diagnostic Finding(ReportDocument document, string at, params string[] related) => new()
    {
        Descriptor = Mismatch,
        Severity = DiagnosticSeverity.Error,
        Document = document,
        Span = Find(document, at),
        Message = "177 + 220 = 397, but the text says 398",
        RelatedLocations = [.. related.Select(r => new RelatedLocation(Find(document, r), "part"))],
        Fixes = [new CodeFix($"Replace {at} with 397", [new TextChange(Find(document, at), "397")])],
    };

    public static LintResult Result(ReportDocument document, params Diagnostic[] diagnostics) => new()
    {
        Document = document,
        Diagnostics = diagnostics,
        Facts = new FactStore(),
        Numbers = [],
        Coverage = new(2, 1, 1, 0),
        Work = 0,
    };

    private static TextSpan Find(ReportDocument document, string text) =>
        new(document.Source.Content.IndexOf(text, StringComparison.Ordinal), text.Length);
}
