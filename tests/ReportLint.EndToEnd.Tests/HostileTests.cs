using System.Text.Json;

namespace ReportLint.Tests;

/// <summary>
/// The files are made here. <c>REPORTLINT_HOSTILE=FOLDER</c> leaves them in a folder, for measuring.
/// </summary>
public sealed class HostileTests : IDisposable
{
    private const string Wrong = "Of 576 cases, 177 were good, 220 inadequate and 178 adequate.\n";
    private readonly TempFolder _folder = new();
    private readonly string _drafts;

    public HostileTests()
    {
        _drafts = Environment.GetEnvironmentVariable("REPORTLINT_HOSTILE") ?? _folder.At("drafts");
        Directory.CreateDirectory(_drafts);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Twenty_archives_that_unpack_to_a_gigabyte_are_one_finding_each_and_the_next_draft_is_linted()
    {
        HostileFiles.WriteBombs(_drafts);
        AssertOneFindingEach("bomb-*", 20, isTold: true);
    }

    [Fact]
    public void Nesting_a_hundred_thousand_deep_is_one_finding_at_most_and_the_next_draft_is_linted()
    {
        HostileFiles.WriteNests(_drafts);
        AssertOneFindingEach("xml-*", 3, isTold: true);
        AssertOneFindingEach("html-*", 6, isTold: false);
        AssertOneFindingEach("markdown-*", 8, isTold: false);
        AssertOneFindingEach("yaml-*", 3, isTold: false);
    }

    [Fact]
    public void Rule_files_nested_as_deep_are_one_mistake_each_and_drafts_are_linted()
    {
        var rules = Path.Combine(_drafts, "rules");
        Directory.CreateDirectory(rules);
        HostileFiles.WriteRules(rules);
        var draft = _folder.Write("wrong.md", Wrong);
        var outcome = Executable.Run(_folder.Path, "check", draft, "--rules", rules, "--format", "json");
        Assert.Equal(2, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(["block.yml", "expression.yml", "list.yml", "map.yml"], json.RootElement.GetProperty("ruleErrors").EnumerateArray().Select(static e => Path.GetFileName(e.GetProperty("path").GetString()!)).Order(StringComparer.Ordinal));
        Assert.Equal("RL1001", json.RootElement.GetProperty("files")[0].GetProperty("diagnostics")[0].GetProperty("id").GetString());
    }

    /// <summary>Each file is told of once, and none hides what is wrong with the draft behind it; a quarter of a gigabyte of heap is enough.</summary>
    private void AssertOneFindingEach(string pattern, int count, bool isTold)
    {
        var files = Directory.GetFiles(_drafts, pattern).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(count, files.Length);
        var outcome = Executable.RunWithHeap(256 << 20, _folder.Path, ["check", .. files, _folder.Write("wrong.md", Wrong), "--format", "json"]);
        Assert.Equal(1, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        foreach (var file in json.RootElement.GetProperty("files").EnumerateArray())
        {
            var found = file.GetProperty("diagnostics").EnumerateArray().Select(static d => (d.GetProperty("id").GetString(), d.GetProperty("severity").GetString(), d.GetProperty("message").GetString())).ToList();
            var path = file.GetProperty("path").GetString()!;
            if (path.EndsWith("wrong.md", StringComparison.Ordinal))
            {
                Assert.Equal("RL1001", Assert.Single(found).Item1);
            }
            else if (isTold)
            {
                Assert.True(found is [("RL0001", _, _)], $"{path}: {string.Join("; ", found)}");
            }
            else
            {
                Assert.True(found is [] or [("RL0001", _, _)], $"{path}: {string.Join("; ", found)}");
            }
        }
    }
}
