using System.Runtime.InteropServices;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

internal enum PhraseOp : byte
{
    Word,
    Lexicon,
    Fact,
    Any,
    Noun,
    Head,
    SentenceEnd,
    SentenceStart,
    Split,
    Jump,
    Accept,
}

/// <summary>One instruction of the automaton: three whole numbers, so that an image holds it as it is.</summary>
/// <param name="Packed">What it does, its slot, whether it names a lexicon, and a phrase whose gaps pass the same.</param>
/// <param name="A">Word number, first target of a split or jump, number of the type of a fact, or index of the accepted phrase.</param>
/// <param name="B">Second target of a split; number of the lexicon where there is one.</param>
internal readonly record struct PhraseInstruction(int Packed, int A, int B)
{
    private const int SlotBits = 8;
    private const int LexiconFlag = 1 << 16;
    private const int PassesBits = 17;

    public PhraseInstruction(PhraseOp op, int a = 0, int b = 0, int slot = -1, bool hasLexicon = false, int passes = 0)
        : this((int)op | ((slot + 1) << SlotBits) | (hasLexicon ? LexiconFlag : 0) | (passes << PassesBits), a, b)
    {
    }

    /// <summary>What it does.</summary>
    public PhraseOp Op => (PhraseOp)(byte)Packed;

    /// <summary>Slot that captures, or -1.</summary>
    public int Slot => (byte)(Packed >> SlotBits) - 1;

    /// <summary>True where <see cref="B"/> is a lexicon: of the entries that it matches, or for a gap, of those that it may not pass.</summary>
    public bool HasLexicon => (Packed & LexiconFlag) != 0;

    /// <summary>One more than the index of a phrase whose <see cref="PhraseFile.GapsPass"/> this passes; 0 for none.</summary>
    public int Passes => Packed >> PassesBits;
}

/// <summary>
/// All phrases as one non-deterministic automaton, run over a block once (Thompson's construction, simulated with a set of
/// threads as in Pike's matcher). Immutable and thread-safe.
/// </summary>
internal sealed class PhraseProgram
{
    /// <summary>About how many instructions a phrase has; more are made room for.</summary>
    private const int InstructionsPerPhrase = 40;

    private static readonly HashSet<string> NoTexts = [];

    private PhraseInstruction[] _code;
    private int _count;

    private readonly List<Lexicon> _lexicons = [];
    private readonly Dictionary<Lexicon, int> _numbers = [];
    private readonly List<FactType> _types = [];
    private readonly PhraseConsumers?[] _consumers;
    private readonly Phrase[] _phrases;

    // What phrases need, each once, that of nothing first; and for the bit of each phrase's first element, which.
    private readonly List<PhraseNeed> _needs = [PhraseNeed.Nothing];
    private readonly int[] _needOfBit;

    /// <summary>Builds the automaton.</summary>
    /// <param name="phrases">The phrases.</param>
    public PhraseProgram(IReadOnlyList<Phrase> phrases)
    {
        _phrases = [.. phrases];
        _code = new PhraseInstruction[phrases.Count * InstructionsPerPhrase];
        var outlines = new List<(PhraseOutline, int)>(phrases.Count);
        for (var i = 0; i < phrases.Count; i++)
        {
            outlines.Add((PhraseOutline.Of(phrases[i]), _count));
            Emit(phrases[i].Nodes, i);
            Emit(new(PhraseOp.Accept, i));
        }

        Outlines = new(outlines);
        _consumers = new PhraseConsumers?[_count];
        _needOfBit = NeedsOfBits();
    }

    private PhraseProgram(PhraseImageReader image, Phrase[] phrases)
    {
        var numbers = image.Numbers;
        _phrases = phrases;
        for (var left = numbers.Int(); left > 0; left--)
        {
            _lexicons.Add(image.Lexicon()!);
        }

        for (var left = numbers.Int(); left > 0; left--)
        {
            _types.Add(image.Type(numbers.Int()));
        }

        _code = MemoryMarshal.Cast<int, PhraseInstruction>(numbers.Span()).ToArray();
        _count = _code.Length;
        _consumers = new PhraseConsumers?[_count];
        Outlines = PhraseOutlines.Read(image);
        _needOfBit = NeedsOfBits();
    }

