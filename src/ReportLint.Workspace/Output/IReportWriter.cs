using ReportLint.Core;

namespace ReportLint.Workspace.Output;

/// <summary>Writes the results of a run in one format, a draft at a time.</summary>
public interface IReportWriter
{
    /// <summary>Writes the findings of the next draft.</summary>
    void Add(LintResult result);

    /// <summary>Writes what is known at the end, and flushes. Called once, after all drafts.</summary>
    void Finish(RunSummary summary);
}
