using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Phrases;

/// <summary>Turns the phrases' matches into facts: gathers, silences, and decides between overlapping matches.</summary>
internal sealed class PhraseExtractor(PhraseProgram program) : IFactExtractor
{
    /// <summary>The phrases and their automaton.</summary>
    public PhraseProgram Program { get; } = program;

    // A matcher has a place for each instruction: one for each thread serves all documents.
    private readonly System.Collections.Concurrent.ConcurrentBag<PhraseMatcher> _matchers = [];

    internal const string TooMuchWork = "The numbers of the document could be taken together in too many ways, so no rule was run.";

    public IReadOnlyList<FactType> Types { get; } = [.. program.Phrases.Select(static p => p.File.Yields).Distinct()];

    public void Extract(AnalysisContext context)
    {
        var nonNouns = context.Knowledge.Lexicon("non-nouns");
        var gatherer = new PartGatherer(context.Knowledge);
        var pairs = new PairFinder(context.Knowledge);
        var matcher = _matchers.TryTake(out var used) ? used : new PhraseMatcher(Program);
        var limits = context.Knowledge.Settings("limits");
        var most = (long)limits.Get("work_per_document", 30_000_000) + ((long)limits.Get("work_per_token", 60) * context.Blocks.TokenCount);
        var before = matcher.Work;
        matcher.MostWork = before + Math.Max(0, most - context.Work);
        var room = new PhraseItem[256];
        var matches = new List<PhraseMatch>(16);
        foreach (var block in context.Blocks)
        {
            if (block.Tokens.Length < 2 || !block.HasMentions)
            {
                continue;
            }

            var items = PhraseItem.Fill(block, nonNouns, ref room);
            matches.Clear();
            matcher.Match(block, nonNouns, items, matches);
            if (matches.Count > 0)
            {
                AddFacts(context, block, items, matches, gatherer, pairs, most);
            }
        }

        context.Work += matcher.Work - before;
        _matchers.Add(matcher);
    }

