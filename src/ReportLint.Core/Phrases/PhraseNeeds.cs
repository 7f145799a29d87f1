using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Phrases;

/// <summary>
/// Which marks stand somewhere: a set of bits, one for each word, lexicon, choice or type that patterns cannot do without.
/// Several of them may share a bit, so a mark that is there may be another's, and one that is not there is certainly missing.
/// </summary>
/// <remarks>What most sentences have shares no bit with what few have: it would stand for that nearly everywhere.</remarks>
internal readonly record struct PhraseMarks(ulong Common, ulong Rare, ulong OtherRare)
{
    /// <summary>The mark of something that most sentences have.</summary>
    public static PhraseMarks OfCommon(int number) => new(1UL << (number % 64), 0, 0);

    /// <summary>The mark of something that few sentences have.</summary>
    public static PhraseMarks OfRare(int number) => number % 128 < 64 ? new(0, 1UL << (number % 64), 0) : new(0, 0, 1UL << (number % 64));

    public static PhraseMarks operator |(PhraseMarks a, PhraseMarks b) => new(a.Common | b.Common, a.Rare | b.Rare, a.OtherRare | b.OtherRare);

    public bool IsEmpty => (Common | Rare | OtherRare) == 0;

    public void Write(ImageWriter image)
    {
        image.Write(Common);
        image.Write(Rare);
        image.Write(OtherRare);
    }

    public static PhraseMarks Read(ImageReader image) => new(image.Bits(), image.Bits(), image.Bits());

    public bool HasAll(in PhraseMarks needed) => ((needed.Common & ~Common) | (needed.Rare & ~Rare) | (needed.OtherRare & ~OtherRare)) == 0;
}

/// <summary>How far ahead what a thread needs may stand at most.</summary>
internal enum PhraseReach : byte
{
    /// <summary>Among the next <see cref="PhraseNeed.NearItems"/> items of the sentence.</summary>
    Near,

    /// <summary>Up to the end of the sentence.</summary>
    Sentence,

    /// <summary>Up to the end of the block.</summary>
    Block,
}

/// <summary>What must still follow for a thread to be worth keeping.</summary>
/// <param name="Marks">What the rest of the pattern must find.</param>
/// <param name="Numbers">How many numbers the rest of the pattern must find.</param>
/// <param name="Reach">How far ahead they may stand.</param>
/// <param name="Gathered">How many numbers must be there to gather besides.</param>
/// <param name="GatherReach">How far ahead those may stand.</param>
internal readonly record struct PhraseNeed(PhraseMarks Marks, int Numbers, PhraseReach Reach, int Gathered, PhraseReach GatherReach)
{
    /// <summary>Items that count as near.</summary>
    public const int NearItems = 16;

    public void Write(ImageWriter image)
    {
        Marks.Write(image);
        image.Write(Numbers);
        image.Write((int)Reach);
        image.Write(Gathered);
        image.Write((int)GatherReach);
    }

    public static PhraseNeed Read(ImageReader image) =>
        new(PhraseMarks.Read(image), image.Int(), (PhraseReach)image.Int(), image.Int(), (PhraseReach)image.Int());
}

/// <summary>Finds what patterns need, and which items have it. Filled while the automaton is built, immutable afterwards.</summary>
internal sealed class PhraseNeeds
{
    /// <summary>A list of more words than this has one in most sentences.</summary>
    private const int MostRare = 60;

    private readonly Dictionary<int, PhraseMarks> _words = [];
    private readonly Dictionary<Lexicon, PhraseMarks> _lexicons = [];
    private readonly Dictionary<FactType, PhraseMarks> _types = [];
    private readonly Dictionary<FactType, PhraseMarks> _marksOfType = [];
    private PhraseMarks[] _marksOfWord = new PhraseMarks[1 << 12];
    private readonly Lexicon? _common;
    private int _commonCount;
    private int _rareCount;

    /// <summary>Needs of phrases.</summary>
    /// <param name="common">Words that most sentences have; null for none.</param>
    public PhraseNeeds(Lexicon? common) => _common = common;

    /// <summary>Writes which items bear which marks.</summary>
    public void Write(PhraseImageWriter image)
    {
        var numbers = image.Numbers;
        numbers.Write(_marksOfWord.Length);
        numbers.Write(_marksOfWord.Count(static marks => !marks.IsEmpty));
        for (var word = 0; word < _marksOfWord.Length; word++)
        {
            if (!_marksOfWord[word].IsEmpty)
            {
                numbers.Write(word);
                _marksOfWord[word].Write(numbers);
            }
        }

        numbers.Write(_marksOfType.Count);
        foreach (var (type, marks) in _marksOfType)
        {
            numbers.Write(image.Number(type));
            marks.Write(numbers);
        }
    }

    /// <summary>Reads which items bear which marks. What is read knows no needs of further phrases.</summary>
    public static PhraseNeeds Read(PhraseImageReader image)
    {
        var numbers = image.Numbers;
        var needs = new PhraseNeeds(null) { _marksOfWord = new PhraseMarks[numbers.Int()] };
        for (var left = numbers.Int(); left > 0; left--)
        {
            needs._marksOfWord[numbers.Int()] = PhraseMarks.Read(numbers);
        }

        for (var left = numbers.Int(); left > 0; left--)
        {
            needs._marksOfType[image.Type(numbers.Int())] = PhraseMarks.Read(numbers);
        }

        return needs;
    }

