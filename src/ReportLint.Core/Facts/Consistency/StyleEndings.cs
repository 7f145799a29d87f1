using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Knows words whose endings are written in two ways: <c>organise</c> and <c>organize</c>, <c>colour</c> and <c>color</c>. An ending of
/// <c>lexicon/style-endings.yml</c> counts behind a stem of <c>lexicon/style-stems.yml</c> that has the same term.
/// </summary>
internal sealed class StyleEndings
{
    private const int ShortestWord = 5;
    private const int ShortestEnding = 2;

    private readonly Dictionary<string, (string Term, string Form)?> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Term, string Form)?>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly Dictionary<string, List<(string Term, string Form)>> _endings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Stem, string Term)> _stems = [];
    private readonly int _longestEnding;

    /// <summary>Reads the two lists.</summary>
    public StyleEndings(KnowledgeBase knowledge)
    {
        _known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (meaning, endings) in knowledge.Lexicon("style-endings").Entries)
        {
            // "verbs in -ise or -ize: -ise" is the form -ise of these verbs.
            var colon = meaning.LastIndexOf(':');
            foreach (var ending in endings)
            {
                if (!_endings.TryGetValue(ending, out var all))
                {
                    _endings[ending] = all = [];
                }

                all.Add((meaning[..Math.Max(0, colon)], meaning[(colon + 1)..].Trim()));
                _longestEnding = Math.Max(_longestEnding, ending.Length);
            }
        }

        foreach (var (term, stems) in knowledge.Lexicon("style-stems").Entries)
        {
            foreach (var stem in stems)
            {
                _stems.Add((stem, term));
            }
        }
    }

    /// <summary>The term that a word belongs to and the way in which it is written; null for a word that has one way only.</summary>
    public (string Term, string Form)? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestWord)
        {
            return null;
        }

        if (!_known.TryGetValue(word, out var found))
        {
            found = Read(word.ToString());
            _known[word] = found;
        }

        return found;
    }

    private (string Term, string Form)? Read(string word)
    {
        for (var length = Math.Min(_longestEnding, word.Length - 2); length >= ShortestEnding; length--)
        {
            if (!_endings.TryGetValue(word[^length..], out var all))
            {
                continue;
            }

            foreach (var (term, form) in all)
            {
                if (_stems.Contains((word[..^length].ToLowerInvariant(), term)))
                {
                    return (term, form);
                }
            }
        }

        return null;
    }
}
