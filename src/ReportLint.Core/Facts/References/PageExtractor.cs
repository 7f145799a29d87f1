using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds what lengths of works the text states, and which mentions of pages belong to them: those behind a length in its block up to the next
/// work, and those anywhere where the document states one length only. Words are in <c>lexicon/page-count-words.yml</c>.
/// </summary>
public sealed class PageExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [PageCount.FactType, PageReference.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var mentions = context.Facts.OfType(CrossReference.FactType).Cast<CrossReference>().Where(static r => r.Kind == "page").ToLookup(static r => r.Block);
        if (mentions.Count == 0)
        {
            return;
        }

        var counts = FindCounts(context);
        if (counts.Count == 0)
        {
            return;
        }

        foreach (var count in counts)
        {
            context.Facts.Add(count);
        }

        // A length of the document's own subject reaches over all of it, where there is no other.
        var general = counts.Where(static c => !c.IsBibliographic).ToArray();
        var only = general.Length > 0 && general.All(c => c.Pages == general[0].Pages) ? general[0] : null;
        var byBlock = counts.ToLookup(static c => c.Block);
        foreach (var block in context.Document.Blocks)
        {
            foreach (var mention in mentions[block].GroupBy(static m => m.Prose))
            {
                AddReference(context, block, mention, byBlock[block], only);
            }
        }
    }

    private static void AddReference(AnalysisContext context, Block block, IGrouping<TextSpan, CrossReference> mention, IEnumerable<PageCount> counts, PageCount? only)
    {
        var last = mention.Last();
        if (last.IsElsewhere || !int.TryParse(last.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return;
        }

        var before = counts.LastOrDefault(c => c.Prose.End <= last.Prose.Start);
        var length = before is not null && (before == only || !HasWorkBetween(block, before.Prose.End, last.Prose.Start)) ? before
            : block.Kind == BlockKind.FootnoteText ? null
            : only;
        if (length is null)
        {
            return;
        }

        context.Facts.Add(new PageReference
        {
            Document = context.Document,
            Block = block,
            Prose = last.Prose,
            Sentence = last.Sentence,
            Page = page,
            Length = length,
        });
    }

    /// <summary>A title in italics or quotation marks between two places begins another work.</summary>
    private static bool HasWorkBetween(Block block, int start, int end)
    {
        foreach (var mark in block.Marks)
        {
            if (mark.Kind == MarkKind.Emphasis && mark.Prose.Start >= start && mark.Prose.Start < end)
            {
                return true;
            }
        }

        return block.Prose.Text.AsSpan(start, end - start).ContainsAny('“', '‘', '"');
    }

    private static List<PageCount> FindCounts(AnalysisContext context)
    {
        var words = context.Knowledge.Lexicon("page-count-words");
        var counts = new List<PageCount>();
        foreach (var block in context.Blocks)
        {
            for (var i = 1; i < block.Tokens.Length; i++)
            {
                var (length, meaning) = words.Match(block.Tokens, i);
                if (meaning is "page" or "pages" or "bibliography" && Read(context, block, i, i + length, meaning) is { } count)
                {
                    counts.Add(count);
                }
            }
        }

        return counts;

        PageCount? Read(AnalysisContext context, TokenizedBlock block, int at, int end, string meaning)
        {
            var isCompound = block.TextOf(block.Tokens[at - 1]) is "-" or "‑" && !block.Tokens[at].SpaceBefore;
            var number = isCompound ? at - 2 : at - 1;
            if (number < 0 || isCompound != (meaning == "page") || NumberAt(block, number) is not { } pages || pages < 2 || (number > 0 && IsStopped(block, number)))
            {
                return null;
            }

            // "186 pp." but not "vol. 3, 186 pp. 4–9"; "of 24 pages" but not "the last 24 pages".
            if ((meaning == "bibliography" && end + 1 < block.Tokens.Length && block.Tokens[end].Kind == TokenKind.Number) ||
                (meaning == "pages" && (number == 0 || (words.Match(block.Tokens, number - 1).Meaning != "before" && !FillsBrackets(block, number - 1, end)))))
            {
                return null;
            }

            return new PageCount
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(number, end),
                Sentence = block.SentenceOf(number),
                Pages = pages,
                IsBibliographic = meaning == "bibliography",
            };
        }

        bool IsStopped(TokenizedBlock block, int number) => words.Match(block.Tokens, number - 1).Meaning is "bibliography" or "stop";
    }

    /// <summary><c>(2004, 96 pages)</c>, <c>(96 pages)</c>.</summary>
    private static bool FillsBrackets(TokenizedBlock block, int before, int end)
    {
        var text = block.Block.Prose.Text;
        return end < block.Tokens.Length && text[block.Tokens[end].Start] == ')' && text[block.Tokens[before].Start] is '(' or ',';
    }

    private static int? NumberAt(TokenizedBlock block, int at) =>
        block.Tokens[at].Kind == TokenKind.Number && int.TryParse(block.TextOf(block.Tokens[at]), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number < 20000
            ? number
            : null;
}
