using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Claims;
using ReportLint.Tests.Phrases;

namespace ReportLint.Tests.Facts.Rankings;

public class RankingTests
{
    private static readonly Lazy<RuleSet> Rules = new(static () => PhraseReading.Load());

    /// <summary>Which figure is called the most or the least of which others, by which name and words.</summary>
    private static string Read(string draft) => string.Join("; ", PhraseReading.Lint(Rules.Value, draft + "\n").Facts.OfType(FigureClaims.Superlative).Cast<PhraseFact>()
        .Where(static s => s.Slot(6).Fact is not null)
        .Select(static s => $"{s.Slot(0).Text} {s.Slot(1)} of {string.Join(", ", s.Slot(2).List!)} ({s.Slot(6)} {s.Slot(7)})"));

    [Theory]
    [InlineData("Ames scored 8 goals, Birch 12 and Cole 7. Birch was the top scorer.", "top 12 of 8, 7 (Birch top scorer)")]
    [InlineData("Ann Ames ended with 8, Bo Birch with 12 and Cy Cole with 7. Cole came last in the count.", "bottom 7 of 8, 12 (Cole came last in the count)")]
    [InlineData("It rained 8 mm in March, 12 mm in April and 7 mm in June; June was the driest month.", "bottom 7 mm of 8 mm, 12 mm (June driest)")]
    [InlineData("There were 41 fires in 2014, 36 in 2015 and 29 in 2016. The quietest year was 2016.", "bottom 29 of 41, 36 (2016 quietest)")]
    [InlineData("Marks were 61, 72, 83 and 75. The highest, 75, went to Ann.", "top 75 of 61, 72, 83 (75 highest)")]
    [InlineData("We sold plots of 62, 75, 58 and 81 acres, the smallest of them the 75 at Roe.", "bottom 75 of 62, 58, 81 acres (75 smallest)")]
    [InlineData("The rate was 4% in 2010, 6% in 2011, 3% in 2012 and 5% in 2013, the highest since 2011.", "top 5% of 3% (2013 highest)")]
    [InlineData("Sales grew by 6% in Ely, 9% in Hull and 4% in York. They grew fastest in Hull.", "top 9% of 6%, 4% (Hull fastest)")]
    public void A_name_ties_a_superlative_to_its_figure(string draft, string expected) => Assert.Equal(expected, Read(draft));

    [Theory]
    [InlineData("Ames scored 8 goals, Birch 12 and Cole 7. Birch was the youngest.")]
    [InlineData("Ames scored 8 goals, Birch 12 and Cole 7. Birch made the most saves.")]
    [InlineData("Ames scored 8 goals, Birch 12 and Cole 7. Birch was the second leading scorer.")]
    [InlineData("Ames scored 8 goals, Birch 12 and Cole 7. Birch, not Cole, was the leading scorer.")]
    [InlineData("Ames scored 8 goals and Birch 12. Birch was the leading scorer.")]
    [InlineData("It rained 8 mm in March, 12 mm in April and 7 mm in June; June was the coldest month.")]
    [InlineData("The club took £8 from Ames, 12 from Birch and £7 from Cole. Cole was the top scorer.")]
    public void What_is_measured_by_something_else_is_left_alone(string draft) => Assert.Equal("", Read(draft));
}
