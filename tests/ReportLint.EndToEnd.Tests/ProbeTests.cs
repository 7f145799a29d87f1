using System.Diagnostics;
using ReportLint.Workspace;
using ReportLint.Workspace.Files;

namespace ReportLint.Tests;

public sealed class ProbeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_child_is_brought_down_by_a_draft_that_wants_too_much_memory()
    {
        var draft = Draft("numbers.txt", string.Concat(Enumerable.Repeat("12 boats of 15. ", 60_000)));

        Assert.Contains("more than 64 MiB", new DraftProbe("dotnet", [Executable.Assembly, "probe"]) { MaximumMemory = 64 << 20 }.Try(draft), StringComparison.Ordinal);
        Assert.Null(new DraftProbe("dotnet", [Executable.Assembly, "probe"]).Try(draft));
    }

    [Fact]
    public void A_draft_that_takes_too_long_is_given_up() => Assert.Contains(
        "longer than 0 seconds",
        new DraftProbe("dotnet", [Executable.Assembly, "probe"]) { MaximumTime = TimeSpan.Zero }.Try(Draft("a.md", "Of 3 boats, 2 sank.\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_big_draft_that_does_no_harm_is_linted()
    {
        Draft("big.txt", "Of 576 cases, 177 were good, 220 inadequate and 178 adequate.\n" + new string('\n', DraftProbe.SmallestDraft));
        var outcome = Executable.Run(_folder.Path, "check", ".");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("RL1001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_child_ends_with_whoever_started_it()
    {
        var draft = Draft("numbers.txt", string.Concat(Enumerable.Repeat("12 boats of 15. ", 500_000)));
        using var child = Process.Start(new ProcessStartInfo("dotnet", [Executable.Assembly, "probe", draft.FullPath]) { RedirectStandardInput = true })!;
        child.StandardInput.Close();
        child.WaitForExit();
        Assert.Equal(2, child.ExitCode);
    }

    private Draft Draft(string name, string text) => new(_folder.Write(name, text), name);
}
