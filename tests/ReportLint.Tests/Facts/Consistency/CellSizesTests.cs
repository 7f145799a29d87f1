using System.Globalization;
using System.Text;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Consistency;
using ReportLint.Tests.Facts.Numbers;

namespace ReportLint.Tests.Facts.Consistency;

/// <summary>A figure that whole numbers pass over is one that decimals would refuse.</summary>
public class CellSizesTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 9)]
    [InlineData(4, 17)]
    public void What_is_passed_over_neither_overlaps_nor_lies_near(int seed, int decimals)
    {
        var random = new Random(seed);
        var (passed, kept) = (0, 0);
        for (var round = 0; round < 20; round++)
        {
            var cells = Numbers(random, decimals);
            var sizes = new CellSizes(cells);
            var places = new UnitRange[2];
            foreach (var number in Numbers(random, decimals))
            {
                var half = random.Next(3) * number.Step / 2;
                var near = new SizeRange(Math.Max(0, Math.Abs(number.Nominal) - half) / 10, (Math.Abs(number.Nominal) + half) / 10);
                sizes.Scale(number.Value, [near], places);
                for (var i = 0; i < cells.Length; i++)
                {
                    var gives = number.Value.Intersects(cells[i].Value) || near.Contains(Math.Abs(cells[i].Nominal));
                    var mayGive = sizes.MayGive(i, places);
                    Assert.True(mayGive || !gives, $"{cells[i].Text} and {number.Text}");
                    passed += mayGive ? 0 : 1;
                    kept += gives ? 1 : 0;
                }
            }
        }

        Assert.True(passed > 1000 && kept > 20, $"{passed} passed over, {kept} kept");
    }

    private static NumericFact[] Numbers(Random random, int decimals)
    {
        var text = new StringBuilder("They counted");
        for (var i = 0; i < 24; i++)
        {
            var size = Math.Round((decimal)random.NextDouble() * (random.Next(4) == 0 ? 10_000_000_000m : 100m), random.Next(decimals + 1));
            text.Append(random.Next(5) switch { 0 => " about ", 1 => " more than ", 2 => " -", _ => " " })
                .Append(CultureInfo.InvariantCulture, $"{size} boats,");
        }

        return [.. NumberReading.Numbers(text.Append(" and left.").ToString())];
    }
}
