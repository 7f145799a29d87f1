using System.Globalization;
using System.Text;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Tables;
using ReportLint.Core.Facts.Tables.Relations;
using ReportLint.Formats;

namespace ReportLint.Tests.Facts.Tables;

/// <summary>A guess that whole numbers refuse is one that decimals contradict in more records than may.</summary>
public class RelationScreenTests
{
    private static readonly TableSettings Settings = new(TableReading.Rules.Knowledge.Settings("tables"));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    public void What_is_refused_fails_in_decimals_too(int seed, int decimals)
    {
        var random = new Random(seed);
        var (refused, kept) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var table = Read(Write(random, decimals));
            var screen = new RelationScreen(table, Settings);
            for (var i = 0; i < table.Fields.Length; i++)
            {
                for (var j = 0; j < table.Fields.Length; j++)
                {
                    for (var k = 0; k < table.Fields.Length; k++)
                    {
                        if (i == j || i == k || j == k)
                        {
                            continue;
                        }

                        Check(new(RelationKind.Sum, i, [j, k], 1, i), RelationScale.One);
                        Check(new(RelationKind.Sum, i, [j, k], 1, k) { Signs = [1, -1] }, RelationScale.One);
                        Check(new(RelationKind.Running, i, [j, k], 1, i) { Signs = [1, -1] }, RelationScale.One);
                        Check(new(RelationKind.Running, i, [j], 1, i), RelationScale.One);
                        Check(new(RelationKind.Carried, i, [j], 1, i), RelationScale.One);
                        Check(new(RelationKind.Change, i, [j, k], 1, k), RelationScale.One);
                        foreach (var scale in RelationScale.All)
                        {
                            Check(new(RelationKind.Product, i, [j, k], scale.Factor, i), scale);
                            Check(new(RelationKind.Product, i, [j, k], scale.Factor, k), scale);
                        }

                        Assert.True(screen.MayBeMultiple(i, j) || MultipleGuess.Of(table, i, j, Settings) is null);
                    }
                }
            }

            void Check(Relation relation, RelationScale scale)
            {
                var misses = Misses(table, relation);
                var isRefused = screen.Refuses(relation.Kind, relation.Whole, relation.Parts, scale, relation.Result, relation.Signs);
                Assert.Equal(misses > Settings.MissesAllowed(table.Records.Length - misses), isRefused);
                refused += isRefused ? 1 : 0;
                kept += isRefused ? 0 : 1;
            }
        }

        Assert.True(refused > 1000 && kept > 20);
    }

    private static int Misses(RelationTable table, Relation relation)
    {
        var (misses, last) = (0, 0m);
        for (var record = 0; record < table.Records.Length; record++)
        {
            if (relation.Judge(table, record) is not { } verdict || verdict.State == RelationState.Open)
            {
                continue;
            }

            var isEcho = relation.Kind == RelationKind.Running && last != 0 && verdict.Difference == -last;
            last = isEcho || verdict.State == RelationState.Holds ? 0 : verdict.Difference;
            misses += !isEcho && verdict.State == RelationState.Fails && (relation.Kind == RelationKind.Sum || !table.Records[record].IsSummary) ? 1 : 0;
        }

        return misses;
    }

    /// <summary>Two columns by chance, then their sum, their product, the change between them and a running total, with a wrong figure here and there.</summary>
    private static string Write(Random random, int decimals)
    {
        var text = new StringBuilder("| Item | A | B | Sum | Product | Change (%) | So far |\n|---|---:|---:|---:|---:|---:|---:|\n");
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var running = 0m;
        for (var row = 0; row < 9; row++)
        {
            var (a, b) = (random.Next(2, 9000) * unit, random.Next(2, 9000) * unit);
            running += a + Slip();
            decimal[] figures = [a, b, a + b + Slip(), Math.Round(a * b, decimals) + Slip(), Math.Round((b - a) * 100 / a, 1), running];
            text.Append(CultureInfo.InvariantCulture, $"| Thing {(char)('a' + row)} |");
            foreach (var figure in figures)
            {
                text.Append(' ').Append(figure.ToString(CultureInfo.InvariantCulture)).Append(" |");
            }

            text.Append('\n');
        }

        return text.ToString();

        decimal Slip() => random.Next(12) == 0 ? random.Next(-3, 40) * unit : 0;
    }

    private static RelationTable Read(string markdown)
    {
        var document = DocumentReader.Read("table.md", Encoding.UTF8.GetBytes(markdown));
        var context = DocumentTokenizer.Tokenize(document, TableReading.Rules.Knowledge);
        var words = new TableWords(context.Knowledge);
        TokenizedBlock[] cells = [.. context.Blocks.Where(static b => b.Block.Cell is not null)];
        var grid = new TableGridReader(context, words, Settings).Read(document.Tables.Single(), cells).Single();
        CellFacts.Make(grid, context);
        return RelationTable.OfColumns(grid, TableLines.OfRows(grid, words));
    }
}
