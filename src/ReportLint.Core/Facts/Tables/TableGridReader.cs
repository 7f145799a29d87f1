using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Tables;

/// <summary>Reads the cells of a table and tells headings, labels, years and row numbers from figures.</summary>
internal sealed class TableGridReader(AnalysisContext context, TableWords words, TableSettings settings)
{
    /// <summary>The table, read; the blocks are those of its cells. A table that holds several, one below the other, gives several grids.</summary>
    public IEnumerable<TableGrid> Read(Table table, IReadOnlyList<TokenizedBlock> cellBlocks)
    {
        int rows = table.Rows.Count, columns = table.ColumnCount;
        var blocks = new TokenizedBlock?[rows, columns];
        var cells = new CellContent[rows, columns];
        foreach (var block in cellBlocks)
        {
            var cell = block.Block.Cell!;
            if (blocks[cell.Row, cell.Column] is null)
            {
                blocks[cell.Row, cell.Column] = block;
                cells[cell.Row, cell.Column] = CellReader.Read(block, words);
            }
        }

        var firstRow = FirstRow(table.HeaderRows, cells);
        var cuts = TableCuts.Find(blocks, cells, firstRow);
        for (var i = 0; i < cuts.Count; i++)
        {
            yield return cuts.Count == 1
                ? Make(table, blocks, cells, firstRow, offset: 0)
                : Slice(table, blocks, cells, i == 0 ? firstRow : 1, cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : rows);
        }
    }

    /// <summary>A grid of some of the rows, the end not included.</summary>
    private TableGrid Slice(Table table, TokenizedBlock?[,] blocks, CellContent[,] cells, int headings, int start, int end)
    {
        var columns = cells.GetLength(1);
        var someBlocks = new TokenizedBlock?[end - start, columns];
        var someCells = new CellContent[end - start, columns];
        Array.Copy(blocks, start * columns, someBlocks, 0, someBlocks.Length);
        Array.Copy(cells, start * columns, someCells, 0, someCells.Length);
        return Make(table, someBlocks, someCells, FirstRow(headings, someCells), start);
    }

    private TableGrid Make(Table table, TokenizedBlock?[,] blocks, CellContent[,] cells, int firstRow, int offset)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var isScaled = StatesScale(table, blocks, firstRow);
        var kinds = new TableColumn[columns];
        for (var c = 0; c < columns; c++)
        {
            kinds[c] = ReadColumn(blocks, cells, c, firstRow, isScaled);
        }

