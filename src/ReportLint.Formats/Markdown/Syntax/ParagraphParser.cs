using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Paragraphs with exact places, and the tables that begin as paragraphs.</summary>
internal sealed class ParagraphParser : ParagraphBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => Lines.ForOne(base.TryOpen(processor), processor);

    /// <summary>
    /// A line below a paragraph may make it a heading, and then Markdig looks for the paragraph among all of its siblings, from the first, to take it away.
    /// So that many such headings do not cost the square of their number, the paragraph, always the last, waits in a container of its own meanwhile.
    /// </summary>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar is not ('=' or '-') || block.Parent is not { } parent || !ReferenceEquals(parent.LastChild, block))
        {
            return base.TryContinue(processor, block);
        }

        // Markdig asks whether it is in a quotation or an item, where a line that only goes on with the paragraph makes no heading.
        var place = parent.Count - 1;
        parent.RemoveAt(place);
        ContainerBlock alone = parent is QuoteBlock or ListItemBlock ? new QuoteBlock(this) : new MarkdownDocument();
        alone.Add(block);
        var state = base.TryContinue(processor, block);
        if (alone.Remove(block))
        {
            // Definitions that were in it may have come behind it meanwhile.
            parent.Insert(place, block);
        }

        return state;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is HeadingBlock heading)
        {
            HeadingParser.Mend(heading);
            return base.Close(processor, block);
        }

        if (block is not ParagraphBlock paragraph)
        {
            return base.Close(processor, block);
        }

        var context = (ReaderContext)processor.Context!;
        Lines.Restore(ref paragraph.Lines, context.Source);
        if (paragraph.Lines.Count == 0 || paragraph.Lines.Lines[0].Slice.CurrentChar == '[')
        {
            ReferenceDefinitions.Take(ref paragraph.Lines, processor);
            if (!base.Close(processor, block))
            {
                return false;
            }
        }
        else
        {
            // Without a definition, nothing is left for Markdig to do but this.
            for (var i = 0; i < paragraph.Lines.Count; i++)
            {
                paragraph.Lines.Lines[i].Slice.TrimStart();
            }

            paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.TrimEnd();
        }

        paragraph.Span.Start = paragraph.Lines.Lines[0].Slice.Start;
        var keep = !PipeTableReader.TryTake(paragraph, context, out var table) || paragraph.Lines.Count > 0;
        if (table is not null)
        {
            paragraph.Parent!.Add(table);
            if (!keep)
            {
                return false;
            }
        }

        if (paragraph.Parent is ListItemBlock item && ReferenceEquals(item[0], paragraph))
        {
            SkipTaskBox(paragraph);
        }

        if (Lines.TakeAttributes(ref paragraph.Lines) is { } attribute)
        {
            paragraph.SetData(typeof(Lines.Attribute), attribute);
        }

        SkipCaptionMark(paragraph);
        return true;
    }

    /// <summary>Pandoc marks a table's caption with a colon at the start of its paragraph.</summary>
    private static void SkipCaptionMark(ParagraphBlock paragraph)
    {
        ref var slice = ref paragraph.Lines.Lines[0].Slice;
        if (slice.AsSpan() is [':', ' ' or '\t', ..])
        {
            slice.Start++;
            slice.TrimStart();
        }
    }

    private static void SkipTaskBox(ParagraphBlock paragraph)
    {
        ref var slice = ref paragraph.Lines.Lines[0].Slice;
        if (slice.AsSpan() is ['[', ' ' or 'x' or 'X', ']', ' ' or '\t', ..])
        {
            slice.Start += 4;
            slice.TrimStart();
        }
    }
}
