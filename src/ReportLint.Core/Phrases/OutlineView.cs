namespace ReportLint.Core.Phrases;

/// <summary>Two words of bits in which some kind of item is an element of phrases.</summary>
/// <param name="Low">The bits of the elements in the first of them.</param>
/// <param name="High">The bits in the other.</param>
/// <param name="Word">The first of them, whose number is even.</param>
internal readonly record struct OutlineCell(ulong Low, ulong High, int Word);

/// <summary>
/// The outlines of the phrases that may match in a stretch with facts of certain types: most phrases need one of another type. Their words of bits are numbered anew, so that
/// what is not there costs nothing. What a word is an element of is found when it first comes. Thread-safe.
/// </summary>
internal sealed class OutlineView
{
    /// <summary>Words of bits that lie on the stack while a row is made.</summary>
    private const int SmallSize = 256;

    /// <summary>The row of what is no element.</summary>
    public static readonly OutlineCell[] Nothing = [];

    private readonly PhraseOutlines _outlines;
    private readonly ulong[] _alive;
    private readonly int[] _words;
    private readonly OutlineCell[]?[] _rows;

    // Rows of facts that were asked for of late, each in the place that its types say.
    private readonly FactRow?[] _factRows = new FactRow?[16];

    /// <summary>Those phrases whose bits are set.</summary>
    /// <param name="outlines">All outlines.</param>
    /// <param name="key">Of which types they are, and whether they cross sentences.</param>
    /// <param name="alive">All bits of each of the phrases.</param>
    /// <param name="words">The words that have any.</param>
    public OutlineView(PhraseOutlines outlines, int key, ulong[] alive, List<int> words)
    {
        (_outlines, Key, _alive, _words) = (outlines, key, alive, words.ToArray());
        (Firsts, Lasts, Keeps) = outlines.Bounds(words, alive);
        _rows = words.Count == 0 ? [] : new OutlineCell[]?[outlines.ClassCount];
        Span<ulong> masks = outlines.Size <= SmallSize ? stackalloc ulong[outlines.Size] : new ulong[outlines.Size];
        outlines.AddBoundary(masks);
        Boundary = RowOf(masks);
    }

    /// <summary>What it was made for.</summary>
    public int Key { get; }

    private sealed record FactRow(int Types, OutlineCell[] Cells);

    /// <summary>Number of words of bits, even.</summary>
    public int Size => Firsts.Length;

    /// <summary>The first bits of the phrases.</summary>
    public ulong[] Firsts { get; }

    /// <summary>The last bits of the phrases, which nothing needs to follow.</summary>
    public ulong[] Lasts { get; }

    /// <summary>For each kind of item, the bits that it leaves standing.</summary>
    public ulong[][] Keeps { get; }

    /// <summary>What the end of a sentence is an element of.</summary>
    public OutlineCell[] Boundary { get; }

    /// <summary>Which word of bits of all outlines one of these is; 0 for the one that only makes their number even.</summary>
    public int WordOf(int word) => word < _words.Length ? _words[word] : 0;

    /// <summary>What the words of a class are elements of.</summary>
    public OutlineCell[] RowOfWords(int wordClass) => _rows[wordClass] ?? MakeRow(wordClass);

    /// <summary>What a fact is an element of that may be taken for some types.</summary>
    public OutlineCell[] RowOfTypes(int types)
    {
        ref var recent = ref _factRows[PhraseOutlines.PlaceOf(types, _factRows.Length)];
        return recent is { } row && row.Types == types ? row.Cells : (recent = new(types, MakeFactRow(types))).Cells;
    }

    private OutlineCell[] MakeFactRow(int types)
    {
        Span<ulong> masks = _outlines.Size <= SmallSize ? stackalloc ulong[_outlines.Size] : new ulong[_outlines.Size];
        _outlines.AddTypes(types, masks);
        return RowOf(masks);
    }

    private OutlineCell[] MakeRow(int wordClass)
    {
        Span<ulong> masks = _outlines.Size <= SmallSize ? stackalloc ulong[_outlines.Size] : new ulong[_outlines.Size];
        _outlines.AddWords(wordClass, masks);
        return _rows[wordClass] = RowOf(masks);
    }

    private OutlineCell[] RowOf(ReadOnlySpan<ulong> masks)
    {
        var count = 0;
        for (var i = 0; i < Size; i += 2)
        {
            count += (MaskOf(masks, i) | MaskOf(masks, i + 1)) != 0 ? 1 : 0;
        }

        var row = count == 0 ? Nothing : new OutlineCell[count];
        for (var i = Size - 2; i >= 0; i -= 2)
        {
            var (low, high) = (MaskOf(masks, i), MaskOf(masks, i + 1));
            if ((low | high) != 0)
            {
                row[--count] = new(low, high, i);
            }
        }

        return row;
    }

    private ulong MaskOf(ReadOnlySpan<ulong> masks, int word) => word < _words.Length ? masks[_words[word]] & _alive[_words[word]] : 0;
}
