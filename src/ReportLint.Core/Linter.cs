using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;

namespace ReportLint.Core;

/// <summary>The way from a document to its findings. Thread-safe: one instance serves all documents.</summary>
public sealed class Linter(RuleSet rules)
{
    /// <summary>The rules in use.</summary>
    public RuleSet Rules { get; } = rules;

    /// <summary>Lints one document. Same document, same rules: same result, byte for byte.</summary>
    public LintResult Lint(ReportDocument document)
    {
        _ = Rules;
        var diagnostics = document.Notices.Select(notice => new Diagnostic
        {
            Descriptor = ToolDescriptors.All.First(d => d.Id == notice.Id),
            Severity = notice.IsFatal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            Document = document,
            Span = notice.Span,
            Message = notice.Message,
        }).ToList();
        return new LintResult
        {
            Document = document,
            Diagnostics = diagnostics,
            Facts = new FactStore(),
            Numbers = [],
            Coverage = default,
            Work = 0,
        };
    }
}
