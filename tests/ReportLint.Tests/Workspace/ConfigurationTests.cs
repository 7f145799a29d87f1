using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Workspace;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Tests.Workspace;

public class ConfigurationTests
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    [Fact]
    public void The_nearest_file_has_the_last_word_and_a_root_ends_the_search()
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "severity: {RL4005: error}\n");
        folder.Write("a/reportlint.yml", "root: true\nseverity: {RL4005: info, RL4003: off}\n");
        folder.Write("a/b/reportlint.yml", "severity: {RL4005: warning}\n");
        var source = new ConfigurationSource(Rules, folder.Path);
        Assert.Equal(
            ["severity.RL4003 = off a/reportlint.yml:2", "severity.RL4005 = warning a/b/reportlint.yml:1"],
            source.EntriesFor(Path.Combine(folder.Path, "a/b/draft.md")).Select(static e => $"{e.Key} = {e.Value} {e.Path}:{e.Line}"));
        Assert.Equal("error", Assert.Single(source.EntriesFor(Path.Combine(folder.Path, "draft.md"))).Value);
        Assert.Empty(source.Errors);
    }

    [Fact]
    public void A_profile_goes_below_what_the_files_say_themselves()
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\nprofile: news\nseverity: {acronym: error}\n");
        var options = new ConfigurationSource(Rules, folder.Path).OptionsFor(Path.Combine(folder.Path, "draft.md"), LintOptions.Default);
        Assert.Equal(DiagnosticSeverity.Error, options.Severities["RL4004"]);
        Assert.Null(options.Severities["RL3008"]);
    }

    [Fact]
    public void Sections_speak_for_the_paths_that_they_match()
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\nfiles:\n  - match: drafts/\n    severity: {RL3011: info}\n  - match: '*.txt'\n    acronyms: [QRP]\n");
        var source = new ConfigurationSource(Rules, folder.Path);
        Assert.Equal("severity.RL3011", Assert.Single(source.EntriesFor(Path.Combine(folder.Path, "drafts/one/a.md"))).Key);
        Assert.Equal("acronyms.QRP", Assert.Single(source.EntriesFor(Path.Combine(folder.Path, "a.txt"))).Key);
        Assert.Empty(source.EntriesFor(Path.Combine(folder.Path, "a.md")));
    }

    [Theory]
    [InlineData("profil: news\n", 1, 1, "did you mean 'profile'?")]
    [InlineData("severity:\n  RL403: error\n", 2, 3, "did you mean 'RL4003'?")]
    [InlineData("severity:\n  RL4003: of\n", 2, 11, "did you mean 'off'?")]
    [InlineData("options:\n  references: {lost_file: 2}\n", 2, 16, "did you mean 'lost_files'?")]
    [InlineData("profile: newz\n", 1, 10, "did you mean 'news'?")]
    [InlineData("files: drafts\n", 1, 8, "list of mappings")]
    [InlineData("files:\n  - match: '!sub/'\n    severity: {RL4003: off}\n", 2, 12, "'!' takes none back in")]
    [InlineData("files:\n  - match: [a/, [b/]]\n", 2, 17, "no pattern of paths")]
    [InlineData("files:\n  - match: {a: b}\n", 2, 12, "no pattern of paths")]
    [InlineData("severity:\n  acronim: error\n", 2, 3, "did you mean 'acronym'?")]
    public void A_wrong_word_is_an_error_with_its_place_and_the_nearest_right_one(string content, int line, int column, string message)
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\n" + content);
        var source = new ConfigurationSource(Rules, folder.Path);
        source.EntriesFor(Path.Combine(folder.Path, "draft.md"));
        var error = Assert.Single(source.Errors);
        Assert.Equal((line + 1, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_known_by_its_id_in_small_letters_too_and_a_team_s_rule_by_the_nearest_id()
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\nseverity: {rl4003: off, HOUSE2: off}\n");
        var rules = RuleSet.Load([.. RuleSource.ReadAll([]), new("house/crowd.yml", "id: HOUSE1\nname: crowd\nseverity: warning\nsummary: A crowd.\nmatch:\n  - q: Quantity\nreport when: q.value > 400\nmessage: \"{q} is a crowd\"\nat: q\nwhy: So.\n")]);
        var source = new ConfigurationSource(rules, folder.Path);
        Assert.Equal("severity.RL4003", Assert.Single(source.EntriesFor(Path.Combine(folder.Path, "draft.md"))).Key);
        Assert.Contains("did you mean 'HOUSE1'?", Assert.Single(source.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{rule: RL4005, reason: a joke, line: 1a}", 42, "number of a line")]
    [InlineData("{rule: RL4005, reason: a joke, line: 0}", 42, "number of a line")]
    [InlineData("{rule: RL4005, reason: a joke, lien: 1}", 36, "did you mean 'line'?")]
    [InlineData("{rule: RL4005, reason: a joke, text: [The]}", 42, "'text' is the text")]
    [InlineData("{rule: RL4005, reason: a joke, text: ''}", 42, "'text' is the text")]
    [InlineData("{rule: RL4005, reason: [a joke]}", 28, "'reason' is a text")]
    [InlineData("{rule: [], reason: a joke}", 12, "'rule' is an id")]
    [InlineData("{rule: RL4005, reason: a joke, line: 1, text: The}", 42, "not both")]
    public void A_suppression_beside_a_draft_with_a_mistake_is_told_in_its_place_and_does_not_count(string item, int column, string message)
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\n");
        var path = folder.Write("draft.txt", "The the end.\n\nNot the the end.\n");
        folder.Write("draft.txt.reportlint.yml", $"suppress:\n  - {item}\n  - {{rule: RL4005, reason: a joke, line: 3}}\n");
        var source = new ConfigurationSource(Rules, folder.Path);
        var result = new DraftLinter(new Linter(Rules)) { Configuration = source }.Lint(new(path, "draft.txt"));
        Assert.Equal(0, Assert.Single(result.Diagnostics).Span.Start);
        var error = Assert.Single(source.Errors);
        Assert.Equal((2, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(item, source.Files.Single(f => f.Path == error.Path).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_terms_and_options_reach_the_rules()
    {
        using var folder = new TempFolder();
        var path = folder.Write("draft.md", "Write to us by email. Every email is read, and an e-mail is answered.\n\n![One](one.png)\n");
        Assert.Equal(["RL4007", "RL3012"], Lint());
        folder.Write("reportlint.yml", "root: true\nterms: [E-mail]\n");
        Assert.Equal(["RL3012"], Lint());
        folder.Write("reportlint.yml", "root: true\nterms: [E-mail]\noptions: {references: {lost_files: 1}}\n");
        Assert.Empty(Lint());

        IEnumerable<string> Lint() => new DraftLinter(new Linter(Rules)) { Configuration = new ConfigurationSource(Rules, folder.Path) }.Lint(new(path, "draft.md")).Diagnostics.Select(static d => d.Descriptor.Id);
    }

    [Fact]
    public void Accepted_names_and_acronyms_are_not_flagged()
    {
        using var folder = new TempFolder();
        folder.Write("reportlint.yml", "root: true\nnames: [Anette Pye]\n");
        var path = folder.Write("draft.md", "Annette Pye came. It rained. Later Anette Pye left.\n");
        var linter = new DraftLinter(new Linter(Rules)) { Configuration = new ConfigurationSource(Rules, folder.Path) };
        Assert.Empty(linter.Lint(new(path, "draft.md")).Diagnostics);
        File.Delete(Path.Combine(folder.Path, "reportlint.yml"));
        linter = new DraftLinter(new Linter(Rules)) { Configuration = new ConfigurationSource(Rules, folder.Path) };
        Assert.Equal("RL4003", Assert.Single(linter.Lint(new(path, "draft.md")).Diagnostics).Descriptor.Id);
    }
}
