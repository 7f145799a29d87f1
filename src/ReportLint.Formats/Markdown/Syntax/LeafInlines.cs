using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Markdig's inlines of the leaves of a tree, read when they are asked for. Not thread-safe.</summary>
internal sealed class LeafInlines(MarkdownDocument document, ReaderContext context)
{
    private InlineProcessor? _processor;

    /// <summary>The inlines of a leaf; null where its lines are its text.</summary>
    public ContainerInline? Read(LeafBlock leaf) => leaf.ProcessInlines && InlineMarkup.IsIn(leaf, context) ? Process(leaf) : null;

    /// <summary>The inlines of a cell of a pipe table; null where it is text as it stands.</summary>
    public ContainerInline? Read(TextSpan cell)
    {
        if (!InlineMarkup.IsIn(context.Source.AsSpan(cell.Start, cell.Length), cell.Start, context))
        {
            return null;
        }

        var slice = new StringSlice(context.Source, cell.Start, cell.End - 1);
        var leaf = new PipeCellBlock { Lines = new StringLineGroup(1), Span = new SourceSpan(cell.Start, cell.End - 1) };
        leaf.Lines.Add(new StringLine(ref slice, 0, 0, cell.Start, NewLine.None));
        return Process(leaf);
    }

    private ContainerInline? Process(LeafBlock leaf)
    {
        // Most small files need none.
        _processor ??= new(document, Common.Parsers, preciseSourcelocation: true, context);
        _processor.ProcessInlineLeaf(leaf);
        return leaf.Inline;
    }

    /// <summary>What all files share; it holds nothing of a document.</summary>
    private static class Common
    {
        public static readonly InlineParserList Parsers = new(
        [
            new HtmlEntityParser(),
            new NoteMarkParser(),
            new LinkInlineParser(),
            new EscapeInlineParser(),
            Emphasis(),
            new CodeInlineParser(),
            new AutolinkInlineParser(),
            new LineBreakInlineParser(),
        ]);

        private static EmphasisInlineParser Emphasis()
        {
            var parser = new EmphasisInlineParser();

            // What is struck out on GitHub: two tildes on either side.
            parser.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));
            return parser;
        }
    }
}
