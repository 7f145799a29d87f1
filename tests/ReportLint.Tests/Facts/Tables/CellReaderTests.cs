using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReportLint.Core.Facts.Tables;

namespace ReportLint.Tests.Facts.Tables;

public class CellReaderTests
{
    [Theory]
    [InlineData("1,234", "1234", "1")]
    [InlineData("1 234 567", "1234567", "1")]
    [InlineData("1\u00A0234", "1234", "1")]
    [InlineData("(1,234)", "-1234", "1")]
    [InlineData("(£1,234.50)", "-1234.50", "0.01")]
    [InlineData("£(96)", "-96", "1")]
    [InlineData("–12", "-12", "1")]
    [InlineData("−12.5", "-12.5", "0.1")]
    [InlineData("- 12", "-12", "1")]
    [InlineData("+7", "7", "1")]
    [InlineData("€ 0.75", "0.75", "0.01")]
    [InlineData("$  1,452.4", "1452.4", "0.1")]
    [InlineData("8.1m", "8100000", "100000")]
    [InlineData("£1.2bn", "1200000000", "100000000")]
    [InlineData("3 million", "3000000", "1000000")]
    [InlineData("12.5%", "12.5", "0.1")]
    [InlineData("(3)%", "-3", "1")]
    [InlineData("**1,050**", "1050", "1")]
    [InlineData("199 ✓", "199", "1")]
    [InlineData("14†", "14", "1")]
    [InlineData("1,204\\*", "1204", "1")]
    [InlineData("310 (r)", "310", "1")]
    [InlineData("310 [2]", "310", "1")]
    [InlineData("c. 40", "40", "1")]
    [InlineData("~1,400", "1400", "1")]
    [InlineData("0", "0", "1")]
    [InlineData(".5", "0.5", "0.1")]
    public void A_number_is_read_with_its_sign_and_step(string text, string nominal, string step)
    {
        var cell = TableReading.Cell(text);
        Assert.Equal(CellKind.Number, cell.Kind);
        Assert.Equal(decimal.Parse(nominal, CultureInfo.InvariantCulture), cell.Nominal);
        Assert.Equal(decimal.Parse(step, CultureInfo.InvariantCulture), cell.Step);
    }

    [Theory]
    [InlineData("", nameof(CellKind.Blank))]
    [InlineData("–", nameof(CellKind.Zero))]
    [InlineData("-", nameof(CellKind.Zero))]
    [InlineData("—", nameof(CellKind.Zero))]
    [InlineData("Nil", nameof(CellKind.Zero))]
    [InlineData("n/a", nameof(CellKind.Missing))]
    [InlineData("\\*", nameof(CellKind.Suppressed))]
    [InlineData("<5", nameof(CellKind.Suppressed))]
    [InlineData("..", nameof(CellKind.Suppressed))]
    [InlineData("1–30", nameof(CellKind.Text))]
    [InlineData("12 of 40", nameof(CellKind.Text))]
    [InlineData("27 (68%)", nameof(CellKind.Text))]
    [InlineData("2.29.3", nameof(CellKind.Text))]
    [InlineData("31.12.2012", nameof(CellKind.Text))]
    [InlineData("007", nameof(CellKind.Text))]
    [InlineData("(12", nameof(CellKind.Text))]
    [InlineData("Over 90", nameof(CellKind.Text))]
    [InlineData("£", nameof(CellKind.Text))]
    [InlineData("99999999999999999999999999999999", nameof(CellKind.Text))]
    public void Other_cells_are_told_apart(string text, string kind) => Assert.Equal(kind, TableReading.Cell(text).Kind.ToString());

    [Fact]
    public void Grouped_figures_are_read_back()
    {
        Prop.ForAll<int, byte>((number, decimals) =>
        {
            var value = number / (decimal)Math.Pow(10, decimals % 5);
            var written = value.ToString("N" + (decimals % 5).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return TableReading.Cell(written).Nominal == value;
        }).QuickCheckThrowOnFailure();
    }
}
