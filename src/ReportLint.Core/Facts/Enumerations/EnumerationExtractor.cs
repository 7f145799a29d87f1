using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Numbers;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>Finds counts that are followed by what they count: in a list, after a colon, or by <c>First, … Second, …</c></summary>
internal sealed class EnumerationExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [Enumeration.FactType];

    public void Extract(AnalysisContext context)
    {
        var words = new EnumerationWords(context.Knowledge);
        var items = new ListItems(context, words);
        for (var i = 0; i < context.Document.Lists.Count; i++)
        {
            if (context.Document.Lists[i].LeadInBlock >= 0 && ReadList(context, i, items, words) is { } enumeration)
            {
                context.Facts.Add(enumeration);
            }
        }

        foreach (var block in context.Blocks)
        {
            if (!block.HasQuantities() || block.Block.Kind is BlockKind.TableCell or BlockKind.Heading)
            {
                continue;
            }

            for (var sentence = 0; sentence < block.Sentences.Length; sentence++)
            {
                if (FirstCount(block, sentence, words) is not { } firstCount)
                {
                    continue;
                }

                if (ReadSentence(context, block, sentence, firstCount, words) is { } inSentence)
                {
                    context.Facts.Add(inSentence);
                }
                else if (OrdinalSentences.Read(context, block, sentence, words) is { } ordinals)
                {
                    context.Facts.Add(Make(context, block, ordinals.Counted, Interval.Exactly(ordinals.Reached), "ordinals", block.Block, ordinals.Last));
                }
            }
        }
    }

    /// <summary>Index of the first token of a sentence that is a count of what may follow, or null.</summary>
    private static int? FirstCount(TokenizedBlock block, int sentence, EnumerationWords words)
    {
        for (var i = block.Sentences[sentence].Start.Value; i < block.Sentences[sentence].End.Value; i++)
        {
            if (AnnouncedCount.CountAt(block, i, words) is not null)
            {
                return i;
            }
        }

        return null;
    }

    private static Enumeration? ReadList(AnalysisContext context, int index, ListItems items, EnumerationWords words)
    {
        var list = context.Document.Lists[index];
        var block = context.Blocks[list.LeadInBlock];
        if (block.Tokens.Length == 0 || block.Block.Kind is BlockKind.TableCell || block.Block.List != list.Parent || list.Items.Count < 2 || ListItems.IsSpoken(block, 0))
        {
            return null;
        }

        var end = block.TextOf(block.Tokens[^1])[0];
        var (from, to) = (block.Sentences[^1].Start.Value, end is ':' or '.' ? block.Tokens.Length - 1 : block.Tokens.Length);
        if (AnnouncedCount.Find(block, from, to, words) is not { } counted || counted.NounEnd == counted.Noun || !IsAnnounced(block, counted, to, end, words) ||
            !words.IsNear(counted.Count, list.Items.Count) || items.Count(index, counted.Count) is not { } count)
        {
            return null;
        }

        var last = list.Items[^1].Span;
        return LastBlockOf(context.Document, list) is { } lastBlock
            ? Make(context, block, counted, count, "list", lastBlock, new TextSpan(0, Math.Min(lastBlock.Prose.Text.Length, last.Length)))
            : null;
    }

    /// <summary>
    /// True where the list that follows is what was counted: behind a colon, behind a full stop right behind the noun, or below a heading
    /// that opens with the count in words. Where the full stop ends <c>work across four countries.</c>, the list may be of anything.
    /// </summary>
    private static bool IsAnnounced(TokenizedBlock block, AnnouncedCount counted, int to, char end, EnumerationWords words) =>
        block.Block.Kind == BlockKind.Heading ? counted is { IsListNoun: true, FirstToken: 0, Count.InWords: true }
        : end == ':' ? counted.Reaches(block, to, words) ? to - counted.Noun <= words.MostLeadIn : (counted.IsListNoun || EndsInAnnouncer(block, to, words)) && to - counted.Noun <= words.MostLongLeadIn
        : end == '.' && counted.IsListNoun && counted.NounEnd == to && !(counted.FirstToken > 0 && words.PlacePrepositions.Match(block.Tokens, counted.FirstToken - 1).Length == 1);

    /// <summary>True where words such as "as set out below" stand right before a token.</summary>
    private static bool EndsInAnnouncer(TokenizedBlock block, int to, EnumerationWords words)
    {
        for (var back = 1; back <= LongestAnnouncer && back <= to; back++)
        {
            if (words.Announcers.Match(block.Tokens, to - back) is { Length: > 0, Meaning: "end" } match && match.Length == back)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Most words of an announcer.</summary>
    private const int LongestAnnouncer = 3;

    private static Block? LastBlockOf(ReportDocument document, ListBlock list)
    {
        for (var i = list.LeadInBlock + 1; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind == BlockKind.ListItem && block.List == list && block.ItemIndex == list.Items.Count - 1)
            {
                return block;
            }

            if (block.Span.Start >= list.Span.End && list.Span.Length > 0)
            {
                return null;
            }
        }

        return null;
    }

    private static Enumeration? ReadSentence(AnalysisContext context, TokenizedBlock block, int sentence, int firstCount, EnumerationWords words)
    {
        var (from, end) = (block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value);
        if (ReadBehindOpener(context, block, from, Math.Max(from + 2, firstCount + 1), end, words) is { } behindOpener)
        {
            return behindOpener;
        }

        var colon = -1;
        for (var i = from; i < end; i++)
        {
            if (block.Tokens[i].Length == 1 && block.TextOf(block.Tokens[i])[0] == ':' && block.MentionAt(i) is null)
            {
                if (colon >= 0)
                {
                    return null;
                }

                colon = i;
            }
        }

        if (colon < 0 || AnnouncedCount.Find(block, from, colon, words) is not { } counted || counted.Noun == counted.NounEnd ||
            !(counted.Reaches(block, colon, words) || colon - counted.NounEnd <= words.MostBehindNoun) ||
            new ItemCounter(block, words).Count(colon + 1, end, counted.Count.Nominal, out var areAlike) is not { } items || !(counted.IsListNoun || areAlike) ||
            !words.IsNear(counted.Count, (int)items.Low!.Value))
        {
            return null;
        }

        var lastToken = end - 1;
        return Make(context, block, counted, items, "sentence", block.Block, TextSpan.FromBounds(block.Tokens[colon + 1].Start, block.Tokens[lastToken].End));
    }

    /// <summary><c>four hospitals, namely …</c>, <c>three offices (…)</c>, <c>the four wards are …</c>, <c>three pillars – …</c></summary>
    private static Enumeration? ReadBehindOpener(AnalysisContext context, TokenizedBlock block, int from, int firstOpener, int end, EnumerationWords words)
    {
        for (var i = firstOpener; i < end - 2; i++)
        {
            if (block.MentionAt(i) is not null || words.Openers.Match(block.Tokens, i) is not { Length: > 0 } opener)
            {
                continue;
            }

            context.Work++;
            if (AnnouncedCount.Find(block, from, i, words) is not { } counted || counted.Noun == counted.NounEnd ||
                (opener.Meaning == "dash" && !block.Tokens[i].SpaceBefore) ||
                !(counted.NounEnd == i || (opener.Meaning == "word" && i - counted.NounEnd <= words.MostBehindNoun) || (opener.Meaning == "verb" && i - counted.NounEnd <= 1 && counted.FirstToken > from && IsThe(block, counted.FirstToken - 1))))
            {
                continue;
            }

            // Where a list would be too long there is none: further than that nothing is looked for.
            var first = i + opener.Length;
            var furthest = (int)Math.Min(end, first + words.MostListTokens + 1);
            var close = opener.Meaning == "bracket" ? Closing(block, first, furthest) : opener.Meaning == "dash" ? SecondDash(block, i, furthest) ?? end : end;
            context.Work += (close < 0 ? furthest : Math.Min(close, furthest)) - i;
            if (close < 0 ||
                new ItemCounter(block, words).Count(first, close, counted.Count.Nominal, out var areAlike) is not { } items ||
                !(opener.Meaning is "verb" or "bracket" or "dash" ? areAlike || (opener.Meaning is not "verb" && counted.IsListNoun) : counted.IsListNoun || areAlike) ||
                !words.IsNear(counted.Count, (int)items.Low!.Value))
            {
                continue;
            }

            return Make(context, block, counted, items, "sentence", block.Block, TextSpan.FromBounds(block.Tokens[first].Start, block.Tokens[close - 1].End));
        }

        return null;
    }

    private static bool IsThe(TokenizedBlock block, int at) => NumeralReader.IsWord(block, at, "the");

    /// <summary>The bracket before an index that closes the one before a token, or -1.</summary>
    private static int Closing(TokenizedBlock block, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (block.TextOf(block.Tokens[i])[0] is '(' or ')')
            {
                return block.TextOf(block.Tokens[i])[0] == ')' ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The dash before an index that closes what another opened, or null.</summary>
    private static int? SecondDash(TokenizedBlock block, int opening, int end)
    {
        var dash = block.TextOf(block.Tokens[opening]);
        for (var i = opening + 2; i < end; i++)
        {
            if (block.Tokens[i].SpaceBefore && block.TextOf(block.Tokens[i]).SequenceEqual(dash))
            {
                return i;
            }
        }

        return null;
    }

    private static Enumeration Make(AnalysisContext context, TokenizedBlock block, AnnouncedCount counted, Interval items, string form, Block lastBlock, TextSpan last) => new()
    {
        Document = context.Document,
        Block = block.Block,
        Prose = counted.Count.Prose,
        Sentence = block.SentenceOf(counted.FirstToken),
        Count = counted.Count,
        Items = items,
        Form = form,
        Last = new Piece { Document = context.Document, Block = lastBlock, Prose = last, Sentence = -1 },
    };
}
