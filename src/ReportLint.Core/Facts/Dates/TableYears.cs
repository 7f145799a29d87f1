using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Dates;

/// <summary>Finds the years in the columns and heading rows of tables, and the one that breaks their sequence.</summary>
internal static class TableYears
{
    private const int FewestInSequence = 4;

    /// <summary>A year that fills a cell.</summary>
    /// <param name="Block">Index of the cell's block.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Expected">The year that its neighbours leave for it, where it breaks their sequence; else null.</param>
    internal readonly record struct CellYear(int Block, int Year, int? Expected);

    /// <summary>The years of all tables of a document.</summary>
    public static List<CellYear> Find(AnalysisContext context, DateWords words)
    {
        var found = new List<CellYear>(4);
        Table? table = null;
        var cells = new List<(TableCell Cell, int Block, int Year)>();
        foreach (var block in context.Blocks)
        {
            var cell = block.Block.Cell;
            if (cell?.Table != table)
            {
                FindIn(table, cells, found);
                cells.Clear();
                table = cell?.Table;
            }

            if (cell is not null && block.Tokens.Length == 1 && new TokenReader(block, words).Digits(0, out var year) is 4 or 5 && block.MentionAt(0) is null)
            {
                cells.Add((cell, block.Block.Index, year));
            }
        }

        FindIn(table, cells, found);
        return found;
    }

    private static void FindIn(Table? table, List<(TableCell Cell, int Block, int Year)> cells, List<CellYear> found)
    {
        if (table is null || cells.Count == 0)
        {
            return;
        }

        var taken = new HashSet<int>();
        foreach (var column in cells.Where(c => c.Cell.Row >= table.HeaderRows).GroupBy(static c => c.Cell.Column))
        {
            var line = column.Select(static c => (c.Block, c.Year, Place: c.Cell.Row)).ToArray();
            var filled = 0;
            for (var row = table.HeaderRows; row < table.Rows.Count; row++)
            {
                filled += column.Key < table.Rows[row].Count && table.Rows[row][column.Key].Prose.Text.Length > 0 ? 1 : 0;
            }

            if (line.Length >= 3 && line.Length * 4 >= filled * 3)
            {
                Read(line, found, taken);
            }
        }

        foreach (var row in cells.Where(c => c.Cell.Row < table.HeaderRows && !taken.Contains(c.Block)).GroupBy(static c => c.Cell.Row))
        {
            Read(row.Select(static c => (c.Block, c.Year, Place: c.Cell.Column)).ToArray(), found, taken, isHeading: true);
        }
    }

    /// <summary>Reads one line of numbers as years where they run by an even step, one number excepted.</summary>
    private static void Read((int Block, int Year, int Place)[] line, List<CellYear> found, HashSet<int> taken, bool isHeading = false)
    {
        var step = CommonStep(line);
        var odd = -1;
        var isEven = step != 0;
        var votes = new int[line.Length];
        for (var i = 1; i < line.Length && isEven; i++)
        {
            if (line[i].Year - line[i - 1].Year != step)
            {
                votes[i - 1]++;
                votes[i]++;
            }
        }

        if (isEven)
        {
            for (var i = 0; i < line.Length; i++)
            {
                var isBroken = i == 0 || i == line.Length - 1 ? votes[i] == 1 && votes[i == 0 ? 1 : i - 1] == 1 : votes[i] == 2;
                if (!isBroken)
                {
                    continue;
                }

                isEven &= odd < 0;
                odd = i;
            }

            var expectedBreaks = odd < 0 ? 0 : odd == 0 || odd == line.Length - 1 ? 1 : 2;
            isEven &= votes.Sum() == 2 * expectedBreaks;
            if (isEven && odd > 0 && odd < line.Length - 1)
            {
                isEven = line[odd + 1].Year - line[odd - 1].Year == 2 * step;
            }
        }

        var isSequence = isEven && line.Length >= (odd < 0 ? 3 : FewestInSequence);
        for (var i = 0; i < line.Length; i++)
        {
            var year = line[i].Year;
            var isOdd = isSequence && i == odd;
            if (isOdd || (year is >= 1900 and <= 2100 && (isSequence || isHeading || IsMonotone(line))))
            {
                var expected = isOdd ? i > 0 ? line[i - 1].Year + step : line[1].Year - step : (int?)null;
                if (isOdd && expected is < 1900 or > 2100)
                {
                    continue;
                }

                found.Add(new CellYear(line[i].Block, year, expected));
                taken.Add(line[i].Block);
            }
        }
    }

    private static bool IsMonotone((int Block, int Year, int Place)[] line)
    {
        var rising = true;
        var falling = true;
        for (var i = 1; i < line.Length; i++)
        {
            rising &= line[i].Year > line[i - 1].Year;
            falling &= line[i].Year < line[i - 1].Year;
        }

        return (rising || falling) && line[0].Place == 1;
    }

    /// <summary>The step that most neighbours have, from 1 to 10 either way; 0 where there is none.</summary>
    private static int CommonStep((int Block, int Year, int Place)[] line)
    {
        Span<int> counts = stackalloc int[21];
        counts.Clear();
        for (var i = 1; i < line.Length; i++)
        {
            var step = line[i].Year - line[i - 1].Year;
            if (Math.Abs(step) <= 10)
            {
                counts[step + 10]++;
            }
        }

        var best = 0;
        for (var step = -10; step <= 10; step++)
        {
            if (step != 0 && counts[step + 10] > (best == 0 ? 0 : counts[best + 10]))
            {
                best = step;
            }
        }

        return best != 0 && counts[best + 10] * 2 >= line.Length - 1 - 2 ? best : 0;
    }
}
