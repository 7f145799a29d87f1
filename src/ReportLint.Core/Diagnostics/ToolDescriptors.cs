namespace ReportLint.Core.Diagnostics;

/// <summary>The RL0 descriptors: what the tool says of the document and of itself. All other ids are YAML rules.</summary>
public static class ToolDescriptors
{
    /// <summary>RL0001 unreadable-document.</summary>
    public static readonly DiagnosticDescriptor UnreadableDocument = new(
        "RL0001", "unreadable-document", "The file could not be read as what it claims to be.", DiagnosticSeverity.Error,
        "A draft that cannot be read has not been checked. The rest of the folder is still linted.");

    /// <summary>RL0004 analysis-incomplete.</summary>
    public static readonly DiagnosticDescriptor AnalysisIncomplete = new(
        "RL0004", "analysis-incomplete", "A limit stopped the analysis early.", DiagnosticSeverity.Warning,
        "What was not checked must not look as if it had been.");

    /// <summary>All of them, by id.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> All = [UnreadableDocument, AnalysisIncomplete];
}
