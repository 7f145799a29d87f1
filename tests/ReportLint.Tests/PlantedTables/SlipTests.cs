using ReportLint.PlantedTables;

namespace ReportLint.Tests.PlantedTables;

public class SlipTests
{
    [Fact]
    public void One_digit_of_one_summed_cell_is_changed()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var table = FootingOracleTests.Sample[seed % 3];
            var (planted, row, broken) = Slip.Plant(table, FootingOracle.Find(table), new Random(seed))!.Value;
            var changed = Cells(table).Zip(Cells(planted)).Where(static c => c.First != c.Second).ToList();
            var (before, after) = Assert.Single(changed);
            Assert.Equal((table[row, broken.Column], planted[row, broken.Column]), (before, after));
            Assert.Contains(row, broken.Parts);
            Assert.Equal(1, before.Zip(after).Count(static c => c.First != c.Second));
            Assert.NotEqual('0', after.First(char.IsAsciiDigit));
            Assert.DoesNotContain(broken, FootingOracle.Find(planted));
        }
    }

    [Fact]
    public void The_same_seed_plants_the_same_slips()
    {
        Assert.Equal(Planted(7), Planted(7));
        Assert.NotEqual(Planted(7), Planted(8));
    }

    private static IEnumerable<string> Planted(int seed) => Trial.Choose(FootingOracleTests.Sample, seed).SelectMany(static c => Cells(c.Planted));

    private static IEnumerable<string> Cells(PlainTable table) => table.Rows.SelectMany(static r => r);
}
