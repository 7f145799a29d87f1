using System.Runtime.CompilerServices;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Knowledge;

/// <summary>
/// A word list from <c>rules/lexicon/</c>: phrases of one or more words, each with a meaning. Immutable and thread-safe.
/// A file is <c>lexicon: NAME</c>, <c>summary:</c>, and <c>entries:</c>, a list of phrases (meaning: the lexicon's name)
/// or a mapping from meanings to lists of phrases.
/// </summary>
/// <remarks>
/// Entries are found by the number of their first word: matching is tried at every token, and most words begin no entry. A table of
/// words and places, a power of two in size and at most a third full, is part of an array that many lexicons may share; a place holds a
/// count of entries, and for each its length, its meaning and the words behind the first.
/// </remarks>
public sealed class Lexicon
{
    // A word and a place side by side.
    private const int CellSize = 2;

    private readonly int[] _data;
    private readonly int _table;
    private readonly int _mask;
    private readonly TextTable _meanings;
    private readonly int _entriesAt;
    private IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? _entries;

    internal readonly record struct Entry(int[] Words, string Meaning);

    /// <summary>An empty lexicon.</summary>
    internal Lexicon(string name)
        : this(name, new int[CellSize], CellSize, new TextTable(), [])
    {
    }

    /// <summary>A lexicon whose table stands at the start of its array; places are counted from there.</summary>
    internal Lexicon(string name, int[] data, int tableSize, TextTable meanings, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> entries)
    {
        (Name, _data, _mask, _meanings, _entries) = (name, data, tableSize - CellSize, meanings, entries);
    }

    private Lexicon(ImageReader image)
    {
        (_data, _meanings, Name) = (image.Numbers, image.Texts, image.Text());
        _entriesAt = image.Position;
        for (var meanings = image.Int(); meanings > 0; meanings--)
        {
            image.Int();
            image.Skip();
        }

        _mask = image.Int() - CellSize;
        _table = image.Skip();
    }

    /// <summary>The name that phrases and extractors use.</summary>
    public string Name { get; }

    /// <summary>All meanings with their phrases, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Entries => _entries ??= ReadEntries();

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
            for (var cell = _table; cell <= _table + _mask; cell += CellSize)
            {
                if (_data[cell] != 0)
                {
                    words.Add(_data[cell]);
                }
            }

