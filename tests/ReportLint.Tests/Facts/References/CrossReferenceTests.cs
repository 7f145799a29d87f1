using ReportLint.Core.Facts.References;

namespace ReportLint.Tests.Facts.References;

public class CrossReferenceTests
{
    [Theory]
    [InlineData("See Tables 1–3 and 5.", "table 1", "table 2", "table 3", "table 5")]
    [InlineData("See Annexes A and B.", "annex A", "annex B")]
    [InlineData("See sections 2 to 4, and paragraph 11.", "section 2", "section 3", "section 4", "paragraph 11")]
    [InlineData("See Figure 3.1a and Table A.1.", "figure 3.1A", "table A.1")]
    [InlineData("See TABLE IV and part II.", "table 4", "part 2")]
    [InlineData("In Tables 1 and 2, 40 people are left out.", "table 1", "table 2")]
    [InlineData("The part I play is small, and in the tables 12 councils are missing.")]
    public void Labels_are_read_and_ranges_written_out(string text, params string[] expected) =>
        Assert.Equal(expected, ReferenceReading.Facts<CrossReference>(text).Select(static r => $"{r.Kind} {r.Label}"));

    [Theory]
    [InlineData("Table 3 of the Home Office bulletin fell.")]
    [InlineData("Move the patient (isolation policy, table 2).")]
    [InlineData("Their Figure 4 is better.")]
    [InlineData("See the national guidance, section 3.2.")]
    [InlineData("Last year's Table 3 was wrong.")]
    [InlineData("See Companies Act section 172.")]
    [InlineData("Annex C to the Treasury's letter is missing.")]
    [InlineData("It is in chapter 7 of *Crime in England*.")]
    [InlineData("They wrote: “See Table 9.”")]
    public void References_to_other_works_are_told_apart(string text) => Assert.All(ReferenceReading.Facts<CrossReference>(text), static r => Assert.True(r.IsElsewhere, r.Text));

    [Theory]
    [InlineData("See Annexes A and B, and Annex C of the Crown's guidance.", "annex C")]
    [InlineData("See Tables 1 and 4 of the Crown's guidance.", "table 1, table 4")]
    [InlineData("See Table 1 and section 4 of the Fishery Act.", "section 4")]
    [InlineData("See section 1 and Table 4 of the guide.", "section 1, table 4")]
    [InlineData("See Tables 1, 2, and 4 of the guide.", "table 1, table 2, table 4")]
    [InlineData("See Table 1, Table 2, and Table 4 of the guide.", "table 1, table 2, table 4")]
    [InlineData("See Table 4, and Annex C of the guide.", "annex C")]
    [InlineData("See Table 4 in Annex A to the report by Hale.", "table 4, annex A")]
    [InlineData("It is so (Table 4; Annex C of the guide).", "annex C")]
    [InlineData("Compare Table 4 with Table 3 of the guide.", "table 3")]
    [InlineData("Their Annex C, and Table 3, are short.", "annex C, table 3")]
    public void An_owner_takes_what_is_told_in_one_breath(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", ReferenceReading.Facts<CrossReference>(text).Where(static r => r.IsElsewhere).Select(static r => $"{r.Kind} {r.Label}")));

    [Theory]
    [InlineData("According to Table 2, Avon had more.")]
    [InlineData("For receipts see section 2.4.")]
    [InlineData("Table A.1 in Appendix A is long.")]
    [InlineData("The survey is in Table 4 of this report.")]
    [InlineData("Our own survey (Table 3) was small.")]
    public void References_to_this_document_stay(string text) => Assert.All(ReferenceReading.Facts<CrossReference>(text), static r => Assert.False(r.IsElsewhere, r.Text));

    [Theory]
    [InlineData("# Appendix 1 – Form", "appendix 1")]
    [InlineData("**Table 1** Boats", "table 1")]
    [InlineData("*Table 2 (continued)*", "table 2")]
    [InlineData(": Table 3. Boats {#boats}", "table 3")]
    [InlineData("TABLE IV. – Receipts", "table 4")]
    [InlineData("![Figure 5: Boats](boats.png)", "figure 5")]
    [InlineData("## 3.2 Visitors", "section 3.2")]
    [InlineData("### B. Method", "section B")]
    [InlineData("Table 3.1 lists the ships.")]
    [InlineData("# 3 ways to save")]
    public void Captions_and_numbered_headings_are_exhibits(string text, params string[] expected) =>
        Assert.Equal(expected, ReferenceReading.Facts<Exhibit>(text).Select(static e => $"{e.Kind} {e.Label}"));

    [Fact]
    public void A_number_far_above_the_series_belongs_to_somebody_else()
    {
        const string document = "## 1 Scope\n\nAs agreed.\n\n## 2 Money\n\nSee section {0}.\n";
        Assert.Equal(["section 5"], ReferenceReading.Findings("RL3005", document.Replace("{0}", "5", StringComparison.Ordinal)));
        Assert.Empty(ReferenceReading.Findings("RL3005", document.Replace("{0}", "106", StringComparison.Ordinal)));
        Assert.Empty(ReferenceReading.Findings("RL3005", document.Replace("{0}", "2", StringComparison.Ordinal)));
    }
}
