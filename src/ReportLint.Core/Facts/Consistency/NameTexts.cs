namespace ReportLint.Core.Facts.Consistency;

/// <summary>Numbers for the words of a document's names and for what joins them, lower case, so that names are compared without texts.</summary>
internal sealed class NameTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [""];

    public NameTexts() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many texts there are, the empty one among them.</summary>
    public int Count => _texts.Count;

    /// <summary>The text with a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, case ignored; 0 for the empty one.</summary>
    public int NumberOf(ReadOnlySpan<char> text)
    {
        Span<char> lower = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        text.ToLowerInvariant(lower);
        if (!_lookup.TryGetValue(lower, out var number))
        {
            number = _texts.Count;
            var kept = lower.ToString();
            _texts.Add(kept);
            _numbers.Add(kept, number);
        }

        return number;
    }

    /// <summary>The number of a text as it stands; -1 where it is not known.</summary>
    public int Find(ReadOnlySpan<char> text) => _lookup.TryGetValue(text, out var number) ? number : -1;
}
