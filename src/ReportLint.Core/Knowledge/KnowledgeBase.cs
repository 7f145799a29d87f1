using ReportLint.Core.Facts;

namespace ReportLint.Core.Knowledge;

/// <summary>All lexicons and the vocabulary of their words. Filled once, read-only and thread-safe afterwards.</summary>
public sealed class KnowledgeBase
{
    private readonly Dictionary<string, Lexicon> _lexicons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Settings> _settings = new(StringComparer.Ordinal);
    private CueTable? _cues;

    /// <summary>Takes over lexicons and settings; a later one of the same name replaces the earlier one whole.</summary>
    public KnowledgeBase(Vocabulary vocabulary, IEnumerable<Lexicon> lexicons, IEnumerable<Settings>? settings = null)
    {
        foreach (var group in settings ?? [])
        {
            _settings[group.Name] = group;
        }

        Vocabulary = vocabulary;
        foreach (var lexicon in lexicons)
        {
            _lexicons[lexicon.Name] = lexicon;
        }
    }

    private KnowledgeBase(KnowledgeBase other, IReadOnlyDictionary<string, decimal> overrides)
    {
        Vocabulary = other.Vocabulary;
        _lexicons = other._lexicons;
        _cues = other.Cues;
        _settings = new(other._settings, StringComparer.Ordinal);
        foreach (var group in overrides.GroupBy(static o => o.Key[..Math.Max(0, o.Key.IndexOf('.', StringComparison.Ordinal))], StringComparer.Ordinal))
        {
            _settings[group.Key] = Settings(group.Key).With(group.Select(o => KeyValuePair.Create(o.Key[(group.Key.Length + 1)..], o.Value)));
        }
    }

    /// <summary>The same knowledge with other values for some settings, by <c>name.key</c>; itself where there are none.</summary>
    public KnowledgeBase With(IReadOnlyDictionary<string, decimal> settings) => settings is Dictionary<string, decimal> { Count: 0 } ? this : new(this, settings);

    /// <summary>The names of all settings, as <c>name.key</c>.</summary>
    public IEnumerable<string> SettingNames => _settings.Values.SelectMany(static s => s.Keys.Select(key => $"{s.Name}.{key}")).Order(StringComparer.Ordinal);

    /// <summary>The words that anything knows.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What words and marks are cues of; two threads may make it at once, and either is as good.</summary>
    internal CueTable Cues => _cues ??= new(this);

    /// <summary>The names of all lexicons.</summary>
    public IEnumerable<string> LexiconNames => _lexicons.Keys.Order(StringComparer.Ordinal);

    /// <summary>All lexicons.</summary>
    internal IReadOnlyCollection<Lexicon> Lexicons => _lexicons.Values;

    /// <summary>All settings.</summary>
    internal IReadOnlyCollection<Settings> AllSettings => _settings.Values;

    /// <summary>A lexicon by name; an empty one where the knowledge has none of that name.</summary>
    public Lexicon Lexicon(string name) => _lexicons.TryGetValue(name, out var lexicon) ? lexicon : new Lexicon(name);

    /// <summary>A lexicon by name, or null.</summary>
    internal Lexicon? FindLexicon(string name) => _lexicons.GetValueOrDefault(name);

    /// <summary>Settings by name; empty ones where the knowledge has none of that name.</summary>
    public Settings Settings(string name) => _settings.TryGetValue(name, out var settings) ? settings : new Settings(name);
}
