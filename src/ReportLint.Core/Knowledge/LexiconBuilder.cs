namespace ReportLint.Core.Knowledge;

/// <summary>Collects the entries of a lexicon.</summary>
internal sealed class LexiconBuilder(string name)
{
    private readonly Dictionary<int, List<Lexicon.Entry>> _entries = [];

    /// <summary>What the lexicon says of its entries; see <see cref="Lexicon.Entries"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Meanings { get; init; } = [];

    /// <summary>Adds an entry. The longest of a word come first; of two equally long ones the one that was added first.</summary>
    /// <param name="words">The numbers of its words; at least one.</param>
    /// <param name="meaning">Its meaning.</param>
    public void Add(int[] words, string meaning) => Add(new Lexicon.Entry(words, meaning));

    /// <summary>Adds the entries of another list.</summary>
    public void Include(Lexicon other)
    {
        foreach (var entry in other.All())
        {
            Add(entry);
        }
    }

    /// <summary>The lexicon.</summary>
    public Lexicon Build()
    {
        var table = new int[Lexicon.TableSize(_entries.Count)];
        var numbers = new List<int>(table.Length * 2);
        numbers.AddRange(table);
        var meanings = new Images.TextTable();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, entries) in _entries)
        {
            Lexicon.Put(table, word, numbers.Count);
            numbers.Add(entries.Count);
            foreach (var (words, meaning) in entries)
            {
                if (!known.TryGetValue(meaning, out var number))
                {
                    known[meaning] = number = meanings.Add(meaning);
                }

                numbers.Add(words.Length);
                numbers.Add(number);
                for (var i = 1; i < words.Length; i++)
                {
                    numbers.Add(words[i]);
                }
            }
        }

        var data = numbers.ToArray();
        table.CopyTo(data, 0);
        return new(name, data, table.Length, meanings, Meanings);
    }

    private void Add(Lexicon.Entry entry)
    {
        if (!_entries.TryGetValue(entry.Words[0], out var others))
        {
            _entries[entry.Words[0]] = others = new(1);
        }

        var place = others.Count;
        while (place > 0 && others[place - 1].Words.Length < entry.Words.Length)
        {
            place--;
        }

        others.Insert(place, entry);
    }
}
