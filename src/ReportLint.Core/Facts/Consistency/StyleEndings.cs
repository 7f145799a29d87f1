using System.Runtime.CompilerServices;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Knows words whose endings are written in two ways: <c>organise</c> and <c>organize</c>, <c>colour</c> and <c>color</c>. An ending of
/// <c>lexicon/style-endings.yml</c> counts behind a stem of <c>lexicon/style-stems.yml</c> that has the same term. Thread-safe.
/// </summary>
internal sealed class StyleEndings
{
    /// <summary>Length of the shortest word that has such an ending.</summary>
    public const int ShortestWord = 5;

    private const int ShortestEnding = 2;
    private const int ShortestStem = 2;

    private static readonly ConditionalWeakTable<KnowledgeBase, StyleEndings> Known = [];

    private readonly Dictionary<string, StyleEnding>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly WordFilter _filter;

    /// <summary>Spells out all words of the two lists, so that a word of a draft is looked up once.</summary>
    private StyleEndings(KnowledgeBase knowledge)
    {
        var words = new Dictionary<string, StyleEnding>(StringComparer.OrdinalIgnoreCase);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = knowledge.Lexicon("style-stems");
        var endings = knowledge.Lexicon("style-endings").Entries;
        var longest = 0;
        foreach (var (_, written) in endings)
        {
            foreach (var ending in written)
            {
                longest = Math.Max(longest, ending.Length);
            }
        }

        // Of two endings that make the same word, the longer one counts.
        for (var length = longest; length >= ShortestEnding; length--)
        {
            foreach (var (meaning, written) in endings)
            {
                Add(words, stems, meaning, written, length);
            }
        }

        _filter = new(words.Count, knowledge.Vocabulary);
        foreach (var (word, _) in words)
        {
            _filter.Add(word);
        }
    }

    /// <summary>Spells out the words with the endings of one length.</summary>
    private static void Add(Dictionary<string, StyleEnding> words, Lexicon stems, string meaning, IReadOnlyList<string> endings, int length)
    {
        // "verbs in -ise or -ize: -ise" is the form -ise of these verbs.
        var colon = meaning.LastIndexOf(':');
        var known = new StyleEnding(meaning[..Math.Max(0, colon)], meaning[(colon + 1)..].Trim());
        foreach (var ending in endings)
        {
            if (ending.Length != length)
            {
                continue;
            }

            foreach (var stem in stems.PhrasesOf(known.Term))
            {
                if (stem.Length >= ShortestStem && stem.Length + length >= ShortestWord)
                {
                    words.TryAdd(stem + ending, known);
                }
            }
        }
    }

    /// <summary>The words of a knowledge base.</summary>
    public static StyleEndings Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, static k => new(k));

    /// <summary>The term that a word belongs to and the way in which it is written; null for a word that has one way only.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hash">Its hash for filters.</param>
    public StyleEnding? Find(ReadOnlySpan<char> word, uint hash) =>
        _filter.MayHave(hash) && word.Length >= ShortestWord && _words.TryGetValue(word, out var found) ? found : null;
}

/// <summary>A way in which the ending of a word is written.</summary>
/// <param name="Term">The words that can be written so or otherwise.</param>
/// <param name="Form">The way.</param>
internal sealed record StyleEnding(string Term, string Form);
