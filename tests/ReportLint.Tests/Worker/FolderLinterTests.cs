using ReportLint.Core;
using ReportLint.Tests.Workspace;
using ReportLint.Worker;
using ReportLint.Workspace;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Tests.Worker;

/// <summary>A draft is due again when what its findings depend on changes, and only then.</summary>
public sealed class FolderLinterTests : IDisposable
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    private readonly TempFolder _folder = new();

    public FolderLinterTests()
    {
        _folder.Write("reportlint.yml", "root: true\n");
        _folder.Write("drafts/a.md", "The the end. See [the list](list.csv).\n");
        _folder.Write("drafts/b.md", "The end.\n");
        _folder.Write("drafts/list.csv", "1\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_configuration_above_the_drafts_makes_all_of_them_due()
    {
        Assert.Equal(["a.md RL4005", "b.md "], Passes().First);
        Assert.Equal(["a.md ", "b.md "], Passes(() => _folder.Write("reportlint.yml", "root: true\nseverity: {RL4005: off}\n")).Second);
    }

    [Fact]
    public void A_file_of_suppressions_makes_its_draft_due() =>
        Assert.Equal(["a.md "], Passes(() => _folder.Write("drafts/a.md.reportlint.yml", "suppress:\n  - {rule: RL4005, line: 1, reason: a joke}\n")).Second);

    [Fact]
    public void A_linked_file_that_goes_makes_its_draft_due() =>
        Assert.Equal(["a.md RL4005 RL3012"], Passes(() => File.Delete(Path.Combine(_folder.Path, "drafts/list.csv"))).Second);

    [Fact]
    public void What_no_finding_depends_on_makes_nothing_due() =>
        Assert.Empty(Passes(() => _folder.Write("drafts/list.csv", "2\n")).Second);

    [Fact]
    public async Task A_draft_that_changes_all_the_time_is_told_where_there_is_one_look_only()
    {
        using var store = Open();
        using var stop = new CancellationTokenSource();
        var path = Path.Combine(_folder.Path, "drafts/a.md");
        var writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                File.AppendAllText(path, "More.\n");
            }
        });
        var told = new List<string>();
        Linter(store).Pass(lintsAll: true, outcome => told.Add(outcome.Path), CancellationToken.None);
        await stop.CancelAsync();
        await writing;
        Assert.Equal(["a.md", "b.md"], told);
    }

    [Fact]
    public void A_new_worker_sees_what_changed_while_there_was_none()
    {
        using (var store = Open())
        {
            Pass(store);
        }

        using (var store = Open())
        {
            Assert.Empty(Pass(store));
        }

        File.Delete(Path.Combine(_folder.Path, "drafts/list.csv"));
        using (var store = Open())
        {
            Assert.Equal(["a.md RL4005 RL3012"], Pass(store));
        }
    }

    [Fact]
    public void A_mistake_in_a_configuration_is_told_until_it_is_mended()
    {
        _folder.Write("reportlint.yml", "root: true\nprofil: news\n");
        using var store = Open();
        var linter = Linter(store);
        Pass(linter);
        Assert.Contains("did you mean 'profile'?", Assert.Single(linter.ConfigurationErrors).Message, StringComparison.Ordinal);
        _folder.Write("reportlint.yml", "root: true\nprofile: news\n");
        Pass(linter);
        Assert.Empty(linter.ConfigurationErrors);
    }

    [Fact]
    public void A_mistake_in_a_configuration_stands_in_the_diagnostics_of_the_drafts_below_it()
    {
        _folder.Write("drafts/sub/reportlint.yml", "profil: news\n");
        _folder.Write("drafts/sub/c.md", "The end.\n");
        _folder.Write("drafts/b.md.reportlint.yml", "suppres: []\n");
        using var store = Open();
        Pass(store);
        Assert.Equal("drafts/sub/reportlint.yml 1 1 error", Notifications("sub/c.md"));
        Assert.Equal("drafts/b.md.reportlint.yml 1 1 error", Notifications("b.md"));
        Assert.Equal("", Notifications("a.md"));
    }

    [Fact]
    public void Rules_that_change_make_all_drafts_due_and_broken_ones_leave_the_last_good()
    {
        var rules = Path.Combine(_folder.Path, "rules");
        WriteRule("q.value = 3");
        _folder.Write("drafts/a.md", "The the 3 end.\n");
        using var store = Open();
        var watched = new WatchedRules([rules], static files => RuleSource.Version(files, ""), LinterOf, TimeSpan.Zero);
        var linter = Linter(store, watched);
        Assert.Equal(["a.md RL4005 HOUSE9", "b.md "], Pass(linter));
        Assert.True(linter.HasNewRules);
        Assert.Empty(Pass(linter));

        // A broken rule is told at its place, and drafts are checked against the last good ones.
        WriteRule("q.nonsense = 1");
        _folder.Write("drafts/a.md", "The the 3 ends.\n");
        Assert.Equal(["a.md RL4005 HOUSE9"], Pass(linter));
        Assert.Equal((Path.Combine(rules, "mine.yml"), 7), linter.RuleErrors.Select(static e => (e.Path, e.Line)).First());
        Assert.False(linter.HasNewRules);

        WriteRule("q.value = 4");
        Assert.Equal(["a.md RL4005", "b.md "], Pass(linter));
        Assert.Empty(linter.RuleErrors);

        // A folder that is away for a while changes nothing.
        Directory.Move(rules, rules + "-away");
        Assert.Empty(Pass(linter));
        Assert.Contains("cannot be read", Assert.Single(linter.RuleErrors).Message, StringComparison.Ordinal);
        Directory.Move(rules + "-away", rules);
        Assert.Empty(Pass(linter));
        Assert.Empty(linter.RuleErrors);
    }

    private void WriteRule(string condition) => _folder.Write("rules/mine.yml", $"""
        id: HOUSE9
        name: mine
        severity: warning
        summary: A number of ours.
        match:
          - q: Quantity
            where: {condition}
        report when: q.value > 0
        message: "{"{q}"} is ours"
        at: q
        why: A reason.
        examples: []

        """);

    /// <summary>Path, line, column and level of what a SARIF file tells about the configuration.</summary>
    private string Notifications(string draft)
    {
        using var sarif = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "out", draft + ".sarif")));
        return string.Join(' ', sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolConfigurationNotifications").EnumerateArray().Select(static told =>
        {
            var place = told.GetProperty("locations")[0].GetProperty("physicalLocation");
            var region = place.GetProperty("region");
            return $"{place.GetProperty("artifactLocation").GetProperty("uri")} {region.GetProperty("startLine")} {region.GetProperty("startColumn")} {told.GetProperty("level")}";
        }));
    }

    /// <summary>What was linted in a first look, and after a change in a second by the same worker: names with the ids found.</summary>
    private (List<string> First, List<string> Second) Passes(Action? change = null)
    {
        using var store = Open();
        var linter = Linter(store);
        var first = Pass(linter);
        Assert.Empty(Pass(linter));
        change?.Invoke();
        return (first, Pass(linter));
    }

    private List<string> Pass(DiagnosticsStore store) => Pass(Linter(store));

    private static List<string> Pass(FolderLinter linter)
    {
        var told = new List<string>();
        linter.Pass(lintsAll: false, outcome => told.Add($"{outcome.Path} {string.Join(' ', outcome.Result!.Diagnostics.Select(static d => d.Descriptor.Id))}"), CancellationToken.None);
        return told;
    }

    private DiagnosticsStore Open() => DiagnosticsStore.Open(Path.Combine(_folder.Path, "out"), "v1");

    private FolderLinter Linter(DiagnosticsStore store, WatchedRules? rules = null)
    {
        var options = new WatchOptions { Directory = Path.Combine(_folder.Path, "drafts"), Output = Path.Combine(_folder.Path, "out"), WorkingDirectory = _folder.Path, Rest = TimeSpan.Zero };
        return new(options, LinterOf(Rules), store, TimeProvider.System, rules);
    }

    private DraftLinter LinterOf(RuleSet rules) => new(new Linter(rules)) { Configuration = new ConfigurationSource(rules, _folder.Path) };
}
