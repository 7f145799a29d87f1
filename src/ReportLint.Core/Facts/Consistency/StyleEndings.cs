using System.Runtime.CompilerServices;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Knows words whose endings are written in two ways: <c>organise</c> and <c>organize</c>, <c>colour</c> and <c>color</c>. An ending of
/// <c>lexicon/style-endings.yml</c> counts behind a stem of <c>lexicon/style-stems.yml</c> that has the same term. Thread-safe.
/// </summary>
internal sealed class StyleEndings
{
    private const int ShortestWord = 5;
    private const int ShortestEnding = 2;
    private const int ShortestStem = 2;

    private static readonly ConditionalWeakTable<KnowledgeBase, StyleEndings> Known = [];

    private readonly Dictionary<string, (string Term, string Form)>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Spells out all words of the two lists, so that a word of a draft is looked up once.</summary>
    private StyleEndings(KnowledgeBase knowledge)
    {
        var words = new Dictionary<string, (string Term, string Form)>(StringComparer.OrdinalIgnoreCase);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = knowledge.Lexicon("style-stems").Entries.ToLookup(static e => e.Key, static e => e.Value, StringComparer.Ordinal);
        var endings = knowledge.Lexicon("style-endings").Entries
            .SelectMany(static e => e.Value.Select(ending => (Ending: ending, Meaning: e.Key)))
            .Where(static e => e.Ending.Length >= ShortestEnding)
            .OrderByDescending(static e => e.Ending.Length);
        foreach (var (ending, meaning) in endings)
        {
            // "verbs in -ise or -ize: -ise" is the form -ise of these verbs.
            var colon = meaning.LastIndexOf(':');
            var (term, form) = (meaning[..Math.Max(0, colon)], meaning[(colon + 1)..].Trim());
            foreach (var stem in stems[term].SelectMany(static list => list))
            {
                if (stem.Length >= ShortestStem && stem.Length + ending.Length >= ShortestWord)
                {
                    words.TryAdd(stem + ending, (term, form));
                }
            }
        }
    }

    /// <summary>The words of a knowledge base.</summary>
    public static StyleEndings Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, static k => new(k));

    /// <summary>The term that a word belongs to and the way in which it is written; null for a word that has one way only.</summary>
    public (string Term, string Form)? Find(ReadOnlySpan<char> word) =>
        word.Length >= ShortestWord && _words.TryGetValue(word, out var found) ? found : null;
}
