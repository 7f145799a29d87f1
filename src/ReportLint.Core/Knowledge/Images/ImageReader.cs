namespace ReportLint.Core.Knowledge.Images;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, number by number in the same order. Only for bytes that are known to be whole.</summary>
internal sealed class ImageReader
{
    private const int CountsSize = 3 * sizeof(int);

    private int _at;

    /// <summary>Takes the bytes from an offset on. They are in the order of a little-endian machine.</summary>
    public ImageReader(byte[] bytes, int offset)
    {
        var counts = new int[3];
        Buffer.BlockCopy(bytes, offset, counts, 0, CountsSize);
        var (numbers, texts, characters) = (counts[0], counts[1], counts[2]);
        Numbers = new int[numbers];
        Buffer.BlockCopy(bytes, offset += CountsSize, Numbers, 0, numbers * sizeof(int));
        var starts = new int[texts + 1];
        Buffer.BlockCopy(bytes, offset += numbers * sizeof(int), starts, 0, starts.Length * sizeof(int));
        var all = new char[characters];
        Buffer.BlockCopy(bytes, offset + (starts.Length * sizeof(int)), all, 0, characters * sizeof(char));
        Texts = new(all, starts, texts);
    }

    /// <summary>All numbers, for what is read when it is asked for.</summary>
    public int[] Numbers { get; }

    /// <summary>All texts.</summary>
    public TextTable Texts { get; }

    /// <summary>Position of the next number.</summary>
    public int Position => _at;

    public int Int() => Numbers[_at++];

    public bool Truth() => Int() != 0;

    public ulong Bits() => (uint)Int() | ((ulong)(uint)Int() << 32);

    public string Text() => Texts[Int()];

    /// <summary>Numbers behind their count.</summary>
    public int[] Ints()
    {
        var numbers = new int[Int()];
        Array.Copy(Numbers, _at, numbers, 0, numbers.Length);
        _at += numbers.Length;
        return numbers;
    }

    /// <inheritdoc cref="Ints"/>
    public List<int> List()
    {
        var count = Int();
        var numbers = new List<int>(count);
        for (; count > 0; count--)
        {
            numbers.Add(Int());
        }

        return numbers;
    }

    /// <summary>Passes over numbers behind their count.</summary>
    /// <returns>Position of the first of them.</returns>
    public int Skip()
    {
        var count = Int();
        _at += count;
        return _at - count;
    }
}
