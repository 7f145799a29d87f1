using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>A capture on the way, newest first.</summary>
/// <param name="Slot">The slot that it fills.</param>
/// <param name="Value">What it fills it with.</param>
/// <param name="At">The item at which it begins.</param>
/// <param name="Length">How many items it steps over.</param>
/// <param name="Previous">The capture before it, or null.</param>
internal sealed record PhraseCapture(int Slot, Value Value, int At, int Length, PhraseCapture? Previous);

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
    /// <summary>A power of two above the longest step.</summary>
    private const int RingSize = 2 * PhraseProgram.MaximumStep;

    /// <summary>Steps that a beginning comes to where all text is numbers; in reports, which have one for two items, it is seven. Where there are more than the work allows, they need not be kept to know it.</summary>
    private const int StepsOfStart = 40;

    private readonly PhraseProgram _program;
    private Knowledge.Lexicon _nonNouns = new("");
    private readonly List<Thread>[] _ring;
    private readonly int[] _visited;
    private readonly Dictionary<(int Phrase, int Start), PhraseMatch> _found = [];

    // Where phrases may begin, the last first: the item, and the first instruction.
    private readonly List<long> _starts = [];
    private readonly ulong[] _outlineState;
    private int _stamp;

    // What lexicons say of the present item, asked once: the stamp of the answer, and the answer.
    private readonly int[] _lexiconAsked;
    private readonly (int Length, string Meaning)[] _lexiconAnswers;

    private readonly record struct Thread(int Code, int Start, PhraseCapture? Captures);

    public PhraseMatcher(PhraseProgram program)
    {
        _program = program;
        _outlineState = new ulong[2 * program.Outlines.Size];
        _visited = new int[program.Code.Length];
        _lexiconAsked = new int[program.LexiconCount];
        _lexiconAnswers = new (int, string)[program.LexiconCount];
        _ring = new List<Thread>[RingSize];
        for (var i = 0; i < _ring.Length; i++)
        {
            _ring[i] = new(64);
        }
    }

    /// <summary>Steps taken so far, as a measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>The work at which matching stops.</summary>
    public long MostWork { get; set; } = long.MaxValue;

    /// <summary>Adds the matches in a block, the longest for each phrase and start that captures most.</summary>
    /// <exception cref="LimitExceededException">There was more work than <see cref="MostWork"/>; the matcher is of no more use.</exception>
    public void Match(TokenizedBlock block, Knowledge.Lexicon nonNouns, ReadOnlySpan<PhraseItem> items, List<PhraseMatch> matches)
    {
        _nonNouns = nonNouns;
        var found = _found;
        found.Clear();
        _starts.Clear();
        if (!_program.Outlines.Find(items, _outlineState, _starts, (MostWork - Work) / StepsOfStart))
        {
            throw new LimitExceededException(PhraseExtractor.TooMuchWork);
        }

        Work += items.Length;
        if (_starts.Count == 0)
        {
            return;
        }

        for (var at = 0; at <= items.Length; at++)
        {
            // Threads that began later come first: of two that reach the same instruction, the nearer beginning wins
            // ("crime rose, and arrests fell from ...").
            if (Work > MostWork)
            {
                throw new LimitExceededException(PhraseExtractor.TooMuchWork);
            }

            Stamp();
            if (at < items.Length)
            {
                Start(block, items, at, found);
            }

            var threads = _ring[at % RingSize];
            for (var i = 0; i < threads.Count; i++)
            {
                Step(block, items, at, threads[i], found);
            }

            threads.Clear();
        }

        foreach (var list in _ring)
        {
            list.Clear();
        }

        foreach (var (_, match) in found)
        {
            matches.Add(match);
        }
    }

    private void Stamp()
    {
        if (_stamp == int.MaxValue)
        {
            Array.Clear(_visited);
            Array.Clear(_lexiconAsked);
            _stamp = 0;
        }

        _stamp++;
    }

    /// <summary>Begins the phrases that may begin at an item.</summary>
    private void Start(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int at, Dictionary<(int Phrase, int Start), PhraseMatch> found)
    {
        for (var next = _starts.Count - 1; next >= 0 && _starts[next] >> 32 == at; next--)
        {
            Step(block, items, at, new((int)_starts[next], at, null), found);
            _starts.RemoveAt(next);
        }
    }

    /// <summary>Follows a thread to the instructions that consume, and lets each of them try the item.</summary>
    private void Step(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int at, in Thread thread, Dictionary<(int Phrase, int Start), PhraseMatch> found)
    {
        var consumers = _program.Consumers(thread.Code).For(at < items.Length && items[at].Fact is null ? items[at].Word : 0);
        for (var code = consumers.Next(); code >= 0; code = consumers.Next())
        {
            if (_visited[code] != _stamp)
            {
                _visited[code] = _stamp;
                Work++;
                Try(block, items, at, code, thread, found);
            }
        }
    }

    private void Try(TokenizedBlock block, ReadOnlySpan<PhraseItem> items, int at, int code, in Thread thread, Dictionary<(int Phrase, int Start), PhraseMatch> found)
    {
        ref readonly var instruction = ref _program.Code[code];
        if (instruction.Op == PhraseOp.Accept)
        {
            var match = new PhraseMatch(_program.Phrases[instruction.A], thread.Start, at, thread.Captures);
            var key = (instruction.A, thread.Start);
            if (!found.TryGetValue(key, out var known) || match.CaptureCount >= known.CaptureCount)
            {
                found[key] = match;
            }

            return;
        }

        if (instruction.Op == PhraseOp.SentenceStart)
        {
            if (at == 0 || items[at - 1].IsBoundary)
            {
                Step(block, items, at, thread with { Code = code + 1 }, found);
            }

            return;
        }

        if (at >= items.Length)
        {
            return;
        }

        ref readonly var item = ref items[at];
        switch (instruction.Op)
        {
            case PhraseOp.Word:
            case PhraseOp.Any when (item.IsPassable || IsPassed(item, instruction)) && !Stops(block, item, instruction):
            case PhraseOp.Noun when item.IsNoun || item.Fact is NumericFact { IsCompound: true }:
            case PhraseOp.SentenceEnd when item.IsBoundary:
                Advance(at + 1, code, thread.Start, thread.Captures, items.Length);
                break;
            case PhraseOp.Fact when item.Fact is { } fact && NumericFact.Fits(fact, _program.TypeOf(instruction)) && !IsPassed(item, instruction):
                Advance(at + 1, code, thread.Start, Capture(instruction, thread, Value.Of(fact), at, 1), items.Length);
                break;
            case PhraseOp.Head when item is { Fact: null, IsNoun: true }:
                var (length, head) = NounPhrase.HeadAt(block, item.FirstToken, _nonNouns);
                if (length is > 0 and < PhraseProgram.MaximumStep)
                {
                    Advance(at + length, code, thread.Start, Capture(instruction, thread, Value.Of(head), at, length), items.Length);
                }

                break;
            case PhraseOp.Lexicon when item.Fact is null && item.Word != 0:
                var entry = Ask(block, item, instruction);
                if (entry.Length is > 0 and < PhraseProgram.MaximumStep && IsRun(items, at, entry.Length))
                {
                    Advance(at + entry.Length, code, thread.Start, instruction.Slot < 0 ? thread.Captures : Capture(instruction, thread, Value.Of(entry.Meaning), at, entry.Length), items.Length);
                }

                break;
        }
    }

    /// <summary>True where so many items are single tokens that follow each other: an entry ends at no fact and at no sentence's end.</summary>
    private static bool IsRun(ReadOnlySpan<PhraseItem> items, int at, int length)
    {
        for (var i = at + 1; i < at + length; i++)
        {
            if (i >= items.Length || items[i].Fact is not null || items[i].IsBoundary)
            {
                return false;
            }
        }

        return true;
    }

    private static PhraseCapture? Capture(in PhraseInstruction instruction, in Thread thread, Value value, int at, int length) =>
        instruction.Slot < 0 ? thread.Captures : new(instruction.Slot, value, at, length, thread.Captures);

    /// <summary>True for a number of a dimension that the phrase takes no notice of.</summary>
    private bool IsPassed(in PhraseItem item, in PhraseInstruction instruction) =>
        instruction.Passes > 0 && item.Fact is Quantity number && _program.PassedBy(instruction).Contains(number.Dimension);

    /// <summary>True where a gap of this phrase may not pass over an item.</summary>
    private bool Stops(TokenizedBlock block, in PhraseItem item, in PhraseInstruction gap) =>
        gap.HasLexicon && item.Fact is null && item.Word != 0 && Ask(block, item, gap).Length > 0;

    private (int Length, string Meaning) Ask(TokenizedBlock block, in PhraseItem item, in PhraseInstruction instruction)
    {
        if (_lexiconAsked[instruction.B] != _stamp)
        {
            _lexiconAsked[instruction.B] = _stamp;
            _lexiconAnswers[instruction.B] = _program.LexiconOf(instruction).Match(block.Tokens, item.FirstToken);
        }

        return _lexiconAnswers[instruction.B];
    }

    /// <summary>Lets a thread go on behind an instruction.</summary>
    private void Advance(int to, int code, int start, PhraseCapture? captures, int end)
    {
        if (to <= end)
        {
            _ring[to % RingSize].Add(new(code + 1, start, captures));
        }
    }
}
