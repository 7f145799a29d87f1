using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>
/// Markdig's tree of the blocks of a file, without their inlines, which are read leaf by leaf (<see cref="LeafInlines"/>). The lines are handed to Markdig here, so that
/// those of front matter, and all of a block of HTML but its first, need not be.
/// </summary>
internal static class MarkdownTree
{
    // They hold nothing of a document.
    private static readonly BlockParserList Parsers = new(
    [
        new NoteDefinitionParser(),
        new ThematicBreakParser(),
        new HeadingParser(),
        new QuoteBlockParser(),
        new ListBlockParser(),
        new HtmlSpanParser(),
        new FencedCodeBlockParser(),
        new IndentedCodeBlockParser(),
        new ParagraphParser(),
    ]);

    /// <summary>The tree; null where quotes and lists are nested deeper than the limit.</summary>
    /// <param name="source">The file, whose lines are the text's.</param>
    /// <param name="bodyStart">Offset just behind the front matter; 0 where there is none.</param>
    /// <param name="context">What Markdig's parsers need to know.</param>
    public static MarkdownDocument? Read(SourceText source, int bodyStart, ReaderContext context)
    {
        var document = new MarkdownDocument();
        var processor = new BlockProcessor(document, Parsers, context);
        var text = context.Source;
        for (var line = bodyStart == 0 ? 0 : source.GetLinePosition(bodyStart).Line + 1; line < source.LineCount; line++)
        {
            var span = source.GetLineSpan(line);
            if (span.Start == text.Length)
            {
                break;
            }

            if (processor.CurrentBlock is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock, Parent: MarkdownDocument } html && !IsBlank(text, span))
            {
                // Nothing but a blank line ends it.
                html.Span.End = span.End - 1;
                continue;
            }

            if (span.IsEmpty && (processor.CurrentBlock is null || ReferenceEquals(processor.CurrentBlock, document)))
            {
                // It parts nothing.
                continue;
            }

            if (Nesting.Of(text.AsSpan(span.Start, span.Length)) > context.Limits.MaximumNesting)
            {
                return null;
            }

            processor.ProcessLine(new StringSlice(text, span.Start, span.End - 1, LineEndAt(text, span.End)));
            if (DepthOf(processor.CurrentContainer) > context.Limits.MaximumNesting)
            {
                return null;
            }
        }

        processor.Close(document);
        return document;
    }

    private static int DepthOf(Block? container)
    {
        var depth = 0;
        while ((container = container?.Parent) is not null)
        {
            depth++;
        }

        return depth;
    }

    private static bool IsBlank(string text, TextSpan line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    private static NewLine LineEndAt(string text, int end) =>
        end == text.Length ? NewLine.None
        : text[end] == '\n' ? NewLine.LineFeed
        : end + 1 < text.Length && text[end + 1] == '\n' ? NewLine.CarriageReturnLineFeed
        : NewLine.CarriageReturn;
}
