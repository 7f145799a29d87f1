using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>A pipe table. Its children are its cells, row by row.</summary>
internal sealed class PipeTableBlock() : ContainerBlock(null)
{
    public required int ColumnCount { get; init; }
}

/// <summary>One cell; its inlines are read on their own, so that markup cannot run from cell to cell.</summary>
internal sealed class PipeCellBlock : LeafBlock
{
    public PipeCellBlock()
        : base(null) => ProcessInlines = true;
}
