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
