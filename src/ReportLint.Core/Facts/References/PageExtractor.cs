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
    /// <summary>The title of a document and what is said of it stand in its first blocks, up to this index.</summary>
    private const int LastTitleBlock = 3;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [PageCount.FactType, PageReference.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (!HasPages(context))
        {
            return;
        }

        var mentions = context.Facts.OfType(CrossReference.FactType).Cast<CrossReference>().Where(static r => r.Kind == "page").ToLookup(static r => r.Block);
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
        only ??= counts.Count == 1 && HasOneTitle(context.Document) ? counts[0] : null;
        var byBlock = counts.GroupBy(static c => c.Block).ToDictionary(static g => g.Key, static g => g.ToArray());
        var works = new WorkNouns(context);
        foreach (var block in context.Document.Blocks)
        {
            foreach (var mention in mentions[block].GroupBy(static m => m.Prose))
            {
                AddReference(context, works, mention, byBlock.GetValueOrDefault(block, []), only);
            }
        }
    }

    private static bool HasPages(AnalysisContext context)
    {
        foreach (var fact in context.Facts.SpanOfType(CrossReference.FactType))
        {
            if (fact is CrossReference { Kind: "page" })
            {
                return true;
            }
        }

        return false;
    }

    private static void AddReference(AnalysisContext context, WorkNouns works, IGrouping<TextSpan, CrossReference> mention, PageCount[] counts, PageCount? only)
    {
        var last = mention.Last();
        var block = last.Block;
        if (!int.TryParse(last.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return;
        }

        var before = LastBefore(counts, last.Prose.Start);
        var length = before is not null && (before == only || !HasWorkBetween(block, before.Prose.End, last.Prose.Start)) ? (works.HasVolumeBetween(before, last) ? null : before)
            : block.Kind == BlockKind.FootnoteText || HasWorkBetween(block, 0, last.Prose.Start) ? null
            : only is not null && works.HasAnotherBefore(last, only) ? null
            : only;
        if (length is null || (last.IsElsewhere && !(works.NamedBehind(last) is { } noun && works.Speaks(length, noun))))
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

    /// <summary>True where one work at most is named in the whole document: the length of a work in a list of works is that of none but it.</summary>
    private static bool HasOneTitle(ReportDocument document)
    {
        string? title = null;
        foreach (var block in document.Blocks)
        {
            foreach (var mark in block.InlineMarks ?? [])
            {
                if (mark.Kind != MarkKind.Emphasis)
                {
                    continue;
                }

                var text = block.Prose.Text.Substring(mark.Prose.Start, mark.Prose.Length);
                if (title is not null && title != text)
                {
                    return false;
                }

                title = text;
            }
        }

        return title is not null;
    }

    /// <summary>The last of the lengths of a block, which stand in order, that ends before a place.</summary>
    private static PageCount? LastBefore(PageCount[] counts, int place) =>
        Sorted.First(counts.Length, i => counts[i].Prose.End > place) is > 0 and var behind ? counts[behind - 1] : null;

    /// <summary>A title in italics or quotation marks between two places begins another work.</summary>
    private static bool HasWorkBetween(Block block, int start, int end)
    {
        foreach (var mark in block.InlineMarks ?? [])
        {
            if (mark.Kind == MarkKind.Emphasis && mark.Prose.Start >= start && mark.Prose.End <= end)
            {
                return true;
            }
        }

        return block.Prose.Text.AsSpan(start, end - start).ContainsAny('“', '‘', '"');
    }

    private static List<PageCount> FindCounts(AnalysisContext context)
    {
        var words = context.Knowledge.Lexicon("page-count-words");
        var works = context.Knowledge.Lexicon("work-nouns");
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
            var written = number < 0 ? null : NumberAt(block, number) ?? NumberInWords(block, ref number);
            if (isCompound != (meaning == "page") || written is not { } pages || pages < 2 || (number > 0 && IsStopped(block, number)))
            {
                return null;
            }

            // "186 pp." but not "vol. 3, 186 pp. 4–9"; "of 24 pages" but not "the last 24 pages".
            if ((meaning == "bibliography" && end + 1 < block.Tokens.Length && block.Tokens[end].Kind == TokenKind.Number) ||
                (meaning == "pages" && (number == 0 || (words.Match(block.Tokens, number - 1).Meaning != "before" && !FillsBrackets(block, number - 1, end) && !(FillsSentence(block, number, end) && NamesWork(block, number))))))
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

        bool NamesWork(TokenizedBlock block, int end)
        {
            for (var i = 0; i < end; i++)
            {
                if (works.Match(block.Tokens, i).Length > 0)
                {
                    return true;
                }
            }

            return false;
        }

        bool IsStopped(TokenizedBlock block, int number) => words.Match(block.Tokens, number - 1).Meaning is "bibliography" or "stop";
    }

    /// <summary><c>Handbook for bell-ringers. 36 pages.</c>: a sentence of its own, behind a title.</summary>
    private static bool FillsSentence(TokenizedBlock block, int number, int end)
    {
        var sentence = block.Sentences[block.SentenceOf(number) - block.FirstSentence];
        return sentence.Start.Value == number && number > 0 && block.Block.Index <= LastTitleBlock && (end == sentence.End.Value || (end + 1 == sentence.End.Value && block.Tokens[end].Kind == TokenKind.Mark));
    }

    /// <summary><c>(2004, 96 pages)</c>, <c>(96 pages)</c>.</summary>
    private static bool FillsBrackets(TokenizedBlock block, int before, int end)
    {
        var text = block.Block.Prose.Text;
        return end < block.Tokens.Length && text[block.Tokens[end].Start] == ')' && text[block.Tokens[before].Start] is '(' or ',';
    }

    /// <summary>A number in words that ends at a token; the token becomes the one that it begins at.</summary>
    private static int? NumberInWords(TokenizedBlock block, ref int at)
    {
        if (block.MentionAt(at) is not Quantity { InWords: true } number || number.Nominal != Math.Floor(number.Nominal) || number.Nominal is < 2 or > 2000)
        {
            return null;
        }

        while (at > 0 && ReferenceEquals(block.MentionAt(at - 1), number))
        {
            at--;
        }

        return (int)number.Nominal;
    }

    /// <summary>The nouns by which a text speaks of works, <c>lexicon/work-nouns.yml</c>.</summary>
    private sealed class WorkNouns(AnalysisContext context)
    {
        private readonly Knowledge.Lexicon _works = context.Knowledge.Lexicon("work-nouns");
        private readonly Knowledge.Lexicon _owners = context.Knowledge.Lexicon("reference-owners");
        private readonly Knowledge.Lexicon _definite = context.Knowledge.Lexicon("definite-words");
        private readonly Knowledge.Lexicon _volumes = context.Knowledge.Lexicon("volume-words");

        // Of the block that was asked about last.
        private (TokenizedBlock? Block, SpanIndex Places) _volumesIn = (null, new([]));
        private (TokenizedBlock? Block, PageCount? Length, SpanIndex Places) _othersIn = (null, null, new([]));

        private SpanIndex Places(TokenizedBlock block, Func<int, bool> isOne)
        {
            var places = new List<TextSpan>();
            for (var at = 0; at < block.Tokens.Length; at++)
            {
                if (isOne(at))
                {
                    places.Add(block.Tokens[at].Span);
                }
            }

            context.Work += block.Tokens.Length;
            return new(places);
        }

        /// <summary>True where a volume is named between a length and a page: it may be another than the one whose length it is.</summary>
        public bool HasVolumeBetween(PageCount length, CrossReference page)
        {
            var block = context.Blocks[page.Block.Index];
            if (_volumesIn.Block != block)
            {
                _volumesIn = (block, Places(block, at => _volumes.Match(block.Tokens, at).Length > 0));
            }

            return _volumesIn.Places.OverlapWith(TextSpan.FromBounds(length.Prose.End, page.Prose.Start));
        }

        /// <summary>True where the text before a page speaks of a work that is not the one whose length stands elsewhere: <c>The hymns are in the blue book</c>.</summary>
        public bool HasAnotherBefore(CrossReference page, PageCount length)
        {
            var block = context.Blocks[page.Block.Index];
            if (_othersIn.Block != block || _othersIn.Length != length)
            {
                var spoken = new Dictionary<string, bool>(StringComparer.Ordinal);
                _othersIn = (block, length, Places(block, at => _works.Match(block.Tokens, at).Length == 1 && !IsSpoken(NounPhrase.Singular(block.TextOf(block.Tokens[at])))));
                bool IsSpoken(string noun) => spoken.TryGetValue(noun, out var speaks) ? speaks : spoken[noun] = Speaks(length, noun);
            }

            return page.Prose.Start > 0 && _othersIn.Places.OverlapWith(TextSpan.FromBounds(0, page.Prose.Start));
        }

        /// <summary>The noun of <c>page 31 of the booklet</c>; null where another work, or none, is named behind.</summary>
        public string? NamedBehind(CrossReference page)
        {
            var block = context.Blocks[page.Block.Index];
            var at = block.FirstTokenFrom(page.Prose.End);
            return at + 2 < block.Tokens.Length && block.TextOf(block.Tokens[at]) is "of" && _definite.Match(block.Tokens, at + 1).Length == 1 && _works.Match(block.Tokens, at + 2).Length == 1 &&
                !(at + 3 < block.Tokens.Length && (block.Tokens[at + 3].Capital || _owners.Match(block.Tokens, at + 3).Length > 0))
                ? NounPhrase.Singular(block.TextOf(block.Tokens[at + 2]))
                : null;
        }

        /// <summary>True where the sentence of a length speaks of the work by this noun, or by none.</summary>
        public bool Speaks(PageCount length, string noun)
        {
            var block = context.Blocks[length.Block.Index];
            var sentence = block.Sentences[length.Sentence - block.FirstSentence];
            var speaks = true;
            for (var i = sentence.Start.Value; i < sentence.End.Value; i++)
            {
                if (_works.Match(block.Tokens, i).Length == 1)
                {
                    if (NounPhrase.Singular(block.TextOf(block.Tokens[i])) == noun)
                    {
                        return true;
                    }

                    speaks = false;
                }
            }

            return speaks;
        }
    }

    private static int? NumberAt(TokenizedBlock block, int at) =>
        block.Tokens[at].Kind == TokenKind.Number && int.TryParse(block.TextOf(block.Tokens[at]), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number < 20000
            ? number
            : null;
}
