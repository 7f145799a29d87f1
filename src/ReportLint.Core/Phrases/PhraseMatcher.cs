using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>A capture on the way, newest first.</summary>
internal sealed record PhraseCapture(int Slot, Value Value, PhraseCapture? Previous);

/// <summary>A phrase that matched a stretch of items.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Start">Its first item.</param>
/// <param name="End">The item behind its last.</param>
/// <param name="Captures">What it captured, newest first.</param>
internal readonly record struct PhraseMatch(Phrase Phrase, int Start, int End, PhraseCapture? Captures)
{
    public int CaptureCount
    {
        get
        {
            var count = 0;
            for (var capture = Captures; capture is not null; capture = capture.Previous)
            {
                count++;
            }

            return count;
        }
    }
}

/// <summary>Runs the automaton over the items of one block. Not thread-safe; reusable for the next block.</summary>
internal sealed class PhraseMatcher
{
    private readonly PhraseProgram _program;
    private readonly List<Thread>[] _ring;
    private readonly long[] _visited;
    private long _stamp;

    private readonly record struct Thread(int Code, int Start, PhraseCapture? Captures);

    public PhraseMatcher(PhraseProgram program)
    {
        _program = program;
        _visited = new long[program.Code.Length];
        _ring = new List<Thread>[PhraseProgram.MaximumStep + 1];
        for (var i = 0; i < _ring.Length; i++)
        {
            _ring[i] = [];
        }
    }

    /// <summary>Steps taken so far, as a measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>Adds the matches in a block, the longest for each phrase and start that captures most.</summary>
    public void Match(TokenizedBlock block, List<PhraseItem> items, List<PhraseMatch> matches)
    {
        var found = new Dictionary<(Phrase, int), PhraseMatch>();
        for (var at = 0; at <= items.Count; at++)
        {
            var threads = _ring[at % _ring.Length];
            _stamp++;
            for (var i = 0; i < threads.Count; i++)
            {
                Step(block, items, at, threads[i], found);
            }

            threads.Clear();
            if (at < items.Count)
            {
                Start(block, items, at, found);
            }
        }

        foreach (var list in _ring)
        {
            list.Clear();
        }

        matches.AddRange(found.Values);
    }

    private void Start(TokenizedBlock block, List<PhraseItem> items, int at, Dictionary<(Phrase, int), PhraseMatch> found)
    {
        var item = items[at];
        var starts = item.Fact is { } fact ? _program.StartsAt(fact.Type) : _program.StartsAt(item.Word);
        for (var i = 0; i < starts.Count; i++)
        {
            Step(block, items, at, new(starts[i], at, null), found);
        }
    }

    /// <summary>Follows a thread to the instructions that consume, and lets each of them try the item.</summary>
    private void Step(TokenizedBlock block, List<PhraseItem> items, int at, Thread thread, Dictionary<(Phrase, int), PhraseMatch> found)
    {
        if (_visited[thread.Code] == _stamp)
        {
            return;
        }

        _visited[thread.Code] = _stamp;
        Work++;
        var instruction = _program.Code[thread.Code];
        switch (instruction.Op)
        {
            case PhraseOp.Split:
                Step(block, items, at, thread with { Code = instruction.A }, found);
                Step(block, items, at, thread with { Code = instruction.B }, found);
                return;
            case PhraseOp.Jump:
                Step(block, items, at, thread with { Code = instruction.A }, found);
                return;
            case PhraseOp.Accept:
                var match = new PhraseMatch(_program.Phrases[instruction.A], thread.Start, at, thread.Captures);
                var key = (match.Phrase, match.Start);
                if (!found.TryGetValue(key, out var known) || match.CaptureCount >= known.CaptureCount)
                {
                    found[key] = match;
                }

                return;
        }

        if (at >= items.Count)
        {
            return;
        }

        var item = items[at];
        switch (instruction.Op)
        {
            case PhraseOp.Word when item.Word == instruction.A && item.Fact is null:
            case PhraseOp.Any when item.IsPassable:
            case PhraseOp.Noun when item.IsNoun || item.Fact is NumericFact { IsCompound: true }:
            case PhraseOp.SentenceEnd when item.IsBoundary:
                Advance(at + 1, thread);
                break;
            case PhraseOp.Fact when item.Fact is { } fact && NumericFact.Fits(fact, instruction.Type!):
                Advance(at + 1, instruction.Slot < 0 ? thread : thread with { Captures = new(instruction.Slot, Value.Of(fact), thread.Captures) });
                break;
            case PhraseOp.Lexicon when item.Fact is null && item.Word != 0:
                var entry = instruction.Lexicon!.Match(block.Tokens, item.FirstToken);
                if (entry.Length is > 0 and < PhraseProgram.MaximumStep && at + entry.Length <= items.Count)
                {
                    Advance(at + entry.Length, instruction.Slot < 0 ? thread : thread with { Captures = new(instruction.Slot, Value.Of(entry.Meaning), thread.Captures) });
                }

                break;
        }
    }

    private void Advance(int to, Thread thread) => _ring[to % _ring.Length].Add(thread with { Code = thread.Code + 1 });
}
