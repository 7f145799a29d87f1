using Markdig.Syntax;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>A pipe table. Its cells are read on their own, so that markup cannot run from cell to cell.</summary>
internal sealed class PipeTableBlock() : LeafBlock(null)
{
    public required int ColumnCount { get; init; }

    /// <summary>Where the cells stand, without padding, row by row.</summary>
    public required TextSpan[] Cells { get; init; }
}

/// <summary>One cell, made where its markup is to be read.</summary>
internal sealed class PipeCellBlock : LeafBlock
{
    public PipeCellBlock()
        : base(null) => ProcessInlines = true;
}
