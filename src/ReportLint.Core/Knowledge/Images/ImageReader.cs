using System.Runtime.InteropServices;

namespace ReportLint.Core.Knowledge.Images;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, number by number in the same order. Only for bytes that are known to be whole.</summary>
internal sealed class ImageReader
{
    private int _at;

    /// <summary>Takes whole numbers from a place on, without copying them. They are in the order of a little-endian machine.</summary>
    public ImageReader(int[] words, int start)
    {
        var (numbers, texts, characters) = (words[start], words[start + 1], words[start + 2]);
        (Numbers, _at) = (words, start + 3);
        var starts = words.AsSpan(_at + numbers, texts + 1);
        Texts = new(MemoryMarshal.Cast<int, char>(words.AsSpan(_at + numbers + starts.Length))[..characters].ToArray(), starts.ToArray(), texts);
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

    /// <summary>Numbers behind their count, where they lie.</summary>
    public ReadOnlySpan<int> Span()
    {
        var count = Int();
        _at += count;
        return Numbers.AsSpan(_at - count, count);
    }

    /// <summary>Numbers behind their count.</summary>
    public int[] Ints() => Span().ToArray();

    /// <inheritdoc cref="Ints"/>
    public List<int> List()
    {
        var span = Span();
        var numbers = new List<int>(span.Length);
        numbers.AddRange(span);
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
