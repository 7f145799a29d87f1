using System.Numerics;

namespace ReportLint.Core.Phrases;

/// <summary>
/// The first instructions of the phrases that can begin at an item, filed under one mark that each of them needs: a phrase whose mark does
/// not stand where it may stand is not even looked at, so that many phrases that begin with any number cost little. Immutable.
/// </summary>
internal sealed class PhraseStarts
{
    /// <summary>None.</summary>
    public static readonly PhraseStarts None = new([], null);

    private const int Words = 3;
    private const int Shelves = 3 * Words;

    // Codes in groups: those that need no mark, then by reach, by word of the marks, and by bit in ascending order.
    private readonly int[] _codes;
    private readonly int[] _ends;
    private readonly ulong[] _bits = new ulong[Shelves];
    private readonly int[] _firstGroup = new int[Shelves];

    public PhraseStarts(ReadOnlySpan<int> codes, PhraseProgram? program)
    {
        var counts = new int[1 + (Shelves * 64)];
        var slots = new int[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            slots[i] = SlotOf(program!.NeedOf(codes[i]));
            counts[slots[i]]++;
        }

        var groups = 1;
        for (var slot = 1; slot < counts.Length; slot++)
        {
            var shelf = (slot - 1) / 64;
            if ((slot - 1) % 64 == 0)
            {
                _firstGroup[shelf] = groups;
            }

            if (counts[slot] > 0)
            {
                _bits[shelf] |= 1UL << ((slot - 1) % 64);
                groups++;
            }
        }

        _ends = new int[groups];
        _codes = new int[codes.Length];
        var (group, end) = (0, 0);
        for (var slot = 0; slot < counts.Length; slot++)
        {
            if (slot > 0 && counts[slot] == 0)
            {
                continue;
            }

            for (var i = 0; i < codes.Length && counts[slot] > 0; i++)
            {
                if (slots[i] == slot)
                {
                    _codes[end++] = codes[i];
                }
            }

            _ends[group++] = end;
        }
    }

    /// <summary>Number of instructions.</summary>
    public int Count => _codes.Length;

    /// <summary>Writes the instructions that may be worth a try, and gives their number.</summary>
    /// <param name="near">The marks that stand near.</param>
    /// <param name="inSentence">Those that stand up to the end of the sentence.</param>
    /// <param name="inBlock">Those that stand up to the end of the block.</param>
    /// <param name="into">At least <see cref="Count"/> places.</param>
    public int Fill(in PhraseMarks near, in PhraseMarks inSentence, in PhraseMarks inBlock, Span<int> into)
    {
        var count = 0;
        for (; count < _ends[0]; count++)
        {
            into[count] = _codes[count];
        }

        if (count == _codes.Length)
        {
            return count;
        }

        AddReach((int)PhraseReach.Near * Words, near, into, ref count);
        AddReach((int)PhraseReach.Sentence * Words, inSentence, into, ref count);
        AddReach((int)PhraseReach.Block * Words, inBlock, into, ref count);
        return count;
    }

    private void AddReach(int shelf, in PhraseMarks marks, Span<int> into, ref int count)
    {
        Add(shelf, marks.Common, into, ref count);
        Add(shelf + 1, marks.Rare, into, ref count);
        Add(shelf + 2, marks.OtherRare, into, ref count);
    }

    private void Add(int shelf, ulong marks, Span<int> into, ref int count)
    {
        var all = _bits[shelf];
        for (var there = all & marks; there != 0; there &= there - 1)
        {
            var bit = there & (~there + 1);
            var group = _firstGroup[shelf] + BitOperations.PopCount(all & (bit - 1));
            for (var i = _ends[group - 1]; i < _ends[group]; i++)
            {
                into[count++] = _codes[i];
            }
        }
    }

    /// <summary>The place of a need among all groups: of the marks that it names, one that few sentences have.</summary>
    private static int SlotOf(in PhraseNeed need)
    {
        var (word, bits) = need.Marks.Rare != 0 ? (1, need.Marks.Rare) : need.Marks.OtherRare != 0 ? (2, need.Marks.OtherRare) : (0, need.Marks.Common);
        return bits == 0 ? 0 : 1 + ((((int)need.Reach * Words) + word) * 64) + 63 - BitOperations.LeadingZeroCount(bits);
    }
}
