using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;
using ReportLint.Formats;

namespace ReportLint.Tests.Rules;

public class RuleTesterTests
{
    private const string Rule = """
        id: TEAM1
        name: too-many
        severity: error
        summary: A number above a hundred.
        match:
          - q: Quantity
        require: q <= 100
        message: "{q} is more than 100"
        at: q
        fix: replace q with 100 safely
        why: Because.
        examples:
        """;

    private static RuleTestReport Test(string examples, params KnowledgeFile[] more)
    {
        var rules = RuleSet.Load([new("too-many.yml", Rule + "\n" + examples), .. more]);
        Assert.Empty(rules.Errors);
        return RuleTester.Test(rules, static text => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text)));
    }

    private static RuleTestFailure Single(string examples, params KnowledgeFile[] more) => Assert.Single(Test(examples, more).Failures);

    [Fact]
    public void True_examples_pass()
    {
        var report = Test("""
              - bad: "We saw [|101|] cats and [|2,000|] dogs."
                says: 101 is more
                fixed: We saw 100 cats and 2,000 dogs.
              - good: "We saw 7 cats."
            """);
        Assert.Empty(report.Failures);
        Assert.Equal((1, 2), (report.Rules, report.Examples));
    }

    [Fact]
    public void A_missing_finding_is_told_with_its_line()
    {
        var failure = Single("""
              - bad: "We saw [|99|] cats."
              - good: "We saw 7 cats."
            """);
        Assert.Equal((13, 10), (failure.Line, failure.Column));
        Assert.Contains("expected a finding at \"99\"; found none", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_marked_place_must_be_exact() => Assert.Contains("expected a finding at \"101 cats\"; found TEAM1 at \"101\"", Single("""
              - bad: "We saw [|101 cats|]."
              - good: "We saw 7 cats."
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void A_good_example_that_is_reported_fails() => Assert.Contains("a good example gave TEAM1 at \"700\": 700 is more than 100", Single("""
              - bad: "We saw [|101|] cats."
              - good: "We saw 700 cats."
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void Both_kinds_of_example_are_needed() => Assert.Contains("at least one bad and one good", Single("""
              - bad: "We saw [|101|] cats."
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void Says_is_compared_with_the_message() => Assert.Contains("no message says \"whiskers\"", Single("""
              - bad: "We saw [|101|] cats."
                says: whiskers
              - good: "We saw 7 cats."
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void Fixed_is_compared_with_the_text_after_the_fix() => Assert.Contains("the first fix gives \"We saw 100 cats.\"", Single("""
              - bad: "We saw [|101|] cats."
                fixed: We saw no cats.
              - good: "We saw 7 cats."
            """).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("- bod: x", "an example has either")]
    [InlineData("- bad: \"We saw [|101 cats.\"", "a marker")]
    [InlineData("- bad: We saw 101 cats.", "a bad example marks")]
    [InlineData("- {bad: \"We saw [|101|] cats.\", say: x}", "did you mean 'says'")]
    [InlineData("- {bad: \"We saw [|101|] cats.\", date: March}", "2014-03-14")]
    public void A_malformed_example_is_told(string example, string message) =>
        Assert.Contains(message, Single("  " + example).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_rules_finding_must_be_allowed()
    {
        var other = new KnowledgeFile("odd.yml", """
            id: TEAM2
            name: odd
            severity: warning
            summary: An odd number.
            match:
              - q: Quantity
            report when: q = 101
            message: "{q} is odd"
            at: q
            why: Because.
            examples:
              - {bad: "We saw [|101|] cats.", allow: [TEAM1]}
              - good: We saw 7 cats.
            """);
        Assert.Contains("another rule reports too: TEAM2", Single("""
              - bad: "We saw [|101|] cats."
              - good: "We saw 7 cats."
            """, other).Message, StringComparison.Ordinal);
        Assert.Empty(Test("""
              - {bad: "We saw [|101|] cats.", allow: [TEAM2]}
              - good: "We saw 7 cats."
            """, other).Failures);
    }

    [Fact]
    public void A_safe_fix_must_remove_its_finding()
    {
        var rules = RuleSet.Load([new("odd.yml", """
            id: TEAM2
            name: odd
            severity: warning
            summary: An odd number.
            match:
              - q: Quantity
            report when: q > 50
            message: "{q} is odd"
            at: q
            fix: replace q with 51 safely
            why: Because.
            examples:
              - bad: "We saw [|101|] cats."
              - good: We saw 7 cats.
            """)]);
        var report = RuleTester.Test(rules, static text => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text)));
        Assert.Contains("the safe fix", Assert.Single(report.Failures).Message, StringComparison.Ordinal);
    }
}
