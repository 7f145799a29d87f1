using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Headings with exact places and with <c>{#name}</c>.</summary>
internal sealed class HeadingParser : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => Lines.ForOne(base.TryOpen(processor), processor);

    public override bool Close(BlockProcessor processor, Block block)
    {
        var heading = (HeadingBlock)block;
        Lines.Restore(ref heading.Lines, ((ReaderContext)processor.Context!).Source);
        Mend(heading);
        return base.Close(processor, block);
    }

    public static void Mend(HeadingBlock heading)
    {
        if (Lines.TakeAttributes(ref heading.Lines) is { } attribute)
        {
            heading.SetData(typeof(Lines.Attribute), attribute);
        }
    }
}
