using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Tables;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Rankings;

/// <summary>A table as text can rank it: rows with a name each, columns with a figure in each of them.</summary>
internal sealed class RankedTable
{
    /// <summary>Fewest rows of which one can be first.</summary>
    private const int Fewest = 3;

    private RankedTable(Table table, List<Row> rows, List<Column> columns) => (Table, Rows, Columns) = (table, rows, columns);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The rows that have a name: totals, averages and rests left out.</summary>
    public List<Row> Rows { get; }

    /// <summary>The columns that hold figures.</summary>
    public List<Column> Columns { get; }

    /// <summary>A row.</summary>
    /// <param name="Label">The cell of its name.</param>
    /// <param name="Index">Its row in the table.</param>
    internal readonly record struct Row(TokenizedBlock Label, int Index);

    /// <summary>A column of figures.</summary>
    /// <param name="Words">The words of its headings, singular.</param>
    /// <param name="Years">The years that its headings name.</param>
    /// <param name="Dimensions">The dimensions of the units that its headings name: <c>length</c> for <c>Rain (mm)</c>.</param>
    /// <param name="Figures">The figures by row of the table; null where a row has none.</param>
    internal sealed record Column(HashSet<string> Words, HashSet<int> Years, HashSet<string> Dimensions, NumericFact?[] Figures);

    /// <summary>The words that make up the first word of a name that is one letter: the <c>Ward</c> of <c>Ward C</c>, from the heading of the names.</summary>
    public required HashSet<string> KindWords { get; init; }

    /// <summary>Reads a table; null where it is none that can be ranked. <paramref name="unranked"/> are labels of rows that have no place among the others, <paramref name="units"/> the units that headings name.</summary>
    public static RankedTable? Read(AnalysisContext context, Table table, HashSet<Block> totals, Lexicon unranked, Lexicon units)
    {
        if (table.HeaderRows == 0 || table.ColumnCount < 2 || table.Rows.Count - table.HeaderRows < Fewest)
        {
            return null;
        }

        var columns = new Column?[table.ColumnCount];
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var labels = new TokenizedBlock?[table.Rows.Count];
        var left = new HashSet<int>();
        for (var at = table.PrecedingBlock + 1; at < context.Blocks.Count && context.Blocks[at] is var block && ReferenceEquals(block.Block.Cell?.Table, table); at++)
        {
            var (row, column) = (block.Block.Cell!.Row, block.Block.Cell.Column);
            if (row < table.HeaderRows)
            {
                AddWords(block, column == 0 ? kinds : (columns[column] ??= Empty(table)).Words, column == 0 ? null : columns[column], units);
            }
            else if (column == 0)
            {
                labels[row] = block;
            }
            else if (block.Tokens.Length > 0 && block.MentionAt(0) is NumericFact { Hedge: Hedge.None, IsRangeEnd: false } figure and (Quantity or Percentage))
            {
                (columns[column] ??= Empty(table)).Figures[row] = figure;
                if (totals.Contains(block.Block))
                {
                    left.Add(row);
                }
            }
        }

        var figures = new List<Column>(columns.Length);
        foreach (var column in columns)
        {
            if (column is not null && column.Figures.Count(static f => f is not null) >= Fewest)
            {
                figures.Add(column);
            }
        }

        var rows = new List<Row>(labels.Length);
        for (var row = table.HeaderRows; row < labels.Length; row++)
        {
            if (labels[row] is not { Tokens.Length: > 0 } label || !figures.Exists(c => c.Figures[row] is not null))
            {
                // A line that parts the table: what comes first among the rows below it need not be first of all.
                return null;
            }

            if (TableWords.Contains(unranked, label.Tokens))
            {
                left.Add(row);
            }

            if (!left.Contains(row))
            {
                rows.Add(new(label, row));
            }
        }

        foreach (var column in figures)
        {
            foreach (var row in left)
            {
                column.Figures[row] = null;
            }
        }

        return rows.Count < Fewest || HasSame(rows) || figures.Exists(HasWhole) ? null : new RankedTable(table, rows, figures) { KindWords = kinds };
    }

    private static Column Empty(Table table) => new(new(StringComparer.Ordinal), [], new(StringComparer.Ordinal), new NumericFact?[table.Rows.Count]);

    private static bool HasSame(List<Row> rows)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return !rows.TrueForAll(r => seen.Add(r.Label.Block.Prose.Text));
    }

    /// <summary>True where the first or the last figure of a column is about as large as all others together, or larger: a whole by another name.</summary>
    private static bool HasWhole(Column column)
    {
        var (first, last, sum) = ((decimal?)null, 0m, 0m);
        foreach (var figure in column.Figures)
        {
            if (figure is not null)
            {
                first ??= figure.Nominal;
                last = figure.Nominal;
                sum += last;
            }
        }

        const decimal about = 0.95m;
        var most = Math.Max(first ?? 0, last);
        return most >= about * (sum - most);
    }

    private static void AddWords(TokenizedBlock block, HashSet<string> words, Column? column, Lexicon units)
    {
        for (var i = 0; i < block.Tokens.Length; i++)
        {
            if (block.MentionAt(i) is Dates.DateMention { Year: { } year })
            {
                column?.Years.Add(year);
            }
            else if (block.Tokens[i] is { Kind: TokenKind.Word, Length: > 2 })
            {
                words.Add(NounPhrase.Singular(block.TextOf(block.Tokens[i])));
            }

            if (column is not null && units.Match(block.Tokens, i) is { Length: > 0 } unit)
            {
                column.Dimensions.Add(Numbers.UnitReader.Split(unit.Meaning).Dimension);
            }
        }
    }
}
