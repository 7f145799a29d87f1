using System.Numerics;
using System.Runtime.InteropServices;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Phrases;

/// <summary>
/// The outlines of all phrases side by side, a bit for each element: with them one pass over a block from its end tells at which items which phrases
/// may begin (<see cref="OutlineSearch"/>). Thread-safe.
/// </summary>
/// <remarks>A phrase's elements lie in one word, the last in the lowest bit; the phrases that stay within a sentence come first.</remarks>
internal sealed class PhraseOutlines
{
    private const int Bits = 64;
    private const int Slacks = 5;

    /// <summary>Types that have a bit of their own; those beyond share the last one, and what is found with it is looked at twice.</summary>
    private const int TypeBits = 30;

    /// <summary>Sets of types that are looked for apart; beyond, all phrases are looked for, which finds the same.</summary>
    private const int MostViews = 512;

    // For each word: the lowest and the highest bit of each phrase; for each kind of item, the bits that it leaves standing.
    private readonly ulong[] _lasts;
    private readonly ulong[] _firsts;
    private readonly ulong[][] _keeps;
    private readonly int _within;
    private readonly int[] _startOfBit;

    // The sets of elements: for each, the bits that it stands for; for each word of the vocabulary that is in any, its class; and which sets the words of a class are in.
    private readonly int[] _setEnds;
    private readonly int[] _setBits;
    private readonly int[] _words;
    private readonly int[] _classes;
    private readonly int[] _classEnds;
    private readonly int[] _classSets;
    private readonly FactType[] _types;

    private readonly int[] _classesOfWords;
    private readonly bool[] _standIns;
    private readonly ulong[] _byOther;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, OutlineView> _views = new();

    // Views that were asked for of late, each in the place that its key says.
    private readonly OutlineView?[] _recentViews = new OutlineView?[128];
    private int _viewCount;

    /// <summary>Lays outlines side by side.</summary>
    /// <param name="phrases">The outline of each phrase, with its first instruction.</param>
    public PhraseOutlines(IReadOnlyList<(PhraseOutline Outline, int Start)> phrases)
    {
        var sets = new PhraseSets();
        var ordered = phrases.OrderBy(static phrase => phrase.Outline.CrossesSentences).ThenBy(static phrase => TypesOf(phrase.Outline), StringComparer.Ordinal).ToList();
        var places = new int[ordered.Count];
        var end = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var count = ordered[i].Outline.Elements.Count;
            var isFirstToCross = ordered[i].Outline.CrossesSentences && (i == 0 || !ordered[i - 1].Outline.CrossesSentences);
            places[i] = isFirstToCross || (end % Bits) + count > Bits ? (end + Bits - 1) / Bits * Bits : end;
            end = places[i] + count;
            _within = isFirstToCross ? places[i] / Bits : _within;
        }

        Size = ((end + Bits - 1) / Bits) + 1 & ~1;
        _within = ordered is [.., { Outline.CrossesSentences: true }] ? _within : Size;
        (_lasts, _firsts, _keeps, _startOfBit) = (new ulong[Size], new ulong[Size], new ulong[Slacks][], new int[Size * Bits]);
        for (var kind = 0; kind < Slacks; kind++)
        {
            _keeps[kind] = new ulong[Size];
        }

        for (var i = 0; i < places.Length; i++)
        {
            var elements = ordered[i].Outline.Elements;
            var last = places[i];
            var first = last + elements.Count - 1;
            _lasts[last / Bits] |= 1UL << (last % Bits);
            _firsts[first / Bits] |= 1UL << (first % Bits);
            _startOfBit[first] = ordered[i].Start;
            for (var element = 0; element < elements.Count; element++)
            {
                var bit = first - element;
                sets.Add(elements[element].Wants, bit);
                for (var kind = 0; kind < Slacks; kind++)
                {
                    _keeps[kind][bit / Bits] |= element > 0 && ((int)elements[element].Before & (1 << kind)) != 0 ? 1UL << (bit % Bits) : 0;
                }
            }
        }

