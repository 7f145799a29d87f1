using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;
using ReportLint.Tests.Formats;
using ReportLint.Workspace;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Tests.Diagnostics;

public class SuppressionTests
{
    private static readonly Linter Linter = new(RuleSet.Load(RuleSource.ReadAll([])));

    private static readonly Linter WithRuleOfUser = new(RuleSet.Load([.. RuleSource.ReadAll([]), new("house/crowded-meeting.yml", """
        id: HOUSE1
        name: crowded-meeting
        severity: warning
        summary: More than the hall holds.
        match:
          - q: Quantity
            where: q.head = 'visitor'
        report when: q.value > 400
        message: "too many"
        at: q
        why: The fire officer reads our reports.
        examples: []
        """)]));

    private static string[] Ids(string text, LintOptions? options = null) =>
        [.. Linter.Lint(DocumentReader.Read("draft.md", Encoding.UTF8.GetBytes(text)), options).Diagnostics.Select(static d => d.Descriptor.Id)];

    [Theory]
    [InlineData("The the end.\n", "RL4005")]
    [InlineData("<!-- reportlint-disable RL4005 a joke -->\nThe the end.\n", "")]
    [InlineData("<!-- reportlint-disable repeated-text a joke -->\nThe the end.\n", "")]
    [InlineData("<!-- reportlint-disable RL4005 a joke -->\nOne.\n\nThe the end.\n", "RL0002 RL4005")]
    [InlineData("The the end. <!-- reportlint-disable-line RL4005 a joke -->\n", "")]
    [InlineData("The the end.\n\nThe the end was here.\n\n<!-- reportlint-disable-file RL4005 a refrain -->\n", "")]
    [InlineData("<!-- reportlint-disable RL4005 -->\nThe the end.\n", "RL0002 RL4005")]
    [InlineData("<!-- reportlint-disable RL4095 a joke -->\nThe end.\n", "RL0003")]
    [InlineData("<!-- reportlint-disable RL4005, RL3011 a joke -->\nThe the XX% end.\n", "")]
    [InlineData("Write `<!-- reportlint-disable RL4005 reason -->` above it.\n", "")]
    [InlineData("```html\n<!-- reportlint-disable RL4005 reason -->\n```\n\nThe end.\n", "")]
    public void A_comment_suppresses_what_it_stands_before_and_says_when_it_does_not(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', Ids(text)));

    /// <summary>A user's rule whose id begins with other letters; words of the reason are none, though they look like ids.</summary>
    [Theory]
    [InlineData("<!-- reportlint-disable RL4005, HOUSE1 a joke -->\nThe the 650 visitors.\n", null, "")]
    [InlineData("<!-- reportlint-disable HOUSE1 RL4005: a joke -->\nThe the 650 visitors.\n", null, "")]
    [InlineData("<!-- reportlint-disable RL4005, crowded-meeting, a joke -->\nThe the 650 visitors.\n", null, "")]
    [InlineData("<!-- reportlint-disable RL4005, HOUSE2 a joke -->\nThe the 650 visitors.\n", null, "HOUSE1")]
    [InlineData("<!-- reportlint-disable RL4005, Q3 was a joke -->\nThe the end.\n", null, "")]
    [InlineData("The the 650 visitors.\n", "suppress: [{rule: [RL4005, HOUSE1], reason: a joke, line: 1}]", "")]
    [InlineData("The the 650 visitors.\n", "suppress: [{rule: [HOUSE1], reason: a joke, line: 1}]", "RL4005")]
    public void A_second_rule_may_be_a_users_own(string text, string? beside, string ids)
    {
        var errors = new List<KnowledgeError>();
        var outside = beside is null ? [] : SidecarReader.Read(new("draft.md.reportlint.yml", beside), errors);
        Assert.Empty(errors);
        var result = WithRuleOfUser.Lint(DocumentReader.Read("draft.md", Encoding.UTF8.GetBytes(text)), new LintOptions { Suppressions = outside });
        Assert.Equal(ids, string.Join(' ', result.Diagnostics.Select(static d => d.Descriptor.Id)));
    }

    [Fact]
    public void A_second_rule_in_a_Word_comment_may_be_a_users_own()
    {
        var file = new WordFile(WordFile.P("<w:commentRangeStart w:id=\"1\"/>", "The the 650 visitors.", "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"))
            .With("comments", "comments", $"<w:comment w:id=\"1\" w:author=\"A. Person\">{WordFile.P("reportlint: ignore RL4005, HOUSE1, a joke")}</w:comment>");
        var result = WithRuleOfUser.Lint(file.Read());
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["HOUSE1", "RL4005"], result.Suppressed.Select(static d => d.Descriptor.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<!-- reportlint-disabel RL4005 a joke -->\nThe the end.\n", "There is no comment 'reportlint-disabel'; did you mean 'reportlint-disable'?")]
    [InlineData("<!--reportlint-enable-->\nThe the end.\n", "There is no comment 'reportlint-enable'; did you mean 'reportlint-disable'?")]
    [InlineData("The the end. <!-- reportlint-disable-lines RL4005 a joke -->\n", "There is no comment 'reportlint-disable-lines'; did you mean 'reportlint-disable-line'?")]
    public void A_comment_with_a_word_that_is_none_is_told_and_suppresses_nothing(string text, string message)
    {
        var findings = Linter.Lint(DocumentReader.Read("draft.md", Encoding.UTF8.GetBytes(text))).Diagnostics;
        Assert.Equal(message, Assert.Single(findings, static d => d.Descriptor.Id == "RL0003").Message);
        Assert.Contains(findings, static d => d.Descriptor.Id == "RL4005");
    }

    [Fact]
    public void A_comment_of_another_tool_or_in_code_is_none_of_ours() =>
        Assert.Empty(Ids("<!-- markdownlint-disable -->\n\nSay `<!-- reportlint-enable -->` or reportlint-enable.\n"));

    [Fact]
    public void A_reason_may_be_left_out_where_the_configuration_allows_it() =>
        Assert.Empty(Ids("<!-- reportlint-disable RL4005 -->\nThe the end.\n", new LintOptions { SuppressionsNeedReason = false }));

    [Fact]
    public void A_file_beside_the_document_suppresses_by_line_and_by_text()
    {
        const string text = "The the end.\n\nBut but no.\n";
        Assert.Equal(["RL4005"], Ids(text, new LintOptions { Suppressions = [new(["RL4005"], 1, null, "a joke", "draft.md.reportlint.yml")] }));
        Assert.Equal(["RL4005"], Ids(text, new LintOptions { Suppressions = [new(["RL4005"], null, "But but", "a joke", "draft.md.reportlint.yml")] }));
        Assert.Empty(Ids(text, new LintOptions { Suppressions = [new(["RL4005"], null, null, "a joke", "draft.md.reportlint.yml")] }));
    }

    [Fact]
    public void A_line_of_a_file_beside_the_document_that_suppresses_nothing_is_told()
    {
        const string text = "The the end.\n\nBut no.\n";
        OutsideSuppression[] lines = [new(["RL4005"], 1, null, "a joke", "draft.md.reportlint.yml"), new(["RL4005"], 3, null, "a joke", "draft.md.reportlint.yml"), new(["RL4005"], null, "And and", "a joke", "draft.md.reportlint.yml")];
        Assert.Equal(["RL0002", "RL0002"], Ids(text, new LintOptions { Suppressions = lines }));
        Assert.Equal(["RL0003"], Ids("The end.\n", new LintOptions { Suppressions = [new(["RL4095"], null, null, "a joke", "draft.md.reportlint.yml")] }));
    }

    [Fact]
    public void What_is_suppressed_is_kept_with_its_reason()
    {
        var result = Linter.Lint(DocumentReader.Read("draft.md", "<!-- reportlint-disable RL4005 a joke -->\nThe the end.\n"u8.ToArray()));
        Assert.Equal("a joke", Assert.Single(result.Suppressed).SuppressionReason);
    }

    [Fact]
    public void Severities_are_those_of_the_configuration()
    {
        var severities = new Dictionary<string, DiagnosticSeverity?> { ["RL4005"] = null, ["RL3011"] = DiagnosticSeverity.Info };
        var result = Linter.Lint(DocumentReader.Read("draft.md", "The the XX% end.\n"u8.ToArray()), new LintOptions { Severities = severities });
        Assert.Equal(("RL3011", DiagnosticSeverity.Info), Assert.Single(result.Diagnostics.Select(static d => (d.Descriptor.Id, d.Severity))));
    }

    [Theory]
    [InlineData("", "reportlint: ignore RL4005, a refrain", "RL4005 RL4005")]
    [InlineData("The the", "reportlint: ignore RL4005, a refrain", "RL4005")]
    [InlineData("end", "Reportlint: ignore repeated-text, a refrain", "")]
    [InlineData("end", "reportlint: ignore RL4005", "RL4005 RL0002 RL4005")]
    [InlineData("No", "reportlint: ignore RL4005, a refrain", "RL4005 RL4005 RL0002")]
    [InlineData("end", "Is this right?", "RL4005 RL4005")]
    public void A_comment_in_a_Word_file_speaks_for_its_words_and_else_for_their_paragraph(string words, string comment, string ids)
    {
        const string First = "The the end, of of it.";
        const string Second = "No more.";
        var file = new WordFile(WordFile.P(Around(First)) + WordFile.P(Around(Second)))
            .With("comments", "comments", $"<w:comment w:id=\"1\" w:author=\"A. Person\">{WordFile.P(comment)}</w:comment>");
        Assert.Equal(ids, string.Join(' ', Linter.Lint(file.Read()).Diagnostics.Select(static d => d.Descriptor.Id)));

        string[] Around(string text) => words.Length > 0 && text.Split(words, 2) is [var before, var after]
            ? [before, "<w:commentRangeStart w:id=\"1\"/>", words, "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>", after]
            : [text];
    }
}
