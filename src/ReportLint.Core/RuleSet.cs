using ReportLint.Core.Diagnostics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Phrases;
using ReportLint.Core.Rules;

namespace ReportLint.Core;

/// <summary>
/// Everything that was loaded from <c>rules/</c> folders: lexicons, phrases, settings and rules. Immutable and thread-safe.
/// Documents can be read and understood with <see cref="Knowledge"/> alone, so it is there at once; phrases and rules are compiled
/// meanwhile on another thread, and who asks for one of them waits for it.
/// </summary>
public sealed class RuleSet
{
    private readonly Task<Compiled> _compiled;

    private RuleSet(KnowledgeBase knowledge, Func<Compiled> compile)
    {
        Knowledge = knowledge;
        _compiled = Task.Run(compile);
    }

    private sealed record Compiled(PhraseExtractor Phrases, LintRule[] Rules, IReadOnlyList<KnowledgeError> Errors)
    {
        public IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. ToolDescriptors.All, .. Rules.Select(static r => r.Descriptor)];

        public Dictionary<string, LintRule> ById { get; } = Rules.ToDictionary(static r => r.Id, StringComparer.Ordinal);
    }

    private Compiled Parts => _compiled.GetAwaiter().GetResult();

    /// <summary>Lexicons, settings and vocabulary.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>All phrases, compiled together.</summary>
    internal PhraseExtractor Phrases => Parts.Phrases;

    /// <summary>The rules, by id.</summary>
    public IReadOnlyList<LintRule> Rules => Parts.Rules;

    /// <summary>The descriptors of the tool itself and of all rules, by id.</summary>
    public IReadOnlyList<DiagnosticDescriptor> Descriptors => Parts.Descriptors;

    /// <summary>Mistakes and warnings in the files, by path and line. What an error concerns is left out; everything else counts.</summary>
    public IReadOnlyList<KnowledgeError> Errors => Parts.Errors;

    /// <summary>The profiles, by name.</summary>
    public IReadOnlyList<Profile> Profiles { get; private init; } = [];

    /// <summary>The rule with this id, or null.</summary>
    public LintRule? Find(string id) => Parts.ById.GetValueOrDefault(id);

    /// <summary>Makes something of the rules on the thread that compiles them, once it has.</summary>
    internal Task<T> Then<T>(Func<IReadOnlyList<LintRule>, T> make) =>
        _compiled.ContinueWith(compiled => make(compiled.GetAwaiter().GetResult().Rules), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>
    /// Loads knowledge files. What a file is, its first key says: <c>lexicon</c>, <c>settings</c>, <c>profile</c>, <c>yields</c> (phrases) or
    /// <c>id</c> (a rule). A later rule of the same id, or lexicon or settings of the same name, replaces the earlier one.
    /// </summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="types">The fact types that rules may name; <see cref="FactTypes.All"/> where null.</param>
    public static RuleSet Load(IEnumerable<KnowledgeFile> files, IEnumerable<FactType>? types = null)
    {
        var vocabulary = new Vocabulary();
        var errors = new List<KnowledgeError>();
        var lexicons = new List<Lexicon>();
        var settings = new List<Settings>();
        var profiles = new Dictionary<string, Profile>(StringComparer.Ordinal);
        var phraseFiles = new List<ParsedFile>();
        var ruleFiles = new List<ParsedFile>();
        foreach (var file in files)
        {
            if ((file.Tree ?? YamlTreeReader.Read(file, errors)) is not { } tree)
            {
                continue;
            }

            var kind = tree is YamlMap { Entries: [var (key, _), ..] } ? key.Text : "";
            switch (kind)
            {
                case "lexicon" when LexiconReader.Read(file, tree, vocabulary, errors) is { } lexicon:
                    lexicons.Add(lexicon);
                    break;
                case "settings" when Settings.Read(file, tree, errors) is { } group:
                    settings.Add(group);
                    break;
                case "yields":
                    phraseFiles.Add(new(file, (YamlMap)tree));
                    break;
                case "id":
                    ruleFiles.Add(new(file, (YamlMap)tree));
                    break;
                case "profile" when Profile.Read(file, tree, errors) is { } profile:
                    profiles[profile.Name] = profile;
                    break;
                case "lexicon" or "settings" or "profile":
                    break;
                default:
                    errors.Add(new(file.Path, tree.Line, tree.Column, Math.Max(1, kind.Length),
                        $"the first key of a knowledge file says what it is: id (a rule), yields (phrases), lexicon, settings or profile{(kind.Length > 0 ? Suggestion.For(kind, ["id", "yields", "lexicon", "settings", "profile"]) : "")}"));
                    break;
            }
        }

        var knowledge = new KnowledgeBase(vocabulary, lexicons, settings);
        var catalog = new TypeCatalog(types ?? FactTypes.All);

        // Phrases give numbers to words, so all must be read before a document is.
        var phrases = ReadPhrases(phraseFiles, catalog, knowledge, errors);
        return new(knowledge, Compile)
        {
            Profiles = [.. profiles.Values.OrderBy(static p => p.Name, StringComparer.Ordinal)],
        };

        Compiled Compile()
        {
            var extractor = new PhraseExtractor(phrases, knowledge);
            var rules = ReadRules(ruleFiles, catalog, knowledge, errors);
            return new(extractor, rules, errors.Count == 0 ? [] : [.. errors.OrderBy(static e => e.Path, StringComparer.Ordinal).ThenBy(static e => e.Line).ThenBy(static e => e.Column)]);
        }
    }

    private static List<Phrase> ReadPhrases(List<ParsedFile> files, TypeCatalog catalog, KnowledgeBase knowledge, List<KnowledgeError> errors)
    {
        // Of two overlapping phrases the first in file order wins, so the order must not depend on how the files were listed.
        files.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        var phrases = new List<Phrase>();
        for (var i = 0; i < files.Count; i++)
        {
            phrases.AddRange(PhraseFileReader.Read(files[i].File, files[i].Tree, i, catalog.Find, knowledge.FindLexicon, knowledge.Vocabulary, errors));
        }

        return phrases;
    }

    private static LintRule[] ReadRules(List<ParsedFile> files, TypeCatalog catalog, KnowledgeBase knowledge, List<KnowledgeError> errors)
    {
        var rules = new Dictionary<string, LintRule>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, tree) in files)
        {
            if (tree["id"] is YamlText id)
            {
                ids.Add(id.Text);
            }

            if (RuleReader.Read(file, tree, catalog, knowledge, errors) is { } rule)
            {
                rules[rule.Id] = rule;
            }
        }

        foreach (var (file, tree) in files)
        {
            foreach (var item in tree["supersedes"] is YamlList list ? list.Items : [])
            {
                if (item is YamlText id && !ids.Contains(id.Text))
                {
                    errors.Add(new(file.Path, id.Line, id.Column, Math.Max(1, id.Text.Length), $"there is no rule '{id.Text}'{Suggestion.For(id.Text, ids)}"));
                }
            }
        }

        var sorted = new LintRule[rules.Count];
        rules.Values.CopyTo(sorted, 0);
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return sorted;
    }

    private sealed record ParsedFile(KnowledgeFile File, YamlMap Tree);
}
