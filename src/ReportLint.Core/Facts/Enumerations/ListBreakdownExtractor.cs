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
            if (list.Items.Count <= words.MostParts && WholeOf(context.Blocks[list.LeadInBlock], list, IsOfMoney(context, list), words) is { } whole && PartsOf(context, list, whole, words) is { } parts)
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

    /// <summary>The only number of the sentence that ends in the colon before a list, or of the one before it where that has none, of a heading before it, or of a line that ends in it; or null.</summary>
    private static Quantity? WholeOf(TokenizedBlock block, ListBlock list, bool money, Words words)
    {
        if (block.Tokens.Length == 0 || block.Block.Kind is BlockKind.TableCell || block.Block.List != list.Parent)
        {
            return null;
        }

        // "They divide as follows:" leaves the number to the sentence before it.
        var last = block.Sentences.Length - 1;
        var whole = OnlyNumber(block, last, money, words, out var isBlocked);
        if (isBlocked || (whole is null && (last == 0 || !HasNoNumber(block, last) || (whole = OnlyNumber(block, last - 1, money, words, out isBlocked)) is null || isBlocked)))
        {
            return null;
        }

        // The number that opens a heading may be that of a section.
        var isAnnounced = block.TextOf(block.Tokens[^1])[0] == ':' || (whole is not null && block.MentionAt(block.Tokens.Length - 1) == whole) ||
                          (block.Block.Kind == BlockKind.Heading && whole is not null && block.MentionAt(0) != whole);
        return isAnnounced && whole is { Dimension: "count" or "money", Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false } ? whole : null;
    }

    /// <summary>True where the first item of a list has an amount of money.</summary>
    private static bool IsOfMoney(AnalysisContext context, ListBlock list) =>
        list.LeadInBlock + 1 < context.Blocks.Count && OnlyNumber(context.Blocks[list.LeadInBlock + 1])?.Fact is Quantity { Dimension: "money" };

    /// <summary>The only number of a sentence that is money, or that is none; null where there are more, or a percentage stands there.</summary>
    private static Quantity? OnlyNumber(TokenizedBlock block, int sentence, bool money, Words words, out bool isBlocked)
    {
        Quantity? only = null;
        isBlocked = false;
        var range = block.Sentences[sentence];
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var fact = block.MentionAt(i) as NumericFact;
            isBlocked |= (words.Blockers.Match(block.Tokens, i) is { Length: > 0 } blocker && (blocker.Meaning != "verb" || i >= block.Tokens.Length - words.Governs)) ||
                         (fact is not null && fact != only && (fact is not Quantity || (fact.Dimension == "money" == money && only is not null)));
            only ??= fact is Quantity quantity && quantity.Dimension == "money" == money ? quantity : null;
        }

        return only;
    }

    private static bool HasNoNumber(TokenizedBlock block, int sentence)
    {
        var range = block.Sentences[sentence];
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            if (block.MentionAt(i) is NumericFact)
            {
                return false;
            }
        }

        return true;
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
