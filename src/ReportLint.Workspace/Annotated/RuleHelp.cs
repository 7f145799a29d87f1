using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;

namespace ReportLint.Workspace.Annotated;

/// <summary>What an annotated copy tells of a rule beside its findings: what it looks for, why, and how a finding that is all right is answered.</summary>
internal static class RuleHelp
{
    /// <summary>How to keep a finding of a rule from coming back, in a draft of this format.</summary>
    public static string Answer(DiagnosticDescriptor rule, DocumentFormat format) => format switch
    {
        DocumentFormat.Word => $"If it is right as it stands, answer with a comment that begins: reportlint: ignore {rule.Id}, and the reason",
        DocumentFormat.Text => $"If one is right as it stands, name {rule.Id}, its line and the reason under suppress: in a file beside the draft that ends in .reportlint.yml.",
        _ => $"If one is right as it stands, put <!-- reportlint-disable {rule.Id} and the reason --> before its paragraph or table.",
    };

    /// <summary>Why there is the rule, in one line.</summary>
    public static string Why(DiagnosticDescriptor rule) => rule.Why.ReplaceLineEndings(" ").Trim();
}
