using ReportLint.PlantedTables;

namespace ReportLint.Tests.PlantedTables;

public class FootingOracleTests
{
    internal static readonly IReadOnlyList<PlainTable> Sample = Read();

    [Theory]
    [InlineData("$ 1,452.4", 1452.4)]
    [InlineData("(123 )", -123)]
    [InlineData("$(5,637)", -5637)]
    [InlineData("-27,603", -27603)]
    [InlineData("$ —", 0)]
    [InlineData("", 0)]
    public void Figures_are_read(string cell, decimal value) => Assert.Equal(value, PlainFigure.Read(cell));

    [Theory]
    [InlineData("12%")]
    [InlineData("n/a")]
    [InlineData("12.5x")]
    [InlineData("1,23")]
    public void Other_cells_are_no_figures(string cell) => Assert.Null(PlainFigure.Read(cell));

    [Fact]
    public void Totals_foot_over_the_rows_above_and_over_subtotals()
    {
        Assert.Equal(["4,1:1 2 3", "4,2:1 2 3"], Footings(Sample[0]));
        Assert.Equal(["5,1:3 4", "5,2:3 4", "9,1:7 8", "9,2:7 8", "10,1:5 9", "10,2:5 9"], Footings(Sample[1]));
        Assert.Equal(["4,1:1 2 3", "4,2:1 2 3"], Footings(Sample[2]));
    }

    [Fact]
    public void What_does_not_foot_in_each_column_is_left_out()
    {
        Assert.Empty(Footings(Sample[3]));
        Assert.Empty(Footings(Sample[4]));
        Assert.Empty(Footings(Sample[0].With(1, 2, "$ 45,128")));
    }

    private static string[] Footings(PlainTable table) =>
        [.. FootingOracle.Find(table).Select(static f => $"{f.TotalRow},{f.Column}:{string.Join(' ', f.Parts)}")];

    private static IReadOnlyList<PlainTable> Read()
    {
        using var json = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "sample.json"));
        return PlainTable.ReadList(json);
    }
}