    private static void AddFacts(AnalysisContext context, TokenizedBlock block, ReadOnlySpan<PhraseItem> items, List<PhraseMatch> matches, PartGatherer gatherer, PairFinder pairs, long mostWork)
    {
        var candidates = new List<Candidate>();
        foreach (var match in matches)
        {
            if (context.Work > mostWork)
            {
                throw new LimitExceededException(TooMuchWork);
            }

            if (Complete(context, block, items, match, gatherer, pairs) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        candidates.Sort(static (a, b) => a.CompareTo(b));
        var taken = new HashSet<(FactType, Fact)>();
        foreach (var candidate in candidates)
        {
            var type = candidate.Match.Phrase.File.Yields;
            if (candidate.HasTaken(taken, type) && !candidate.SharesOnlyAsOther(taken, type))
            {
                continue;
            }

            foreach (var operand in candidate.Operands)
            {
                taken.Add((type, operand));
            }

            context.Facts.Add(new PhraseFact(type, candidate.Slots)
            {
                Time = context.Time,
                Document = context.Document,
                Block = block.Block,
                Prose = candidate.Prose,
                Sentence = block.SentenceOf(Math.Min(items[candidate.Match.Start].FirstToken, Math.Max(0, block.Tokens.Length - 1))),
            });
        }
    }

    private static Candidate? Complete(AnalysisContext context, TokenizedBlock block, ReadOnlySpan<PhraseItem> items, PhraseMatch match, PartGatherer gatherer, PairFinder pairs)
    {
        var file = match.Phrase.File;
        var slots = new Value[file.Yields.Properties.Count - CommonProperties.All.Count];
        var operands = new List<Fact>(4);
        foreach (var (slot, value) in file.Constants)
        {
            slots[slot] = value;
        }

        for (var capture = match.Captures; capture is not null; capture = capture.Previous)
        {
            slots[capture.Slot] = capture.Value;
            if (file.ClaimSlot >= 0 && capture.Value.Kind == ValueKind.Text)
            {
                slots[file.ClaimSlot] = Value.Of(PieceAt(context, block, items, capture));
            }

            if (capture.Value.Fact is { } fact)
            {
                operands.Add(fact);
            }
        }

        operands.Reverse();
        IReadOnlyList<Fact> gathered = [];
        var first = match.Phrase.GatherAfter is { } list ? slots[list.Slot].Fact : null;
        if (first is not null)
        {
            operands.Remove(first);
        }

        var (windowStart, windowEnd) = (match.Start, match.End);
        if (match.Phrase.GatherAfter is { } after)
        {
            windowEnd = SentenceEnd(items, items[match.End - 1].IsBoundary ? match.End : match.End - 1, file.Window.Sentences);
            context.Work += windowEnd - match.End;
            var parts = gatherer.Gather(block, items, match.End, windowEnd, after.Type, file, slots, operands, first, fromStart: true);
            if (parts.Count < file.Window.LeastParts)
            {
                return null;
            }

            slots[after.Slot] = Value.Of(parts);
            operands.AddRange(parts);
            gathered = gathered.Count == 0 ? parts : [.. gathered, .. parts];
        }

        if (match.Phrase.GatherBefore is { } before)
        {
            windowStart = SentenceStart(items, match.Start, file.Window.Sentences);
            context.Work += match.Start - windowStart;
            var parts = gatherer.Gather(block, items, windowStart, match.Start, before.Type, file, slots, operands, null, fromStart: false);
            if (parts.Count < file.Window.LeastParts)
            {
                return null;
            }

            slots[before.Slot] = Value.Of(parts);
            operands.AddRange(parts);
            gathered = gathered.Count == 0 ? parts : [.. gathered, .. parts];
        }

        if (file.Pair is { } pair)
        {
            if (pairs.Find(block, items, match, pair) is not { } found)
            {
                return null;
            }

            context.Work += found.EndItem - found.FirstItem;
            (windowStart, windowEnd) = (Math.Min(windowStart, found.FirstItem), Math.Max(windowEnd, found.EndItem));
            slots[pair.FirstSlot] = Value.Of(found.First);
            operands.Insert(0, found.First);
            if (found.Second is { } second)
            {
                slots[pair.SecondSlot] = Value.Of(second);
                operands.Insert(1, second);
            }
        }

        var firstSentence = items[windowStart].Sentence;
        var lastSentence = items[Math.Max(windowStart, Math.Min(windowEnd, items.Length) - 1)].Sentence;
        var from = Math.Max(block.Sentences[firstSentence].Start.Value, items[windowStart].FirstToken - MaximumWindow);
        var to = Math.Min(block.Sentences[lastSentence].End.Value, items[match.End - 1].EndToken + MaximumWindow);
        context.Work += to - from;
        if (file.Unless is { } unless && Contains(block, unless, from, to))
        {
            return null;
        }

        if (file.UnlessAround is { } around && ContainsAround(block, around, from, to))
        {
            return null;
        }

        if (file.Needs is { } needs && !IsTrue(block, items, match.Start, windowEnd, from, to, needs, gathered.Count > 0 ? gathered : operands))
        {
            return null;
        }

        foreach (var amendment in file.Amendments)
        {
            if (IsTrue(block, items, match.Start, windowEnd, from, to, amendment, gathered.Count > 0 ? gathered : operands))
            {
                foreach (var (slot, value) in amendment.Constants)
                {
                    slots[slot] = value;
                }
            }
        }

        var prose = block.SpanOf(items[match.Start].FirstToken, Math.Max(items[match.Start].FirstToken + 1, items[match.End - 1].EndToken));
        foreach (var operand in operands)
        {
            prose = operand.Block == block.Block ? prose.Union(operand.Prose) : prose;
        }

        return new Candidate(match, slots, operands, prose, file.Window.FitSlot >= 0 && PartGatherer.AddsUp(slots, file.Window.FitSlot));
    }

    private static Piece PieceAt(AnalysisContext context, TokenizedBlock block, ReadOnlySpan<PhraseItem> items, PhraseCapture capture) => new()
    {
        Document = context.Document,
        Block = block.Block,
        Prose = block.SpanOf(items[capture.At].FirstToken, items[capture.At + capture.Length - 1].EndToken),
        Sentence = block.SentenceOf(items[capture.At].FirstToken),
    };

    /// <summary>True where the words of an amendment stand where they must: in the tokens of the window, or beside an operand among its items.</summary>
    private static bool IsTrue(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int firstItem, int endItem, int from, int to, PhraseAmendment amendment, IReadOnlyList<Fact> operands) =>
        amendment.Place == PhraseAmendmentPlace.Window ? Contains(block, amendment.Words, from, to)
            : amendment.Place == PhraseAmendmentPlace.Around ? ContainsAround(block, amendment.Words, from, to)
            : StandsBesideAny(block, items, firstItem, endItem, amendment, operands);

    /// <summary>True where an amendment's words stand right before, or right behind, one of the operands among the items of a window.</summary>
    private static bool StandsBesideAny(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int from, int to, PhraseAmendment amendment, IReadOnlyList<Fact> operands)
    {
        for (var i = from; i < to && i < items.Length; i++)
        {
            if (items[i].Fact is not { } fact || !operands.Contains(fact))
            {
                continue;
            }

            if (amendment.Place == PhraseAmendmentPlace.AfterPart)
            {
                if (amendment.Words.Match(block.Tokens, items[i].EndToken) is { Length: > 0, Meaning: not Harmless })
                {
                    return true;
                }

                continue;
            }

            for (var back = 1; back <= 3 && back <= items[i].FirstToken; back++)
            {
                if (amendment.Words.Match(block.Tokens, items[i].FirstToken - back) is { Length: > 0, Meaning: not Harmless } found && found.Length == back)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How far to either side of the window its surroundings reach, in tokens.</summary>
    private const int Around = 100;

    /// <summary>Longest window in items: a sentence without an end must not make the work grow with its square.</summary>
    private const int MaximumWindow = 200;

    private static bool ContainsAround(TokenizedBlock block, Lexicon words, int from, int to) =>
        Contains(block, words, Math.Max(0, from - Around), Math.Min(block.Tokens.Length, to + Around));

    private static bool Contains(TokenizedBlock block, Lexicon words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var (length, meaning) = words.Match(block.Tokens, i);
            if (length > 0 && meaning != Harmless)
            {
                return true;
            }

            i += Math.Max(length, 1) - 1;
        }

        return false;
    }

    /// <summary>The meaning of an entry that is no silencer, though it begins or ends like one.</summary>
    private const string Harmless = "harmless";

    /// <summary>The item behind the window that begins in the sentence of an item and reaches over some sentences.</summary>
    private static int SentenceEnd(ReadOnlySpan<PhraseItem> items, int at, int sentences)
    {
        if (at >= items.Length)
        {
            return items.Length;
        }

        var last = items[at].Sentence + sentences - 1;
        var end = at;
        while (end < items.Length && end - at < MaximumWindow && items[end].Sentence <= last)
        {
            end++;
        }

        return end;
    }

    private static int SentenceStart(ReadOnlySpan<PhraseItem> items, int at, int sentences)
    {
        var first = items[at].Sentence - sentences + 1;
        var start = at;
        while (start > 0 && at - start < MaximumWindow && items[start - 1].Sentence >= first)
        {
            start--;
        }

        return start;
    }

    /// <summary>A match with everything that it captured and gathered.</summary>
    private sealed record Candidate(PhraseMatch Match, Value[] Slots, List<Fact> Operands, TextSpan Prose, bool IsFitting) : IComparable<Candidate>
    {
        /// <summary>Files that come first, and last those that come last, then parts that add up, then most captures, then the longest, then file order, then place.</summary>
        public int CompareTo(Candidate? other)
        {
            if (other is null)
            {
                return -1;
            }

            var order = other.Match.Phrase.File.ComesFirst.CompareTo(Match.Phrase.File.ComesFirst);
            order = order != 0 ? order : Match.Phrase.File.ComesLast.CompareTo(other.Match.Phrase.File.ComesLast);
            order = order != 0 ? order : other.IsFitting.CompareTo(IsFitting);
            order = order != 0 ? order : other.Operands.Count.CompareTo(Operands.Count);
            order = order != 0 ? order : other.Prose.Length.CompareTo(Prose.Length);
            order = order != 0 ? order : Match.Phrase.File.Order.CompareTo(other.Match.Phrase.File.Order);
            order = order != 0 ? order : Match.Phrase.Order.CompareTo(other.Match.Phrase.Order);
            return order != 0 ? order : Match.Start.CompareTo(other.Match.Start);
        }

        /// <summary>True where one of its numbers is taken.</summary>
        public bool HasTaken(HashSet<(FactType, Fact)> taken, FactType type)
        {
            foreach (var operand in Operands)
            {
                if (taken.Contains((type, operand)))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>One number may be a part here and the whole there: sharing just one operand, in the first place of one of them, is fair.</summary>
        public bool SharesOnlyAsOther(HashSet<(FactType, Fact)> taken, FactType type) =>
            Match.Phrase.GatherAfter is not null && Operands.Count > 0 && taken.Contains((type, Operands[0])) &&
            !Operands.Skip(1).Any(operand => taken.Contains((type, operand)));
    }
}
