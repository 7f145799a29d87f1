using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>A table of data: a rectangular grid in which short rows are filled up with empty cells.</summary>
public sealed class Table
{
    /// <summary>Position in <see cref="ReportDocument.Tables"/>, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>Number of rows at the top that hold headings.</summary>
    public required int HeaderRows { get; init; }

    /// <summary>The cells, row by row; every row has <see cref="ColumnCount"/> cells.</summary>
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; }

    /// <summary>Number of columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Where the table stands in the file.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>A caption that belongs to the table by its markup, or null; captions in neighbouring paragraphs are found later.</summary>
    public ProseText? Caption { get; init; }

    /// <summary>Position in <see cref="ReportDocument.Blocks"/> of the last block before the table, or -1.</summary>
    public int PrecedingBlock { get; internal set; } = -1;
}

/// <summary>One cell of a table.</summary>
public sealed class TableCell
{
    /// <summary>Row, from 0, headings included.</summary>
    public required int Row { get; init; }

    /// <summary>Column, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>The visible text, without padding; empty for a blank cell.</summary>
    public required ProseText Prose { get; init; }

    /// <summary>Where the cell's content stands in the file; empty at the right place for a blank cell.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>True in the rows that hold headings.</summary>
    public bool IsHeader { get; init; }

    /// <summary>True where all of the text is bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Number of rows the cell covers, at least 1.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Number of columns the cell covers, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>The table.</summary>
    public Table Table { get; internal set; } = null!;
}
