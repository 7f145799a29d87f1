using System.Text;
using NodaTime;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;
using ReportLint.Tests.Architecture;
using ReportLint.Workspace;

namespace ReportLint.Tests.Engine;

public class LinterTests
{
    private static readonly KnowledgeFile Rule = new("too-many.yml", """
        id: T1
        name: too-many
        severity: warning
        summary: A number above a hundred.
        match:
          - q: Quantity
        require: q <= 100
        message: "{q} is more than 100"
        at: q
        why: Because.
        """);

    private static ReportDocument Read(string text) => DocumentReader.Read("a.md", Encoding.UTF8.GetBytes(text));

    private static string Show(LintResult result) =>
        string.Join("\n", result.Diagnostics.Select(static d => $"{d.Span} {d.Severity} {d.Descriptor.Id} {d.Message}"));

    [Fact]
    public void An_extractor_that_throws_is_named_and_the_rest_goes_on()
    {
        var linter = new Linter(RuleSet.Load([Rule]), null, [new Thrower(), .. Extractors.All]);
        Assert.Equal("[0..0) Warning RL0004 Thrower failed, so its facts are missing (InvalidOperationException: no luck).\n[7..10) Warning T1 101 is more than 100", Show(linter.Lint(Read("We saw 101 cats.\n"))));
    }

    [Fact]
    public void Too_many_facts_stop_the_rules_and_are_told()
    {
        var limits = new KnowledgeFile("limits.yml", "settings: limits\nvalues: {facts_per_document: 2}");
        var linter = new Linter(RuleSet.Load([Rule, limits]));
        Assert.Equal("[7..10) Warning T1 101 is more than 100", Show(linter.Lint(Read("We saw 101 cats.\n"))));
        Assert.Equal("[0..0) Warning RL0004 The document has more than 2 facts, so no rule was run.", Show(linter.Lint(Read("We saw 101 cats, 4 dogs and 6 birds.\n"))));
    }

    [Fact]
    public void A_document_with_too_many_words_is_not_looked_at_and_told_of()
    {
        var limits = new KnowledgeFile("limits.yml", "settings: limits\nvalues: {tokens_per_document: 9}");
        var linter = new Linter(RuleSet.Load([Rule, limits]));
        Assert.Equal("[7..10) Warning T1 101 is more than 100", Show(linter.Lint(Read("We saw 101 cats.\n\nAnd 4 dogs.\n"))));
        var result = linter.Lint(Read("We saw 101 cats.\n\nAnd 4 dogs and 6 birds.\n"));
        Assert.Equal("[0..0) Warning RL0004 The document has more than 9 words and marks, so nothing of it was checked.", Show(result));
        Assert.Equal(0, result.Facts.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Numbers_that_could_be_taken_together_in_too_many_ways_stop_the_rules_and_are_told(int most)
    {
        var limits = new KnowledgeFile("limits.yml", $"settings: limits\nvalues: {{work_per_document: {most}, work_per_token: 0}}");
        var linter = new Linter(RuleSet.Load([.. RuleSource.ReadFolder(Path.Combine(RepositoryFolder.Path, "rules")), limits]));
        var flood = Read("Of 576, " + string.Concat(Enumerable.Repeat("101, ", 300)) + "and 1.\n");
        Assert.Equal("[0..0) Warning RL0004 The numbers of the document could be taken together in too many ways, so no rule was run.", Show(linter.Lint(flood)));
    }

    [Fact]
    public void The_budget_of_a_rule_is_a_setting()
    {
        var limits = new KnowledgeFile("limits.yml", "settings: limits\nvalues: {evaluations_per_rule: 3}");
        var linter = new Linter(RuleSet.Load([Rule, limits]));
        Assert.Contains("RL0004 T1 too-many was stopped after 3 evaluations", Show(linter.Lint(Read("We saw 101 cats, 4 dogs and 6 birds.\n"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_document_and_the_same_twice()
    {
        var document = Read("We saw 300 cats.\n\nAnd 200 dogs.\n\nAnd 7 or 400 birds.\n");
        var linter = new Linter(RuleSet.Load([Rule]));
        var result = linter.Lint(document);
        Assert.Equal(["300", "200", "400"], result.Diagnostics.Select(d => document.Source.ToString(d.Span)));
        Assert.Equal((Show(result), result.Work), (Show(linter.Lint(document)), linter.Lint(document).Work));
    }

    [Fact]
    public void The_date_that_the_user_gives_reaches_the_extractors()
    {
        var watcher = new Watcher();
        new Linter(RuleSet.Load([]), null, [watcher]).Lint(Read("x\n"), new LintOptions { AsOf = new LocalDate(2014, 3, 14) });
        Assert.Equal(new LocalDate(2014, 3, 14), watcher.Seen);
    }

    [Fact]
    public void Work_doubles_when_the_document_doubles()
    {
        var linter = new Linter(RuleSet.Load([Rule]));
        long Work(int paragraphs) => linter.Lint(Read(string.Concat(Enumerable.Repeat("We saw 300 cats, of which 20 were black and 280 grey.\n\n", paragraphs)))).Work;
        Assert.InRange(Work(400) / (decimal)Work(200), 1.95m, 2.05m);
    }

    private sealed class Thrower : IFactExtractor
    {
        public IReadOnlyList<FactType> Types => [];

        public void Extract(AnalysisContext context) => throw new InvalidOperationException("no luck");
    }

    private sealed class Watcher : IFactExtractor
    {
        public LocalDate? Seen { get; private set; }

        public IReadOnlyList<FactType> Types => [];

        public void Extract(AnalysisContext context) => Seen = context.AsOf;
    }
}
