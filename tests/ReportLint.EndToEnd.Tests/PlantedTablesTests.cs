using ReportLint.PlantedTables;

namespace ReportLint.Tests;

public class PlantedTablesTests
{
    [Theory]
    [InlineData("md")]
    [InlineData("docx")]
    public void Slips_in_the_sample_are_found_and_its_tables_checked(string format)
    {
        using var folder = new TempFolder();
        using var json = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "sample.json"));
        var misses = new StringWriter();
        var outcome = new Trial(new Tool(Executable.Assembly), folder.Path, misses).Run(Trial.Choose(PlainTable.ReadList(json), seed: 4), format);
        Assert.Equal(new PlantedTables.Outcome(format, Tables: 3, Bound: 3, Found: 3, Silent: 3), outcome);
        Assert.Empty(misses.ToString());
    }
}
