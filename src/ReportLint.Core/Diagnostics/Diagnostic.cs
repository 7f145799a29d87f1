using ReportLint.Core.Documents;
using ReportLint.Core.Fixes;
using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>How serious a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>May be wrong about honest prose.</summary>
    Warning,

    /// <summary>Facts that contradict each other.</summary>
    Error,
}

/// <summary>What a kind of finding is: one for each rule, and one for each of the tool's own RL0 ids. Immutable.</summary>
/// <param name="Id">The id, such as <c>RL1001</c>; never changes meaning.</param>
/// <param name="Name">Named for the defect, such as <c>total-mismatch</c>.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="DefaultSeverity">Severity where the configuration says nothing.</param>
/// <param name="Why">Why it matters to a reader of the report; Markdown.</param>
public sealed record DiagnosticDescriptor(string Id, string Name, string Summary, DiagnosticSeverity DefaultSeverity, string Why);

/// <summary>Another place that a finding speaks of.</summary>
/// <param name="Span">The place, in the same document.</param>
/// <param name="Message">What is there, a few words.</param>
public sealed record RelatedLocation(TextSpan Span, string Message);

/// <summary>One finding in one document. Immutable.</summary>
public sealed record Diagnostic
{
    /// <summary>What kind of finding it is.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>Its severity after configuration.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The document.</summary>
    public required ReportDocument Document { get; init; }

    /// <summary>The place; lies inside the document.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>One sentence or two, the arithmetic shown.</summary>
    public required string Message { get; init; }

    /// <summary>The other places, in document order.</summary>
    public IReadOnlyList<RelatedLocation> RelatedLocations { get; init; } = [];

    /// <summary>Why somebody suppressed it; null for a finding that is not suppressed.</summary>
    public string? SuppressionReason { get; init; }

    /// <summary>The file beside the document that suppresses it; null where a comment in the document does, or nothing.</summary>
    public string? SuppressionSource { get; init; }

    /// <summary>What could be done, best first; never applied unasked.</summary>
    public IReadOnlyList<CodeFix> Fixes { get; init; } = [];
}
