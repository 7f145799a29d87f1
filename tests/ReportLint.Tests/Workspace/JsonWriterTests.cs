using System.Text.Json;
using System.Text.RegularExpressions;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Tests.Architecture;
using ReportLint.Workspace;
using ReportLint.Workspace.Output;

namespace ReportLint.Tests.Workspace;

/// <summary>The members are those that docs/json.md lists.</summary>
public class JsonWriterTests
{
    private const string Text = "# Fälle 😀\r\n\r\nOf 398 cases, 177 were good.\r\n\r\nThe other 220 were not.\r\n";

    private static readonly ReportDocument Document = OutputSamples.Document(Text);

    private static JsonDocument Write()
    {
        var summary = new RunSummary
        {
            Mistakes = [new KnowledgeError("rules/x.yml", 3, 5, 4, "no such type") { Severity = KnowledgeSeverity.Warning }],
            Skipped = [new("drafts/link.md", "a link out of the folder")],
        };
        using var stream = new MemoryStream();
        using (var writer = new JsonWriter(stream))
        {
            foreach (var result in new[] { OutputSamples.Result(Document, OutputSamples.Finding(Document, "398", "177", "220")), OutputSamples.Result(OutputSamples.Document("x", "b.md")) })
            {
                summary.Add(result);
                writer.Add(result);
            }

            writer.Finish(summary);
        }

        return JsonDocument.Parse(stream.ToArray());
    }

    [Fact]
    public void Members_are_those_that_the_page_lists()
    {
        using var json = Write();
        var root = json.RootElement;
        Assert.Equal(["version", "tool", "files", "skipped", "ruleErrors", "summary"], Members(root));
        Assert.Equal(JsonWriter.SchemaVersion, root.GetProperty("version").GetInt32());
        Assert.Equal(["name", "version"], Members(root.GetProperty("tool")));
        var file = root.GetProperty("files")[0];
        Assert.Equal(["path", "coverage", "diagnostics"], Members(file));
        Assert.Equal(["checked", "flagged", "unbound", "ignored", "ratio"], Members(file.GetProperty("coverage")));
        string[] place = ["line", "column", "endLine", "endColumn", "offset", "length"];
        var finding = file.GetProperty("diagnostics")[0];
        Assert.Equal(["id", "name", "severity", "message", .. place, "text", "fingerprint", "related", "fixes"], Members(finding));
        Assert.Equal([.. place, "text", "message"], Members(finding.GetProperty("related")[0]));
        Assert.Equal(["title", "safe", "changes"], Members(finding.GetProperty("fixes")[0]));
        Assert.Equal([.. place, "newText"], Members(finding.GetProperty("fixes")[0].GetProperty("changes")[0]));
        Assert.Equal(["path", "reason"], Members(root.GetProperty("skipped")[0]));
        Assert.Equal(["path", "severity", "line", "column", "message"], Members(root.GetProperty("ruleErrors")[0]));
        Assert.Equal(["files", "errors", "warnings", "infos", "coverage"], Members(root.GetProperty("summary")));

        // The other way round: every member that is written stands on the page.
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs/json.md"));
        var named = Regex.Matches(page, "`([^`]+)`").SelectMany(static m => Regex.Split(m.Groups[1].Value, @"\W+")).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(named, AllMembers(root).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Places_count_from_1_with_exclusive_ends_and_text_is_the_files()
    {
        using var json = Write();
        var finding = json.RootElement.GetProperty("files")[0].GetProperty("diagnostics")[0];
        var offset = Text.IndexOf("398", StringComparison.Ordinal);
        Assert.Equal((3, 4, 3, 7, offset, 3), Place(finding));
        Assert.Equal(("398", "error", "RL1001"), (Get(finding, "text"), Get(finding, "severity"), Get(finding, "id")));
        var second = finding.GetProperty("related")[1];
        Assert.Equal((5, 11, 5, 14, Text.IndexOf("220", StringComparison.Ordinal), 3), Place(second));
        var change = finding.GetProperty("fixes")[0].GetProperty("changes")[0];
        Assert.Equal(("397", offset, false), (Get(change, "newText"), change.GetProperty("offset").GetInt32(), finding.GetProperty("fixes")[0].GetProperty("safe").GetBoolean()));
    }

    [Fact]
    public void The_summary_counts_all_drafts()
    {
        using var json = Write();
        var summary = json.RootElement.GetProperty("summary");
        Assert.Equal((2, 1, 0, 0), (Count(summary, "files"), Count(summary, "errors"), Count(summary, "warnings"), Count(summary, "infos")));
        var coverage = summary.GetProperty("coverage");
        Assert.Equal((4, 2, 2, 0, 0.75m), (Count(coverage, "checked"), Count(coverage, "flagged"), Count(coverage, "unbound"), Count(coverage, "ignored"), coverage.GetProperty("ratio").GetDecimal()));
        Assert.Equal(["drafts/one.md", "b.md"], json.RootElement.GetProperty("files").EnumerateArray().Select(static f => Get(f, "path")));
        Assert.Equal("warning", Get(json.RootElement.GetProperty("ruleErrors")[0], "severity"));
    }

    [Fact]
    public void The_ratio_is_null_without_numbers()
    {
        using var stream = new MemoryStream();
        using (var writer = new JsonWriter(stream))
        {
            var result = OutputSamples.Result(OutputSamples.Document("x", "b.md")) with { Coverage = new(0, 0, 0, 3) };
            var summary = new RunSummary();
            summary.Add(result);
            writer.Add(result);
            writer.Finish(summary);
        }

        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("files")[0].GetProperty("coverage").GetProperty("ratio").ValueKind);
    }

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(static p => p.Name);

    private static IEnumerable<string> AllMembers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static p => AllMembers(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllMembers),
        _ => [],
    };

    private static string Get(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Count(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static (int, int, int, int, int, int) Place(JsonElement e) =>
        (Count(e, "line"), Count(e, "column"), Count(e, "endLine"), Count(e, "endColumn"), Count(e, "offset"), Count(e, "length"));
}
