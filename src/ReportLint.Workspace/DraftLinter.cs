using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>Lints drafts from the disk. Thread-safe.</summary>
public sealed class DraftLinter(Linter linter)
{
    /// <summary>Drafts that may be under way or waiting for their turn, for each thread: keeps all busy behind one slow draft.</summary>
    private const int DraftsPerThread = 4;

    /// <summary>Lints one draft from the disk.</summary>
    public LintResult Lint(Draft draft) => Lint(draft.Path, () => DraftReader.Read(draft));

    /// <summary>The result that stands for a path of which nothing could be read.</summary>
    public LintResult Unreadable(SkippedPath path) => Lint(path.Path, () => DraftReader.Unreadable(path.Path, path.Reason));

    /// <summary>
    /// Reads and lints one document. A defect of this program becomes one RL0004 at error, so that other drafts are still linted.
    /// </summary>
    public LintResult Lint(string path, Func<ReportDocument> read)
    {
        try
        {
            return linter.Lint(read());
        }
#pragma warning disable CA1031 // One draft that meets a defect must not take the others with it; the finding names it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Defect(path, exception);
        }
    }

    /// <summary>Lints all drafts and hands out the results in the order of the drafts, whatever the number of threads.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="take">Takes each result; called on the calling thread.</param>
    /// <param name="cancellation">Stops between two drafts.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void LintAll(IReadOnlyList<Draft> drafts, int threads, Action<LintResult> take, CancellationToken cancellation)
    {
        if (threads == 1 || drafts.Count == 1)
        {
            foreach (var draft in drafts)
            {
                cancellation.ThrowIfCancellationRequested();
                take(Lint(draft));
            }

            return;
        }

        var results = new TaskCompletionSource<LintResult>[drafts.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        using var room = new SemaphoreSlim(threads * DraftsPerThread);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(threads, drafts.Count)).Select(_ => Task.Run(Work, CancellationToken.None)).ToArray();
        try
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i].Task.Wait(cancellation);
                take(results[i].Task.Result);
                results[i] = null!;
                room.Release();
            }
        }
        finally
        {
            stop.Cancel();
            Task.WaitAll(workers, CancellationToken.None);
        }

        void Work()
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    room.Wait(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                var mine = Interlocked.Increment(ref next);
                if (mine >= drafts.Count)
                {
                    return;
                }

                results[mine].SetResult(Lint(drafts[mine]));
            }
        }
    }

    private static LintResult Defect(string path, Exception exception)
    {
        var document = new ReportDocument(path, new SourceText(""), DocumentFormat.Text, []);
        return new LintResult
        {
            Document = document,
            Diagnostics =
            [
                new Diagnostic
                {
                    Descriptor = ToolDescriptors.AnalysisIncomplete,
                    Severity = DiagnosticSeverity.Error,
                    Document = document,
                    Span = default,
                    Message = $"Nothing of this draft was checked, for a defect of ReportLint: {exception.GetType().Name}: {exception.Message}",
                },
            ],
            Facts = new FactStore(),
            Numbers = [],
            Coverage = default,
            Work = 0,
        };
    }
}
