using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Tables;

/// <summary>Makes facts of the cells that are wholly a number, and claims their tokens.</summary>
internal static class CellFacts
{
    /// <summary>Fills <see cref="TableGrid.Facts"/>; the facts also go into the store.</summary>
    public static void Make(TableGrid grid, AnalysisContext context)
    {
        var years = new PlausibleYears(context.Knowledge);
        for (var row = grid.FirstRow; row < grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (grid.Blocks[row, column] is not { } block)
                {
                    continue;
                }

                if (grid.Cells[row, column].Kind == CellKind.Text)
                {
                    MarkNotes(block, context);
                }
                else if (grid.Cells[row, column].Kind == CellKind.Number)
                {
                    grid.Facts[row, column] = Make(grid.Cells[row, column], grid.Columns[column], block, context, years);
                }
            }
        }
    }

    /// <summary>Claims the notes at the end of a label, which count nothing: <c>Total debt(2)(4)</c>.</summary>
    private static void MarkNotes(TokenizedBlock block, AnalysisContext context)
    {
        var tokens = block.Tokens;
        for (var end = tokens.Length; end > 3 && block.TextOf(tokens[end - 1]) is ")" && block.TextOf(tokens[end - 3]) is "(" && !tokens[end - 3].SpaceBefore
            && tokens[end - 2] is { Kind: TokenKind.Number, Length: <= 2 } && block.IsFree(end - 2, end - 1); end -= 3)
        {
            Name(block, end - 2, end - 1, context);
        }
    }

    private static void Name(TokenizedBlock block, int first, int end, AnalysisContext context)
    {
        var span = TextSpan.FromBounds(block.Tokens[first].Start, block.Tokens[end - 1].End);
        var name = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = span,
            Sentence = block.FirstSentence,
            Scheme = "other",
            Name = block.Block.Prose.Text.Substring(span.Start, span.Length),
        };
        block.Claim(first, end, name);
        context.Facts.Add(name);
    }

    private static NumericFact? Make(in CellContent cell, TableColumn column, TokenizedBlock block, AnalysisContext context, PlausibleYears years)
    {
        if (!column.IsNumeric)
        {
            if (!cell.IsTaken && cell is { IsPercent: false, Currency.Length: 0, Decimals: 0 })
            {
                var name = new Identifier
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = cell.Digits,
                    Sentence = block.FirstSentence,
                    Scheme = "other",
                    Name = block.Block.Prose.Text.Substring(cell.Digits.Start, cell.Digits.Length),
                };
                block.Claim(cell.FirstToken, cell.EndToken, name);
                context.Facts.Add(name);
            }

            return null;
        }

        var value = Interval.Around(cell.Nominal, LaneSum.HalfStep(cell, column));
        var prose = block.SpanOf(cell.FirstToken, cell.EndToken);
        NumericFact fact = cell.IsPercent || (column.IsPercent && cell.Currency.Length == 0)
            ? new Percentage
            {
                Document = context.Document,
                Block = block.Block,
                Prose = prose,
                Digits = cell.Digits,
                Sentence = block.FirstSentence,
                Value = value,
                Nominal = cell.Nominal,
                Step = cell.Step,
                Hedge = cell.IsApproximate ? Hedge.About : Hedge.None,
                Unit = "percent",
                Dimension = "percent",
                IsPoints = cell.IsPoints,
            }
            : new Quantity
            {
                Document = context.Document,
                Block = block.Block,
                Prose = prose,
                Digits = cell.Digits,
                Sentence = block.FirstSentence,
                Value = value,
                Nominal = cell.Nominal,
                Step = cell.Step,
                Hedge = cell.IsApproximate ? Hedge.About : Hedge.None,
                Unit = cell.Currency.Length > 0 ? cell.Currency : column.Currency is "several" ? "" : column.Currency,
                Dimension = cell.Currency.Length > 0 || column.Currency.Length > 0 ? "money" : "count",
                IsBareYear = cell.Currency.Length == 0 && column.Currency.Length == 0 && cell.Step == 1 && years.IsBare(cell.Nominal, cell.Digits.Length),
            };
        block.Claim(cell.FirstToken, cell.EndToken, fact);
        context.Facts.Add(fact);
        return fact;
    }
}
