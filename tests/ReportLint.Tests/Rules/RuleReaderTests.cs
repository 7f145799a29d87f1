using ReportLint.Core;
using ReportLint.Core.Knowledge;

namespace ReportLint.Tests.Rules;

public class RuleReaderTests
{
    private const string Good = """
        id: T1
        name: test
        severity: warning
        summary: A test.
        match:
          - a: Item
            where: a.key = 1
        report when: a.value > 2
        message: "{a.value} is more than 2"
        at: a
        why: Because.
        """;

    private static RuleSet Load(string text) => RuleSet.Load([new KnowledgeFile("test.yml", text)], TestFact.Types);

    private static string Error(string text)
    {
        var rules = Load(text);
        Assert.Empty(rules.Rules);
        return Assert.Single(rules.Errors).ToString();
    }

    [Fact]
    public void A_good_rule_has_no_errors()
    {
        var rules = Load(Good);
        Assert.Empty(rules.Errors);
        Assert.Equal("T1 test", Assert.Single(rules.Rules).ToString());
        Assert.Same(rules.Rules[0], rules.Find("T1"));
        Assert.Contains(rules.Descriptors, d => d is { Id: "T1", Summary: "A test." });
    }

    /// <summary>One change to the good rule, and the error that it gives.</summary>
    [Theory]
    [InlineData("summary: A test.", "sumary: A test.", "test.yml(4,1): error: a rule has no key 'sumary'; did you mean 'summary'?")]
    [InlineData("severity: warning", "severity: warn", "test.yml(3,11): error: a severity is error, warning or info; there is error, info, warning")]
    [InlineData("- a: Item", "- a: Itme", "test.yml(6,8): error: there is no fact type 'Itme'; did you mean 'Item'?")]
    [InlineData("a.key = 1", "a.kye = 1", "test.yml(7,14): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("a.key = 1", "'a.kye = 1'", "test.yml(7,15): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("a.key = 1", "\"a.name != '\\u00e9' and a.kye = 1\"", "test.yml(7,38): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("a.key = 1", "'a.name != ''x'' and a.kye = 1'", "test.yml(7,35): error: Item has no property 'kye'")]
    [InlineData("where: a.key = 1", "where: >-\n      a.key = 1\n      and a.kye = 2", "test.yml(9,13): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("where: a.key = 1", "where: |\n\n      a.key = 1 and\n\n      a.kye = 2", "test.yml(11,9): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("where: a.key = 1", "where: a.key = 1\n      and a.kye = 2", "test.yml(8,13): error: Item has no property 'kye'; did you mean 'key'?")]
    [InlineData("{a.value}", "{a.vlaue}", "test.yml(9,14): error: Item has no property 'vlaue'; did you mean 'value'?")]
    [InlineData("{a.value}", "{a.value | word}", "test.yml(9,21): error: there is no format 'word'; did you mean 'words'?")]
    [InlineData("{a.value}", "{a.value", "test.yml(9,11): error: this brace is never closed; write '{{' for a brace")]
    [InlineData("at: a", "at: a.value", "test.yml(10,5): error: expected a fact, but this is a number")]
    [InlineData("at: a", "at: a\nrelated: [a.parts, a.key]", "test.yml(11,20): error: expected a fact or a list of facts, but this is a number")]
    [InlineData("at: a", "at: a\nfix: change a to 1", "test.yml(11,6): error: expected 'replace', not 'change'")]
    [InlineData("at: a", "at: a\nfix: replace a with a.day", "test.yml(11,21): error: a fix puts in a number, a text or a fact's text, but this is a date")]
    [InlineData("at: a", "at: a\nverifies: true", "test.yml(11,11): error: only a rule with 'require' verifies")]
    [InlineData("report when: a.value > 2", "require: a.value > 2\nreport when: true", "test.yml(8,10): error: a rule needs either 'require' or 'report when'")]
    [InlineData("id: T1", "id: RL0009", "test.yml(1,5): error: ids that begin with RL0 belong to the tool itself")]
    [InlineData("- a: Item", "- a: Item\n    b: Item", "test.yml(7,5): error: a term has one variable and 'where'")]
    [InlineData("- a: Item", "- not: Item", "test.yml(6,10): error: 'not' stands over a mapping")]
    [InlineData("- a: Item", "- and: Item", "test.yml(6,5): error: a variable is a word")]
    [InlineData("at: a", "at: ", "test.yml(10,4): error: 'at' is a text")]
    [InlineData("why: Because.", "", "test.yml(1,1): error: a rule needs the key 'why'")]
    public void A_mistake_is_told_at_its_place(string right, string wrong, string expected)
    {
        var text = Good.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        var rules = Load(text);
        Assert.Empty(rules.Rules);
        Assert.Contains(rules.Errors, error => error.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Windows_line_ends_do_not_move_the_place() => Assert.StartsWith(
        "test.yml(9,13)", Error(Good.Replace("where: a.key = 1", "where: >-\n      a.key = 1\n      and a.kye = 2", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_broken_rule_takes_nothing_else_with_it()
    {
        var rules = RuleSet.Load(
        [
            new("broken.yml", Good.Replace("T1", "T0", StringComparison.Ordinal).Replace("a.key", "a.kye", StringComparison.Ordinal)),
            new("test.yml", Good),
            new("torn.yml", "id: [T2"),
            new("odd.yml", "idd: T2"),
        ], TestFact.Types);
        Assert.Equal("T1", Assert.Single(rules.Rules).Id);
        Assert.Equal(["broken.yml", "odd.yml", "torn.yml"], rules.Errors.Select(static e => e.Path).Distinct());
        Assert.Contains("did you mean 'id'?", rules.Errors.First(static e => e.Path == "odd.yml").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- b: Other\n    where: b.key = a.key", false)]
    [InlineData("- b: Other\n    where: a.key + 1 = b.key and b.size > 1", false)]
    [InlineData("- b: Other\n    where: b.key > a.key", true)]
    [InlineData("- b: Other", true)]
    [InlineData("- b: Sole", false)]
    [InlineData("- not: {b: Other, where: b.key = a.key}", false)]
    [InlineData("- not: {b: Other, where: b.key > a.key}", true)]
    [InlineData("- not: {b: Other, where: b.size > 3}", false)]
    public void A_join_without_a_key_gets_a_warning(string term, bool warns)
    {
        var rules = Load(Good.Replace("report when", "  " + term + "\nreport when", StringComparison.Ordinal));
        Assert.Single(rules.Rules);
        Assert.Equal(warns, rules.Errors.Any(static e => e.Severity == KnowledgeSeverity.Warning && e.Message.Contains("every pair is tried", StringComparison.Ordinal)));
    }

    [Fact]
    public void Superseding_an_unknown_rule_is_an_error()
    {
        var rules = Load(Good + "\nsupersedes: [T11]");
        Assert.Single(rules.Rules);
        Assert.Equal("test.yml(12,14): error: there is no rule 'T11'; did you mean 'T1'?", Assert.Single(rules.Errors).ToString());
    }

    [Fact]
    public void Rules_that_supersede_each_other_are_an_error()
    {
        var rules = RuleSet.Load([new("test.yml", Good + "\nsupersedes: [T2]"), new("other/test.yml", Good.Replace("T1", "T2", StringComparison.Ordinal) + "\nsupersedes: [T1]")], TestFact.Types);
        Assert.Equal(["'T1' supersedes 'T2' in turn", "'T2' supersedes 'T1' in turn"], rules.Errors.Select(static e => e.Message).Order(StringComparer.Ordinal));
        Assert.Contains("supersedes 'T1' in turn", Assert.Single(Load(Good + "\nsupersedes: [T1]").Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_rule_of_the_same_id_replaces_the_earlier_one()
    {
        var rules = RuleSet.Load([new("a/test.yml", Good), new("b/test.yml", Good)], TestFact.Types);
        Assert.Equal("b/test.yml", Assert.Single(rules.Rules).Path);
    }

    [Theory]
    [InlineData("settings: near\nvalues: {minimum_digits: two}", "must be a number")]
    [InlineData("settings: near", "needs the keys")]
    [InlineData("settings: near\nvalue: {}\nvalues: {}", "no key 'value'")]
    public void Settings_are_checked(string text, string message) => Assert.Contains(message, Error(text), StringComparison.Ordinal);
}
