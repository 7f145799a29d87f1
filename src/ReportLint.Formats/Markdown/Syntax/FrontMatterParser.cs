using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>What stands before the text of a file; it is read elsewhere.</summary>
internal sealed class FrontMatterBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Passes over front matter, so that every place in the file stays what it is.</summary>
internal sealed class FrontMatterParser : BlockParser
{
    public FrontMatterParser() => OpeningCharacters = ['-', '+'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!IsInside(processor))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new FrontMatterBlock(this) { Span = new SourceSpan(processor.Start, processor.Line.End) });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!IsInside(processor))
        {
            return BlockState.None;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    private static bool IsInside(BlockProcessor processor) => processor.Start < ((ReaderContext)processor.Context!).BodyStart;
}
