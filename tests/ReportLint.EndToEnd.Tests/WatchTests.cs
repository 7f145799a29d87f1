using System.Diagnostics;
using System.Text.Json;

namespace ReportLint.Tests;

public sealed class WatchTests : IDisposable
{
    private const string Wrong = "Of 576 cases, 177 were good, 220 inadequate and 178 adequate.\n";
    private const string Right = "Of 576 cases, 177 were good, 220 inadequate and 179 adequate.\n";

    /// <summary>For how long a draft must not change before it is linted.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private readonly TempFolder _folder = new();

    public WatchTests() => Directory.CreateDirectory(_folder.At("in"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Once_lints_what_is_there_tells_it_and_writes_nothing_the_second_time()
    {
        _folder.Write("in/wrong.md", Wrong);
        _folder.Write("in/sub/right.txt", Right);
        var outcome = Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("in/wrong.md:\n  1:4  error   RL1001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("in/sub/right.txt: no findings", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["index.json", "sub/right.txt.sarif", "wrong.md.sarif"], Outputs());
        var before = Outputs().Select(o => File.GetLastWriteTimeUtc(_folder.At("out/" + o))).ToList();
        Assert.Equal(outcome, Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once"));
        Assert.Equal(before, Outputs().Select(o => File.GetLastWriteTimeUtc(_folder.At("out/" + o))));
    }

    [Fact]
    public void A_thousand_drafts_copied_at_once_give_a_thousand_whole_files_through_a_kill_and_a_restart()
    {
        using (var worker = Watch())
        {
            worker.Until(() => worker.Errors.Contains("watching", StringComparison.Ordinal), "the watch");
            for (var i = 0; i < 1000; i++)
            {
                _folder.Write($"in/d{i % 10}/d{i:000}.md", i % 2 == 0 ? Wrong : Right);
            }

            worker.Until(() => Outputs().Count > 150, "some diagnostics");
            worker.Kill();
        }

        Assert.All(Outputs(), AssertWhole);
        File.Delete(_folder.At("in/d0/d000.md"));
        File.WriteAllText(_folder.At("in/d1/d001.md"), Wrong);
        using (var worker = Watch())
        {
            worker.Until(() => Index() is { Files: 999, Errors: 500 }, "a current index");
            worker.Signal("TERM");
            Assert.Equal(0, worker.WaitForExit().Code);
        }

        var outputs = Outputs();
        Assert.Equal(999 + 1, outputs.Count);
        Assert.All(outputs, AssertWhole);
        Assert.DoesNotContain("d0/d000.md.sarif", outputs);
        for (var i = 1; i < 1000; i++)
        {
            Assert.Equal(i % 2 == 0 || i == 1, File.ReadAllText(_folder.At($"out/d{i % 10}/d{i:000}.md.sarif")).Contains("\"ruleId\": \"RL1001\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Deleted_and_renamed_drafts_lose_their_diagnostics_and_what_is_not_ours_stays()
    {
        _folder.Write("in/sub/a.md", Wrong);
        _folder.Write("in/b.md", Wrong);
        _folder.Write("out/sub/notes.txt", "mine");
        using var worker = Watch();
        worker.Until(() => Index() is { Files: 2 }, "two drafts");
        File.Delete(_folder.At("in/sub/a.md"));
        File.Move(_folder.At("in/b.md"), _folder.At("in/c.md"));
        worker.Until(() => Index() is { Files: 1 } && Outputs().Contains("c.md.sarif"), "the rename");
        Assert.Equal(["c.md.sarif", "index.json", "sub/notes.txt"], Outputs());
    }

    [Fact]
    public void Save_dances_give_one_lint_and_no_finding_from_half_a_file()
    {
        // A test that is held up in the midst of a save for as long as a draft must rest has saved half a file for good: it proves nothing.
        for (var tries = 0; tries < 5; tries++)
        {
            using var folder = new TempFolder();
            if (SaveDances(folder) is { } errors)
            {
                Assert.Equal(3, errors.Split('\n').Count(static line => line.Contains("a.md: ", StringComparison.Ordinal)));
                Assert.Equal(["a.md.sarif", "index.json"], Outputs(folder.At("out")));
                return;
            }
        }

        Assert.Fail("the machine stood still in each of the saves");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("TERM", "--poll", "1")]
    [InlineData("INT", "--poll", "1")]
    public void A_signal_ends_it_cleanly(string signal, params string[] more)
    {
        _folder.Write("in/a.md", Right);
        using var worker = Executable.Start(_folder.Path, ["watch", "in", "--output", "out", .. more]);
        worker.Until(() => Index() is { Files: 1 }, "the first lint");
        worker.Signal(signal);
        Assert.Equal(0, worker.WaitForExit().Code);
        Assert.Equal(["a.md.sarif", "index.json"], Outputs());
    }

    [Fact]
    public void A_signal_ends_a_single_look_in_the_midst_of_a_draft()
    {
        // Much to do: the folder of diagnostics is there long before the end.
        _folder.Write("in/many.md", string.Concat(Enumerable.Repeat(Wrong + "\n", 40_000)));
        using var once = Executable.Start(_folder.Path, "watch", "in", "--output", "out", "--once");
        once.Until(() => Directory.Exists(_folder.At("out")), "the folder of diagnostics");
        once.Signal("TERM");
        Assert.Equal(143, once.WaitForExit().Code);
        Assert.DoesNotContain("many.md.sarif", Outputs());
    }

    [Fact]
    public void Rules_that_change_count_at_once_and_a_broken_one_is_told_at_its_place()
    {
        _folder.Write("in/a.md", "The hall holds 400.\n");
        var rule = _folder.Write("rules/full.yml", Rule("q.value > 500"));
        using var worker = Executable.Start(_folder.Path, "watch", "in", "--output", "out", "--rules", "rules");
        worker.Until(() => Index() is { Files: 1, Errors: 0 }, "the first lint");
        File.WriteAllText(rule, Rule("q.value > 300"));
        worker.Until(() => Index() is { Files: 1, Errors: 1 }, "the changed rule");
        File.WriteAllText(rule, Rule("q.vale > 300"));
        worker.Until(() => worker.Errors.Contains("rules/full.yml(7,", StringComparison.Ordinal), "the mistake in the rule");
        _folder.Write("in/b.md", "The hall holds 450.\n");
        worker.Until(() => Index() is { Files: 2, Errors: 2 }, "a draft checked against the last good rules");
    }

    private static string Rule(string condition) => $"""
        id: HOUSE1
        name: full
        severity: error
        summary: More than the hall holds.
        match:
          - q: Quantity
            where: {condition}
        report when: q.value > 0
        message: "too many"
        at: q
        why: The fire officer reads our reports.
        examples: []

        """;

    [Fact]
    public void Polling_sees_what_events_would_and_outputs_inside_the_folder_are_no_drafts()
    {
        _folder.Write("in/a.md", Right);
        using var worker = Executable.Start(_folder.Path, "watch", "in", "--output", "in/out", "--poll", "0.2");
        worker.Until(() => Index("in/out") is { Files: 1 }, "the first lint");
        _folder.Write("in/out/draft.md", Wrong);
        _folder.Write("in/new/b.md", Wrong);
        worker.Until(() => Index("in/out") is { Files: 2, Errors: 1 }, "the new folder");
        Assert.Equal(["a.md.sarif", "draft.md", "index.json", "new/b.md.sarif"], Outputs("in/out"));
    }

    [Fact]
    public void Diagnostics_stay_while_the_folder_is_away()
    {
        _folder.Write("in/a.md", Wrong);
        using var worker = Executable.Start(_folder.Path, "watch", "in", "--output", "out", "--poll", "0.2");
        worker.Until(() => Index() is { Files: 1 }, "the first lint");
        Directory.Move(_folder.At("in"), _folder.At("away"));
        worker.Until(() => worker.Errors.Contains("is away", StringComparison.Ordinal), "the loss");
        Assert.Equal(["a.md.sarif", "index.json"], Outputs());
        File.WriteAllText(_folder.At("away/a.md"), Right);
        Directory.Move(_folder.At("away"), _folder.At("in"));
        worker.Until(() => Index() is { Files: 1, Errors: 0 }, "the return");
    }

    [Fact]
    public void A_second_worker_on_the_same_outputs_is_refused()
    {
        using var worker = Watch();
        worker.Until(() => Index() is { Files: 0 }, "the first look");
        var second = Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once");
        Assert.Equal(2, second.Code);
        Assert.Contains("another reportlint", second.Errors, StringComparison.Ordinal);
    }

    /// <summary>Saves a draft as editors do; what the worker wrote to standard error until its end, or null where a save was held up.</summary>
    private string? SaveDances(TempFolder folder)
    {
        var index = folder.At("out");
        folder.Write("in/a.md", Right);
        using var worker = Executable.Start(folder.Path, "watch", "in", "--output", "out");
        worker.Until(() => Index(index) is { Files: 1 }, "the first lint");

        // vim: a probe, a swap file, the old file moved away, the new one written in pieces, the old one removed.
        folder.Write("in/.a.md.swp", "swap");
        folder.Write("in/4913", "");
        File.Delete(folder.At("in/4913"));
        var clock = Stopwatch.StartNew();
        File.Move(folder.At("in/a.md"), folder.At("in/a.md~"));
        using (var stream = File.CreateText(folder.At("in/a.md")))
        {
            stream.Write("Of 576 cases, 177 were good, 220 inadequate and 17");
            stream.Flush();
            Thread.Sleep(50);
            stream.Write("8 adequate, all of them in the north.\n");
        }

        var saving = clock.Elapsed;
        File.Delete(folder.At("in/a.md~"));
        File.Delete(folder.At("in/.a.md.swp"));
        worker.Until(() => Index(index) is { Errors: 1 }, "the second lint");

        // Office programs: a lock file, a temporary file, a rename over the old file.
        folder.Write("in/~$a.md", "lock");
        folder.Write("in/a.md.tmp", Right);
        File.Move(folder.At("in/a.md.tmp"), folder.At("in/a.md"), overwrite: true);
        File.Delete(folder.At("in/~$a.md"));
        worker.Until(() => Index(index) is { Errors: 0 }, "the third lint");

        // What it tells comes later than what it writes; at its end, all of it has come.
        worker.Signal("TERM");
        var errors = worker.WaitForExit().Errors;
        return saving < Rest ? errors : null;
    }

    private Running Watch() => Executable.Start(_folder.Path, "watch", "in", "--output", "out");

    private List<string> Outputs(string output = "out") =>
        !Directory.Exists(_folder.At(output)) ? [] :
        [.. Directory.GetFiles(_folder.At(output), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.At(output), f)).Where(static f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)];

    private (int Files, int Errors)? Index(string output = "out")
    {
        if (!File.Exists(_folder.At(output + "/index.json")))
        {
            return null;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(_folder.At(output + "/index.json")));
        var total = index.RootElement.GetProperty("total");
        return (total.GetProperty("files").GetInt32(), total.GetProperty("errors").GetInt32());
    }

    private void AssertWhole(string output)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out/" + output)));
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }
}
