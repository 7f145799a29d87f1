using System.Text.Json;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace;
using ReportLint.Workspace.Output;

namespace ReportLint.Tests.Workspace;

// Required members and their constraints are those of SARIF 2.1.0, the section named at each check.
public class SarifWriterTests
{
    private const string Text = "# Fälle 😀\r\n\r\nOf 398 cases, 177 were good.\r\n\r\nThe other 220 were not.\r\n";

    [Fact]
    public void The_log_has_what_the_standard_requires()
    {
        var document = OutputSamples.Document(Text, "drafts/naïve 100%.md");
        using var log = Write(new RunSummary(), OutputSamples.Result(document, OutputSamples.Finding(document, "398", "177", "220")));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString()); // 3.13.2
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray()); // 3.13.4
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString()); // 3.14.17
        var driver = run.GetProperty("tool").GetProperty("driver"); // 3.18.2
        Assert.Equal("ReportLint", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()]; // 3.27.6
        Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
        Assert.Equal("Parts do not add up.", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Equal("error", rule.GetProperty("defaultConfiguration").GetProperty("level").GetString()); // 3.50.3
        Assert.Equal("error", result.GetProperty("level").GetString()); // 3.27.10
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!); // 3.11.8
        CheckPlace(document, result.GetProperty("locations")[0], "398", "drafts/na%C3%AFve%20100%25.md");
        CheckPlace(document, result.GetProperty("relatedLocations")[0], "177", "drafts/na%C3%AFve%20100%25.md");
        CheckPlace(document, result.GetProperty("relatedLocations")[1], "220", "drafts/na%C3%AFve%20100%25.md");
        var change = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0]; // 3.55.3, 3.56
        var replacement = change.GetProperty("replacements")[0];
        CheckRegion(document, replacement.GetProperty("deletedRegion"), "398");
        Assert.Equal("397", replacement.GetProperty("insertedContent").GetProperty("text").GetString()); // 3.57.4
        var index = change.GetProperty("artifactLocation").GetProperty("index").GetInt32(); // 3.4.5
        Assert.Equal(
            change.GetProperty("artifactLocation").GetProperty("uri").GetString(),
            run.GetProperty("artifacts")[index].GetProperty("location").GetProperty("uri").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean()); // 3.20.14
    }

    [Fact]
    public void What_is_suppressed_stands_in_its_place_with_its_kind_and_reason()
    {
        var document = OutputSamples.Document(Text, "a.md");
        var result = OutputSamples.Result(document, OutputSamples.Finding(document, "398")) with
        {
            Suppressed =
            [
                OutputSamples.Finding(document, "Fälle") with { SuppressionReason = "a quotation" },
                OutputSamples.Finding(document, "220") with { SuppressionReason = "checked", SuppressionSource = "a.md.reportlint.yml" },
            ],
        };
        using var log = Write(new RunSummary(), result);
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        var suppressions = results.Select(static r => r.GetProperty("suppressions").EnumerateArray().ToList()).ToList(); // 3.27.23
        Assert.Equal([1, 0, 1], suppressions.Select(static s => s.Count));
        Assert.Equal(("inSource", "a quotation"), Show(suppressions[0][0]));
        Assert.Equal(("external", "checked"), Show(suppressions[2][0])); // 3.35.2, 3.35.4

        static (string?, string?) Show(JsonElement suppression) => (suppression.GetProperty("kind").GetString(), suppression.GetProperty("justification").GetString());
    }

    [Fact]
    public void Every_file_looked_at_is_listed_and_mistakes_in_rules_are_notifications()
    {
        var summary = new RunSummary
        {
            Mistakes = [new KnowledgeError("rules/x.yml", 3, 5, 4, "no such type")],
            Skipped = [new("drafts/link.md", "a link out of the folder")],
        };
        using var log = Write(summary, OutputSamples.Result(OutputSamples.Document("x", "a.md")), OutputSamples.Result(OutputSamples.Document("y", "b.md")));
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Equal(["a.md", "b.md"], run.GetProperty("artifacts").EnumerateArray().Select(static a => a.GetProperty("location").GetProperty("uri").GetString()!));
        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notification = Assert.Single(invocation.GetProperty("toolConfigurationNotifications").EnumerateArray());
        Assert.Equal(3, notification.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Contains("link out", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprints_hold_when_lines_move_and_tell_equal_findings_apart()
    {
        Assert.Equal(Fingerprints("Of 398 cases.\n"), Fingerprints("A new line.\n\nOf   398 cases.\n"));
        Assert.NotEqual(Fingerprints("Of 398 cases.\n"), Fingerprints("Of 398 people.\n"));
        var document = OutputSamples.Document("Of 398 cases.\n");
        var twice = OutputSamples.Result(document, OutputSamples.Finding(document, "398"), OutputSamples.Finding(document, "398"));
        using var log = Write(new RunSummary(), twice);
        Assert.Equal(2, log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Json_and_Sarif_name_a_finding_alike_where_an_earlier_twin_is_suppressed()
    {
        var document = OutputSamples.Document("Of 398 cases.\n\nOf 399 cases.\n\nOf 398 cases.\n");
        var first = OutputSamples.Finding(document, "398");
        var second = first with { Span = new(document.Source.Content.LastIndexOf("398", StringComparison.Ordinal), 3) };
        var result = OutputSamples.Result(document, second) with { Suppressed = [first with { SuppressionReason = "" }] };
        using var stream = new MemoryStream();
        using (var writer = new JsonWriter(stream))
        {
            writer.Add(result);
            writer.Finish(new RunSummary());
        }

        using var json = JsonDocument.Parse(stream.ToArray());
        using var log = Write(new RunSummary(), result);
        var finding = Assert.Single(json.RootElement.GetProperty("files")[0].GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(Fingerprint(log.RootElement.GetProperty("runs")[0].GetProperty("results")[1]), finding.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        var source = new ReportLint.Core.Text.SourceText("Of \ud83d 398");
        var document = new ReportDocument("a\udc00.md", source, DocumentFormat.Text, []);
        using var log = Write(new RunSummary(), OutputSamples.Result(document, OutputSamples.Finding(document, "\ud83d 398")));
        Assert.Equal("\ufffd 398", Region(log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]).GetProperty("snippet").GetProperty("text").GetString());
    }

    private static string[] Fingerprints(string text)
    {
        var document = OutputSamples.Document(text);
        using var log = Write(new RunSummary(), OutputSamples.Result(document, OutputSamples.Finding(document, "398")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Fingerprint)];
    }

    private static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("reportlint/v1").GetString()!;

    private static JsonElement Region(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("region");

    private static void CheckPlace(ReportDocument document, JsonElement location, string text, string uri)
    {
        Assert.Equal(uri, location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        CheckRegion(document, Region(location), text);
        Assert.Equal(text, Region(location).GetProperty("snippet").GetProperty("text").GetString());
    }

    private static void CheckRegion(ReportDocument document, JsonElement region, string text)
    {
        var offset = region.GetProperty("charOffset").GetInt32(); // 3.30.9
        Assert.Equal(text, document.Source.Content.Substring(offset, region.GetProperty("charLength").GetInt32()));
        var lines = document.Source.Content.Split("\r\n");
        var line = lines[region.GetProperty("startLine").GetInt32() - 1]; // 3.30.5: from 1
        Assert.Equal(text, line[(region.GetProperty("startColumn").GetInt32() - 1)..(region.GetProperty("endColumn").GetInt32() - 1)]); // 3.30.8: exclusive
        Assert.Equal(region.GetProperty("startLine").GetInt32(), region.GetProperty("endLine").GetInt32());
    }

    private static JsonDocument Write(RunSummary summary, params LintResult[] results)
    {
        using var stream = new MemoryStream();
        using var writer = new SarifWriter(stream, [OutputSamples.Mismatch]);
        foreach (var result in results)
        {
            summary.Add(result);
            writer.Add(result);
        }

        writer.Finish(summary);
        return JsonDocument.Parse(stream.ToArray());
    }
}
