using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>Finds a whole in the sentence before a list, whose parts open the list's items: <c>146 patients: – 71 by ambulance – …</c></summary>
internal sealed class ListBreakdownExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [ClaimTypes.Breakdown];

    public void Extract(AnalysisContext context)
    {
        var blockers = context.Knowledge.Lexicon("list-part-blockers");
        var after = context.Knowledge.Lexicon("non-part-after");
        foreach (var list in context.Document.Lists)
        {
            if (list.LeadInBlock >= 0 && list.Items.Count is >= 2 and <= 40 && WholeOf(context.Blocks[list.LeadInBlock], list, blockers) is { } whole &&
                PartsOf(context, list, whole, blockers, after) is { } parts)
            {
                context.Facts.Add(new PhraseFact(ClaimTypes.Breakdown, [Value.Of(whole), Value.Of(parts), Value.Of("apposed")])
                {
                    Document = context.Document,
                    Block = whole.Block,
                    Prose = whole.Prose,
                    Sentence = whole.Sentence,
                });
            }
        }
    }

    /// <summary>The only number of the sentence that ends in the colon before a list, or null.</summary>
    private static Quantity? WholeOf(TokenizedBlock block, ListBlock list, Lexicon blockers)
    {
        if (block.Tokens.Length == 0 || block.Block.Kind is BlockKind.TableCell || block.Block.List != list.Parent || block.TextOf(block.Tokens[^1])[0] != ':')
        {
            return null;
        }

        Quantity? whole = null;
        for (var i = block.Sentences[^1].Start.Value; i < block.Tokens.Length; i++)
        {
            if (blockers.Match(block.Tokens, i).Length > 0 || (block.MentionAt(i) is NumericFact fact && fact != whole && (whole is not null || fact is not Quantity)))
            {
                return null;
            }

            whole ??= block.MentionAt(i) as Quantity;
        }

        return whole is { Dimension: "count" or "money", Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false } ? whole : null;
    }

    /// <summary>The numbers that open the items of a list, where all of them do so and can be parts of a whole.</summary>
    private static List<Fact>? PartsOf(AnalysisContext context, ListBlock list, Quantity whole, Lexicon blockers, Lexicon after)
    {
        var parts = new List<Fact>();
        for (var i = list.LeadInBlock + 1; i < context.Blocks.Count && parts.Count < list.Items.Count; i++)
        {
            var block = context.Blocks[i];
            if (block.Block.List != list || block.Block.ItemIndex != parts.Count || block.Tokens.Length == 0 ||
                block.MentionAt(0) is not Quantity { Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false } part ||
                part.Dimension != whole.Dimension || part.Unit != whole.Unit)
            {
                return null;
            }

            for (var token = 0; token < block.Tokens.Length; token++)
            {
                if (blockers.Match(block.Tokens, token).Length > 0 || (block.MentionAt(token) == part && after.Match(block.Tokens, token + 1).Length > 0))
                {
                    return null;
                }
            }

            parts.Add(part);
        }

        return parts.Count == list.Items.Count ? parts : null;
    }
}
