using System.Runtime.CompilerServices;
using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>A capture on the way, newest first. A matcher uses it again for the next block.</summary>
internal sealed class PhraseCapture
{
    /// <summary>The slot that it fills.</summary>
    public int Slot { get; private set; }

    /// <summary>What it fills it with.</summary>
    public Value Value { get; private set; }

    /// <summary>The item at which it begins.</summary>
    public int At { get; private set; }

    /// <summary>How many items it steps over.</summary>
    public int Length { get; private set; }

    /// <summary>The capture before it, or null.</summary>
    public PhraseCapture? Previous { get; private set; }

    /// <summary>Makes it another capture.</summary>
    public void Set(int slot, Value value, int at, int length, PhraseCapture? previous) => (Slot, Value, At, Length, Previous) = (slot, value, at, length, previous);
}

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
    private const int RingMask = RingSize - 1;

    /// <summary>Most captures, and most items, that are kept for another document.</summary>
    private const int MostKept = 1024;


    private readonly PhraseProgram _program;
    private Knowledge.Lexicon _nonNouns = new("");
    private TokenizedBlock? _block;
    private readonly Thread[][] _ring;
    private readonly int[] _ringCounts = new int[RingSize];
    private int _waiting;
    private readonly int[] _visited;
    private readonly Dictionary<(int Phrase, int Start), PhraseMatch> _found = [];
    private readonly OutlineSearch _search;
    private int _stamp;

    // What lexicons say of the present item, asked once: the stamp of the answer, and the answer.
    private readonly int[] _lexiconAsked;
    private readonly (int Length, string Meaning)[] _lexiconAnswers;

    /// <summary>Room for the items of a block, which the next block uses again.</summary>
    public PhraseItem[] Room = new PhraseItem[256];

    // Those that were made in this block come first; the others are kept for the next.
    private PhraseCapture?[] _captures = new PhraseCapture?[64];
    private int _captureCount;

    // Of which needs it was asked whether a phrase may begin at the present item, and of which it may: a bit for each of the first.
    private ulong _needsAsked;
    private ulong _needsMet;

    private readonly record struct Thread(int Code, int Start, PhraseCapture? Captures);

    public PhraseMatcher(PhraseProgram program)
    {
        _program = program;
        _search = new(program.Outlines);
        _visited = new int[program.Code.Length];
        _lexiconAsked = new int[program.LexiconCount];
        _lexiconAnswers = new (int, string)[program.LexiconCount];
        _ring = new Thread[RingSize][];
        for (var i = 0; i < _ring.Length; i++)
        {
            _ring[i] = new Thread[64];
        }
    }

    /// <summary>Steps taken so far, as a measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>The work at which matching stops.</summary>
    public long MostWork { get; set; } = long.MaxValue;

    /// <summary>Steps that a beginning comes to at the most, more or less.</summary>
    public int WorkOfBeginning { get; set; } = 1;

    /// <summary>Adds the matches in a block, the longest for each phrase and start that captures most.</summary>
    /// <param name="block">The block.</param>
    /// <param name="nonNouns">Words that stand in no noun phrase.</param>
    /// <param name="items">Its items.</param>
    /// <param name="matches">Where to add them; what they captured is gone with the next block.</param>
    /// <param name="sites">What may be parts in the block, or null: then what would gather too few matches too.</param>
    /// <exception cref="LimitExceededException">There was more work than <see cref="MostWork"/>; the matcher is of no more use.</exception>
    public void Match(TokenizedBlock block, Knowledge.Lexicon nonNouns, ReadOnlySpan<PhraseItem> items, List<PhraseMatch> matches, PartSites? sites = null)
    {
        (_block, _nonNouns, _captureCount) = (block, nonNouns, 0);
        _found.Clear();
        if (!_search.Find(items, (MostWork - Work) / WorkOfBeginning))
        {
            throw new LimitExceededException(PhraseExtractor.TooMuchWork);
        }

        Work += items.Length;
        for (var at = 0; at <= items.Length; at++)
        {
            if (_waiting == 0 && (at = _search.FirstStart) < 0)
            {
                break;
            }

            // Threads that began later come first: of two that reach the same instruction, the nearer beginning wins
            // ("crime rose, and arrests fell from ...").
            if (Work > MostWork)
            {
                throw new LimitExceededException(PhraseExtractor.TooMuchWork);
            }

            Stamp();
            (_needsAsked, _needsMet) = (0, 0);
            while (_search.TakeStart(at) is >= 0 and var bit)
            {
                if (sites is null || MayBegin(sites, _program.NeedOf(bit), at))
                {
                    Step(items, at, new(_program.Outlines.StartOf(bit), at, null));
                }
            }

            var threads = _ring[at & RingMask];
            ref var count = ref _ringCounts[at & RingMask];
            for (var i = 0; i < count; i++)
            {
                Step(items, at, threads[i]);
            }

            _waiting -= count;
            count = 0;
        }

        foreach (var (_, match) in _found)
        {
            matches.Add(match);
        }
    }

    /// <summary>Counts items at which nothing can begin.</summary>
    public void Pass(int items) => Work += items;

    /// <summary>Lets go of what was matched last: whatever a thread or a match captured holds its document, and all of its facts, for as long as the matcher waits.</summary>
    public void Forget()
    {
        _block = null;
        _found.Clear();
        if (Room.Length > MostKept)
        {
            Room = new PhraseItem[MostKept];
        }

        Array.Clear(Room);
        if (_captures.Length > MostKept)
        {
            _captures = new PhraseCapture?[MostKept];
        }

        for (var i = 0; i < _captures.Length && _captures[i] is { } capture; i++)
        {
            capture.Set(0, default, 0, 0, null);
        }

        foreach (var threads in _ring)
        {
            Array.Clear(threads);
        }
    }

    private bool MayBegin(PartSites sites, int need, int at)
    {
        if (need == 0)
        {
            return true;
        }

        Work++;
        var bit = need < 64 ? 1UL << need : 0;
        if ((_needsAsked & bit) == 0)
        {
            var isMet = sites.MayBegin(_program.Need(need), at);
            _needsAsked |= bit;
            _needsMet |= isMet ? bit : 0;
            return isMet;
        }

        return (_needsMet & bit) != 0;
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

    /// <summary>Follows a thread to the instructions that consume, and lets each of them try the item.</summary>
    private void Step(ReadOnlySpan<PhraseItem> items, int at, in Thread thread)
    {
        var consumers = _program.Consumers(thread.Code);
        var word = at < items.Length && items[at].Fact is null ? items[at].Word : 0;
        if (consumers.FirstOf(word) is var atWord && atWord < 0)
        {
            foreach (var code in consumers.Others)
            {
                if (IsNew(code))
                {
                    Try(items, at, code, thread);
                }
            }

            return;
        }

        var both = consumers.For(word, atWord);
        for (var code = both.Next(); code >= 0; code = both.Next())
        {
            if (IsNew(code))
            {
                Try(items, at, code, thread);
            }
        }
    }

    /// <summary>True where an instruction was not tried at this item yet, as it is now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsNew(int code)
    {
        ref var visited = ref _visited[code];
        if (visited == _stamp)
        {
            return false;
        }

        visited = _stamp;
        Work++;
        return true;
    }

    private void Try(ReadOnlySpan<PhraseItem> items, int at, int code, in Thread thread)
    {
        ref readonly var instruction = ref _program.InstructionAt(code);
        if (instruction.Op == PhraseOp.Accept)
        {
            var match = new PhraseMatch(_program.PhraseOf(instruction), thread.Start, at, thread.Captures);
            var key = (instruction.A, thread.Start);
            if (!_found.TryGetValue(key, out var known) || match.CaptureCount >= known.CaptureCount)
            {
                _found[key] = match;
            }

            return;
        }

        if (instruction.Op == PhraseOp.SentenceStart)
        {
            if (at == 0 || items[at - 1].IsBoundary)
            {
                Step(items, at, thread with { Code = code + 1 });
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
            case PhraseOp.Any when (item.IsPassable || IsPassed(item, instruction)) && !Stops(item, instruction):
            case PhraseOp.Noun when item.IsNoun || item.Fact is NumericFact { IsCompound: true }:
            case PhraseOp.SentenceEnd when item.IsBoundary:
                Advance(at + 1, code, thread.Start, thread.Captures, items.Length);
                break;
            case PhraseOp.Fact when item.Fact is { } fact && NumericFact.Fits(fact, _program.TypeOf(instruction)) && !IsPassed(item, instruction):
                Advance(at + 1, code, thread.Start, Capture(instruction, thread, Value.Of(fact), at, 1), items.Length);
                break;
            case PhraseOp.Head when item is { Fact: null, IsNoun: true }:
                var (length, head) = NounPhrase.HeadAt(_block!, item.FirstToken, _nonNouns);
                if (length is > 0 and < PhraseProgram.MaximumStep)
                {
                    Advance(at + length, code, thread.Start, Capture(instruction, thread, Value.Of(head), at, length), items.Length);
                }

                break;
            case PhraseOp.Lexicon when item.Fact is null && item.Word != 0:
                var entry = Ask(item, instruction);
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

    private PhraseCapture? Capture(in PhraseInstruction instruction, in Thread thread, Value value, int at, int length)
    {
        if (instruction.Slot < 0)
        {
            return thread.Captures;
        }

        if (_captureCount == _captures.Length)
        {
            Array.Resize(ref _captures, _captureCount * 2);
        }

        var capture = _captures[_captureCount++] ??= new();
        capture.Set(instruction.Slot, value, at, length, thread.Captures);
        return capture;
    }

    /// <summary>True for a number of a dimension that the phrase takes no notice of.</summary>
    private bool IsPassed(in PhraseItem item, in PhraseInstruction instruction) =>
        instruction.Passes > 0 && item.Fact is Quantity number && _program.PassedBy(instruction).Contains(number.Dimension);

    /// <summary>True where a gap of this phrase may not pass over an item.</summary>
    private bool Stops(in PhraseItem item, in PhraseInstruction gap) =>
        gap.HasLexicon && item.Fact is null && item.Word != 0 && Ask(item, gap).Length > 0;

    private (int Length, string Meaning) Ask(in PhraseItem item, in PhraseInstruction instruction)
    {
        if (_lexiconAsked[instruction.B] != _stamp)
        {
            _lexiconAsked[instruction.B] = _stamp;
            _lexiconAnswers[instruction.B] = _program.LexiconOf(instruction).Match(_block!.Tokens, item.FirstToken);
        }

        return _lexiconAnswers[instruction.B];
    }

    /// <summary>Lets a thread go on behind an instruction.</summary>
    private void Advance(int to, int code, int start, PhraseCapture? captures, int end)
    {
        if (to > end)
        {
            return;
        }

        ref var count = ref _ringCounts[to & RingMask];
        if (count == _ring[to & RingMask].Length)
        {
            Array.Resize(ref _ring[to & RingMask], count * 2);
        }

        _ring[to & RingMask][count++] = new(code + 1, start, captures);
        _waiting++;
    }
}
