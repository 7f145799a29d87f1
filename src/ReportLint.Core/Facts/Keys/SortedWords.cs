namespace ReportLint.Core.Facts.Keys;

/// <summary>A few words in ordinal order, each once. Takes no memory while there are none, as for most keys.</summary>
internal struct SortedWords
{
    private List<string>? _words;

    /// <summary>Number of words.</summary>
    public readonly int Count => _words?.Count ?? 0;

    /// <summary>Adds a word where it is new.</summary>
    public void Add(string word)
    {
        _words ??= [];
        var at = _words.Count;
        while (at > 0 && string.CompareOrdinal(_words[at - 1], word) >= 0)
        {
            at--;
        }

        if (at == _words.Count || _words[at] != word)
        {
            _words.Insert(at, word);
        }
    }

    /// <summary>The words with blanks between them.</summary>
    public override readonly string ToString() => Count switch
    {
        0 => "",
        1 => _words![0],
        _ => string.Join(' ', _words!),
    };
}
