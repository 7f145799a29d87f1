using Markdig.Parsers;
using Markdig.Syntax;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>The definition of a footnote, <c>[^label]: text</c>, with the blocks it holds.</summary>
internal sealed class NoteDefinitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required TextSpan LabelSpan { get; init; }

    public required string Label { get; init; }
}

/// <summary>
/// Reads footnote definitions wherever a block may stand, used or not. Lines that follow belong to the note while they
/// continue its paragraph or are indented.
/// </summary>
internal sealed class NoteDefinitionParser : BlockParser
{
    public NoteDefinitionParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var length = NoteLabel.Length(processor.Line.AsSpan());
        if (processor.IsCodeIndent || length == 0 || processor.Line.PeekChar(length) != ':')
        {
            return BlockState.None;
        }

        var start = processor.Start;
        var note = new NoteDefinitionBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(start, processor.Line.End),
            Label = processor.Line.AsSpan()[2..(length - 1)].ToString(),
            LabelSpan = new TextSpan(start, length),
        };
        processor.GoToColumn(processor.Column + length + 1);
        processor.NewBlocks.Push(note);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (processor.IsCodeIndent)
        {
            processor.GoToColumn(processor.ColumnBeforeIndent + 4);
        }
        else if (processor.Indent < 2 || processor.CurrentChar == '[')
        {
            // A line at the margin goes on with the paragraph, if at all, by lazy continuation.
            return BlockState.None;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }
}
