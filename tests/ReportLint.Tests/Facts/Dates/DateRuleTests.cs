using System.Text;
using ReportLint.Core;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Rules;
using ReportLint.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Facts.Dates;

public class DateRuleTests
{
    [Fact]
    public void The_examples_of_the_date_rules_hold()
    {
        var rules = RuleSet.Load(RuleSource.ReadAll([]));
        Assert.DoesNotContain(rules.Errors, static e => e.Path.Contains("/dates/", StringComparison.Ordinal) || e.Path.Contains("/duration-", StringComparison.Ordinal));
        var own = rules.Rules.Where(static r => r.Path.Contains("/dates/", StringComparison.Ordinal)).ToArray();
        Assert.True(own.Length >= 5);
        var report = RuleTester.Test(rules, own, static text => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text)));
        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
    }

    [Theory]
    [InlineData(2015, 2105, 1)]
    [InlineData(2014, 20014, 1)]
    [InlineData(2013, 2113, 2)]
    [InlineData(2013, 213, 2)]
    [InlineData(2014, 2014, 0)]
    [InlineData(2014, 2041, 1)]
    [InlineData(2014, 1234, 0)]
    public void Slips_of_the_keys_are_ranked(int meant, int written, int rank) =>
        Assert.Equal(rank, YearSlips.SlipOf(meant, written));
}
