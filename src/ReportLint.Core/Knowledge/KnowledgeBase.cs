using ReportLint.Core.Facts;

namespace ReportLint.Core.Knowledge;

/// <summary>All lexicons and the vocabulary of their words. Filled once, read-only and thread-safe afterwards.</summary>
public sealed class KnowledgeBase
{
    private readonly Dictionary<string, Lexicon> _lexicons = new(StringComparer.Ordinal);

    /// <summary>Takes over the lexicons; a later one of the same name adds to the earlier one's words by replacing it whole.</summary>
    public KnowledgeBase(Vocabulary vocabulary, IEnumerable<Lexicon> lexicons)
    {
        Vocabulary = vocabulary;
        foreach (var lexicon in lexicons)
        {
            _lexicons[lexicon.Name] = lexicon;
        }
    }

    /// <summary>The words that anything knows.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The names of all lexicons.</summary>
    public IEnumerable<string> LexiconNames => _lexicons.Keys.Order(StringComparer.Ordinal);

    /// <summary>A lexicon by name; an empty one where the knowledge has none of that name.</summary>
    public Lexicon Lexicon(string name) => _lexicons.TryGetValue(name, out var lexicon) ? lexicon : new Lexicon(name);
}
