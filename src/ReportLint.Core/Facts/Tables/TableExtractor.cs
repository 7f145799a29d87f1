using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Compositions;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Understands tables: reads cells as numbers, tells labels from figures, and finds totals and shares. Runs after dates,
/// whose years are labels, and before numbers, so that a cell that is wholly a number is read once, by its column.
/// </summary>
internal sealed class TableExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [Quantity.FactType, Percentage.FactType, Identifier.FactType, TableTotal.FactType, TableShare.FactType, Relations.TableRelation.FactType, FigureClaims.Average, FigureClaims.Composition];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (context.Document.Tables.Count == 0)
        {
            return;
        }

        var words = new TableWords(context.Knowledge);
        var composition = new CompositionWords(context.Knowledge);
        var settings = new TableSettings(context.Knowledge.Settings("tables"));
        var headings = new Relations.RelationHeadings(context.Knowledge.Lexicon("relation-headings"), words, settings);
        var figures = new FigureSettings(context.Knowledge.Settings("figures"));
        var reader = new TableGridReader(context, words, settings);
        var cells = CellsOf(context);
        foreach (var table in context.Document.Tables)
        {
            if (table.Rows.Count < 2 || table.ColumnCount < 2)
            {
                continue;
            }

            foreach (var grid in reader.Read(table, cells.GetValueOrDefault(table) ?? []))
            {
                Understand(grid);
            }
        }

        void Understand(TableGrid grid)
        {
            CellFacts.Make(grid, context);
            context.Work += (long)grid.RowCount * grid.ColumnCount;
            var rows = TableLines.OfRows(grid, words);
            var columns = TableLines.OfColumns(grid, rows, words);
            var lenient = rows.HasDoubtful ? TableLines.OfRows(grid, words, withDoubtful: true) : rows;
            var totals = LineTotals.FindBetter(rows, lenient, settings, context);
            totals.AddRange(LineTotals.Find(columns, settings, context));
            if (columns.HasDoubtful && totals.TrueForAll(static t => t.IsColumn))
            {
                totals.AddRange(LineTotals.FindProven(TableLines.OfColumns(grid, rows, words, withDoubtful: true), settings, context));
            }

            TotalSuspects.Mark(totals);
            MissingLines.Mark(totals, grid, context, words, settings);
            foreach (var total in totals)
            {
                context.Facts.Add(total);
            }

            foreach (var relation in Relations.TableRelations.Find(grid, rows, columns, totals, headings, settings, context))
            {
                context.Facts.Add(relation);
            }

            ShareFinder.Find(grid, rows, words, settings, context);

            foreach (var average in AverageFinder.Find(grid, rows, words, figures))
            {
                context.Facts.Add(average);
            }

            foreach (var whole in ShareColumnFinder.Find(context, grid, rows, words, composition, settings))
            {
                context.Facts.Add(whole);
            }
        }
    }

    /// <summary>The blocks of each table's cells, in order.</summary>
    private static Dictionary<Documents.Table, List<TokenizedBlock>> CellsOf(AnalysisContext context)
    {
        var cells = new Dictionary<Documents.Table, List<TokenizedBlock>>();
        foreach (var block in context.Blocks)
        {
            if (block.Block.Cell is { Table: var table })
            {
                if (!cells.TryGetValue(table, out var all))
                {
                    cells[table] = all = new(table.Rows.Count * table.ColumnCount);
                }

                all.Add(block);
            }
        }

        return cells;
    }
}
