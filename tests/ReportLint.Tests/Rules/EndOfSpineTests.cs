using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;

namespace ReportLint.Tests.Rules;

/// <summary>From YAML and a draft to a finding with its arithmetic, its related places and its fix.</summary>
public class EndOfSpineTests
{
    private static readonly KnowledgeFile[] Knowledge =
    [
        new("total.yml", """
            yields: Breakdown
            set: {wording: complete}
            phrases:
              - "of {total:Quantity} [noun] , {parts:Quantity*}"
            """),
        new("total-mismatch.yml", """
            id: RL1001
            name: total-mismatch
            severity: error
            summary: Parts do not add up.
            match:
              - b: Breakdown
                where: b.wording = complete
            require: sum(b.parts) ~ b.total
            verifies: true
            message: "{b.parts | sum} = {sum(b.parts)}, but the text says {b.total}"
            at: b.total
            related: b.parts
            fix: replace b.total with sum(b.parts)
            why: Readers check sums.
            """),
    ];

    [Fact]
    public void A_wrong_sum_is_reported_with_its_arithmetic_and_its_fix()
    {
        var rules = RuleSet.Load(Knowledge);
        Assert.Empty(rules.Errors);
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes("Of 1,575 boats, 1,000 were red, 300 green and 265 blue.\n"));
        var result = new Linter(rules).Lint(document);
        var finding = Assert.Single(result.Diagnostics);
        Assert.Equal("1,000 + 300 + 265 = 1,565, but the text says 1,575", finding.Message);
        Assert.Equal("1,575", document.Source.ToString(finding.Span));
        Assert.Equal(["1,000", "300", "265"], finding.RelatedLocations.Select(r => document.Source.ToString(r.Span)));
        Assert.Equal("1,565", Assert.Single(Assert.Single(finding.Fixes).Changes).NewText);
        Assert.Equal(new Coverage(0, 4, 0, 0), result.Coverage);
    }

    [Fact]
    public void A_right_sum_counts_as_checked()
    {
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes("Of 1,565 boats, 1,000 were red, 300 green and 265 blue. 2 sank.\n"));
        var result = new Linter(RuleSet.Load(Knowledge)).Lint(document);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(new Coverage(4, 0, 1, 0), result.Coverage);
    }
}
