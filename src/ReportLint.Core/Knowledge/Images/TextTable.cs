namespace ReportLint.Core.Knowledge.Images;

/// <summary>Many short texts in one array. A text becomes a string when it is first asked for as one. Filled once, thread-safe afterwards.</summary>
internal sealed class TextTable
{
    private char[] _characters;
    private int[] _starts;
    private string?[] _strings;

    public TextTable()
        : this(new char[1 << 8], new int[1 << 5], 0)
    {
    }

    /// <summary>Texts that follow each other; of <paramref name="starts"/> the first counts, and one more for the end.</summary>
    public TextTable(char[] characters, int[] starts, int count)
    {
        (_characters, _starts, Count) = (characters, starts, count);
        _strings = new string?[count];
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>All characters.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _starts[Count]);

    /// <summary>Where each text begins, and where the last one ends.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    public string this[int index] => _strings[index] ??= Span(index).ToString();

    public ReadOnlySpan<char> Span(int index) => _characters.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>Adds a text, whether it is there already or not.</summary>
    /// <returns>Its index.</returns>
    public int Add(string text)
    {
        if (Count + 1 == _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
        }

        if (Count == _strings.Length)
        {
            Array.Resize(ref _strings, Math.Max(16, Count * 2));
        }

        var start = _starts[Count];
        if (start + text.Length > _characters.Length)
        {
            var larger = new char[Math.Max(_characters.Length * 2, start + text.Length)];
            _characters.AsSpan(0, start).CopyTo(larger);
            _characters = larger;
        }

        text.CopyTo(_characters.AsSpan(start));
        _starts[Count + 1] = start + text.Length;
        _strings[Count] = text;
        return Count++;
    }
}
