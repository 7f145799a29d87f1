using ReportLint.Core.Facts;

namespace ReportLint.Tests.Facts.Tables;

public class TableTotalTests
{
    [Fact]
    public void Sections_subtotals_and_their_difference_are_found()
    {
        var totals = TableReading.Totals("""
            | | 2011 | 2012 |
            |---|---:|---:|
            | **Money in** | | |
            | Fees | 5,940 | 5,761 |
            | Tickets | 8,212 | 7,490 |
            | Total in | 14,152 | 13,251 |
            | **Money out** | | |
            | Hire | 6,300 | 6,110 |
            | Music | 702 | 645 |
            | Total out | 7,002 | 6,755 |
            | Left over | 7,150 | 6,496 |
            """);
        Assert.Equal(
            [
                "5,940 + 8,212 = 14,152 (proven)", "5,761 + 7,490 = 13,251 (proven)",
                "6,300 + 702 = 7,002 (proven)", "6,110 + 645 = 6,755 (proven)",
                "14,152 − 7,002 = 7,150 (arithmetic)", "13,251 − 6,755 = 6,496 (arithmetic)",
            ],
            totals);
    }

    [Fact]
    public void A_line_of_which_is_not_added()
    {
        Assert.Equal(["410 + 96 = 506 (labelled)"], TableReading.Totals("""
            | Kind | Number |
            |---|---:|
            | Loans | 410 |
            | of which renewed | 150 |
            | Sales | 96 |
            | Total | 506 |
            """));
    }

    [Fact]
    public void Years_and_row_numbers_are_no_figures()
    {
        Assert.Equal(["61 + 72 = 133 (labelled)"], TableReading.Totals("""
            | No. | Year | Boats |
            |---|---|---:|
            | 1 | 2011 | 61 |
            | 2 | 2012 | 72 |
            | | Total | 133 |
            """));
    }

    [Fact]
    public void Rows_with_a_total_column_are_found_beside_a_target()
    {
        Assert.Equal(["31 + 40 = 71 (proven)", "18 + 22 = 40 (proven)", "60 + 9 = 69 (proven)"], TableReading.Totals("""
            | Area | 2011 | 2012 | Total | Target |
            |---|---:|---:|---:|---:|
            | A | 31 | 40 | 71 | 90 |
            | B | 18 | 22 | 40 | 95 |
            | C | 60 | 9 | 69 | 70 |
            """));
    }

    [Fact]
    public void A_total_that_comes_first_need_not_take_in_all_that_follows()
    {
        Assert.Equal(["200 + 210 = 410 (proven)", "190 + 198 = 388 (proven)", "150 + 140 = 290 (proven)"], TableReading.Totals("""
            | School | All pupils | Boys | Girls | Boarders |
            |---|---:|---:|---:|---:|
            | X | 410 | 200 | 210 | 60 |
            | Y | 388 | 190 | 198 | 41 |
            | Z | 290 | 150 | 140 | 77 |
            """));
    }

