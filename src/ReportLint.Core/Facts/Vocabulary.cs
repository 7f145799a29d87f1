using System.Runtime.InteropServices;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Facts;

/// <summary>
/// Numbers for the words that lexicons, phrases and recognisers know, so that matching compares integers. Case is folded.
/// Filled while knowledge is loaded; read-only and thread-safe afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly TextTable _words;

    // Single ASCII marks by their code; all else in buckets, whose number is a power of two.
    private readonly int[] _marks;
    private int[] _buckets;

    // For each word its hash and the next word of its bucket, side by side: both are looked at together.
    private int[] _links;

    /// <summary>A vocabulary without words.</summary>
    public Vocabulary()
    {
        (_words, _marks, _buckets, _links) = (new(), new int[128], new int[1 << 10], new int[1 << 11]);
        _words.Add("");
    }

    private Vocabulary(ImageReader image)
    {
        var (starts, characters) = (image.Ints(), image.Texts.Span(image.Int()).ToArray());
        (_words, _marks, _buckets, _links) = (new(characters, starts, starts.Length - 1), image.Ints(), image.Ints(), image.Ints());
    }

    /// <summary>The number of a word, given out where it is new. From 1.</summary>
    public int Add(string word)
    {
        var id = Find(word);
        if (id == 0)
        {
            id = _words.Count;
            _words.Add(word.Replace('’', '\'').ToLowerInvariant());
            if (id * 2 == _links.Length)
            {
                Array.Resize(ref _links, id * 4);
            }

            Index(id);
        }

        return id;
    }

    /// <summary>The number of a word, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && word[0] < _marks.Length)
        {
            return _marks[word[0]];
        }

        if (!TryHash(word, out var hash))
        {
            Span<char> straight = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
            word.Replace(straight, '’', '\'');
            return Find(straight);
        }

        for (var id = _buckets[hash & (_buckets.Length - 1)]; id != 0; id = _links[(id * 2) + 1])
        {
            if (_links[id * 2] == hash && word.Equals(_words.Span(id), StringComparison.OrdinalIgnoreCase))
            {
                return id;
            }
        }

        return 0;
    }

    /// <summary>The number of a word or mark of one character of ASCII, or 0.</summary>
    internal int FindMark(char mark) => _marks[mark];

    /// <summary>The number of a word of one letter of ASCII or more whose letters were <see cref="Sum">summed up</see>, or 0.</summary>
    internal int FindLetters(ReadOnlySpan<char> letters, uint sum)
    {
        if (letters.Length == 1)
        {
            return _marks[letters[0]];
        }

        var hash = HashOf(sum);
        for (var id = _buckets[hash & (_buckets.Length - 1)]; id != 0; id = _links[(id * 2) + 1])
        {
            if (_links[id * 2] == hash && AreLetters(_words.Span(id), letters))
            {
                return id;
            }
        }

        return 0;
    }

    /// <summary>True where a text is these letters of ASCII, case ignored.</summary>
    private static bool AreLetters(ReadOnlySpan<char> text, ReadOnlySpan<char> letters)
    {
        if (text.Length != letters.Length)
        {
            return false;
        }

        var i = 0;
        for (; i + 4 <= text.Length; i += 4)
        {
            // Four at once.
            if (((MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[i..])) ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(letters[i..]))) & 0xFFDF_FFDF_FFDF_FFDF) != 0)
            {
                return false;
            }
        }

        for (; i < text.Length; i++)
        {
            if (((text[i] ^ letters[i]) & ~0x20) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sum of the letters of a word so far with one letter of ASCII more.</summary>
    internal static uint Sum(uint sum, char letter) => (sum * 31) + (letter & ~0x20u);

    private static int HashOf(uint sum) => (int)(sum ^ (sum >> 15));

    private void Index(int id)
    {
        var word = _words[id];
        if (word.Length == 1 && word[0] < _marks.Length)
        {
            _marks[word[0]] = _marks[char.ToUpperInvariant(word[0])] = id;
            return;
        }

        if (_words.Count > _buckets.Length)
        {
            _buckets = new int[_buckets.Length * 4];
            for (var old = 1; old < id; old++)
            {
                Chain(old);
            }
        }

        Chain(id);
    }

    private void Chain(int id)
    {
        if (TryHash(_words[id], out var hash))
        {
            ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
            (_links[id * 2], _links[(id * 2) + 1]) = (hash, bucket);
            bucket = id;
        }
    }

    /// <summary>A hash that does not tell capitals; none for words with an apostrophe that must first be made straight.</summary>
    private static bool TryHash(ReadOnlySpan<char> word, out int hash)
    {
        var sum = 0u;
        foreach (var c in word)
        {
            if (c == '’')
            {
                hash = 0;
                return false;
            }

            // What is written with two code units may have capitals too, and all such count alike.
            sum = (sum * 31) + (uint)(c is >= 'a' and <= 'z' ? c & ~0x20 : c < 128 ? c : char.IsSurrogate(c) ? 0 : char.ToUpperInvariant(c));
        }

        hash = HashOf(sum);
        return true;
    }

    /// <summary>The lower-case word with this number.</summary>
    public string this[int id] => _words[id];

    /// <summary>Number of words, the empty word 0 included.</summary>
    public int Count => _words.Count;

    /// <summary>Writes the words with their numbers.</summary>
    internal void Write(ImageWriter image)
    {
        image.Write(_words.Starts);
        image.Write(_words.Characters.ToString());
        image.Write(_marks);
        image.Write(_buckets);
        image.Write(_links.AsSpan(0, Count * 2));
    }

    /// <summary>Reads a vocabulary with the numbers that its words had.</summary>
    internal static Vocabulary Read(ImageReader image) => new(image);
}
