using System.Buffers.Binary;

namespace ReportLint.Core.Knowledge.Images;

/// <summary>Writes compiled knowledge as whole numbers; texts are written once each and referred to by number.</summary>
internal sealed class ImageWriter
{
    private readonly List<int> _numbers = [];
    private readonly TextTable _texts = new();
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public void Write(int number) => _numbers.Add(number);

    public void Write(bool truth) => Write(truth ? 1 : 0);

    public void Write(ulong bits)
    {
        Write((int)(uint)bits);
        Write((int)(uint)(bits >> 32));
    }

    public void Write(string text) => Write(Number(text));

    /// <summary>Their count, then the numbers.</summary>
    public void Write(ReadOnlySpan<int> numbers)
    {
        Write(numbers.Length);
        foreach (var number in numbers)
        {
            Write(number);
        }
    }

    /// <summary>The number by which a text is referred to.</summary>
    public int Number(string text)
    {
        if (!_known.TryGetValue(text, out var number))
        {
            _known[text] = number = _texts.Add(text);
        }

        return number;
    }

    /// <summary>Three counts, the numbers, where each text begins, and the characters of all, up to a multiple of four bytes.</summary>
    public byte[] ToArray()
    {
        var starts = _texts.Starts;
        var characters = _texts.Characters;
        var bytes = new byte[(3 + _numbers.Count + starts.Length) * sizeof(int) + ((characters.Length + 1) / 2 * sizeof(int))];
        var at = bytes.AsSpan();
        foreach (var count in (ReadOnlySpan<int>)[_numbers.Count, _texts.Count, characters.Length])
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, count);
            at = at[sizeof(int)..];
        }

        foreach (var number in _numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, number);
            at = at[sizeof(int)..];
        }

        foreach (var start in starts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, start);
            at = at[sizeof(int)..];
        }

        foreach (var character in characters)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, character);
            at = at[sizeof(char)..];
        }

        return bytes;
    }
}
