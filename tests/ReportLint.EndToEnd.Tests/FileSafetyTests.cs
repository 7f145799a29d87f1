using System.Diagnostics;

namespace ReportLint.Tests;

/// <summary>What stands under the names that the verbs are given is not always what was thought of: it must come to no harm.</summary>
public sealed class FileSafetyTests : IDisposable
{
    private const string Wrong = "Of 576 cases, 177 were good, 220 inadequate and 178 adequate.\n";
    private readonly TempFolder _folder = new();

    public FileSafetyTests()
    {
        _folder.Write("in/wrong.md", Wrong);
        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("in/report.docx"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Annotate_does_not_write_over_its_draft_through_a_linked_folder()
    {
        var before = File.ReadAllBytes(_folder.At("in/report.docx"));
        Directory.CreateSymbolicLink(_folder.At("link"), "in");
        var outcome = Executable.Run(_folder.Path, "annotate", "in/report.docx", "--output", "link/report.docx");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("another file than the draft", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.At("in/report.docx")));
    }

    [Fact]
    public void Annotate_does_not_write_over_a_persons_file_of_the_same_text()
    {
        File.Copy(_folder.At("in/report.docx"), _folder.At("mine.docx"));
        var outcome = Executable.Run(_folder.Path, "annotate", "in/report.docx", "--output", "mine.docx");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("in the way", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder.At("in/report.docx")), File.ReadAllBytes(_folder.At("mine.docx")));
    }

    [Fact]
    public void Output_into_a_pipe_goes_through_it()
    {
        Make("mkfifo", "pipe");
        using var running = Executable.Start(_folder.Path, "check", "in/wrong.md", "--output", "pipe");
        Assert.Contains("RL1001", File.ReadAllText(_folder.At("pipe")), StringComparison.Ordinal);
        Assert.Equal(1, running.WaitForExit().Code);
        Assert.Equal(["in", "pipe"], Directory.GetFileSystemEntries(_folder.Path).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(0, new FileInfo(_folder.At("pipe")).Length);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void A_signal_ends_a_check_of_one_draft_and_leaves_nothing_behind(string signal, int code)
    {
        // Much to do: the output is begun long before the end.
        var many = _folder.Write("many.md", string.Concat(Enumerable.Repeat(Wrong + "\n", 40_000)));
        using var running = Executable.Start(_folder.Path, "check", many, "--format", "json", "--output", "out.json");
        running.Until(() => Directory.GetFiles(_folder.Path, ".reportlint-*").Length > 0, "the output was begun");
        running.Signal(signal);
        Assert.Equal(code, running.WaitForExit().Code);
        Assert.Equal([_folder.At("many.md")], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_of_diagnostics_that_is_the_drafts_own_by_another_name_is_refused()
    {
        Directory.CreateSymbolicLink(_folder.At("link"), "in");
        var outcome = Executable.Run(_folder.Path, "watch", "in", "--output", "link", "--once");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("another folder than the drafts'", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder.At("in")).Length);
    }

    [Fact]
    public void Watching_once_where_there_are_no_drafts_says_so()
    {
        Directory.CreateDirectory(_folder.At("none"));
        var outcome = Executable.Run(_folder.Path, "watch", "none", "--output", "out", "--once");
        Assert.Contains("no drafts in", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_reach_the_terminal_without_their_escapes()
    {
        File.CreateSymbolicLink(_folder.At("in/a\u001b[31m.md"), "/dev/null");
        foreach (var outcome in new[] { Executable.Run(_folder.Path, "check", "in", "no\u001b[31m"), Executable.Run(_folder.Path, "check", "in"), Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once") })
        {
            Assert.Contains("[31m", outcome.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", outcome.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_regular_file_around_a_draft_neither_hangs_nor_fills_the_memory()
    {
        Directory.CreateDirectory(_folder.At("rules"));
        File.CreateSymbolicLink(_folder.At("in/.gitignore"), "/dev/zero");
        Make("mkfifo", "in/reportlint.yml");
        Make("mkfifo", "in/wrong.md.reportlint.yml");
        Make("mkfifo", "rules/mine.yml");
        var outcome = Executable.RunWithHeap(256 << 20, _folder.Path, "check", "in/wrong.md", "in", "--rules", "rules", "--format", "json");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("in/wrong.md.reportlint.yml(1,1): error: the file is empty", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("RL1001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("RL1001", Executable.RunWithHeap(256 << 20, _folder.Path, "watch", "in", "--output", "out", "--once").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_giant_in_the_place_of_a_configuration_is_a_mistake_that_is_told()
    {
        Directory.CreateDirectory(_folder.At("in/reportlint.yml"));
        using (var giant = File.Create(_folder.At("in/wrong.md.reportlint.yml")))
        {
            giant.SetLength(5L << 30);
        }

        var outcome = Executable.RunWithHeap(256 << 20, _folder.Path, "check", "in/wrong.md");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("is a folder", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("the limit is", outcome.Errors, StringComparison.Ordinal);
    }

    private void Make(string program, string name)
    {
        using var process = Process.Start(program, [_folder.At(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
