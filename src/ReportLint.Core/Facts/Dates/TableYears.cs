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
    /// <param name="IsOutOfOrder">True where it alone breaks the order of its column, and lies far from all others.</param>
    internal readonly record struct CellYear(int Block, int Year, int? Expected, bool IsOutOfOrder = false);

    /// <summary>The years of all tables of a document.</summary>
    public static List<CellYear> Find(AnalysisContext context, DateWords words, DateSettings settings)
    {
        var found = new List<CellYear>(4);
        Table? table = null;
        var cells = new List<YearCell>();
        foreach (var block in context.Blocks)
        {
            var cell = block.Block.Cell;
            if (cell?.Table != table)
            {
                FindIn(table, cells, found, settings);
                cells.Clear();
                table = cell?.Table;
            }

            if (cell is not null && block.Tokens.Length == 1 && new TokenReader(block, words).Digits(0, out var year) is 4 or 5 && block.MentionAt(0) is null)
            {
                cells.Add(new(cell, block.Block.Index, year));
            }
        }

        FindIn(table, cells, found, settings);
        return found;
    }

    private static void FindIn(Table? table, List<YearCell> cells, List<CellYear> found, DateSettings settings)
    {
        if (table is null || cells.Count == 0)
        {
            return;
        }

        var taken = new HashSet<int>();
        foreach (var (column, line) in Lines(cells, c => c.Row >= table.HeaderRows ? c.Column : -1, static c => c.Row))
        {
            var filled = 0;
            for (var row = table.HeaderRows; row < table.Rows.Count; row++)
            {
                filled += column < table.Rows[row].Count && table.Rows[row][column].Prose.Text.Length > 0 ? 1 : 0;
            }

            if (line.Count >= 3 && line.Count * 4 >= filled * 3)
            {
                if (OutOfOrder(line, settings) is { } odd)
                {
                    Add(line, odd, found, taken);
                }
                else
                {
                    Read(line, found, taken);
                }
            }
        }

        cells.RemoveAll(c => taken.Contains(c.Block));
        foreach (var (_, line) in Lines(cells, c => c.Row < table.HeaderRows ? c.Row : -1, static c => c.Column))
        {
            Read(line, found, taken, isHeading: true);
        }
    }

    /// <summary>The cells line by line, in the order in which the lines are come to.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="lineOf">The line of a cell; negative for a cell that is left out.</param>
    /// <param name="placeOf">Its place in the line.</param>
    private static List<YearLine> Lines(List<YearCell> cells, Func<TableCell, int> lineOf, Func<TableCell, int> placeOf)
    {
        var lines = new List<YearLine>();
        var at = new Dictionary<int, int>();
        foreach (var (cell, block, year) in cells)
        {
            var line = lineOf(cell);
            if (line < 0)
            {
                continue;
            }

            if (!at.TryGetValue(line, out var index))
            {
                at[line] = index = lines.Count;
                lines.Add(new(line, new(4)));
            }

            lines[index].Years.Add(new(block, year, placeOf(cell)));
        }

        return lines;
    }

    private sealed record YearLine(int Number, List<YearAt> Years);

    private readonly record struct YearAt(int Block, int Year, int Place);

    private readonly record struct YearCell(TableCell Cell, int Block, int Year);

    /// <summary>
    /// The one number that breaks a column of years in their order and lies far from all of them, with the year that one slip of the keys
    /// turns into it, where there is one. Without, more years must stand around it.
    /// </summary>
    private static (int Index, int? Meant)? OutOfOrder(List<YearAt> line, DateSettings settings)
    {
        var others = new List<YearAt>(line.Count);
        var odd = -1;
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Year is >= 1900 and <= 2100)
            {
                others.Add(line[i]);
            }
            else if (odd < 0)
            {
                odd = i;
            }
        }

        if (others.Count != line.Count - 1 || others.Count < settings.FewestInOrderFar || !IsMonotone(others, line[0].Place))
        {
            return null;
        }

        var (low, high) = (Math.Min(others[0].Year, others[^1].Year), Math.Max(others[0].Year, others[^1].Year));
        if (odd == 0 || odd == line.Count - 1 || high - low > settings.LongestStep || Math.Min(Math.Abs(line[odd].Year - low), Math.Abs(line[odd].Year - high)) < settings.OutOfOrderFar)
        {
            return null;
        }

        var (meant, best) = ((int?)null, int.MaxValue);
        for (var year = Math.Min(line[odd - 1].Year, line[odd + 1].Year); year <= Math.Max(line[odd - 1].Year, line[odd + 1].Year); year++)
        {
            if (YearSlips.SlipOf(year, line[odd].Year) is > 0 and var rank && rank < best)
            {
                (meant, best) = (year, rank);
            }
        }

        return meant is not null || others.Count >= settings.FewestInOrder ? (odd, meant) : null;
    }

    private static void Add(List<YearAt> line, (int Index, int? Meant) odd, List<CellYear> found, HashSet<int> taken)
    {
        for (var i = 0; i < line.Count; i++)
        {
            found.Add(i == odd.Index ? new CellYear(line[i].Block, line[i].Year, odd.Meant, IsOutOfOrder: true) : new CellYear(line[i].Block, line[i].Year, null));
            taken.Add(line[i].Block);
        }
    }

    /// <summary>Reads one line of numbers as years where they run by an even step, one number excepted.</summary>
    private static void Read(List<YearAt> line, List<CellYear> found, HashSet<int> taken, bool isHeading = false)
    {
        var step = CommonStep(line);
        var odd = -1;
        var isEven = step != 0;
        var votes = new int[line.Count];
        for (var i = 1; i < line.Count && isEven; i++)
        {
            if (line[i].Year - line[i - 1].Year != step)
            {
                votes[i - 1]++;
                votes[i]++;
            }
        }

        if (isEven)
        {
            for (var i = 0; i < line.Count; i++)
            {
                var isBroken = i == 0 || i == line.Count - 1 ? votes[i] == 1 && votes[i == 0 ? 1 : i - 1] == 1 : votes[i] == 2;
                if (!isBroken)
                {
                    continue;
                }

                isEven &= odd < 0;
                odd = i;
            }

            var expectedBreaks = odd < 0 ? 0 : odd == 0 || odd == line.Count - 1 ? 1 : 2;
            isEven &= Sum(votes) == 2 * expectedBreaks;
            if (isEven && odd > 0 && odd < line.Count - 1)
            {
                isEven = line[odd + 1].Year - line[odd - 1].Year == 2 * step;
            }
        }

        var isSequence = isEven && line.Count >= (odd < 0 ? 3 : FewestInSequence);
        for (var i = 0; i < line.Count; i++)
        {
            var year = line[i].Year;
            var isOdd = isSequence && i == odd;
            if (isOdd || (year is >= 1900 and <= 2100 && (isSequence || isHeading || IsMonotone(line, line[0].Place))))
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

    private static int Sum(int[] votes)
    {
        var sum = 0;
        foreach (var vote in votes)
        {
            sum += vote;
        }

        return sum;
    }

    private static bool IsMonotone(List<YearAt> line, int place)
    {
        var rising = true;
        var falling = true;
        for (var i = 1; i < line.Count; i++)
        {
            rising &= line[i].Year > line[i - 1].Year;
            falling &= line[i].Year < line[i - 1].Year;
        }

        return (rising || falling) && place == 1;
    }

    /// <summary>The step that most neighbours have, from 1 to 10 either way; 0 where there is none.</summary>
    private static int CommonStep(List<YearAt> line)
    {
        Span<int> counts = stackalloc int[21];
        counts.Clear();
        for (var i = 1; i < line.Count; i++)
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

        return best != 0 && counts[best + 10] * 2 >= line.Count - 1 - 2 ? best : 0;
    }
}
