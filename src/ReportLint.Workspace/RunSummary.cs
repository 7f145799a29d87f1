using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>What a run over many drafts came to. Filled by <see cref="Add"/>; not thread-safe.</summary>
public sealed class RunSummary
{
    private readonly int[] _bySeverity = new int[3];

    /// <summary>Mistakes in rule files, in configurations and in files of suppressions; known by the end of the run.</summary>
    public IReadOnlyList<KnowledgeError> Mistakes { get; set; } = [];

    /// <summary>True where a mistake left something out; warnings do not count.</summary>
    public bool HasErrors => Mistakes.Any(static m => m.Severity == KnowledgeSeverity.Error);

    /// <summary>Paths that were left out.</summary>
    public IReadOnlyList<SkippedPath> Skipped { get; init; } = [];

    /// <summary>Number of drafts linted.</summary>
    public int Files { get; private set; }

    /// <summary>What became of the numbers of all drafts.</summary>
    public Coverage Coverage { get; private set; }

    /// <summary>Number of findings of a severity.</summary>
    public int Count(DiagnosticSeverity severity) => _bySeverity[(int)severity];

    /// <summary>True where a finding is at least this severe.</summary>
    public bool HasAtLeast(DiagnosticSeverity severity) => Array.FindIndex(_bySeverity, (int)severity, static count => count > 0) >= 0;

    /// <summary>Counts one draft.</summary>
    public void Add(LintResult result)
    {
        Files++;
        Coverage += result.Coverage;
        foreach (var diagnostic in result.Diagnostics)
        {
            _bySeverity[(int)diagnostic.Severity]++;
        }
    }
}
