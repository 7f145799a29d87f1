using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Which blocks of a document sum up what others tell.</summary>
internal sealed class SummaryPlaces(AnalysisContext context)
{
    private readonly Lexicon _summaries = context.Knowledge.Lexicon("summary-headings");
    private int[]? _headings;

    /// <summary>True for headings, for what stands before the second heading, and below headings that announce a summary.</summary>
    public bool IsSummary(Block block)
    {
        if (block.Kind == BlockKind.Heading)
        {
            return true;
        }

        _headings ??= HeadingOfBlocks();
        var heading = _headings[block.Index];
        if (heading < 0)
        {
            return true;
        }

        var tokens = context.Blocks[heading].Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_summaries.Match(tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private int[] HeadingOfBlocks()
    {
        var headings = new int[context.Document.Blocks.Count];
        var current = -1;
        for (var i = 0; i < headings.Length; i++)
        {
            current = context.Document.Blocks[i].Kind == BlockKind.Heading ? i : current;
            headings[i] = current;
        }

        return headings;
    }
}
