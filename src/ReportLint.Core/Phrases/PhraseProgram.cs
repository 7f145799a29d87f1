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
    SentenceEnd,
    Split,
    Jump,
    Accept,
}

/// <summary>One instruction of the automaton.</summary>
/// <param name="Op">What it does.</param>
/// <param name="A">Word number, first target of a split or jump, or index of the accepted phrase.</param>
/// <param name="B">Second target of a split.</param>
/// <param name="Slot">Slot that captures, or -1.</param>
internal readonly record struct PhraseInstruction(PhraseOp Op, int A = 0, int B = 0, int Slot = -1, Lexicon? Lexicon = null, FactType? Type = null);

/// <summary>
/// All phrases as one non-deterministic automaton, run over a block once (Thompson's construction, simulated with a set of
/// threads as in Pike's matcher). Immutable and thread-safe.
/// </summary>
internal sealed class PhraseProgram
{
    private readonly List<PhraseInstruction> _code = [];
    private readonly Dictionary<int, List<int>> _byWord = [];
    private readonly Dictionary<FactType, List<int>> _byType = [];

    public PhraseProgram(IReadOnlyList<Phrase> phrases)
    {
        Phrases = phrases;
        for (var i = 0; i < phrases.Count; i++)
        {
            var start = _code.Count;
            Emit(phrases[i].Nodes);
            _code.Add(new(PhraseOp.Accept, i));
            AddStarts(start, start, []);
        }

        Code = [.. _code];
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    public PhraseInstruction[] Code { get; }

    /// <summary>Longest lexicon entry, in items, that a thread can step over at once.</summary>
    public const int MaximumStep = 8;

    public IReadOnlyList<int> StartsAt(int word) => word != 0 && _byWord.TryGetValue(word, out var starts) ? starts : [];

    public IReadOnlyList<int> StartsAt(FactType type) => _byType.TryGetValue(type, out var starts) ? starts : [];

    private void Emit(IReadOnlyList<PhraseNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case WordsNode words:
                    _code.AddRange(words.Words.Select(static word => new PhraseInstruction(PhraseOp.Word, word)));
                    break;
                case LexiconNode lexicon:
                    _code.Add(new(PhraseOp.Lexicon, Slot: lexicon.Slot, Lexicon: lexicon.Lexicon));
                    break;
                case FactNode fact:
                    _code.Add(new(PhraseOp.Fact, Slot: fact.Slot, Type: fact.Type));
                    break;
                case SentenceEndNode:
                    _code.Add(new(PhraseOp.SentenceEnd));
                    break;
                case NounNode:
                    EmitOptional(PhraseOp.Noun, NounPhrase.MaximumLength);
                    break;
                case GapNode gap:
                    EmitOptional(PhraseOp.Any, gap.Most);
                    break;
                case ChoiceNode choice:
                    EmitChoice(choice);
                    break;
            }
        }
    }

    private void EmitOptional(PhraseOp op, int most)
    {
        var end = _code.Count + 2 * most;
        for (var i = 0; i < most; i++)
        {
            _code.Add(new(PhraseOp.Split, end, _code.Count + 1));
            _code.Add(new(op));
        }
    }

    private void EmitChoice(ChoiceNode choice)
    {
        var jumps = new List<int>();
        for (var i = 0; i < choice.Alternatives.Count; i++)
        {
            if (i + 1 < choice.Alternatives.Count)
            {
                var split = _code.Count;
                _code.Add(default);
                Emit(choice.Alternatives[i]);
                jumps.Add(_code.Count);
                _code.Add(default);
                _code[split] = new(PhraseOp.Split, split + 1, _code.Count);
            }
            else
            {
                Emit(choice.Alternatives[i]);
            }
        }

        foreach (var jump in jumps)
        {
            _code[jump] = new(PhraseOp.Jump, _code.Count);
        }
    }

    private void AddStarts(int start, int at, HashSet<int> seen)
    {
        if (!seen.Add(at))
        {
            return;
        }

        var instruction = _code[at];
        switch (instruction.Op)
        {
            case PhraseOp.Split:
                AddStarts(start, instruction.A, seen);
                AddStarts(start, instruction.B, seen);
                break;
            case PhraseOp.Jump:
                AddStarts(start, instruction.A, seen);
                break;
            case PhraseOp.Word:
                Add(_byWord, instruction.A, start);
                break;
            case PhraseOp.Lexicon:
                foreach (var word in instruction.Lexicon!.FirstWords)
                {
                    Add(_byWord, word, start);
                }

                break;
            case PhraseOp.Fact:
                foreach (var type in NumericFact.Includes(instruction.Type!))
                {
                    Add(_byType, type, start);
                }

                break;
            default:
                throw new PhraseSyntaxException(0, 1, "a phrase begins with a word, a lexicon or a fact");
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int start)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        if (!list.Contains(start))
        {
            list.Add(start);
        }
    }
}
