namespace ReportLint.Core.Facts;

/// <summary>
/// Numbers for the words that lexicons, phrases and recognisers know, so that matching compares integers. Case is folded.
/// Filled while knowledge is loaded; read-only and thread-safe afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _words = [""];

    /// <summary>The number of a word, given out where it is new. From 1.</summary>
    public int Add(string word)
    {
        word = word.Replace('’', '\'');
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _ids[word] = id;
            _words.Add(word.ToLowerInvariant());
        }

        return id;
    }

    /// <summary>The number of a word, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (word.Contains('’'))
        {
            Span<char> straight = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
            word.Replace(straight, '’', '\'');
            return lookup.TryGetValue(straight, out var folded) ? folded : 0;
        }

        return lookup.TryGetValue(word, out var id) ? id : 0;
    }

    /// <summary>The lower-case word with this number.</summary>
    public string this[int id] => _words[id];

    /// <summary>Number of words, the empty word 0 included.</summary>
    public int Count => _words.Count;
}
