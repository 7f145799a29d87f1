using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Completes matches with what they gather. Most come to nothing, so what they need is kept in lists that the next match uses again. Not thread-safe.</summary>
internal sealed class MatchCompleter(AnalysisContext context, PartSites sites)
{
    private readonly PartGatherer _gatherer = new(context.Knowledge, sites);
    private readonly PairFinder _pairs = new(context.Knowledge);
    private readonly List<Fact> _operands = new(16);
    private readonly List<Fact> _parts = new(16);
    private readonly List<Fact> _gathered = new(16);
    private Value[] _room = new Value[32];

    // Those of this block come first; the others are kept for the next.
    private readonly List<MatchCandidate> _candidates = new(16);
    private int _used;

    /// <summary>Begins with another block; the candidates of the one before are of no more use.</summary>
    public void Begin() => _used = 0;

    /// <summary>Gathers what a match asks for, and refuses it where that is too little or words say that it is none.</summary>
    /// <returns>The match with all that it captured and gathered, or null.</returns>
    public MatchCandidate? Complete(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, in PhraseMatch match)
    {
        var file = match.Phrase.File;
        var slotCount = file.Yields.Properties.Count - CommonProperties.All.Count;
        if (_room.Length < slotCount)
        {
            _room = new Value[slotCount];
        }

        var slots = _room.AsSpan(0, slotCount);
        slots.Clear();
        _operands.Clear();
        _gathered.Clear();
        foreach (var (slot, value) in file.Constants)
        {
            slots[slot] = value;
        }

        // Captures come newest first, and the oldest of one slot counts.
        PhraseCapture? claim = null;
        for (var capture = match.Captures; capture is not null; capture = capture.Previous)
        {
            slots[capture.Slot] = capture.Value;
            claim = capture.Value.Kind == ValueKind.Text ? capture : claim;
            if (capture.Value.Fact is { } fact)
            {
                _operands.Add(fact);
            }
        }

        _operands.Reverse();
        var first = match.Phrase.GatherAfter is { } list ? slots[list.Slot].Fact : null;
        if (first is not null)
        {
            _operands.Remove(first);
        }

        var (windowStart, windowEnd) = (match.Start, match.End);
        if (match.Phrase.GatherAfter is { } after)
        {
            windowEnd = SentenceEnd(items, items[match.End - 1].IsBoundary ? match.End : match.End - 1, file.Window.Sentences);
            context.Work += windowEnd - match.End;
            if (!Gather(block, items, match.End, windowEnd, after, file, first, fromStart: true))
            {
                return null;
            }
        }

        if (match.Phrase.GatherBefore is { } before)
        {
            windowStart = SentenceStart(items, match.Start, file.Window.Sentences);
            context.Work += match.Start - windowStart;
            if (!Gather(block, items, windowStart, match.Start, before, file, null, fromStart: false))
            {
                return null;
            }
        }

        if (file.Pair is { } pair)
        {
            if (_pairs.Find(block, items, match, pair) is not { } found)
            {
                return null;
            }

            context.Work += found.EndItem - found.FirstItem;
            (windowStart, windowEnd) = (Math.Min(windowStart, found.FirstItem), Math.Max(windowEnd, found.EndItem));
            slots[pair.FirstSlot] = Value.Of(found.First);
            _operands.Insert(0, found.First);
            if (found.Second is { } second)
            {
                slots[pair.SecondSlot] = Value.Of(second);
                _operands.Insert(1, second);
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

        var parts = _gathered.Count > 0 ? _gathered : _operands;
        if (file.Needs is { } needs && !IsTrue(block, items, match.Start, windowEnd, from, to, needs, parts))
        {
            return null;
        }

        if (file.ClaimSlot >= 0 && claim is not null)
        {
            slots[file.ClaimSlot] = Value.Of(PieceAt(block, items, claim));
        }

        foreach (var amendment in file.Amendments)
        {
            if (IsTrue(block, items, match.Start, windowEnd, from, to, amendment, parts))
            {
                foreach (var (slot, value) in amendment.Constants)
                {
                    slots[slot] = value;
                }
            }
        }

        var prose = block.SpanOf(items[match.Start].FirstToken, Math.Max(items[match.Start].FirstToken + 1, items[match.End - 1].EndToken));
        foreach (var operand in _operands)
        {
            prose = operand.Block == block.Block ? prose.Union(operand.Prose) : prose;
        }

        if (_used == _candidates.Count)
        {
            _candidates.Add(new());
        }

        var candidate = _candidates[_used++];
        candidate.Set(match, slots, _operands, prose, file.Window.FitSlot >= 0 && PartGatherer.AddsUp(slots, file.Window.FitSlot));
        return candidate;
    }

    private bool Gather(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int from, int to, GatherNode node, PhraseFile file, Fact? first, bool fromStart)
    {
        _parts.Clear();
        if (!_gatherer.Gather(block, items, from, to, node.Type, file, _room, _operands, first, fromStart, _parts))
        {
            return false;
        }

        _room[node.Slot] = Value.Of(_parts);
        _operands.AddRange(_parts);
        _gathered.AddRange(_parts);
        return true;
    }

    private Piece PieceAt(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, PhraseCapture capture) => new()
    {
        Document = context.Document,
        Block = block.Block,
        Prose = block.SpanOf(items[capture.At].FirstToken, items[capture.At + capture.Length - 1].EndToken),
        Sentence = block.SentenceOf(items[capture.At].FirstToken),
    };

    /// <summary>True where the words of an amendment stand where they must: in the tokens of the window, or beside an operand among its items.</summary>
    private static bool IsTrue(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int firstItem, int endItem, int from, int to, PhraseAmendment amendment, List<Fact> operands) =>
        amendment.Place == PhraseAmendmentPlace.Window ? Contains(block, amendment.Words, from, to)
            : amendment.Place == PhraseAmendmentPlace.Around ? ContainsAround(block, amendment.Words, from, to)
            : StandsBesideAny(block, items, firstItem, endItem, amendment, operands);

    /// <summary>True where an amendment's words stand right before, or right behind, one of the operands among the items of a window.</summary>
    private static bool StandsBesideAny(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int from, int to, PhraseAmendment amendment, List<Fact> operands)
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
}
