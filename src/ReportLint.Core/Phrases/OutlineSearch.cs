using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>
/// Finds where in a block phrases may begin: the shift-and method of Baeza-Yates and Gonnet, from the end to the start, with what may stand between two elements as masks;
/// each sentence for itself and only with the phrases whose facts it has, then the block as a whole for phrases that reach further. Not thread-safe; reusable for the next block.
/// </summary>
internal sealed class OutlineSearch(PhraseOutlines outlines)
{
    private readonly ulong[] _state = new ulong[2 * outlines.Size];

    // Of each item of the block, the types that a fact may be taken for, or the class of a word.
    private int[] _meanings = new int[64];

    private readonly OutlineCell[] _begun = new OutlineCell[outlines.Size / 2];
    private readonly Starts _within = new();
    private readonly Starts _crossing = new();

    // The number that was asked about last: most are of the same kind as the one before.
    private FactType? _type;
    private string _dimension = "";
    private string _unit = "";
    private bool _isCompound;
    private int _types;

    /// <summary>The first item at which a phrase may begin that was not taken, or -1.</summary>
    public int FirstStart => (int)Math.Min((uint)_within.First, (uint)_crossing.First);

    /// <summary>Takes out a phrase that may begin at an item which is the first of all that are left.</summary>
    /// <returns>The bit of its first element, or -1 where there is no more of them.</returns>
    public int TakeStart(int at) => _within.Take(at) is >= 0 and var bit ? bit : _crossing.Take(at);

    /// <summary>Notes where phrases may begin.</summary>
    /// <param name="items">The items of the block.</param>
    /// <param name="most">In how many places they may.</param>
    /// <returns>False where there are more; the look ended there.</returns>
    public bool Find(ReadOnlySpan<PhraseItem> items, long most)
    {
        _within.Clear();
        _crossing.Clear();
        if (_meanings.Length < items.Length)
        {
            _meanings = new int[items.Length * 2];
        }

        var (all, sentences) = (0, 0);
        for (var end = items.Length; end > 0; sentences++)
        {
            var start = end;
            var types = ReadSentence(items, ref start);
            all |= types;
            if (!Find(outlines.ViewOf(types, crossSentences: false), items, start, end, _within, most))
            {
                return false;
            }

            end = start;
        }

        if (sentences < 2 && outlines.AllNeedTwoSentences)
        {
            return true;
        }

        return Find(outlines.ViewOf(all, crossSentences: true), items, 0, items.Length, _crossing, most - _within.Count);
    }

    /// <summary>Tells what the items of a sentence mean to phrases: from its boundary to its first item, which comes behind the boundary of the one before.</summary>
    /// <param name="items">The items of the block.</param>
    /// <param name="start">The item behind its boundary; its first item afterwards.</param>
    /// <returns>The types that its facts may be taken for.</returns>
    private int ReadSentence(ReadOnlySpan<PhraseItem> items, ref int start)
    {
        var (all, at, meanings) = (0, start, _meanings);
        do
        {
            ref readonly var item = ref items[--at];
            if (item.Fact is { } fact)
            {
                var types = TypesOf(fact);
                meanings[at] = types;
                all |= types;
            }
            else
            {
                meanings[at] = outlines.ClassOf(item.Word);
            }
        }
        while (at > 0 && !items[at - 1].IsBoundary);

        start = at;
        return all;
    }

    /// <summary>What the outlines say of a fact; of a number it depends on its type, its unit and whether it is a compound.</summary>
    private int TypesOf(Fact fact)
    {
        if (fact is not NumericFact number)
        {
            return outlines.TypesOf(fact);
        }

        var type = number.Type;
        if (type != _type || !ReferenceEquals(number.Dimension, _dimension) || !ReferenceEquals(number.Unit, _unit) || number.IsCompound != _isCompound)
        {
            (_type, _dimension, _unit, _isCompound, _types) = (type, number.Dimension, number.Unit, number.IsCompound, outlines.TypesOf(number));
        }

        return _types;
    }