        (_setEnds, _setBits, _words, _classes, _classEnds, _classSets, _types) = sets.ToArrays();
        (_classesOfWords, _standIns, _byOther) = (ClassesOfWords(), StandIns(), BitsOf(_types.Length, _setEnds.Length));
        (AllNeedWords, AllNeedTwoSentences) = (NeedWords(), NeedTwoSentences());
    }

    /// <summary>The types of which a phrase needs facts, as a text: phrases of the same types lie side by side, so that they take few words of bits in a view.</summary>
    private static string TypesOf(PhraseOutline outline) => string.Join('|', outline.Elements
        .Where(static element => element.Wants is { Words.Count: 0, Boundary: false })
        .Select(static element => string.Join(' ', element.Wants.Types.Select(static type => type.Name).Order(StringComparer.Ordinal)))
        .Distinct().Order(StringComparer.Ordinal));

    private PhraseOutlines(PhraseImageReader image)
    {
        var numbers = image.Numbers;
        Size = numbers.Int();
        _within = numbers.Int();
        _lasts = Longs(numbers);
        _firsts = Longs(numbers);
        _keeps = new ulong[Slacks][];
        for (var kind = 0; kind < Slacks; kind++)
        {
            _keeps[kind] = Longs(numbers);
        }

        (_startOfBit, _setEnds, _setBits, _words, _classes, _classEnds, _classSets) = (numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints());
        _types = new FactType[numbers.Int()];
        for (var i = 0; i < _types.Length; i++)
        {
            _types[i] = image.Type(numbers.Int());
        }

        (_classesOfWords, _standIns, _byOther) = (ClassesOfWords(), StandIns(), BitsOf(_types.Length, _setEnds.Length));
        (AllNeedWords, AllNeedTwoSentences) = (NeedWords(), NeedTwoSentences());
    }

    /// <summary>Reads outlines.</summary>
    public static PhraseOutlines Read(PhraseImageReader image) => new(image);

    /// <summary>All that the outlines hold besides <see cref="Types"/>, in the order in which an image has it.</summary>
    public int[][] Numbers =>
    [
        .. ((ulong[][])[_lasts, _firsts, .. _keeps]).Select(static bits => MemoryMarshal.Cast<ulong, int>(bits).ToArray()),
        _startOfBit, _setEnds, _setBits, _words, _classes, _classEnds, _classSets,
    ];

    /// <summary>The types of facts that are elements.</summary>
    public IReadOnlyList<FactType> Types => _types;

    /// <summary>Writes the outlines; <see cref="Read"/> makes them anew.</summary>
    public void Write(PhraseImageWriter image)
    {
        image.Numbers.Write(Size);
        image.Numbers.Write(_within);
        foreach (var numbers in Numbers)
        {
            image.Numbers.Write(numbers);
        }

        image.Numbers.Write(_types.Length);
        foreach (var type in _types)
        {
            image.Numbers.Write(image.Number(type));
        }
    }

    private static ulong[] Longs(ImageReader numbers) => MemoryMarshal.Cast<int, ulong>(numbers.Span()).ToArray();

    /// <summary>Number of words of 64 bits, even.</summary>
    public int Size { get; }

    /// <summary>True where no phrase matches a block that has facts and nothing else.</summary>
    public bool AllNeedWords { get; }

    /// <summary>True where no phrase that crosses sentences matches a block that has only one.</summary>
    public bool AllNeedTwoSentences { get; }

    /// <summary>Number of classes of words that mean the same to all phrases.</summary>
    public int ClassCount => _classEnds.Length;

    /// <summary>The class of a word of the vocabulary, or -1 where no element asks for it.</summary>
    public int ClassOf(int word) => (uint)word < (uint)_classesOfWords.Length ? _classesOfWords[word] - 1 : -1;

    private int[] ClassesOfWords()
    {
        // One more, so that none is 0.
        var classes = new int[_words.Length == 0 ? 1 : _words[^1] + 1];
        for (var i = 0; i < _words.Length; i++)
        {
            classes[_words[i]] = _classes[i] + 1;
        }

        return classes;
    }

    private bool[] StandIns()
    {
        var standIns = new bool[_types.Length];
        for (var i = 0; i < standIns.Length; i++)
        {
            standIns[i] = _types[i] == NumericFact.NumberType || NumericFact.IsOfQuantities(_types[i]);
        }

        return standIns;
    }

    /// <summary>True where each phrase has an element that only a word can be: nothing matches where there are none.</summary>
    private bool NeedWords()
    {
        var words = BitsOf(_types.Length + 1, _setEnds.Length);
        Remove(BitsOf(0, _types.Length + 1), words);
        return AllHave(words, 0);
    }

    /// <summary>True where each phrase that crosses sentences has an element that only the end of one can be, and more behind it.</summary>
    private bool NeedTwoSentences()
    {
        var ends = BitsOf(_types.Length, _types.Length + 1);
        Remove(BitsOf(0, _types.Length), ends);
        Remove(BitsOf(_types.Length + 1, _setEnds.Length), ends);
        Remove(_lasts, ends);
        return AllHave(ends, _within);
    }

    /// <summary>The bits of some of the sets.</summary>
    private ulong[] BitsOf(int fromSet, int toSet)
    {
        var bits = new ulong[Size];
        for (var i = fromSet == 0 ? 0 : _setEnds[fromSet - 1]; fromSet < toSet && i < _setEnds[toSet - 1]; i++)
        {
            bits[_setBits[i] / Bits] |= 1UL << (_setBits[i] % Bits);
        }

        return bits;
    }

    private static void Remove(ulong[] bits, ulong[] from)
    {
        for (var word = 0; word < from.Length; word++)
        {
            from[word] &= ~bits[word];
        }
    }

    /// <summary>True where each phrase from a word of bits on has one of some bits.</summary>
    private bool AllHave(ulong[] bits, int from)
    {
        for (var word = from; word < Size; word++)
        {
            for (var lasts = _lasts[word]; lasts != 0; lasts &= lasts - 1)
            {
                if ((bits[word] & PhraseAt(word, BitOperations.TrailingZeroCount(lasts))) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>All bits of the phrase whose last element is a bit.</summary>
    private ulong PhraseAt(int word, int last)
    {
        var first = BitOperations.TrailingZeroCount(_firsts[word] & (ulong.MaxValue << last));
        return (ulong.MaxValue << last) & (ulong.MaxValue >> (Bits - 1 - first));
    }

    /// <summary>Which of <see cref="Types"/> a fact may be taken for, a bit for each.</summary>
    public int TypesOf(Fact fact)
    {
        var (type, fitting) = (fact.Type, 0);
        var counts = fact is not NumericFact { IsCompound: true };
        for (var i = 0; i < _types.Length; i++)
        {
            fitting |= (_standIns[i] ? NumericFact.Fits(fact, _types[i]) : counts && type == _types[i]) ? BitOf(i) : 0;
        }

        return fitting;
    }

    private static int BitOf(int type) => 1 << Math.Min(type, TypeBits - 1);

    /// <summary>The phrases that may match where there are facts of some types only.</summary>
    /// <param name="types">A bit for each of <see cref="Types"/>.</param>
    /// <param name="crossSentences">True for the phrases that reach over the end of a sentence, false for the others.</param>
    public OutlineView ViewOf(int types, bool crossSentences)
    {
        var key = (types << 1) | (crossSentences ? 1 : 0);
        ref var recent = ref _recentViews[PlaceOf(key, _recentViews.Length)];
        return recent is { } view && view.Key == key ? view : recent = FindView(types, crossSentences, key);
    }

    /// <summary>A place for a key in a table whose size is a power of two.</summary>
    public static int PlaceOf(int key, int size) => (int)((uint)key * 0x9E3779B1u >> 16) & (size - 1);

    private OutlineView FindView(int types, bool crossSentences, int key)
    {
        if (_views.TryGetValue(key, out var known))
        {
            return known;
        }

        // Two threads may make one at once; counting it twice does no harm.
        return types != AllTypes && Interlocked.Increment(ref _viewCount) > MostViews ? ViewOf(AllTypes, crossSentences) : _views[key] = MakeView(types, crossSentences, key);
    }

    private const int AllTypes = (1 << TypeBits) - 1;

    private OutlineView MakeView(int types, bool crossSentences, int key)
    {
        var found = _byOther.AsSpan().ToArray();
        for (var type = 0; type < _types.Length; type++)
        {
            for (var i = type == 0 ? 0 : _setEnds[type - 1]; i < _setEnds[type] && (types & BitOf(type)) != 0; i++)
            {
                found[_setBits[i] / Bits] |= 1UL << (_setBits[i] % Bits);
            }
        }

        // A phrase of which one element is nowhere matches nothing.
        var (from, to) = crossSentences ? (_within, Size) : (0, _within);
        var alive = new ulong[Size];
        var words = new List<int>(to - from);
        for (var word = from; word < to; word++)
        {
            for (var lasts = _lasts[word]; lasts != 0; lasts &= lasts - 1)
            {
                var all = PhraseAt(word, BitOperations.TrailingZeroCount(lasts));
                alive[word] |= (found[word] & all) == all ? all : 0;
            }

            if (alive[word] != 0)
            {
                words.Add(word);
            }
        }

        return new(this, key, alive, words);
    }

    /// <summary>The bits of some words that are the first of a phrase, the last, and those that an item of a kind leaves standing.</summary>
    public (ulong[] Firsts, ulong[] Lasts, ulong[][] Keeps) Bounds(List<int> words, ulong[] alive)
    {
        var size = words.Count + 1 & ~1;
        var (firsts, lasts, keeps) = (new ulong[size], new ulong[size], new ulong[Slacks][]);
        for (var kind = 0; kind < Slacks; kind++)
        {
            keeps[kind] = new ulong[size];
        }

        for (var i = 0; i < words.Count; i++)
        {
            (firsts[i], lasts[i]) = (_firsts[words[i]] & alive[words[i]], _lasts[words[i]] & alive[words[i]]);
            for (var kind = 0; kind < Slacks; kind++)
            {
                keeps[kind][i] = _keeps[kind][words[i]] & alive[words[i]];
            }
        }

        return (firsts, lasts, keeps);
    }

    /// <summary>The number of a bit of a word among all.</summary>
    public static int BitOf(int word, int bit) => (word * Bits) + bit;

    /// <summary>The first instruction of the phrase whose first element a bit is.</summary>
    public int StartOf(int bit) => _startOfBit[bit];

    /// <summary>True where a bit is the first element of a phrase.</summary>
    public bool IsFirst(int bit) => (_firsts[bit / Bits] & (1UL << (bit % Bits))) != 0;

    /// <summary>Adds the elements that the end of a sentence is.</summary>
    public void AddBoundary(Span<ulong> masks) => AddSet(_types.Length, masks);

    /// <summary>Adds the elements that a fact is which may be taken for these types.</summary>
    public void AddTypes(int types, Span<ulong> masks)
    {
        for (var type = 0; type < _types.Length; type++)
        {
            if ((types & BitOf(type)) != 0)
            {
                AddSet(type, masks);
            }
        }
    }

    /// <summary>Adds the elements that the words of a class are.</summary>
    public void AddWords(int wordClass, Span<ulong> masks)
    {
        for (var i = wordClass == 0 ? 0 : _classEnds[wordClass - 1]; i < _classEnds[wordClass]; i++)
        {
            AddSet(_classSets[i], masks);
        }
    }

    private void AddSet(int set, Span<ulong> masks)
    {
        for (var i = set == 0 ? 0 : _setEnds[set - 1]; i < _setEnds[set]; i++)
        {
            masks[_setBits[i] / Bits] |= 1UL << (_setBits[i] % Bits);
        }
    }
}
