using System.Globalization;
using System.Text;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Tables.Relations;

namespace ReportLint.Tests.Facts.Tables;

public class TableRelationTests
{
    [Fact]
    public void Other_rows_prove_a_product_between_thousands_and_ones()
    {
        Assert.Equal(
            ["5,120 × 41.25 × 0.001 = 211.2", "3,404 × 38.50 × 0.001 = 131.1", "8,260 × 44.75 × 0.001 = 396.6 (should be 369.6)", "6,018 × 29.90 × 0.001 = 179.9", "2,775 × 52.10 × 0.001 = 144.6"],
            Relations("""
                | Mill | Sacks | Paid a sack (£) | Paid (£000) |
                |---|---:|---:|---:|
                | Abbey | 5,120 | 41.25 | 211.2 |
                | Bridge | 3,404 | 38.50 | 131.1 |
                | Court | 8,260 | 44.75 | 396.6 |
                | Dock | 6,018 | 29.90 | 179.9 |
                | Earl | 2,775 | 52.10 | 144.6 |
                """));
    }

    [Fact]
    public void A_price_that_is_the_same_in_all_rows_proves_itself()
    {
        Assert.Equal(
            ["412 × 12.5 = 5,150.00", "388 × 12.5 = 4,850.00", "501 × 12.5 = 6,262.50", "276 × 12.5 = 3,540.00 (should be 3450.00)", "640 × 12.5 = 8,000.00"],
            Relations("""
                | Day | Tickets | Taken at the door |
                |---|---:|---:|
                | Monday | 412 | 5,150.00 |
                | Tuesday | 388 | 4,850.00 |
                | Wednesday | 501 | 6,262.50 |
                | Thursday | 276 | 3,540.00 |
                | Friday | 640 | 8,000.00 |
                """));
    }

    [Theory]
    [InlineData("1,160.00")]
    [InlineData("1,450.00")]
    public void A_discount_in_one_row_is_no_mistake(string taken) => Assert.Empty(Findings($"""
        | Day | Tickets | Taken at the door |
        |---|---:|---:|
        | Monday | 412 | 5,150.00 |
        | Tuesday | 388 | 4,850.00 |
        | Wednesday | 501 | 6,262.50 |
        | Thursday | 116 | {taken} |
        | Friday | 640 | 8,000.00 |
        | Saturday | 713 | 8,912.50 |
        """));

    [Theory]
    [InlineData("In", "Out")]
    [InlineData("Came", "Went")]
    public void Opening_and_closing_columns_declare_a_balance_whatever_the_movements_are_called(string income, string outgo)
    {
        Assert.Equal(["RL1016 2,361"], Findings($"""
            | Depot | Opening | {income} | {outgo} | Closing |
            |---|---:|---:|---:|---:|
            | Ayr | 1,250 | 430 | 512 | 1,168 |
            | Crail | 812 | 388 | 447 | 753 |
            | Elie | 2,109 | 605 | 398 | 2,361 |
            | Oban | 1,316 | 277 | 420 | 1,173 |
            """));
    }

    [Fact]
    public void A_closing_figure_that_breaks_its_row_and_the_next_is_the_culprit()
    {
        Assert.Equal(["RL1016 1,361"], Findings("""
            | Month | Opening | Received | Issued | Closing |
            |---|---:|---:|---:|---:|
            | January | 1,250 | 430 | 512 | 1,168 |
            | February | 1,168 | 388 | 447 | 1,109 |
            | March | 1,109 | 605 | 398 | 1,361 |
            | April | 1,316 | 277 | 420 | 1,173 |
            | May | 1,173 | 510 | 366 | 1,317 |
            """));
    }

    [Fact]
    public void Blank_movements_of_a_balance_are_nothing()
    {
        Assert.Equal(["RL1016 1,278.40"], Findings("""
            | Date | Paid in | Paid out | Balance |
            |---|---:|---:|---:|
            | 3 May | 412.50 | | 1,240.10 |
            | 9 May | | 186.20 | 1,053.90 |
            | 14 May | 295.00 | | 1,348.90 |
            | 20 May | | 61.50 | 1,278.40 |
            | 22 May | 40.00 | | 1,327.40 |
            | 28 May | | 533.15 | 794.25 |
            | 30 May | 250.00 | | 1,044.25 |
            """));
    }

    [Fact]
    public void A_running_total_that_headings_declare_is_borne_out_by_a_few_rows()
    {
        Assert.Equal(["RL1016 1,587.85"], Findings("""
            | Week | Raised | Raised so far |
            |---|---:|---:|
            | 1 | 412.50 | 412.50 |
            | 2 | 388.20 | 800.70 |
            | 3 | 501.35 | 1,302.05 |
            | 4 | 276.80 | 1,587.85 |
            | 5 | 640.00 | 2,218.85 |
            """));
    }

