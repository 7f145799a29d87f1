namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds where one table ends and another begins in the same grid: a row of new headings half way down, above figures and below
/// figures. Headings that are only said again, as on a new page, do not cut.
/// </summary>
internal static class TableCuts
{
    /// <summary>The rows where parts of the grid begin, 0 first.</summary>
    /// <param name="blocks">The blocks of the cells.</param>
    /// <param name="cells">The cells as read.</param>
    /// <param name="headings">First row below the headings at the top.</param>
    public static List<int> Find(TokenizedBlock?[,] blocks, CellContent[,] cells, int headings)
    {
        var cuts = new List<int> { 0 };
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var figures = new int[columns];
        var heading = headings - 1;
        for (var row = headings; row < rows - 1; row++)
        {
            if (IsHeading(blocks, cells, row, heading, figures))
            {
                cuts.Add(row);
                heading = row;
                Array.Clear(figures);
                continue;
            }

            for (var column = 1; column < columns; column++)
            {
                figures[column] += cells[row, column].Kind == CellKind.Number ? 1 : cells[row, column].Kind == CellKind.Text ? -1 : 0;
            }
        }

        return cuts;
    }

    /// <summary>True where most columns of figures, two of them at least, hold words or years that are not those of the headings so far.</summary>
    private static bool IsHeading(TokenizedBlock?[,] blocks, CellContent[,] cells, int row, int heading, int[] figures)
    {
        int numeric = 0, named = 0, changed = 0, below = 0;
        var isVaried = false;
        string? first = null;
        for (var column = 1; column < figures.Length; column++)
        {
            ref readonly var cell = ref cells[row, column];
            if (cell.Kind is not (CellKind.Text or CellKind.Blank) && !cell.IsYearLike)
            {
                return false;
            }

            if (figures[column] <= 0)
            {
                continue;
            }

            numeric++;
            if (cell.Kind == CellKind.Blank || blocks[row, column]?.Block.Prose.Text is not { } text)
            {
                continue;
            }

            named++;
            changed += heading < 0 || blocks[heading, column]?.Block.Prose.Text != text ? 1 : 0;
            below += cells[row + 1, column].Kind == CellKind.Number && !cells[row + 1, column].IsYearLike ? 1 : 0;
            isVaried |= first is not null && first != text;
            first ??= text;
        }

        return named >= 2 && named * 2 > numeric && changed > 0 && below > 0 && isVaried;
    }
}
