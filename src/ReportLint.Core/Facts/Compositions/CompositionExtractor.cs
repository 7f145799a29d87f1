using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Compositions;

/// <summary>
/// Finds percentages that are told as the parts of one whole: in a sentence that says so by its words, over two sentences where the
/// second holds only the rest, and in a list whose items have one percentage each.
/// </summary>
internal sealed class CompositionExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [FigureClaims.Composition];

    public void Extract(AnalysisContext context)
    {
        var words = new CompositionWords(context.Knowledge);
        foreach (var block in context.Blocks.With(Cues.Composition))
        {
            if (block.HasQuantities(2) && block.Block.Kind != BlockKind.TableCell)
            {
                Hundredths.Add(context, block, words);
            }
        }

        if (context.Facts.OfType(Percentage.FactType).Count < 2)
        {
            return;
        }

        foreach (var block in context.Blocks)
        {
            if (block.HasPercentages(2) && block.Block.Kind != BlockKind.TableCell)
            {
                AddSentences(context, block, words);
            }
        }

        foreach (var list in context.Document.Lists)
        {
            if (list.LeadInBlock >= 0 && list.Items.Count >= 2 && list.Items.Count <= words.MostParts)
            {
                AddList(context, list, words);
            }
        }
    }

    private static void AddSentences(AnalysisContext context, TokenizedBlock block, CompositionWords words)
    {
        if (words.IsOverlapping(block))
        {
            return;
        }

        var mentions = new List<Mention>(4);
        foreach (var mention in block.Mentions)
        {
            if (mention.Fact is Percentage)
            {
                mentions.Add(mention);
            }
        }

        var before = new List<Mention>(mentions.Count);
        var here = new List<Mention>(mentions.Count);

        var next = 0;
        PartsOfWhole? pending = null;
        foreach (var sentence in block.Sentences)
        {
            if (here.Count == 0 || before.Count + here.Count > words.MostParts)
            {
                before.Clear();
            }

            before.AddRange(here);
            here.Clear();
            for (; next < mentions.Count && mentions[next].FirstToken < sentence.End.Value; next++)
            {
                here.Add(mentions[next]);
            }

            var found = here.Count > 0 && here.Count <= words.MostParts ? new SentenceReader(block, sentence, words).Read(before, here) : null;
            if (pending is not null && found?.Parts.Contains(pending.Parts[^1]) != true)
            {
                Add(context, block, pending);
            }

            pending = found;
        }

        if (pending is not null)
        {
            Add(context, block, pending);
        }
    }

    private static void Add(AnalysisContext context, TokenizedBlock block, PartsOfWhole found)
    {
        var (parts, wording) = found;
        var last = parts[^1];
        context.Facts.Add(new PhraseFact(FigureClaims.Composition, [Value.Of(parts.Take(parts.Count - 1).ToArray()), Value.Of(last), Value.Of(wording)])
        {
            Document = context.Document,
            Block = block.Block,
            Prose = last.Prose,
            Sentence = last.Sentence,
        });
    }

    /// <summary>A list with one percentage in each item, whose lead-in or last item says that it is all.</summary>
    private static void AddList(AnalysisContext context, ListBlock list, CompositionWords words)
    {
        var leadIn = context.Blocks[list.LeadInBlock];
        var parts = new List<Percentage>();
        TokenizedBlock? last = null;
        for (var i = list.LeadInBlock + 1; i < context.Blocks.Count && parts.Count < list.Items.Count; i++)
        {
            var block = context.Blocks[i];
            if (block.Block.List != list || block.Block.ItemIndex != parts.Count || words.IsOverlapping(block) || words.Blocks(block, 0, block.Tokens.Length) || OnlyPercentage(block) is not { } part)
            {
                return;
            }

            parts.Add(part);
            last = block;
        }

        if (last is null || parts.Count != list.Items.Count || words.IsOverlapping(leadIn) || words.Blocks(leadIn, 0, leadIn.Tokens.Length))
        {
            return;
        }

        var isClosed = words.Closes(last, 0, last.Tokens.Length);
        if (isClosed || words.Opens(leadIn, 0, leadIn.Tokens.Length) || words.Labels(leadIn, 0, leadIn.Tokens.Length))
        {
            Add(context, last, new(parts, isClosed ? "closed" : "opened"));
        }
    }

    /// <summary>The percentage of an item, where it has one and no other number that could be a part.</summary>
    private static Percentage? OnlyPercentage(TokenizedBlock block)
    {
        Percentage? only = null;
        foreach (var mention in block.Mentions)
        {
            if (mention.Fact is Percentage percentage)
            {
                if (only is not null || percentage.IsPoints || percentage.IsRangeEnd)
                {
                    return null;
                }

                only = percentage;
            }
        }

        return only;
    }
}