            words.Sort();
            return words;
        }
    }

    /// <summary>Adds a cue to each word that an entry begins with.</summary>
    internal void Mark(Cues[] words, Cues cue)
    {
        for (var cell = _table; cell <= _table + _mask; cell += CellSize)
        {
            if (_data[cell] != 0)
            {
                words[_data[cell]] |= cue;
            }
        }
    }

    /// <summary>All entries; those of one word in their order.</summary>
    internal IEnumerable<Entry> All()
    {
        foreach (var word in FirstWords)
        {
            foreach (var entry in EntriesOf(word))
            {
                yield return entry;
            }
        }
    }

    private Entry[] EntriesOf(int word)
    {
        var at = Find(word);
        var entries = new Entry[_data[at++]];
        for (var i = 0; i < entries.Length; i++)
        {
            var words = new int[_data[at]];
            words[0] = word;
            Array.Copy(_data, at + 2, words, 1, words.Length - 1);
            entries[i] = new(words, _meanings[_data[at + 1]]);
            at += words.Length + 1;
        }

        return entries;
    }

    private KeyValuePair<string, IReadOnlyList<string>>[] ReadEntries()
    {
        var at = _entriesAt;
        var entries = new KeyValuePair<string, IReadOnlyList<string>>[_data[at++]];
        for (var i = 0; i < entries.Length; i++)
        {
            var meaning = _meanings[_data[at++]];
            var phrases = new string[_data[at++]];
            for (var phrase = 0; phrase < phrases.Length; phrase++)
            {
                phrases[phrase] = _meanings[_data[at++]];
            }

            entries[i] = new(meaning, phrases);
        }

        return entries;
    }

    /// <summary>Size of a table for so many words.</summary>
    internal static int TableSize(int words) => CellSize * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, words * 3));

    /// <summary>Notes in a table where the entries of a word are.</summary>
    internal static void Put(Span<int> table, int word, int place)
    {
        var cell = Cell(word, table.Length - CellSize);
        while (table[cell] != 0)
        {
            cell = (cell + CellSize) & (table.Length - CellSize);
        }

        (table[cell], table[cell + 1]) = (word, place);
    }

    private static int Cell(int word, int mask) => (int)((uint)word * 0x9E3779B1u >> 12) & mask;

    /// <summary>The place of a word's entries; 0 for a word that begins none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(int word)
    {
        var cell = Cell(word, _mask);
        return word == 0 || _data[_table + cell] == 0 ? 0 : Find(word, cell);
    }

    private int Find(int word, int cell)
    {
        var data = _data;
        for (; ; cell = (cell + CellSize) & _mask)
        {
            var found = data[_table + cell];
            if (found == word)
            {
                return _table + data[_table + cell + 1];
            }

            if (found == 0)
            {
                return 0;
            }
        }
    }

    /// <summary>
    /// The longest entry that stands at a token. Words and marks must follow each other; spaces between them do not matter.
    /// </summary>
    /// <returns>Its number of tokens and its meaning, or <c>(0, "")</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Length, string Meaning) Match(ReadOnlySpan<Token> tokens, int at)
    {
        Looks.Add();
        return at < tokens.Length && Find(tokens[at].Word) is > 0 and var place ? Longest(place, tokens, at) : (0, "");
    }

    private (int Length, string Meaning) Longest(int entry, ReadOnlySpan<Token> tokens, int at)
    {
        var data = _data;
        for (var left = data[entry++]; left > 0; left--)
        {
            var length = data[entry];
            if (length <= tokens.Length - at)
            {
                var i = 1;
                while (i < length && tokens[at + i].Word == data[entry + 1 + i])
                {
                    i++;
                }

                if (i == length)
                {
                    return (length, _meanings[data[entry + 1]]);
                }
            }

            entry += length + 1;
        }

        return (0, "");
    }

    /// <summary>True where this word is an entry of its own.</summary>
    internal bool HasWord(int word)
    {
        if (Find(word) is not (> 0 and var entry))
        {
            return false;
        }

        // The shortest comes last.
        for (var left = _data[entry++]; left > 1; left--)
        {
            entry += _data[entry] + 1;
        }

        return _data[entry] == 1;
    }

    /// <summary>True where an entry begins with this word; a quick test before <see cref="Match"/>.</summary>
    public bool StartsWith(int word) => Find(word) != 0;

    /// <summary>Writes the lexicon; <see cref="Read"/> makes it anew, equal in all that can be asked of it.</summary>
    internal void Write(ImageWriter image)
    {
        image.Write(Name);
        image.Write(Entries.Count);
        foreach (var (meaning, phrases) in Entries)
        {
            image.Write(meaning);
            image.Write(phrases.Count);
            foreach (var phrase in phrases)
            {
                image.Write(phrase);
            }
        }

        var words = FirstWords;
        var table = new int[TableSize(words.Count)];
        var numbers = new List<int>();
        foreach (var word in words)
        {
            Put(table, word, table.Length + numbers.Count);
            var entries = EntriesOf(word);
            numbers.Add(entries.Length);
            foreach (var entry in entries)
            {
                numbers.Add(entry.Words.Length);
                numbers.Add(image.Number(entry.Meaning));
                numbers.AddRange(entry.Words.AsSpan(1));
            }
        }

        image.Write(table.Length);
        image.Write([.. table, .. numbers]);
    }

    /// <summary>Reads a lexicon that stays a part of the image.</summary>
    internal static Lexicon Read(ImageReader image) => new(image);
}
