using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>The words in the caption, the headings and the row labels of a table, singular.</summary>
internal sealed class TableLabels
{
    public TableLabels(AnalysisContext context, Table table, Block? caption)
    {
        if (caption is not null)
        {
            AddWords(context.Blocks[caption.Index], Words);
        }

        for (var at = table.PrecedingBlock + 1; at < context.Blocks.Count && context.Blocks[at].Block.Cell is { } cell && ReferenceEquals(cell.Table, table); at++)
        {
            if (cell.Row < table.HeaderRows)
            {
                AddWords(context.Blocks[at], Words);
                if (!Columns.TryGetValue(cell.Column, out var heading))
                {
                    Columns[cell.Column] = heading = new(StringComparer.Ordinal);
                }

                AddWords(context.Blocks[at], heading, withYears: true);
            }
            else if (cell.Column == 0)
            {
                var words = new HashSet<string>(StringComparer.Ordinal);
                AddWords(context.Blocks[at], words);
                if (words.Count > 0)
                {
                    Rows.Add(new(cell.Row, words));
                }
            }
        }
    }

    /// <summary>Those of caption and headings.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of each row that has any in its first column.</summary>
    public List<NamedRow> Rows { get; } = [];

    /// <summary>Those of each column's headings, years among them.</summary>
    public Dictionary<int, HashSet<string>> Columns { get; } = [];

    private static void AddWords(TokenizedBlock block, HashSet<string> words, bool withYears = false)
    {
        foreach (var token in block.Tokens)
        {
            if (token.Kind == TokenKind.Word && token.Length > 2)
            {
                words.Add(NounPhrase.Singular(block.TextOf(token)));
            }
            else if (withYears && token.Kind == TokenKind.Number)
            {
                words.Add(block.TextOf(token).ToString());
            }
        }
    }

    /// <summary>A row and the words of its label.</summary>
    internal sealed record NamedRow(int Number, HashSet<string> Words);
}