    private int[] NeedsOfBits()
    {
        var needs = new int[PhraseOutlines.BitOf(Outlines.Size, 0)];
        for (var bit = 0; bit < needs.Length; bit++)
        {
            if (Outlines.IsFirst(bit))
            {
                // The instruction before the first of a phrase accepts the phrase before.
                var start = Outlines.StartOf(bit);
                needs[bit] = NumberOf(_phrases[start == 0 ? 0 : _code[start - 1].A + 1].Need);
            }
        }

        return needs;
    }

    private int NumberOf(PhraseNeed need)
    {
        var number = 0;
        while (number < _needs.Count && _needs[number] != need)
        {
            number++;
        }

        if (number == _needs.Count)
        {
            _needs.Add(need);
        }

        return number;
    }

    /// <summary>Writes the automaton; <see cref="Read"/> makes it anew.</summary>
    public void Write(PhraseImageWriter image)
    {
        var numbers = image.Numbers;
        numbers.Write(_lexicons.Count);
        foreach (var lexicon in _lexicons)
        {
            image.Write(lexicon);
        }

        numbers.Write(_types.Count);
        foreach (var type in _types)
        {
            numbers.Write(image.Number(type));
        }

        numbers.Write(MemoryMarshal.Cast<PhraseInstruction, int>(Code));
        Outlines.Write(image);
    }

    /// <summary>Reads an automaton.</summary>
    /// <param name="image">The image.</param>
    /// <param name="phrases">The phrases that it was made from.</param>
    public static PhraseProgram Read(PhraseImageReader image, Phrase[] phrases) => new(image, phrases);

    public IReadOnlyList<Phrase> Phrases => _phrases;

    /// <summary>The phrase that an instruction accepts.</summary>
    public Phrase PhraseOf(in PhraseInstruction accept) => _phrases[accept.A];

    /// <summary>Tells where phrases may begin.</summary>
    public PhraseOutlines Outlines { get; }

    public ReadOnlySpan<PhraseInstruction> Code => _code.AsSpan(0, _count);

    /// <summary>One instruction.</summary>
    public ref readonly PhraseInstruction InstructionAt(int at) => ref _code[at];

    /// <summary>The number of what the phrase needs whose first element a bit is; 0 where it needs nothing more.</summary>
    public int NeedOf(int bit) => _needOfBit[bit];

    /// <summary>What phrases need, by its number.</summary>
    public PhraseNeed Need(int number) => _needs[number];

    /// <summary>Number of different lexicons that instructions name.</summary>
    public int LexiconCount => _lexicons.Count;

    /// <summary>The lexicon that an instruction names; only where it has one.</summary>
    public Lexicon LexiconOf(in PhraseInstruction instruction) => _lexicons[instruction.B];

    /// <summary>The type of the fact that an instruction matches; only for <see cref="PhraseOp.Fact"/>.</summary>
    public FactType TypeOf(in PhraseInstruction instruction) => _types[instruction.A];

    /// <summary>The dimensions of the numbers that an instruction passes over; they are not captured.</summary>
    public IReadOnlySet<string> PassedBy(in PhraseInstruction instruction) => instruction.Passes == 0 ? NoTexts : _phrases[instruction.Passes - 1].File.GapsPass;

    /// <summary>Longest lexicon entry, in items, that a thread can step over at once.</summary>
    public const int MaximumStep = 8;

    /// <summary>What a thread at an instruction comes to.</summary>
    public PhraseConsumers Consumers(int at) => _consumers[at] ?? FindConsumers(at);

