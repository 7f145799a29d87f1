using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>The blocks that list what the document has: a table of contents, a list of figures. Headings that open one are <c>lexicon/contents-headings.yml</c>.</summary>
internal sealed class ContentsRegion
{
    private readonly HashSet<int> _blocks = [];
    private readonly List<Range> _lists = new(4);
    private readonly HashSet<int> _openings = [];
    private readonly List<(int Block, int First)> _lines = new(2);

    /// <summary>Finds the lists of a document.</summary>
    public static ContentsRegion Of(AnalysisContext context)
    {
        var region = new ContentsRegion();
        var headings = context.Knowledge.Lexicon("contents-headings");
        for (var i = 0; i < context.Blocks.Count; i++)
        {
            var block = context.Blocks[i];
            if (OpeningLength(block, headings) is not (var length and > 0))
            {
                continue;
            }

            if (length < block.Tokens.Length)
            {
                region._blocks.Add(i);
                region._lines.Add((i, length));
                continue;
            }

            region._openings.Add(i);
            var first = i + 1;
            for (i++; i < context.Blocks.Count && context.Blocks[i].Block.Kind != BlockKind.Heading && IsEntry(context.Blocks[i]) && !OpensAnother(context.Blocks[i], headings); i++)
            {
                region._blocks.Add(i);
            }

            region._lists.Add(first..i);
            i--;
        }

        return region;
    }

    /// <summary>The lists under a heading of their own: half-open ranges of indexes of blocks.</summary>
    public List<Range> Lists => _lists;

    /// <summary>The lists that stand in one line behind their heading, <c>In this issue: Letters · Pigs</c>: indexes of the block and of the first token behind the heading.</summary>
    public List<(int Block, int First)> Lines => _lines;

    /// <summary>True where a block of this index is the heading of such a list.</summary>
    public bool IsOpening(int block) => _openings.Contains(block);

    /// <summary>True where a block of this index is part of such a list.</summary>
    public bool Contains(int block) => _blocks.Contains(block);

    /// <summary>How many tokens open a list: all of the block, or those before a colon; 0 where none do.</summary>
    private static int OpeningLength(TokenizedBlock block, Lexicon headings)
    {
        if (block.Block.Kind is not (BlockKind.Heading or BlockKind.Paragraph) || block.Tokens.Length == 0)
        {
            return 0;
        }

        var (length, _) = headings.Match(block.Tokens, 0);
        return length == 0 ? 0
            : length == block.Tokens.Length ? length
            : block.Block.Prose.Text[block.Tokens[length].Start] == ':' ? length + 1
            : 0;
    }

    /// <summary>A line such as <c>**Figures**</c> below the contents.</summary>
    private static bool OpensAnother(TokenizedBlock block, Lexicon headings) => block.Block.List is null && OpeningLength(block, headings) == block.Tokens.Length;

    /// <summary>An entry is an item, a cell, or a line that ends in no stop.</summary>
    private static bool IsEntry(TokenizedBlock block) => block.Block.Kind != BlockKind.Paragraph || block.Block.List is not null ||
        (block.Tokens.Length > 0 && block.Block.Prose.Text[^1] is not ('.' or '!' or '?' or ':'));
}