    /// <summary>What a match must have from each node of a phrase on; the last one is for its end.</summary>
    public PhraseNeed[] Of(Phrase phrase)
    {
        var reach = CrossesSentence(phrase.Nodes) ? PhraseReach.Block : PhraseReach.Sentence;
        var gathered = phrase.GatherAfter is { } after && NumericFact.IsNumeric(after.Type)
            ? phrase.File.Window.LeastParts - (phrase.Nodes.Any(node => node is FactNode fact && fact.Slot == after.Slot) ? 1 : 0)
            : 0;
        var gatherReach = phrase.File.Window.Sentences == 1 ? reach : PhraseReach.Block;
        var marks = default(PhraseMarks);
        var (numbers, length) = (0, 0);
        var needs = new PhraseNeed[phrase.Nodes.Count + 1];
        for (var i = phrase.Nodes.Count; i >= 0; i--)
        {
            if (i < phrase.Nodes.Count)
            {
                marks |= MarksOf(phrase.Nodes[i]);
                numbers += phrase.Nodes[i] is FactNode { Type: var wanted } && NumericFact.IsNumeric(wanted) ? 1 : 0;
                length += LongestOf(phrase.Nodes[i]);
            }

            var isNear = reach == PhraseReach.Sentence && length <= PhraseNeed.NearItems;
            needs[i] = new(marks, numbers, isNear ? PhraseReach.Near : reach, gathered, gatherReach);
        }

        return needs;
    }

    /// <summary>The marks that an item bears.</summary>
    public PhraseMarks MarksOf(in PhraseItem item) =>
        item.Fact is { } fact ? _marksOfType.GetValueOrDefault(fact.Type)
        : item.Word < _marksOfWord.Length ? _marksOfWord[item.Word]
        : default;

    private static bool CrossesSentence(IReadOnlyList<PhraseNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is SentenceEndNode)
            {
                return true;
            }

            if (node is ChoiceNode choice)
            {
                foreach (var alternative in choice.Alternatives)
                {
                    if (CrossesSentence(alternative))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The most items that a node takes.</summary>
    private static int LongestOf(PhraseNode node)
    {
        switch (node)
        {
            case WordsNode words:
                return words.Words.Length;
            case GapNode gap:
                return gap.Most;
            case NounNode:
                return NounPhrase.MaximumLength;
            case LexiconNode or HeadNode:
                return PhraseProgram.MaximumStep;
            case FactNode or SentenceEndNode:
                return 1;
            case ChoiceNode choice:
                var longest = 0;
                foreach (var alternative in choice.Alternatives)
                {
                    var length = 0;
                    foreach (var inner in alternative)
                    {
                        length += LongestOf(inner);
                    }

                    longest = Math.Max(longest, length);
                }

                return longest;
            default:
                return 0;
        }
    }

    private PhraseMarks MarksOf(PhraseNode node)
    {
        switch (node)
        {
            case WordsNode words:
                var all = default(PhraseMarks);
                foreach (var word in words.Words)
                {
                    all |= MarksOf(word);
                }

                return all;
            case LexiconNode lexicon:
                return MarksOf(lexicon.Lexicon);
            case FactNode fact:
                return MarksOf(fact.Type);
            case ChoiceNode choice:
                var oneOf = new List<int>();
                return OneOfEach(choice, oneOf) ? Mark(oneOf) : default;
            default:
                return default;
        }
    }

    private PhraseMarks MarksOf(int word)
    {
        if (!_words.TryGetValue(word, out var marks))
        {
            _words[word] = marks = Next(IsCommon(word));
            Add(word, marks);
        }

        return marks;
    }

    private PhraseMarks MarksOf(Lexicon lexicon)
    {
        if (!_lexicons.TryGetValue(lexicon, out var marks))
        {
            _lexicons[lexicon] = marks = Mark(lexicon.FirstWords);
        }

        return marks;
    }

    private PhraseMarks MarksOf(FactType type)
    {
        if (!_types.TryGetValue(type, out var marks))
        {
            _types[type] = marks = Next(true);
            foreach (var included in NumericFact.Includes(type))
            {
                _marksOfType[included] = _marksOfType.GetValueOrDefault(included) | marks;
            }
        }

        return marks;
    }

    /// <summary>Words of which every alternative of a choice has one.</summary>
    /// <returns>False where an alternative can do without words.</returns>
    private static bool OneOfEach(ChoiceNode choice, List<int> words)
    {
        foreach (var alternative in choice.Alternatives)
        {
            var has = false;
            for (var i = 0; i < alternative.Count && !has; i++)
            {
                switch (alternative[i])
                {
                    case WordsNode known:
                        words.Add(known.Words[0]);
                        has = true;
                        break;
                    case LexiconNode lexicon:
                        words.AddRange(lexicon.Lexicon.FirstWords);
                        has = true;
                        break;
                    case ChoiceNode inner:
                        has = OneOfEach(inner, words);
                        break;
                }
            }

            if (!has)
            {
                return false;
            }
        }

        return true;
    }

    private PhraseMarks Mark(List<int> words)
    {
        var isCommon = words.Count > MostRare;
        for (var i = 0; i < words.Count && !isCommon; i++)
        {
            isCommon = IsCommon(words[i]);
        }

        var marks = Next(isCommon);
        foreach (var word in words)
        {
            Add(word, marks);
        }

        return marks;
    }

    private PhraseMarks Next(bool isCommon) => isCommon ? PhraseMarks.OfCommon(_commonCount++) : PhraseMarks.OfRare(_rareCount++);

    private bool IsCommon(int word) => _common?.StartsWith(word) == true;

    private void Add(int word, PhraseMarks marks)
    {
        if (word >= _marksOfWord.Length)
        {
            Array.Resize(ref _marksOfWord, Math.Max(word + 1, _marksOfWord.Length * 2));
        }

        _marksOfWord[word] |= marks;
    }
}
