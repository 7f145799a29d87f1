using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>The words in the caption, the headings and the row labels of a table, singular. Most tables are never asked for them, so they are read when one is.</summary>
internal sealed class TableLabels
{
    private readonly TokenizedBlock? _caption;
    private readonly List<TokenizedBlock> _cells = [];
    private readonly int _headings;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<NamedRow> _rows = [];
    private readonly Dictionary<int, HashSet<string>> _columns = [];
    private bool _isRead;

    public TableLabels(AnalysisContext context, Table table, Block? caption)
    {
        _caption = caption is null ? null : context.Blocks[caption.Index];
        _headings = table.HeaderRows;
        for (var at = table.PrecedingBlock + 1; at < context.Blocks.Count && context.Blocks[at] is { Block.Cell: { } cell } block && ReferenceEquals(cell.Table, table); at++)
        {
            if (cell.Row < table.HeaderRows || cell.Column == 0)
            {
                _cells.Add(block);
            }
        }
    }

    /// <summary>Those of caption and headings.</summary>
    public HashSet<string> Words
    {
        get
        {
            Read();
            return _words;
        }
    }

    /// <summary>Those of each row that has any in its first column.</summary>
    public List<NamedRow> Rows
    {
        get
        {
            Read();
            return _rows;
        }
    }

    /// <summary>Those of each column's headings, years among them.</summary>
    public Dictionary<int, HashSet<string>> Columns
    {
        get
        {
            Read();
            return _columns;
        }
    }

    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        if (_caption is not null)
        {
            AddWords(_caption, _words);
        }

        foreach (var block in _cells)
        {
            var cell = block.Block.Cell!;
            if (cell.Row < _headings)
            {
                AddWords(block, _words);
                if (!_columns.TryGetValue(cell.Column, out var heading))
                {
                    _columns[cell.Column] = heading = new(StringComparer.Ordinal);
                }

                AddWords(block, heading, withYears: true);
            }
            else
            {
                var words = new HashSet<string>(StringComparer.Ordinal);
                AddWords(block, words);
                if (words.Count > 0)
                {
                    _rows.Add(new(cell.Row, words));
                }
            }
        }
    }

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
