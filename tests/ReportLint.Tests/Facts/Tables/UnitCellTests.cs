using ReportLint.Core.Facts.Tables;

namespace ReportLint.Tests.Facts.Tables;

public class UnitCellTests
{
    [Fact]
    public void A_size_is_the_logarithm_or_less_by_what_is_allowed_for()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = random.NextInt64(1, 1L << random.Next(1, 50)) * (i % 2 == 0 ? 1 : -1);
            var exact = Math.Log2(Math.Abs((double)value)) * UnitCell.Bit;
            Assert.InRange(UnitCell.SizeOf(value), Math.Floor(exact) - UnitCell.Error, exact + 1e-6);
        }

        for (var bits = 0; bits < 49; bits++)
        {
            Assert.Equal(bits * UnitCell.Bit, UnitCell.SizeOf(1L << bits));
        }
    }
}
