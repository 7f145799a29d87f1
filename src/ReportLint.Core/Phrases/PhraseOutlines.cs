using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Phrases;

/// <summary>
/// The outlines of all phrases side by side, a bit for each element: one pass over a block from its end tells at which items which phrases
/// may begin (the shift-and method of Baeza-Yates and Gonnet, with what may stand between two elements as masks). Thread-safe.
/// </summary>
/// <remarks>A phrase's elements lie in one word, the last in the lowest bit; the phrases that stay within a sentence come first.</remarks>
internal sealed class PhraseOutlines
{
    private const int Bits = 64;
    private const int Slacks = 5;

    private static readonly Cell[] Nothing = [];

    // For each word: the lowest and the highest bit of each phrase; for each kind of item, the bits that it leaves standing.
    private readonly ulong[] _lasts;
    private readonly ulong[] _firsts;
    private readonly ulong[][] _keeps;
    private readonly int _within;
    private readonly int[] _startOfBit;

    // The sets of elements: for each, the bits that it stands for; and for each word of the vocabulary that is in any, which.
    private readonly int[] _setEnds;
    private readonly int[] _setBits;
    private readonly int[] _words;
    private readonly int[] _wordEnds;
    private readonly int[] _wordSets;
    private readonly FactType[] _types;

    private readonly Cell[]?[] _rows;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Cell[]> _rowsOfFacts = new();
    private readonly Cell[] _boundary;

    /// <summary>A word in which some kind of item is an element of phrases.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Mask">The bits of the elements.</param>
    /// <param name="Lasts">Those that nothing needs to follow.</param>
    private readonly record struct Cell(int Word, ulong Mask, ulong Lasts);

    /// <summary>Lays outlines side by side.</summary>
    /// <param name="phrases">The outline of each phrase, with its first instruction.</param>
    public PhraseOutlines(IReadOnlyList<(PhraseOutline Outline, int Start)> phrases)
    {
        var sets = new PhraseSets();
        var ordered = phrases.OrderBy(static phrase => phrase.Outline.CrossesSentences).ToList();
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

        (_setEnds, _setBits, _words, _wordEnds, _wordSets, _types) = sets.ToArrays();
        _rows = NoRows();
        _boundary = RowOf([_types.Length]);
    }

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

        (_startOfBit, _setEnds, _setBits, _words, _wordEnds, _wordSets) = (numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints(), numbers.Ints());
        _types = new FactType[numbers.Int()];
        for (var i = 0; i < _types.Length; i++)
        {
            _types[i] = image.Type(numbers.Int());
        }

        _rows = NoRows();
        _boundary = RowOf([_types.Length]);
    }

    /// <summary>Reads outlines.</summary>
    public static PhraseOutlines Read(PhraseImageReader image) => new(image);

    /// <summary>All that the outlines hold besides <see cref="Types"/>, in the order in which an image has it.</summary>
    public int[][] Numbers =>
    [
        .. ((ulong[][])[_lasts, _firsts, .. _keeps]).Select(static bits => MemoryMarshal.Cast<ulong, int>(bits).ToArray()),
        _startOfBit, _setEnds, _setBits, _words, _wordEnds, _wordSets,
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

    private Cell[]?[] NoRows() => new Cell[_words.Length == 0 ? 1 : _words[^1] + 1][];

    /// <summary>Number of words of 64 bits, even.</summary>
    public int Size { get; }

    /// <summary>Notes where phrases may begin, from the end of a block to its start.</summary>
    /// <param name="items">The items of the block.</param>
    /// <param name="state">Two times <see cref="Size"/> words, whatever they hold.</param>
    /// <param name="starts">Where to add the places, each an item and the first instruction of a phrase.</param>
    /// <param name="most">How many there may be.</param>
    /// <returns>False where there are more; the look ended there.</returns>
    public bool Find(ReadOnlySpan<PhraseItem> items, ulong[] state, List<long> starts, long most)
    {
        var now = state.AsSpan(0, Size);
        var next = state.AsSpan(Size, Size);
        now.Clear();
        for (var at = items.Length - 1; at >= 0; at--)
        {
            ref readonly var item = ref items[at];
            if (item.IsBoundary)
            {
                now[.._within].Clear();
            }

            Keep(now, _keeps[KindOf(item)], next);
            foreach (ref readonly var cell in RowOf(item).AsSpan())
            {
                var reached = ((now[cell.Word] << 1) & cell.Mask) | cell.Lasts;
                if (reached == 0)
                {
                    continue;
                }

                next[cell.Word] |= reached;
                for (var begun = reached & _firsts[cell.Word]; begun != 0; begun &= begun - 1)
                {
                    starts.Add(((long)at << 32) | (uint)_startOfBit[(cell.Word * Bits) + BitOperations.TrailingZeroCount(begun)]);
                }
            }

            if (starts.Count > most)
            {
                return false;
            }

            var swapped = now;
            now = next;
            next = swapped;
        }

        return true;
    }

    private static void Keep(Span<ulong> from, ulong[] keep, Span<ulong> to)
    {
        ref var a = ref MemoryMarshal.GetReference(from);
        ref var b = ref MemoryMarshal.GetArrayDataReference(keep);
        ref var c = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)from.Length; i += 2)
        {
            (Vector128.LoadUnsafe(ref a, i) & Vector128.LoadUnsafe(ref b, i)).StoreUnsafe(ref c, i);
        }
    }

    private static int KindOf(in PhraseItem item) =>
        item.IsBoundary ? 4 : item.Fact is null ? (item.IsNoun ? 0 : 1) : item.Fact is NumericFact { IsCompound: false } ? 3 : 2;

    private Cell[] RowOf(in PhraseItem item)
    {
        if (item.Fact is { } fact)
        {
            var fitting = 0;
            for (var i = 0; i < _types.Length; i++)
            {
                fitting |= NumericFact.Fits(fact, _types[i]) ? 1 << i : 0;
            }

            return _rowsOfFacts.TryGetValue(fitting, out var known) ? known : RowOfTypes(fitting);
        }

        return item.IsBoundary ? _boundary : (uint)item.Word < (uint)_rows.Length ? _rows[item.Word] ?? RowOfWord(item.Word) : Nothing;
    }

    private Cell[] RowOfTypes(int fitting)
    {
        var sets = new List<int>();
        for (var i = 0; i < _types.Length; i++)
        {
            if ((fitting & (1 << i)) != 0)
            {
                sets.Add(i);
            }
        }

        return _rowsOfFacts[fitting] = RowOf(CollectionsMarshal.AsSpan(sets));
    }

    private Cell[] RowOfWord(int word)
    {
        var place = Array.BinarySearch(_words, word);
        return _rows[word] = place < 0 ? Nothing : RowOf(_wordSets.AsSpan()[(place == 0 ? 0 : _wordEnds[place - 1]).._wordEnds[place]]);
    }

    private Cell[] RowOf(ReadOnlySpan<int> sets)
    {
        var masks = new ulong[Size];
        foreach (var set in sets)
        {
            for (var i = set == 0 ? 0 : _setEnds[set - 1]; i < _setEnds[set]; i++)
            {
                masks[_setBits[i] / Bits] |= 1UL << (_setBits[i] % Bits);
            }
        }

        var count = 0;
        foreach (var mask in masks)
        {
            count += mask != 0 ? 1 : 0;
        }

        var row = new Cell[count];
        for (var word = masks.Length - 1; word >= 0; word--)
        {
            if (masks[word] != 0)
            {
                row[--count] = new(word, masks[word], masks[word] & _lasts[word]);
            }
        }

        return row;
    }
}