    [Fact]
    public void A_wrong_subtotal_is_one_finding_though_it_breaks_the_grand_total_too()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Depot | Spring | Summer |
            |---|---:|---:|
            | Alder | 410 | 395 |
            | Birch | 288 | 301 |
            | Subtotal | 698 | 669 |
            | Cedar | 512 | 530 |
            | Elder | 130 | 144 |
            | Subtotal | 642 | 674 |
            | Grand total | 1,340 | 1,370 |
            """));
        Assert.Equal("669", finding.Document.Source.ToString(finding.Span));
    }

    [Fact]
    public void One_wrong_cell_that_breaks_its_row_and_its_column_is_one_finding_at_that_cell()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Harbour | Cod | Crab | Total |
            |---|---:|---:|---:|
            | Ness | 410 | 96 | 506 |
            | Voe | 288 | 113 | 419 |
            | Wick | 355 | 72 | 427 |
            | Total | 1,053 | 299 | 1,352 |
            """));
        Assert.Equal("113", finding.Document.Source.ToString(finding.Span));
        Assert.Equal("131", Assert.Single(Assert.Single(finding.Fixes).Changes).NewText);
    }

    [Fact]
    public void A_row_that_is_missing_is_told_once_for_all_columns_and_offers_no_fix()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Depot | Full-time | Part-time | Total |
            |---|---:|---:|---:|
            | Ayr | 41 | 17 | 58 |
            | Crail | 26 | 12 | 38 |
            | Elie | 33 | 9 | 42 |
            | Total | 121 | 45 | 166 |
            """));
        Assert.EndsWith("; a row of 21, 7 and 28 may be missing", finding.Message, StringComparison.Ordinal);
        Assert.Empty(finding.Fixes);
    }

    [Fact]
    public void A_part_that_one_slip_explains_is_named_rather_than_a_missing_row()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Stock | 2015 |
            |---|---:|
            | Barley | 21,204 |
            | Oats | 8,350 |
            | Total | 36,554 |
            """));
        Assert.EndsWith("; 21,204 may be 28,204 with one digit mistyped", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| Largest depots | Staff |")]
    [InlineData("| Depot | Staff (contractors not shown) |")]
    public void A_table_that_says_that_it_lists_some_has_no_missing_row(string heading) => Assert.Empty(TableReading.Findings(heading + """

            |---|---:|
            | Ayr | 412 |
            | Crail | 260 |
            | Elie | 331 |
            | Total | 1,283 |
            """));

    [Fact]
    public void New_headings_half_way_down_begin_another_table()
    {
        Assert.Equal(
            ["210 + 155 = 365 (proven)", "198 + 171 = 369 (proven)", "41.2 + 8.7 = 49.9 (labelled)"],
            TableReading.Totals("""
                | School | Boys | Girls |
                |---|---:|---:|
                | Ash | 210 | 198 |
                | Beech | 155 | 171 |
                | Total | 365 | 369 |
                | Fund | Held (£m) | Rate |
                | Roof | 41.2 | 3.1 |
                | Books | 8.7 | 2.8 |
                | Total | 49.9 | |
                """));
    }

    [Fact]
    public void A_line_of_a_hundred_per_cent_below_shares_that_come_to_it_is_a_total()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Candidate | Votes | % |
            |---|---:|---:|
            | Bryce | 4,812 | 24.1 |
            | Dunn | 7,905 | 39.5 |
            | Farr | 5,377 | 26.9 |
            | Hall | 1,904 | 9.5 |
            | Valid votes | 20,098 | 100.0 |
            | Rejected | 61 | |
            """));
        Assert.Equal("RL1002", finding.Descriptor.Id);
        Assert.Equal("20,098", finding.Document.Source.ToString(finding.Span));
    }

    [Fact]
    public void Headings_said_again_do_not_end_a_table()
    {
        Assert.Equal(
            ["210 + 155 + 188 = 553 (proven)", "198 + 171 + 204 = 573 (proven)"],
            TableReading.Totals("""
                | School | Boys | Girls |
                |---|---:|---:|
                | Ash | 210 | 198 |
                | Beech | 155 | 171 |
                | School | Boys | Girls |
                | Cedar | 188 | 204 |
                | Total | 553 | 573 |
                """));
    }

    [Fact]
    public void A_wrong_row_total_that_also_breaks_its_column_is_one_finding_of_the_row()
    {
        var finding = Assert.Single(TableReading.Findings("""
            | Harbour | Cod | Crab | Total |
            |---|---:|---:|---:|
            | Ness | 410 | 96 | 506 |
            | Voe | 288 | 131 | 491 |
            | Wick | 355 | 72 | 427 |
            | Total | 1,053 | 299 | 1,352 |
            """));
        Assert.Equal("RL1003", finding.Descriptor.Id);
        Assert.Equal("491", finding.Document.Source.ToString(finding.Span));
    }

    [Fact]
    public void Numbers_of_a_table_that_adds_up_count_as_checked()
    {
        var result = TableReading.Lint("""
            | Kind | Number |
            |---|---:|
            | Elm | 48 |
            | Oak | 61 |
            | Total | 109 |
            """);
        Assert.Equal(3, result.Coverage.Checked);
        Assert.Equal(0, result.Coverage.Unbound);
    }

    [Fact]
    public void A_cell_gives_one_number_and_one_only()
    {
        var context = TableReading.Understand("""
            | Kind | Number | Share |
            |---|---:|---:|
            | Elm | (1,204.50) | 12% |
            | Oak | 61 | 8% |
            """);
        Assert.Equal(["(1,204.50)", "61"], context.Facts.OfType(Quantity.FactType).Select(static f => f.Text));
        Assert.Equal(["12%", "8%"], context.Facts.OfType(Percentage.FactType).Select(static f => f.Text));
    }

    [Fact]
    public void A_large_table_costs_little_more_for_each_row()
    {
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(static i => $"| Row {i} | {(i * 7919) % 1000} |\n"));
        Assert.Empty(TableReading.Findings("| Name | Number |\n|---|---:|\n" + rows));
    }
}
