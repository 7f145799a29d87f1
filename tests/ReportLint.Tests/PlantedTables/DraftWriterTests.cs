using ReportLint.Formats;
using ReportLint.PlantedTables;

namespace ReportLint.Tests.PlantedTables;

public class DraftWriterTests
{
    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("docx")]
    public void Every_cell_is_read_back(string format)
    {
        var odd = new PlainTable([["Kind", "Sum*"], ["A | B <b> & _c_ [1]", "1,204"], ["Bar`s ~ #1", "(38)"], ["", "1,166"]]);
        foreach (var table in FootingOracleTests.Sample.Append(odd))
        {
            var read = Assert.Single(Read(table, format).Tables);
            Assert.Equal(
                table.Rows.SelectMany(row => Enumerable.Range(0, table.Columns).Select(column => column < row.Count ? Plain(row[column]) : "")),
                read.Rows.SelectMany(static row => row.Select(static cell => Plain(cell.Prose.Text))));
        }
    }

    [Fact]
    public void Another_format_is_refused() => Assert.Throws<ArgumentException>(static () => DraftWriter.Write(FootingOracleTests.Sample[0], "rtf"));

    private static Core.Documents.ReportDocument Read(PlainTable table, string format) => DocumentReader.Read($"a.{format}", DraftWriter.Write(table, format));

    private static string Plain(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