    private bool Find(OutlineView view, ReadOnlySpan<PhraseItem> items, int start, int end, Starts starts, long most)
    {
        if (view.Size == 0)
        {
            return true;
        }

        var (meanings, size) = (_meanings, (nuint)view.Size);
        ref var now = ref _state[0];
        ref var next = ref _state[outlines.Size];
        _state.AsSpan(0, view.Size).Clear();
        var (factRow, factTypes, rested) = (OutlineView.Nothing, 0, PhraseItemKind.Boundary);
        for (var at = end - 1; at >= start; at--)
        {
            var (kind, meaning) = (items[at].Kind, meanings[at]);
            OutlineCell[] row;
            if (kind < PhraseItemKind.Fact)
            {
                row = meaning < 0 ? OutlineView.Nothing : view.RowOfWords(meaning);
                if (row.Length == 0)
                {
                    // Another item of a kind that is an element of nothing leaves standing what the one behind it left.
                    if (kind != rested)
                    {
                        Keep(view.Keeps[(int)kind], ref now, ref now, size);
                        rested = kind;
                    }

                    continue;
                }
            }
            else if (kind == PhraseItemKind.Boundary)
            {
                row = view.Boundary;
            }
            else
            {
                if (meaning != factTypes)
                {
                    (factRow, factTypes) = (view.RowOfTypes(meaning), meaning);
                }

                row = factRow;
            }

            rested = PhraseItemKind.Boundary;
            Keep(view.Keeps[(int)kind], ref now, ref next, size);
            for (var (i, begun) = (0, Reach(row, ref now, ref next, view, _begun)); i < begun; i++)
            {
                ref readonly var cell = ref _begun[i];
                starts.Add(at, view.WordOf(cell.Word), cell.Low);
                starts.Add(at, view.WordOf(cell.Word + 1), cell.High);
            }

            if (starts.Count > most)
            {
                return false;
            }

            ref var swapped = ref now;
            now = ref next;
            next = ref swapped;
        }

        return true;
    }

    /// <summary>Leaves standing what an item of some kind does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(ulong[] keep, ref ulong from, ref ulong to, nuint size)
    {
        ref var kept = ref MemoryMarshal.GetArrayDataReference(keep);
        for (nuint i = 0; i < size; i += 2)
        {
            (Vector128.LoadUnsafe(ref from, i) & Vector128.LoadUnsafe(ref kept, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Adds the elements that an item is, where those that must follow them stand behind it, and notes those that begin phrases.</summary>
    /// <returns>How many words of bits were noted.</returns>
    private static int Reach(OutlineCell[] row, ref ulong behind, ref ulong reached, OutlineView view, OutlineCell[] begun)
    {
        var count = 0;
        ref var lasts = ref MemoryMarshal.GetArrayDataReference(view.Lasts);
        ref var firsts = ref MemoryMarshal.GetArrayDataReference(view.Firsts);
        foreach (ref readonly var cell in row.AsSpan())
        {
            // Half of the cells come to nothing, in no order that a processor could foresee, so only a beginning is worth a branch.
            var word = (nuint)cell.Word;
            var elements = ((Vector128.LoadUnsafe(ref behind, word) << 1) | Vector128.LoadUnsafe(ref lasts, word)) & Vector128.Create(cell.Low, cell.High);
            (Vector128.LoadUnsafe(ref reached, word) | elements).StoreUnsafe(ref reached, word);
            elements &= Vector128.LoadUnsafe(ref firsts, word);
            if (elements != Vector128<ulong>.Zero)
            {
                begun[count++] = new(elements[0], elements[1], cell.Word);
            }
        }

        return count;
    }

    /// <summary>Where phrases may begin, the last first.</summary>
    private sealed class Starts
    {
        // The item and the word of bits side by side, and the bits that were not taken.
        private long[] _places = new long[64];
        private ulong[] _bits = new ulong[64];
        private int _end;

        /// <summary>How many were added.</summary>
        public long Count { get; private set; }

        /// <summary>The item of the one that was added last; -1 where all were taken.</summary>
        public int First => _end == 0 ? -1 : (int)(_places[_end - 1] >> 32);

        public void Clear() => (_end, Count) = (0, 0);

        public void Add(int at, int word, ulong bits)
        {
            if (bits == 0)
            {
                return;
            }

            if (_end == _places.Length)
            {
                Array.Resize(ref _places, _end * 2);
                Array.Resize(ref _bits, _end * 2);
            }

            (_places[_end], _bits[_end]) = (((long)at << 32) | (uint)word, bits);
            _end++;
            Count += BitOperations.PopCount(bits);
        }

        /// <summary>Takes out the one that was added last, where it begins at an item.</summary>
        /// <returns>Its bit, or -1.</returns>
        public int Take(int at)
        {
            var last = _end - 1;
            if (last < 0 || (int)(_places[last] >> 32) != at)
            {
                return -1;
            }

            ref var bits = ref _bits[last];
            var bit = BitOperations.Log2(bits);
            bits ^= 1UL << bit;
            _end -= bits == 0 ? 1 : 0;
            return PhraseOutlines.BitOf((int)_places[last], bit);
        }
    }
}
