using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>Gathers, while outlines are laid side by side, which words and types stand for which bits: words that always stand together share a set.</summary>
internal sealed class PhraseSets
{
    private readonly List<FactType> _types = [];
    private readonly List<List<int>> _bitsOfTypes = [];
    private readonly List<int> _bitsOfBoundary = [];
    private readonly Dictionary<string, (int[] Words, List<int> Bits)> _bitsOfWords = new(StringComparer.Ordinal);

    /// <summary>Adds an element.</summary>
    /// <param name="wants">What it is found by.</param>
    /// <param name="bit">Its bit.</param>
    public void Add(PhraseWants wants, int bit)
    {
        if (wants.Words.Count > 0)
        {
            int[] words = [.. wants.Words.Distinct().Order()];
            var key = string.Join(' ', words);
            if (!_bitsOfWords.TryGetValue(key, out var known))
            {
                _bitsOfWords[key] = known = (words, []);
            }

            known.Bits.Add(bit);
        }

        foreach (var type in wants.Types)
        {
            var number = _types.IndexOf(type);
            if (number < 0)
            {
                number = _types.Count;
                _types.Add(type);
                _bitsOfTypes.Add([]);
            }

            _bitsOfTypes[number].Add(bit);
        }

        if (wants.Boundary)
        {
            _bitsOfBoundary.Add(bit);
        }
    }

    /// <summary>
    /// The sets, those of the types first, then that of the ends of sentences, then those of words: where the bits of each end among all
    /// bits; the words in ascending order, and the class of each: those that the same sets hold are of one; where the sets of each class end among all; and the types.
    /// </summary>
    public (int[] Ends, int[] Bits, int[] Words, int[] Classes, int[] ClassEnds, int[] ClassSets, FactType[] Types) ToArrays()
    {
        List<List<int>> sets = [.. _bitsOfTypes, _bitsOfBoundary];
        var setsOfWords = new SortedDictionary<int, List<int>>();
        foreach (var (words, bits) in _bitsOfWords.Values)
        {
            foreach (var word in words)
            {
                if (!setsOfWords.TryGetValue(word, out var list))
                {
                    setsOfWords[word] = list = [];
                }

                list.Add(sets.Count);
            }

            sets.Add(bits);
        }

        var (numbers, classes, setsOfClasses) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int>(), new List<List<int>>());
        foreach (var list in setsOfWords.Values)
        {
            var key = string.Join(' ', list);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = setsOfClasses.Count;
                setsOfClasses.Add(list);
            }

            classes.Add(number);
        }

        return (Ends(sets), [.. sets.SelectMany(static set => set)], [.. setsOfWords.Keys], [.. classes], Ends(setsOfClasses), [.. setsOfClasses.SelectMany(static set => set)], [.. _types]);
    }

    private static int[] Ends(IEnumerable<List<int>> lists)
    {
        var ends = new List<int>();
        foreach (var list in lists)
        {
            ends.Add(list.Count + (ends.Count == 0 ? 0 : ends[^1]));
        }

        return [.. ends];
    }
}
