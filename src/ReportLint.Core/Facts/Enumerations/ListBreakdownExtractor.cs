using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>
/// Finds a whole in the sentence or heading before a list, whose parts open the list's items (<c>146 patients: – 71 by ambulance – …</c>)
/// or stand behind their labels (<c>Votes cast: 146 – For: 71 – …</c>).
/// </summary>
internal sealed class ListBreakdownExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [ClaimTypes.Breakdown];

    public void Extract(AnalysisContext context)
    {
        Words? words = null;
        foreach (var list in context.Document.Lists)
        {
            if (list.LeadInBlock < 0 || list.Items.Count < 2 || !context.Blocks[list.LeadInBlock].HasMentions)
            {
                continue;
            }

            words ??= new(context.Knowledge);
            if (list.Items.Count <= words.MostParts && WholeOf(context.Blocks[list.LeadInBlock], list, words) is { } whole && PartsOf(context, list, whole, words) is { } parts)
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

    private sealed class Words(KnowledgeBase knowledge)
    {
        /// <summary>A list of more items is no breakdown of a number.</summary>
        public readonly decimal MostParts = knowledge.Settings("enumerations").Get("most_parts", 40);

        /// <summary>How near the end of a lead-in its verb must stand to govern the items, in tokens.</summary>
        public readonly decimal Governs = knowledge.Settings("enumerations").Get("verb_governs", 2);

        public readonly Lexicon Blockers = knowledge.Lexicon("list-part-blockers");
        public readonly Lexicon After = knowledge.Lexicon("non-part-after");
        public readonly Lexicon Overlapping = knowledge.Lexicon("overlap-verbs");
    }

    /// <summary>The only number of the sentence that ends in the colon before a list, of a heading before it, or of a line that ends in it; or null.</summary>
    private static Quantity? WholeOf(TokenizedBlock block, ListBlock list, Words words)
    {
        if (block.Tokens.Length == 0 || block.Block.Kind is BlockKind.TableCell || block.Block.List != list.Parent)
        {
            return null;
        }

        Quantity? whole = null;
        for (var i = block.Sentences[^1].Start.Value; i < block.Tokens.Length; i++)
        {
            if ((words.Blockers.Match(block.Tokens, i) is { Length: > 0 } blocker && (blocker.Meaning != "verb" || i >= block.Tokens.Length - words.Governs)) ||
                (block.MentionAt(i) is NumericFact fact && fact != whole && (whole is not null || fact is not Quantity)))
            {
                return null;
            }

            whole ??= block.MentionAt(i) as Quantity;
        }

        // The number that opens a heading may be that of a section.
        var isAnnounced = block.TextOf(block.Tokens[^1])[0] == ':' || (whole is not null && block.MentionAt(block.Tokens.Length - 1) == whole) ||
                          (block.Block.Kind == BlockKind.Heading && whole is not null && block.MentionAt(0) != whole);
        return isAnnounced && whole is { Dimension: "count" or "money", Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false } ? whole : null;
    }

    /// <summary>The numbers that open the items of a list, or that all stand behind labels, where they can be parts of a whole.</summary>
    private static List<Fact>? PartsOf(AnalysisContext context, ListBlock list, Quantity whole, Words words)
    {
        var parts = new List<Fact>();
        var isLabelled = false;
        for (var i = list.LeadInBlock + 1; i < context.Blocks.Count && parts.Count < list.Items.Count; i++)
        {
            var block = context.Blocks[i];
            if (block.Block.List != list || block.Block.ItemIndex != parts.Count || block.Tokens.Length == 0 || OnlyNumber(block) is not { Fact: Quantity part } mention ||
                part is not { Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false } || part.Dimension != whole.Dimension || part.Unit != whole.Unit)
            {
                return null;
            }

            isLabelled |= mention.FirstToken > 0 && parts.Count == 0;
            if (isLabelled ? !IsBehindLabel(block, mention) : mention.FirstToken > 0)
            {
                return null;
            }

            for (var token = 0; token < block.Tokens.Length; token++)
            {
                if (words.Blockers.Match(block.Tokens, token).Length > 0 ||
                    (token == mention.EndToken && (words.After.Match(block.Tokens, token).Length > 0 || words.Overlapping.Match(block.Tokens, token).Length > 0)))
                {
                    return null;
                }
            }

            parts.Add(part);
        }

        return parts.Count == list.Items.Count ? parts : null;
    }

    /// <summary>The number of an item that opens it, or else the only one but for percentages.</summary>
    private static Mention? OnlyNumber(TokenizedBlock block)
    {
        Mention? only = null;
        foreach (var mention in block.Mentions)
        {
            if (mention.Fact is Quantity && mention.FirstToken == 0)
            {
                return mention;
            }

            if (mention.Fact is Quantity)
            {
                if (only is not null)
                {
                    return null;
                }

                only = mention;
            }
        }

        return only;
    }

    /// <summary><c>For: 71</c>, <c>for – 71</c>, <c>for (71)</c>: a mark before the number, or nothing behind it.</summary>
    private static bool IsBehindLabel(TokenizedBlock block, Mention number)
    {
        var before = block.TextOf(block.Tokens[number.FirstToken - 1])[0];
        return before is ':' or '–' or '—' or '(' || (before is '-' && block.Tokens[number.FirstToken - 1].SpaceBefore) || number.EndToken == block.Tokens.Length;
    }
}