    [Fact]
    public void Small_numbers_that_agree_by_chance_prove_nothing()
    {
        Assert.Empty(Relations("""
            | Team | Home | Away | Draws |
            |---|---:|---:|---:|
            | A | 2 | 3 | 5 |
            | B | 1 | 4 | 5 |
            | C | 3 | 1 | 4 |
            | D | 2 | 2 | 4 |
            | E | 4 | 2 | 3 |
            """));
    }

    [Fact]
    public void A_figure_that_breaks_its_row_and_its_column_is_the_culprit()
    {
        var findings = Findings("""
            | Stall | Number | Price | Amount |
            |---|---:|---:|---:|
            | Jam | 120 | 3.50 | 420.00 |
            | Cake | 85 | 2.20 | 178.00 |
            | Tea | 310 | 1.10 | 341.00 |
            | Books | 64 | 1.75 | 112.00 |
            | Plants | 48 | 4.25 | 204.00 |
            | Total | | | 1,264.00 |
            """);
        Assert.Equal(["RL1002 178.00"], findings);
    }

    [Fact]
    public void A_figure_that_a_total_vouches_for_is_not_the_suspect()
    {
        var findings = Findings("""
            | Stall | Number | Price | Amount |
            |---|---:|---:|---:|
            | Jam | 120 | 3.50 | 420.00 |
            | Cake | 58 | 2.20 | 187.00 |
            | Tea | 310 | 1.10 | 341.00 |
            | Books | 64 | 1.75 | 112.00 |
            | Plants | 48 | 4.25 | 204.00 |
            | Total | 627 | | 1,264.00 |
            """);
        Assert.Equal(["RL1002 58"], findings);
    }

    [Fact]
    public void Results_to_the_last_digit_leave_less_room_for_rounding()
    {
        const string table = """
            | Field | Acres | Yield | Crop |
            |---|---:|---:|---:|
            | Top | 41.5 | 23.4 | 971.10 |
            | Long | 118.2 | 19.7 | 2,328.54 |
            | Brook | 96.4 | 27.1 | 2,612.44 |
            | Chapel | 73.8 | 22.6 | 1,667.88 |
            | Lower | 55.9 | 30.2 | 1,688.18 |
            """;
        Assert.Empty(Findings(table));
        Assert.Equal(["RL1016 2,616.44"], Findings(table.Replace("2,612.44", "2,616.44", StringComparison.Ordinal)));
        Assert.Empty(Findings(table.Replace("2,612.44", "2,616.44", StringComparison.Ordinal).Replace("971.10", "970.2", StringComparison.Ordinal).Replace("1,688.18", "1,689", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_row_under_headings_that_declare_a_product_is_checked()
    {
        Assert.Equal(["RL1016 £4,860"], Findings("| Trade | Days | Day rate | Amount |\n|---|---:|---:|---:|\n| Mason | 24 | £190 | £4,860 |\n"));
        Assert.Empty(Findings("| Trade | Days | Day rate | Amount |\n|---|---:|---:|---:|\n| Mason | 24 | £190 | £9,120 |\n"));
    }

    [Fact]
    public void Work_grows_with_the_cells_and_not_faster()
    {
        foreach (var columns in (int[])[6, 24])
        {
            Assert.InRange((double)Work(400, columns) / Work(100, columns), 2, 5);
        }

        Assert.InRange((double)Work(60, 96) / Work(60, 24), 2, 5);
    }

    /// <summary>The work of reading a table of numbers that have nothing to do with each other.</summary>
    private static long Work(int rows, int columns)
    {
        var random = new Random(5);
        var text = new StringBuilder();
        for (var row = 0; row < rows + 2; row++)
        {
            text.Append("| ").Append(row == 1 ? "---" : "R" + row.ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < columns; column++)
            {
                text.Append(" | ").Append(row == 1 ? "---" : row == 0 ? "c" : random.Next(100, 99_999).ToString(CultureInfo.InvariantCulture));
            }

            text.Append(" |\n");
        }

        return TableReading.Understand(text.ToString()).Work;
    }

    private static string[] Relations(string markdown)
    {
        var facts = TableReading.Understand(markdown).Facts;
        facts.Seal();
        return [.. facts.OfType(TableRelation.FactType).Cast<TableRelation>().Select(static r =>
            string.Create(CultureInfo.InvariantCulture, $"{r.Working} = {r.Result.Text}{(r.Agrees ? "" : $" (should be {r.Computed})")}"))];
    }

    private static string[] Findings(string markdown) =>
        [.. TableReading.Lint(markdown).Diagnostics.Select(d => $"{d.Descriptor.Id} {markdown.Substring(d.Span.Start, d.Span.Length)}")];
}