        return new TableGrid
        {
            Table = table,
            Offset = offset,
            Blocks = blocks,
            Cells = cells,
            FirstRow = firstRow,
            Columns = kinds,
            Facts = new NumericFact?[rows, columns],
        };
    }

    /// <summary>Headings go on below the rows marked as such while rows hold only text, or years.</summary>
    private static int FirstRow(int headings, CellContent[,] cells)
    {
        var row = Math.Min(headings, cells.GetLength(0));
        for (; row < cells.GetLength(0) && row < headings + 3; row++)
        {
            var years = 0;
            for (var c = 0; c < cells.GetLength(1); c++)
            {
                if (cells[row, c].Kind is CellKind.Number && !cells[row, c].IsYearLike ||
                    cells[row, c].Kind is CellKind.Zero or CellKind.Missing or CellKind.Suppressed)
                {
                    return row;
                }

                years += c > 0 && cells[row, c].IsYearLike ? 1 : 0;
            }

            var isLabelled = cells[row, 0].Kind is CellKind.Text or CellKind.Number;
            if (isLabelled && years < 2)
            {
                return row;
            }
        }

        return row;
    }

    private TableColumn ReadColumn(TokenizedBlock?[,] blocks, CellContent[,] cells, int column, int firstRow, bool isScaled)
    {
        int tenths = 0, numbers = 0, years = 0, texts = 0, percents = 0, decimals = 0, scaled = 0, sequence = 0;
        decimal? previous = null;
        var currency = "";
        var currencies = 0;
        for (var row = firstRow; row < cells.GetLength(0); row++)
        {
            ref readonly var cell = ref cells[row, column];
            if (cell.Kind == CellKind.Text)
            {
                texts++;
            }
            else if (cell.Kind == CellKind.Number)
            {
                numbers++;
                years += cell.IsYearLike ? 1 : 0;
                percents += cell.IsPercent ? 1 : 0;
                scaled += cell.IsScaled ? 1 : 0;
                tenths += cell.Decimals == 1 ? 1 : 0;
                decimals = Math.Max(decimals, cell.Decimals);
                sequence += previous is null || (cell.Nominal == previous + 1 && cell.Decimals == 0) ? 1 : 0;
                previous = cell.Nominal;
                if (cell.Currency.Length > 0)
                {
                    currencies += currency == cell.Currency ? 0 : 1;
                    currency = cell.Currency;
                }
            }
        }

        bool percent = percents > 0 && percents * 2 >= numbers, notSummed = false;
        for (var row = 0; row < firstRow; row++)
        {
            if (blocks[row, column] is { } heading)
            {
                percent |= TableWords.Contains(words.Percents, heading.Tokens);
                notSummed |= TableWords.Contains(words.NotSummed, heading.Tokens, but: "aside");
                for (var i = 0; i < heading.Tokens.Length && currency.Length == 0; i++)
                {
                    currency = words.Currencies.Match(heading.Tokens, i).Meaning;
                }
            }
        }

        var isSequence = column == 0 && numbers >= 3 && sequence == numbers;
        var isNumeric = numbers > 0 && numbers >= texts && years < numbers && !isSequence;
        var rounded = isScaled || percent || scaled > 0 || (decimals > 0 && !(decimals == 2 && tenths == 0 && currency.Length > 0));
        return new(isNumeric, percent, notSummed, rounded, isNumeric ? Grid(cells, column, firstRow) : 0, currencies > 1 ? "several" : currency);
    }

    /// <summary>The power of ten that all figures of a column are multiples of, if there are enough of them and it is large enough.</summary>
    private decimal Grid(CellContent[,] cells, int column, int firstRow)
    {
        var grid = decimal.MaxValue;
        var count = 0;
        for (var row = firstRow; row < cells.GetLength(0) && grid >= settings.SmallestGrid; row++)
        {
            ref readonly var cell = ref cells[row, column];
            if (cell.Kind == CellKind.Number && cell.Nominal != 0)
            {
                count++;
                grid = Math.Min(grid, Numbers.WrittenInterval.Grid(cell.Nominal, 1));
            }
        }

        return count >= settings.GridCells && grid >= settings.SmallestGrid ? grid : 0;
    }

    /// <summary>True where headings, caption or the block before the table state a scale: <c>£m</c>, <c>£000</c>, <c>in thousands</c>.</summary>
    private bool StatesScale(Table table, TokenizedBlock?[,] blocks, int firstRow)
    {
        for (var row = 0; row < firstRow; row++)
        {
            for (var column = 0; column < blocks.GetLength(1); column++)
            {
                if (blocks[row, column] is { } heading && StatesScale(heading, inHeading: true))
                {
                    return true;
                }
            }
        }

        for (var i = table.PrecedingBlock; i >= 0 && i > table.PrecedingBlock - 3; i--)
        {
            if (context.Blocks[i].Block.Kind is not (BlockKind.Paragraph or BlockKind.Heading))
            {
                break;
            }

            if (StatesScale(context.Blocks[i], inHeading: false))
            {
                return true;
            }

            if (context.Blocks[i].Block.Kind == BlockKind.Heading)
            {
                break;
            }
        }

        return false;
    }

    private bool StatesScale(TokenizedBlock block, bool inHeading)
    {
        var tokens = block.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var isThousands = tokens[i].Kind == TokenKind.Number && block.TextOf(tokens[i]) is "000";
            if (isThousands)
            {
                return true;
            }

            if (words.Scale(tokens, i) is { Length: > 0 } scale && scale.Meaning is not ("12" or "20"))
            {
                var afterMark = i > 0 && (words.Currencies.Match(tokens, i - 1).Length == 1 || block.TextOf(tokens[i - 1]) is "(" or "in");
                if (afterMark || (inHeading && scale.Meaning.Length >= 4 && tokens[i].Length > 1))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
