using System.Text;
using System.Text.Json;

namespace ReportLint.Tests;

public sealed class CheckTests : IDisposable
{
    private const string Wrong = "# Cases\n\nOf 576 cases, 177 were good, 220 inadequate and 178 adequate.\n";
    private const string Right = "# Cases\n\nOf 576 cases, 177 were good, 220 inadequate and 179 adequate.\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exit_codes_tell_findings_from_none()
    {
        _folder.Write("wrong.md", Wrong);
        _folder.Write("right.md", Right);
        Assert.Equal(0, Run("check", "right.md").Code);
        Assert.Equal(1, Run("check", "wrong.md").Code);
        Assert.Equal(0, Run("check", "wrong.md", "--fail-on", "never").Code);
        Assert.Equal(1, Run("check", "wrong.md", "--fail-on", "info").Code);
    }

    [Fact]
    public void Min_coverage_gates_on_the_share_of_numbers_that_were_checked()
    {
        _folder.Write("half.md", "# Cases\n\nOf 40 cases, 10 were good and 30 bad.\n\nThe hall holds 90 people, has 4 doors and cost £3m.\n");
        _folder.Write("none.md", "# Cases\n\nThere were no cases.\n");
        Assert.Equal(0, Run("check", "half.md", "--min-coverage", "50").Code);
        var outcome = Run("check", "half.md", "--min-coverage", "50.1%");
        Assert.Equal((1, "reportlint: 3 of 6 numbers were checked: 50%, below --min-coverage 50.1\n"), (outcome.Code, outcome.Errors));
        Assert.EndsWith("No findings in 1 file; 3 of 6 numbers checked (50%).\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("check", "half.md", "--min-coverage", "60", "--fail-on", "never").Code);
        Assert.Equal((0, ""), (Run("check", "none.md", "--min-coverage", "100").Code, Run("check", "none.md", "--min-coverage", "100").Errors));
        Assert.Equal(0, Run("check", ".", "--min-coverage", "50").Code);
    }

    [Fact]
    public void A_folder_without_drafts_is_told()
    {
        Directory.CreateDirectory(_folder.At("empty"));
        var outcome = Run("check", "empty");
        Assert.Equal(
            (0, "reportlint: no drafts in 'empty'\n", "No findings in 0 files; no numbers to check.\n"), (outcome.Code, outcome.Errors, outcome.Output));
    }

    [Fact]
    public void Help_shows_no_names_of_types()
    {
        var outcome = Run("check", "--help");
        Assert.Equal(0, outcome.Code);
        Assert.DoesNotContain("LintOptions", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_ends_in_one_of_four_ways_in_every_output()
    {
        _folder.Write("a.md", Wrong + "\nSee pp. 12-15. The hall holds 90 people.\n");
        _folder.Write("b.md", Right);
        const string Expected = "4 flagged, 1 unbound, 2 ignored and 4 checked";
        using var json = JsonDocument.Parse(Run("check", ".", "--format", "json").Output);
        Assert.Equal(Expected, Coverage(json.RootElement.GetProperty("summary").GetProperty("coverage")));
        using var sarif = JsonDocument.Parse(Run("check", ".", "--format", "sarif").Output);
        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal(Expected, Coverage(run.GetProperty("properties").GetProperty("coverage")));
        Assert.Equal(
            ["4 flagged, 1 unbound, 2 ignored and 0 checked", "0 flagged, 0 unbound, 0 ignored and 4 checked"],
            run.GetProperty("artifacts").EnumerateArray().Select(static a => Coverage(a.GetProperty("properties").GetProperty("coverage"))));
        Assert.Equal(0, Run("watch", ".", "--output", "out", "--once").Code);
        using var index = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out/index.json")));
        Assert.Equal(Expected, Coverage(index.RootElement.GetProperty("total").GetProperty("coverage")));
        using var facts = JsonDocument.Parse(Run("facts", "a.md", "--format", "json").Output);
        Assert.Equal(
            ["flagged", "flagged", "flagged", "flagged", "ignored", "ignored", "unbound"],
            facts.RootElement.GetProperty("numbers").EnumerateArray().Select(static n => n.GetProperty("status").GetString()));
        Assert.EndsWith("0 checked, 4 flagged, 1 unbound, 2 ignored; coverage 80%.\n", Run("facts", "a.md").Output, StringComparison.Ordinal);

        static string Coverage(JsonElement counts) =>
            $"{counts.GetProperty("flagged")} flagged, {counts.GetProperty("unbound")} unbound, {counts.GetProperty("ignored")} ignored and {counts.GetProperty("checked")} checked";
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "no-such.md")]
    [InlineData("check", ".", "--no-such-option")]
    [InlineData("check", ".", "--format", "xml")]
    [InlineData("check", ".", "--output", "no-such-folder/out.sarif", "--format", "sarif")]
    [InlineData("check", ".", "--rules", "no-such-folder")]
    [InlineData("check", ".", "--min-coverage", "101")]
    [InlineData("check", ".", "--min-coverage", "-1")]
    [InlineData("check", ".", "--min-coverage", "most")]
    [InlineData("accuracy")]
    [InlineData("accuracy", "no-such-folder")]
    [InlineData("watch", ".", "--output", ".")]
    [InlineData("watch", "no-such-folder", "--output", "out")]
    [InlineData("watch", ".")]
    [InlineData("watch", ".", "--output", "out", "--poll", "0")]
    [InlineData("facts", "no-such.md")]
    [InlineData("facts")]
    [InlineData("no-such-verb")]
    [InlineData]
    public void Wrong_usage_ends_with_2_and_a_line_that_says_so(params string[] arguments)
    {
        var outcome = Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("reportlint: ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_shows_the_number_and_the_arithmetic()
    {
        _folder.Write("wrong.md", Wrong);
        var outcome = Run("check", "wrong.md");
        Assert.Contains("wrong.md:3:4: error RL1001 total-mismatch\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("177 + 220 + 178 = 575", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n  3 | Of 576 cases, 177 were good", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n    |    ^^^        ---", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Output);
    }

    [Fact]
    public void A_page_is_linted_with_places_in_the_file()
    {
        _folder.Write("page.html", "<nav>Of 3 links, 1 is red and 1 blue.</nav>\n<p>Of <b>576</b> cases, 177 were good, 220&nbsp;inadequate and 178 adequate.\n");
        var outcome = Run("check", ".");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("page.html:2:10: error RL1001 total-mismatch\n", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 error in 1 of 1 file; 4 of 4 numbers checked (100%).\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_file_is_linted_with_names_for_its_places()
    {
        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("report.docx"));
        var outcome = Run("check", ".", "--format", "sarif");
        Assert.Equal(1, outcome.Code);
        using var log = JsonDocument.Parse(outcome.Output);
        var run = log.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(static r => r.GetProperty("ruleId").GetString() == "RL1001");
        var location = result.GetProperty("locations")[0];
        Assert.Equal("paragraph 3, characters 4-6", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        var region = location.GetProperty("physicalLocation").GetProperty("region");
        var text = run.GetProperty("artifacts")[0].GetProperty("contents").GetProperty("rendered").GetProperty("text").GetString()!;
        Assert.Equal("576", text.Split('\n')[region.GetProperty("startLine").GetInt32() - 1].Substring(region.GetProperty("startColumn").GetInt32() - 1, 3));
        var facts = Run("facts", "report.docx").Output;
        Assert.Contains($"  {region.GetProperty("startLine").GetInt32()} | Of 576 cases, 177 were good", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("RL1001", Run("check", "report.docx", "--revisions", "original").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_file_is_annotated_in_a_copy()
    {
        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("report.docx"));
        var before = File.ReadAllBytes(_folder.At("report.docx"));
        var first = Run("annotate", "report.docx");
        Assert.Equal((0, "report.annotated.docx: 2 comments\n"), (first.Code, first.Output));
        var copy = File.ReadAllBytes(_folder.At("report.annotated.docx"));
        Assert.Equal(0, Run("annotate", "report.docx").Code);
        Assert.Equal(copy, File.ReadAllBytes(_folder.At("report.annotated.docx")));
        Assert.Equal(before, File.ReadAllBytes(_folder.At("report.docx")));
        Assert.Equal(2, Run("annotate", "report.docx", "--output", "report.docx").Code);
    }

    [Fact]
    public void An_annotated_Word_file_with_answers_to_an_older_text_is_not_written_over()
    {
        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("report.docx"));
        Run("annotate", "report.docx");
        WordParts.Change(_folder.At("report.docx"), "word/document.xml", "<w:sectPr>", "<w:p><w:r><w:t>More.</w:t></w:r></w:p><w:sectPr>");
        Assert.Equal(0, Run("annotate", "report.docx").Code);

        WordParts.AddComment(_folder.At("report.annotated.docx"), "A. Person", "Seen.");
        var answered = File.ReadAllBytes(_folder.At("report.annotated.docx"));
        Assert.Equal(0, Run("annotate", "report.docx").Code);
        Assert.Contains("A. Person", WordParts.Read(_folder.At("report.annotated.docx"), "word/comments.xml"), StringComparison.Ordinal);

        File.WriteAllBytes(_folder.At("report.annotated.docx"), answered);
        WordParts.Change(_folder.At("report.docx"), "word/document.xml", "More.", "Less.");
        var outcome = Run("annotate", "report.docx");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("people have commented", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(answered, File.ReadAllBytes(_folder.At("report.annotated.docx")));
        Assert.Equal(2, Run("annotate", "report.docx", "--output", "report.docx").Code);

        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("other.docx"));
        Assert.Equal(2, Run("annotate", "report.docx", "--output", "other.docx").Code);
    }

    [Fact]
    public void Any_other_draft_is_annotated_on_a_page_that_no_walk_takes_for_a_draft()
    {
        _folder.Write("wrong.md", Wrong);
        var first = Run("annotate", "wrong.md");
        Assert.Equal((0, "wrong.md.annotated.html: 1 finding\n"), (first.Code, first.Output));
        Assert.Equal(0, Run("annotate", "wrong.md").Code);
        Assert.Equal(Wrong, File.ReadAllText(_folder.At("wrong.md")));

        Assert.Equal(2, Run("annotate", "wrong.md", "--output", "wrong.md").Code);
        _folder.Write("mine.html", "<p>Mine.");
        Assert.Equal(2, Run("annotate", "wrong.md", "--output", "mine.html").Code);
        Assert.Equal("<p>Mine.", File.ReadAllText(_folder.At("mine.html")));
        File.WriteAllBytes(_folder.At("binary.md"), [0x7f, .. "ELF"u8, 0, 0, 1, 2, 3, 0, 0xff, 0xfe, 0, 0, 0]);
        var unreadable = Run("annotate", "binary.md");
        Assert.Equal(2, unreadable.Code);
        Assert.False(File.Exists(_folder.At("binary.md.annotated.html")));

        var check = Run("check", ".");
        Assert.Contains("skipped wrong.md.annotated.html: an annotated copy of a draft", check.Errors, StringComparison.Ordinal);
        Assert.Contains("of 3 files", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_goes_to_a_file_whole_or_not_at_all()
    {
        _folder.Write("drafts/wrong.md", Wrong);
        Assert.Equal(1, Run("check", "drafts", "--format", "sarif", "--output", "out.sarif").Code);
        using var log = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out.sarif")));
        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("RL1001", result.GetProperty("ruleId").GetString());
        Assert.Equal("drafts/wrong.md", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(["drafts", "out.sarif"], Directory.GetFileSystemEntries(_folder.Path).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_drafts_give_the_same_bytes_in_any_order_of_creation()
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Write($"a/d{i:00}.md", i % 3 == 0 ? Wrong : Right);
        }

        var first = Run("check", "a", "--format", "sarif").Output;
        Directory.Move(_folder.At("a"), _folder.At("old"));
        for (var i = 59; i >= 0; i--)
        {
            _folder.Write($"a/d{i:00}.md", i % 3 == 0 ? Wrong : Right);
        }

        Assert.Equal(first, Run("check", "a", "--format", "sarif").Output);
        Assert.Equal(20, first.Split("\"ruleId\": \"RL1001\"").Length - 1);
    }

    [Fact]
    public void What_cannot_be_read_is_one_finding_each_and_the_rest_is_linted()
    {
        _folder.Write("empty.md", "");
        _folder.Write("wrong.md", Wrong);
        File.WriteAllBytes(_folder.At("binary.md"), [0x7f, .. "ELF"u8, 0, 0, 1, 2, 3, 0, 0xff, 0xfe, 0, 0, 0]);
        File.WriteAllBytes(_folder.At("truncated.txt"), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Of 3 cases").SkipLast(1)).ToArray());
        _folder.Write("deep.md", string.Concat(Enumerable.Repeat("> ", 128)) + "deep\n");
        _folder.Write("line.txt", string.Join(' ', Enumerable.Range(0, 200_000).Select(static i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}")));
        File.CreateSymbolicLink(_folder.At("loop"), ".");
        File.CreateSymbolicLink(_folder.At("out.md"), typeof(CheckTests).Assembly.Location);
        var outcome = Run("check", ".", "--format", "json");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("skipped loop: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("skipped out.md: ", outcome.Errors, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(outcome.Output);
        var byFile = json.RootElement.GetProperty("files").EnumerateArray().ToDictionary(
            static f => f.GetProperty("path").GetString()!, static f => f.GetProperty("diagnostics").EnumerateArray().Select(static d => d.GetProperty("id").GetString()!).ToList());
        Assert.Equal(["binary.md", "deep.md", "empty.md", "line.txt", "truncated.txt", "wrong.md"], byFile.Keys);
        Assert.Equal(["RL0001"], byFile["binary.md"]);
        Assert.Equal(["RL1001"], byFile["wrong.md"]);
        Assert.Equal([], byFile["line.txt"]);
        Assert.All(byFile.Values, static ids => Assert.InRange(ids.Count, 0, 1));
    }

    [Fact]
    public void A_file_without_permission_is_one_finding()
    {
        _folder.Write("wrong.md", Wrong);
        var closed = _folder.Write("closed.md", Wrong);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, UnixFileMode.None);
        }

        // The superuser reads everything, so for it the program runs as somebody else, who may enter the folder and the program's.
        if (CanRead(closed) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        }

        var outcome = CanRead(closed) ? Executable.RunAsNobody(_folder.Path, "check", ".", "--format", "json") : Run("check", ".", "--format", "json");
        Assert.True(outcome.Code == 1, outcome.Errors);
        Assert.Contains("RL0001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("RL1001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_rules_that_is_called_as_the_built_in_one_is_another()
    {
        _folder.Write("rules/arithmetic/total-mismatch.yml", "id: MY1\nname: mine\nseverity: fatal\n");
        var outcome = Run("test", "--rules", "rules");
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("rules: 0 passed, 0 failed; not loaded, or not whole: ./rules/arithmetic/total-mismatch.yml\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_rule_is_shown_in_its_place_and_a_gate_does_not_pass()
    {
        _folder.Write("right.md", Right);
        _folder.Write("rules/bad.yml", "id: MY1\nname: bad\nseverity: fatal\n");
        var outcome = Run("check", "right.md", "--rules", "rules");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("rules/bad.yml(", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("^", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("No findings in 1 file", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_configuration_is_told_by_every_verb_and_in_every_output()
    {
        _folder.Write("right.md", Right);
        _folder.Write("reportlint.yml", "root: true\nprofil: news\n");
        foreach (var arguments in (string[][])[["check", "right.md"], ["facts", "right.md"], ["annotate", "right.md"], ["config", "--show", "right.md"]])
        {
            var outcome = Run(arguments);
            Assert.Equal((2, 1), (outcome.Code, outcome.Errors.Split("reportlint.yml(2,1): error: ").Length - 1));
            Assert.Contains("| profil: news\n  | ^^^^^^", outcome.Errors, StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse(Run("check", "right.md", "--format", "json").Output);
        Assert.Equal("reportlint.yml", Assert.Single(json.RootElement.GetProperty("ruleErrors").EnumerateArray()).GetProperty("path").GetString());
        using var sarif = JsonDocument.Parse(Run("check", "right.md", "--format", "sarif").Output);
        Assert.False(sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void A_mistake_in_the_suppressions_beside_a_draft_is_shown_in_its_place()
    {
        _folder.Write("wrong.txt", Wrong);
        _folder.Write("wrong.txt.reportlint.yml", "suppress:\n  - rule: RL1001\n    reason: theirs\n    line: 1a\n");
        var outcome = Run("check", "wrong.txt");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("wrong.txt.reportlint.yml(4,11): error: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("^^", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("RL1001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_without_its_option_is_wrong_usage()
    {
        var outcome = Run("config", ".");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("config takes --show", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan.md", "%PDF-1.7")]
    [InlineData("photo.jpg", "any")]
    public void Facts_of_what_cannot_be_read_say_so(string name, string content)
    {
        _folder.Write(name, content);
        var text = Run("facts", name);
        Assert.Equal(2, text.Code);
        Assert.Contains("1:1  error RL0001  ", text.Output, StringComparison.Ordinal);
        var written = Run("facts", name, "--format", "json");
        Assert.Equal((2, true), (written.Code, written.Output.EndsWith("}\n", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(written.Output);
        Assert.Equal("RL0001", Assert.Single(json.RootElement.GetProperty("notices").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void Accuracy_measures_labelled_drafts_alone()
    {
        _folder.Write("acc/one.md", Right);
        _folder.Write("acc/two.docx", "no markers");
        foreach (var _ in (int[])[1, 2])
        {
            var outcome = Run("accuracy", "acc", "--output", "acc/page.md");
            Assert.Equal(0, outcome.Code);
            Assert.Contains("skipped acc/two.docx", outcome.Errors, StringComparison.Ordinal);
            Assert.Contains("Measured on 1 labelled drafts", File.ReadAllText(_folder.At("acc/page.md")), StringComparison.Ordinal);
        }

        _folder.Write("acc/three.md", "One.\n\nOf [RL1001|398 cases.\n");
        var open = Run("accuracy", "acc");
        Assert.Equal(2, open.Code);
        Assert.Contains("acc/three.md:3:4: ", open.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_tell_what_was_checked_against_what()
    {
        _folder.Write("right.md", Right);
        var text = Run("facts", "right.md");
        Assert.Equal(0, text.Code);
        Assert.Contains("RL1001 holds: with 177, 220 and 179", text.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("facts", "right.md", "--format", "json").Output);
        Assert.Equal(["checked", "checked", "checked", "checked"], json.RootElement.GetProperty("numbers").EnumerateArray().Select(static n => n.GetProperty("status").GetString()!));
        Assert.Contains("Quantity: ", Run("facts", "--types").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_examples_of_the_rules_pass_and_a_false_one_fails()
    {
        var outcome = Run("test");
        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"\n?[1-9]\d* passed, 0 failed\n$", outcome.Output);
        _folder.Write("rules/many-cases.yml", """
            id: MY1001
            name: many-cases
            severity: warning
            summary: Far too many cases.
            match:
              - q: Quantity
                where: q.value > 1000000
            report when: q.value > 1000000
            message: "{q} is too many"
            at: q
            why: Nobody has so many.
            examples:
              - bad: "There were [|2,000,000|] cases."
              - good: "There were 3,000,000 cases."
              - good: "There were 3 cases."

            """);
        outcome = Run("test", "--rules", "rules");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("rules/many-cases.yml(14,", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\nrules: 2 passed, 1 failed\n", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d+ passed, 1 failed\n$", outcome.Output);

        File.WriteAllText(_folder.At("rules/many-cases.yml"), File.ReadAllText(_folder.At("rules/many-cases.yml")).Replace("when: q.value >", "when: q.value ==", StringComparison.Ordinal));
        outcome = Run("test", "--rules", "rules");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("write '='", outcome.Errors, StringComparison.Ordinal);
        Assert.StartsWith("rules: 0 passed, 0 failed; not loaded, or not whole: ./rules/many-cases.yml\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_of_is_the_date_of_the_drafts_in_check_facts_and_watch()
    {
        _folder.Write("a.md", "# Plans\n\n15 May 2014\n\nThe bridge was built between 1998 and 2104.\n");
        Assert.Contains("RL2002", Run("check", "a.md").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RL2002", Run("check", "a.md", "--as-of", "2150-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("2014-05-15", Run("facts", "a.md").Output, StringComparison.Ordinal);
        Assert.Contains("2150-01-01", Run("facts", "a.md", "--as-of", "2150-01-01").Output, StringComparison.Ordinal);
        string[] watch = ["watch", ".", "--output", "out", "--once"];
        Assert.Contains("RL2002", Run(watch).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RL2002", Run([.. watch, "--as-of", "2150-01-01"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RL2002", File.ReadAllText(_folder.At("out/a.md.sarif")).Split("\"results\"")[1], StringComparison.Ordinal);
        foreach (var verb in new[] { "check", "facts" })
        {
            var outcome = Run(verb, "a.md", "--as-of", "2014-13-01");
            Assert.Equal(2, outcome.Code);
            Assert.Contains("'2014-13-01' is no date: --as-of takes one such as 2014-03-31", outcome.Errors, StringComparison.Ordinal);
        }
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.ReadAllBytes(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private Outcome Run(params string[] arguments) => Executable.Run(_folder.Path, arguments);
}
