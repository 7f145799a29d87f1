using ReportLint.Core.Facts;

namespace ReportLint.Core.Knowledge;

/// <summary>
/// A word list from <c>rules/lexicon/</c>: phrases of one or more words, each with a meaning. Immutable and thread-safe.
/// A file is <c>lexicon: NAME</c>, <c>summary:</c>, and <c>entries:</c>, a list of phrases (meaning: the lexicon's name)
/// or a mapping from meanings to lists of phrases.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<int, List<Entry>> _byFirstWord = [];

    private readonly record struct Entry(int[] Words, string Meaning);

    internal Lexicon(string name) => Name = name;

    /// <summary>The name that phrases and extractors use.</summary>
    public string Name { get; }

    /// <summary>All meanings with their phrases, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Entries { get; internal init; } = [];

    /// <summary>The numbers of the words that entries begin with.</summary>
    internal IEnumerable<int> FirstWords => _byFirstWord.Keys;

    internal void Add(int[] words, string meaning)
    {
        if (!_byFirstWord.TryGetValue(words[0], out var list))
        {
            _byFirstWord[words[0]] = list = [];
        }

        list.Add(new(words, meaning));
        list.Sort(static (a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>
    /// The longest entry that stands at a token. Words and marks must follow each other; spaces between them do not matter.
    /// </summary>
    /// <returns>Its number of tokens and its meaning, or <c>(0, "")</c>.</returns>
    public (int Length, string Meaning) Match(ReadOnlySpan<Token> tokens, int at)
    {
        if (at >= tokens.Length || tokens[at].Word == 0 || !_byFirstWord.TryGetValue(tokens[at].Word, out var entries))
        {
            return (0, "");
        }

        foreach (var entry in entries)
        {
            if (entry.Words.Length > tokens.Length - at)
            {
                continue;
            }

            var matches = true;
            for (var i = 1; i < entry.Words.Length && matches; i++)
            {
                matches = tokens[at + i].Word == entry.Words[i];
            }

            if (matches)
            {
                return (entry.Words.Length, entry.Meaning);
            }
        }

        return (0, "");
    }

    /// <summary>True where an entry begins with this word; a quick test before <see cref="Match"/>.</summary>
    public bool StartsWith(int word) => word != 0 && _byFirstWord.ContainsKey(word);
}