    private PhraseConsumers FindConsumers(int at)
    {
        var found = new List<int>();
        const int bits = 64;
        const int mostOnStack = 1 << 10;
        var words = (_count / bits) + 1;
        var seen = words <= mostOnStack ? stackalloc ulong[words] : new ulong[words];
        var pending = new Stack<int>();
        pending.Push(at);
        while (pending.TryPop(out var next))
        {
            if ((seen[next / bits] & (1UL << (next % bits))) != 0)
            {
                continue;
            }

            seen[next / bits] |= 1UL << (next % bits);
            switch (Code[next].Op)
            {
                case PhraseOp.Split:
                    pending.Push(Code[next].B);
                    pending.Push(Code[next].A);
                    break;
                case PhraseOp.Jump:
                    pending.Push(Code[next].A);
                    break;
                default:
                    found.Add(next);
                    break;
            }
        }

        return _consumers[at] = new(found, Code);
    }

    private void Emit(PhraseInstruction instruction)
    {
        if (_count == _code.Length)
        {
            Array.Resize(ref _code, Math.Max(InstructionsPerPhrase, _count * 2));
        }

        _code[_count++] = instruction;
    }

    private void Emit(IReadOnlyList<PhraseNode> nodes, int phrase)
    {
        var file = Phrases[phrase].File;
        var passes = file.GapsPass.Count > 0 ? phrase + 1 : 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case WordsNode words:
                    foreach (var word in words.Words)
                    {
                        Emit(new(PhraseOp.Word, word));
                    }

                    break;
                case LexiconNode lexicon:
                    Emit(new(PhraseOp.Lexicon, b: NumberOf(lexicon.Lexicon), slot: lexicon.Slot, hasLexicon: true));
                    break;
                case FactNode fact:
                    Emit(new(PhraseOp.Fact, NumberOf(fact.Type), slot: fact.Slot, passes: passes));
                    break;
                case HeadNode head:
                    Emit(new(PhraseOp.Head, slot: head.Slot));
                    break;
                case SentenceEndNode:
                    Emit(new(PhraseOp.SentenceEnd));
                    break;
                case SentenceStartNode:
                    Emit(new(PhraseOp.SentenceStart));
                    break;
                case NounNode when i + 1 < nodes.Count && nodes[i + 1] is GapNode following:
                    // Whatever a noun phrase matches, a gap matches too: one longer gap does, with fewer threads.
                    EmitOptional(PhraseOp.Any, NounPhrase.MaximumLength + following.Most, file.GapStops, passes);
                    i++;
                    break;
                case NounNode:
                    EmitOptional(PhraseOp.Noun, NounPhrase.MaximumLength, null, 0);
                    break;
                case GapNode gap:
                    EmitOptional(PhraseOp.Any, gap.Most, file.GapStops, passes);
                    break;
                case ChoiceNode choice:
                    EmitChoice(choice, phrase);
                    break;
            }
        }
    }

    private int NumberOf(Lexicon? lexicon)
    {
        if (lexicon is null)
        {
            return 0;
        }

        if (!_numbers.TryGetValue(lexicon, out var number))
        {
            _numbers[lexicon] = number = _lexicons.Count;
            _lexicons.Add(lexicon);
        }

        return number;
    }

    private int NumberOf(FactType type)
    {
        if (_types.IndexOf(type) is var number && number < 0)
        {
            number = _types.Count;
            _types.Add(type);
        }

        return number;
    }

    private void EmitOptional(PhraseOp op, int most, Lexicon? stops, int passes)
    {
        var end = _count + 2 * most;
        for (var i = 0; i < most; i++)
        {
            Emit(new(PhraseOp.Split, end, _count + 1));
            Emit(new(op, b: NumberOf(stops), hasLexicon: stops is not null, passes: passes));
        }
    }

    private void EmitChoice(ChoiceNode choice, int phrase)
    {
        var jumps = new List<int>();
        for (var i = 0; i < choice.Alternatives.Count; i++)
        {
            if (i + 1 < choice.Alternatives.Count)
            {
                var split = _count;
                Emit(default);
                Emit(choice.Alternatives[i], phrase);
                jumps.Add(_count);
                Emit(default);
                _code[split] = new(PhraseOp.Split, split + 1, _count);
            }
            else
            {
                Emit(choice.Alternatives[i], phrase);
            }
        }

        foreach (var jump in jumps)
        {
            _code[jump] = new(PhraseOp.Jump, _count);
        }
    }
}
