using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportLint.Core.Phrases;

/// <summary>
/// Finds where in a block phrases may begin: the shift-and method of Baeza-Yates and Gonnet, from the end to the start, with what may stand between two elements as masks;
/// each sentence for itself and only with the phrases whose facts it has, then the block as a whole for phrases that reach further. Not thread-safe; reusable for the next block.
/// </summary>
internal sealed class OutlineSearch(PhraseOutlines outlines)
{
    private readonly ulong[] _state = new ulong[2 * outlines.Size];
    private int[] _types = new int[64];

    // Where phrases may begin, the last first: the item, and the first instruction.
    private readonly List<long> _within = [];
    private readonly List<long> _crossing = [];

    /// <summary>The first item at which a phrase may begin that was not taken, or -1.</summary>
    public int FirstStart => (int)Math.Min((uint)First(_within), (uint)First(_crossing));

    private static int First(List<long> starts) => starts.Count == 0 ? -1 : (int)(starts[^1] >> 32);

    /// <summary>Takes out a phrase that may begin at an item which is the first of all that are left.</summary>
    /// <returns>Its first instruction, or -1 where there is no more of them.</returns>
    public int TakeStart(int at) => Take(_within, at) is >= 0 and var code ? code : Take(_crossing, at);

    private static int Take(List<long> starts, int at)
    {
        if (starts.Count == 0 || starts[^1] >> 32 != at)
        {
            return -1;
        }

        var code = (int)starts[^1];
        starts.RemoveAt(starts.Count - 1);
        return code;
    }

    /// <summary>Notes where phrases may begin.</summary>
    /// <param name="items">The items of the block.</param>
    /// <param name="most">In how many places they may.</param>
    /// <returns>False where there are more; the look ended there.</returns>
    public bool Find(ReadOnlySpan<PhraseItem> items, long most)
    {
        _within.Clear();
        _crossing.Clear();
        if (_types.Length < items.Length)
        {
            _types = new int[items.Length * 2];
        }

        var all = 0;
        for (var end = items.Length; end > 0;)
        {
            // From its boundary to its first item, which comes behind the boundary of the one before.
            var (start, types) = (end, 0);
            do
            {
                start--;
                _types[start] = items[start].Fact is { } fact ? outlines.TypesOf(fact) : 0;
                types |= _types[start];
            }
            while (start > 0 && !items[start - 1].IsBoundary);

            all |= types;
            if (!Find(outlines.ViewOf(types, crossSentences: false), items, start, end, _within, most))
            {
                return false;
            }

            end = start;
        }

        return Find(outlines.ViewOf(all, crossSentences: true), items, 0, items.Length, _crossing, most - _within.Count);
    }

    private bool Find(OutlineView view, ReadOnlySpan<PhraseItem> items, int start, int end, List<long> starts, long most)
    {
        if (view.Size == 0)
        {
            return true;
        }

        var firsts = view.Firsts;
        var now = _state.AsSpan(0, view.Size);
        var next = _state.AsSpan(outlines.Size, view.Size);
        now.Clear();
        for (var at = end - 1; at >= start; at--)
        {
            ref readonly var item = ref items[at];
            Keep(now, view.Keeps[(int)item.Kind], next);
            var row = item.Fact is not null ? view.RowOfTypes(_types[at]) : item.IsBoundary ? view.Boundary : view.RowOfWord(item.Word);
            ref var before = ref MemoryMarshal.GetReference(now);
            ref var behind = ref MemoryMarshal.GetReference(next);
            ref var first = ref MemoryMarshal.GetArrayDataReference(firsts);
            foreach (ref readonly var cell in row.AsSpan())
            {
                // Half of the cells come to nothing, in no order that a processor could foresee, so only a beginning is worth a branch.
                var reached = ((Unsafe.Add(ref before, cell.Word) << 1) & cell.Mask) | cell.Lasts;
                Unsafe.Add(ref behind, cell.Word) |= reached;
                for (var begun = reached & Unsafe.Add(ref first, cell.Word); begun != 0; begun &= begun - 1)
                {
                    starts.Add(((long)at << 32) | (uint)view.StartOf(cell.Word, BitOperations.TrailingZeroCount(begun)));
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
}
