using ReportLint.Core.Facts.Consistency;

namespace ReportLint.Tests.Facts.Consistency;

/// <summary>What is found among figures in order of size must be what making everything would find.</summary>
public class MadeFiguresTests
{
    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(4, 0, true)]
    [InlineData(5, 6, true)]
    [InlineData(6, 17, true)]
    public void What_is_found_is_what_making_everything_finds(int seed, int decimals, bool withNegatives)
    {
        var random = new Random(seed);
        var found = 0;
        var tried = 0;
        for (var round = 0; round < 30; round++)
        {
            var figures = new decimal[random.Next(1, 13)];
            var (rows, columns) = (new int[figures.Length], new int[figures.Length]);
            for (var i = 0; i < figures.Length; i++)
            {
                var digits = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 8)));
                figures[i] = new decimal((int)digits, 0, 0, withNegatives && random.Next(4) == 0, (byte)random.Next(0, decimals + 1));
                (rows[i], columns[i]) = (1 + (i / 3), 1 + (i % 3));
            }

            var sizes = Sizes(figures, rows, columns, withShares: false);
            var all = Sizes(figures, rows, columns, withShares: true);
            var made = new MadeFigures([.. figures], [.. rows], [.. columns]);
            for (var query = 0; query < 30; query++)
            {
                // Right at what can be made, next to it to the last digit, and anywhere.
                var middle = query % 3 == 2 ? random.Next(0, 100000) / 100m : all[random.Next(all.Count)];
                var half = query % 5 == 0 ? 0 : 0.0005m * random.Next(0, 20);
                SizeRange[] ranges = [new(Math.Max(0, middle - half), middle + half), new(Math.Max(0, middle - half) / 1000, (middle + half) / 1000)];
                foreach (var withShares in (bool[])[false, true])
                {
                    var expected = (withShares ? all : sizes).Exists(s => Array.Exists(ranges, r => r.Contains(s)));
                    Assert.Equal(expected, made.HasOneIn(ranges, withShares));
                    found += expected ? 1 : 0;
                    tried++;
                }
            }
        }

        Assert.InRange(found, tried / 10, tried * 9 / 10);
    }

    [Fact]
    public void Figures_too_long_for_whole_numbers_are_tried_in_decimals()
    {
        var made = new MadeFigures([123456789012345678.9m, 0.0000000000000000001m, 3m], [1, 1, 2], [1, 2, 1]);

        Assert.True(made.HasOneIn([new(123456789012345681.9m, 123456789012345681.9m)], withShares: false));
        Assert.False(made.HasOneIn([new(0.5m, 0.6m)], withShares: true));
    }

    [Fact]
    public void Nothing_is_made_of_no_figures() => Assert.False(new MadeFigures([], [], []).HasOneIn([new(0, 1000)], withShares: true));

    /// <summary>Everything that can be made, without signs.</summary>
    private static List<decimal> Sizes(decimal[] figures, int[] rows, int[] columns, bool withShares)
    {
        var made = new List<decimal>();
        foreach (var lines in (int[][])[rows, columns])
        {
            foreach (var line in lines.Distinct())
            {
                var all = figures.Where((_, i) => lines[i] == line).ToArray();
                made.AddRange([all.Sum(), all.Sum() / all.Length]);
                foreach (var figure in all)
                {
                    made.Add(all.Sum() - figure);
                    AddShare(figure, all.Sum());
                }
            }
        }

        for (var i = 0; i < figures.Length; i++)
        {
            for (var j = 0; j < figures.Length; j++)
            {
                if (i != j)
                {
                    made.AddRange([figures[i] - figures[j], figures[i] + figures[j]]);
                    AddShare(figures[i], figures[j]);
                }
            }
        }

        return made.ConvertAll(Math.Abs);

        void AddShare(decimal part, decimal whole)
        {
            if (withShares && whole != 0 && Math.Abs(part) < 1_000_000_000_000m && Math.Abs(whole) > 0.000001m)
            {
                made.AddRange([part / whole, part / whole * 100, ((part / whole) - 1) * 100]);
            }
        }
    }
}
