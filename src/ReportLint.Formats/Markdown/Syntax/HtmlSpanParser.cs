using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Blocks of HTML without their lines: what they hold is read from the text, by their place.</summary>
internal sealed class HtmlSpanParser : HtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => WithoutLine(base.TryOpen(processor));

    public override BlockState TryContinue(BlockProcessor processor, Block block) => WithoutLine(base.TryContinue(processor, block));

    private static BlockState WithoutLine(BlockState state) => state switch
    {
        BlockState.Continue => BlockState.ContinueDiscard,
        BlockState.Break => BlockState.BreakDiscard,
        _ => state,
    };
}
