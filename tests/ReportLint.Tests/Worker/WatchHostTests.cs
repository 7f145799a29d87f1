using ReportLint.Core;
using ReportLint.Tests.Workspace;
using ReportLint.Worker;
using ReportLint.Workspace;

namespace ReportLint.Tests.Worker;

public sealed class WatchHostTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_crash_of_the_service_ends_the_run_with_an_error_that_names_it()
    {
        _folder.Write("drafts/a.md", "The end.\n");
        var output = Path.Combine(_folder.Path, "out");
        using var store = DiagnosticsStore.Open(output, "v1");
        var options = new WatchOptions
        {
            Directory = Path.Combine(_folder.Path, "drafts"),
            Output = output,
            WorkingDirectory = _folder.Path,
            Rest = TimeSpan.Zero,

            // No clock can wait so long.
            Rescan = TimeSpan.MaxValue,
        };

        var run = Task.Run(() => WatchHost.Run(options, new DraftLinter(new Linter(RuleSet.Load([]))), store));
        var crash = await Assert.ThrowsAsync<WorkerCrashedException>(() => run.WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.IsType<ArgumentOutOfRangeException>(crash.InnerException);
        Assert.Contains(nameof(ArgumentOutOfRangeException), crash.Message, StringComparison.Ordinal);
    }
}
