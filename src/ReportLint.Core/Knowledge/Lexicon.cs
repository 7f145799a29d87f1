using System.Runtime.CompilerServices;
using ReportLint.Core.Facts;

namespace ReportLint.Core.Knowledge;

/// <summary>
/// A word list from <c>rules/lexicon/</c>: phrases of one or more words, each with a meaning. Immutable and thread-safe.
/// A file is <c>lexicon: NAME</c>, <c>summary:</c>, and <c>entries:</c>, a list of phrases (meaning: the lexicon's name)
/// or a mapping from meanings to lists of phrases.
/// </summary>
public sealed class Lexicon
{
    // Entries by the number of their first word, in pages: matching is tried at every token, and most words begin no entry.
    private const int PageBits = 4;
    private const int PageMask = (1 << PageBits) - 1;
    private Entry[]?[]?[] _pages = [];

    private readonly record struct Entry(int[] Words, string Meaning);

    internal Lexicon(string name) => Name = name;

    /// <summary>The name that phrases and extractors use.</summary>
    public string Name { get; }

    /// <summary>All meanings with their phrases, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Entries { get; internal init; } = [];

    /// <summary>All phrases, in the order of the file.</summary>
    internal IEnumerable<string> Phrases
    {
        get
        {
            foreach (var (_, phrases) in Entries)
            {
                foreach (var phrase in phrases)
                {
                    yield return phrase;
                }
            }
        }
    }

    /// <summary>The phrases of one meaning, in the order of the file.</summary>
    internal IReadOnlyList<string> PhrasesOf(string meaning)
    {
        foreach (var (name, phrases) in Entries)
        {
            if (name == meaning)
            {
                return phrases;
            }
        }

        return [];
    }

    /// <summary>The numbers of the words that entries begin with, in ascending order.</summary>
    internal List<int> FirstWords
    {
        get
        {
            var words = new List<int>(8);
            for (var page = 0; page < _pages.Length; page++)
            {
                for (var i = 0; _pages[page] is { } entries && i < entries.Length; i++)
                {
                    if (entries[i] is not null)
                    {
                        words.Add((page << PageBits) | i);
                    }
                }
            }

            return words;
        }
    }

    /// <summary>Above the highest number of a word that an entry begins with.</summary>
    internal int WordLimit => _pages.Length << PageBits;

    internal void Add(int[] words, string meaning) => Add(new Entry(words, meaning));

    /// <summary>Adds the entries of another list.</summary>
    internal void Include(Lexicon other)
    {
        foreach (var page in other._pages)
        {
            foreach (var entries in page ?? [])
            {
                foreach (var entry in entries ?? [])
                {
                    Add(entry);
                }
            }
        }
    }

    /// <summary>Puts the longest entries of a word first; of two equally long ones the one that came first.</summary>
    private void Add(Entry entry)
    {
        var (page, at) = (entry.Words[0] >> PageBits, entry.Words[0] & PageMask);
        if (page >= _pages.Length)
        {
            Array.Resize(ref _pages, page + 1);
        }

        var slots = _pages[page] ??= new Entry[]?[PageMask + 1];
        var others = slots[at] ?? [];
        var place = 0;
        while (place < others.Length && others[place].Words.Length >= entry.Words.Length)
        {
            place++;
        }

        var all = new Entry[others.Length + 1];
        Array.Copy(others, all, place);
        all[place] = entry;
        Array.Copy(others, place, all, place + 1, others.Length - place);
        slots[at] = all;
    }

    private Entry[]? EntriesOf(int word)
    {
        var page = word >> PageBits;
        return word == 0 || page >= _pages.Length || _pages[page] is not { } slots ? null : slots[word & PageMask];
    }

    /// <summary>
    /// The longest entry that stands at a token. Words and marks must follow each other; spaces between them do not matter.
    /// </summary>
    /// <returns>Its number of tokens and its meaning, or <c>(0, "")</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Length, string Meaning) Match(ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length && EntriesOf(tokens[at].Word) is { } entries ? Longest(entries, tokens, at) : (0, "");

    private static (int Length, string Meaning) Longest(Entry[] entries, ReadOnlySpan<Token> tokens, int at)
    {
        foreach (ref readonly var entry in entries.AsSpan())
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

    /// <summary>True where this word is an entry of its own.</summary>
    internal bool HasWord(int word) => EntriesOf(word) is [.., { Words.Length: 1 }];

    /// <summary>True where an entry begins with this word; a quick test before <see cref="Match"/>.</summary>
    public bool StartsWith(int word) => EntriesOf(word) is not null;
}
