using ReportLint.Core.Diagnostics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;
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

    private const string LexiconKind = "lexicon";
    private const string SettingsKind = "settings";
    private const string PhrasesKind = "yields";
    private const string RuleKind = "id";
    private const string ProfileKind = "profile";

    private RuleSet(KnowledgeBase knowledge, List<ParsedFile> files, Func<TypeCatalog> types, List<KnowledgeError> errors, Func<TypeCatalog, Ready> read)
    {
        Knowledge = knowledge;
        Profiles = ReadProfiles(files, errors);
        _compiled = Task.Run(() =>
        {
            var catalog = types();
            var (phrases, known) = read(catalog);
            var rules = ReadRules(files, known, catalog, knowledge, errors);
            return new Compiled(new(phrases), rules, errors.Count == 0 ? [] : [.. errors.OrderBy(static e => e.Path, StringComparer.Ordinal).ThenBy(static e => e.Line).ThenBy(static e => e.Column)]);
        });
    }

    /// <summary>What needs no compiling, or has been: the phrases, and rules by the paths of their files.</summary>
    private sealed record Ready(PhraseProgram Phrases, IReadOnlyDictionary<string, LintRule> Rules);

    private sealed record Compiled(PhraseExtractor Phrases, LintRule[] Rules, IReadOnlyList<KnowledgeError> Errors)
    {
        public IReadOnlyList<DiagnosticDescriptor> Descriptors => field ??= [.. ToolDescriptors.All, .. Rules.Select(static r => r.Descriptor)];
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
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The rule with this id, or null.</summary>
    public LintRule? Find(string id) => Array.Find(Parts.Rules, rule => rule.Id == id);

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
        var parsed = new List<ParsedFile>();
        var errors = new List<KnowledgeError>();
        foreach (var file in files)
        {
            if (file.Image is not null)
            {
                parsed.Add(new(file, file.Kind, null));
            }
            else if (YamlTreeReader.Read(file, errors) is { } tree)
            {
                parsed.Add(new(file, KnowledgeImage.KindOf(tree), tree));
            }
        }

        return types is null && ImageOf(parsed) is { } image ? FromImage(image, parsed, errors) : FromTrees(parsed, types ?? FactTypes.All, errors);
    }

    /// <summary>The image that holds the lexicons and the phrases of these files compiled, all of them and no others; null where there is none.</summary>
    private static KnowledgeImage? ImageOf(List<ParsedFile> files)
    {
        KnowledgeImage? image = null;
        var count = 0;
        foreach (var file in files)
        {
            if (file.File.Image is { } own)
            {
                image ??= own;
                if (own != image)
                {
                    return null;
                }

                count++;
            }
            else if (file.Kind is LexiconKind or SettingsKind or PhrasesKind)
            {
                // It changes what words and phrases mean.
                return null;
            }
        }

        return image is { IsCompiled: true } && image.FileCount == count ? image : null;
    }

    private static RuleSet FromTrees(List<ParsedFile> files, IEnumerable<FactType> types, List<KnowledgeError> errors)
    {
        var vocabulary = new Vocabulary();
        var lexicons = new List<Lexicon>();
        foreach (var file in files)
        {
            if (file.Kind == LexiconKind && LexiconReader.Read(file.File, file.Tree, vocabulary, errors) is { } lexicon)
            {
                lexicons.Add(lexicon);
            }
        }

        var knowledge = new KnowledgeBase(vocabulary, lexicons, ReadSettings(files, errors));
        var catalog = new TypeCatalog(types);

        // Phrases give numbers to words, so all must be read before a document is.
        var phrases = ReadPhrases(files, catalog, knowledge, errors);
        return new(knowledge, files, () => catalog, errors, _ => new(new(phrases), new Dictionary<string, LintRule>()));
    }

    private static RuleSet FromImage(KnowledgeImage image, List<ParsedFile> files, List<KnowledgeError> errors)
    {
        var compiled = image.Compiled();
        var vocabulary = Vocabulary.Read(compiled);
        var lexicons = new Lexicon[compiled.Int()];
        for (var i = 0; i < lexicons.Length; i++)
        {
            lexicons[i] = Lexicon.Read(compiled);
        }

        var settings = new Settings[compiled.Int()];
        for (var i = 0; i < settings.Length; i++)
        {
            settings[i] = Settings.Read(compiled);
        }

        var knowledge = new KnowledgeBase(vocabulary, lexicons, settings);
        return new(knowledge, files, static () => new(FactTypes.All), errors, catalog =>
        {
            var rules = RuleImage.Read(compiled, image, catalog, knowledge);
            return new(PhraseImageReader.Read(compiled, lexicons, catalog.Find), rules);
        });
    }

    /// <summary>What an image holds beside the files; empty where a lexicon, settings or phrases have a mistake.</summary>
    internal static byte[] Compile(IReadOnlyList<KnowledgeFile> files)
    {
        var rules = Load(files);
        var image = new ImageWriter();
        rules.Knowledge.Vocabulary.Write(image);
        image.Write(rules.Knowledge.Lexicons.Count);
        foreach (var lexicon in rules.Knowledge.Lexicons)
        {
            lexicon.Write(image);
        }

        image.Write(rules.Knowledge.AllSettings.Count);
        foreach (var settings in rules.Knowledge.AllSettings)
        {
            settings.Write(image);
        }

        RuleImage.Write(image, rules.Rules);
        PhraseImageWriter.Write(image, rules.Knowledge.Lexicons, rules.Phrases.Program);
        return rules.Errors.Count == 0 ? image.ToArray() : [];
    }

    private static List<Settings> ReadSettings(List<ParsedFile> files, List<KnowledgeError> errors)
    {
        var settings = new List<Settings>();
        foreach (var file in files)
        {
            if (file.Kind == SettingsKind && Settings.Read(file.File, file.Tree, errors) is { } group)
            {
                settings.Add(group);
            }
        }

        return settings;
    }

    private static List<Profile> ReadProfiles(List<ParsedFile> files, List<KnowledgeError> errors)
    {
        var profiles = new Dictionary<string, Profile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Kind == ProfileKind && Profile.Read(file.File, file.Tree, errors) is { } profile)
            {
                profiles[profile.Name] = profile;
            }
            else if (file.Kind is not (LexiconKind or SettingsKind or PhrasesKind or RuleKind or ProfileKind))
            {
                errors.Add(new(file.File.Path, file.Tree.Line, file.Tree.Column, Math.Max(1, file.Kind.Length),
                    $"the first key of a knowledge file says what it is: id (a rule), yields (phrases), lexicon, settings or profile{(file.Kind.Length > 0 ? Suggestion.For(file.Kind, [RuleKind, PhrasesKind, LexiconKind, SettingsKind, ProfileKind]) : "")}"));
            }
        }

        var sorted = new List<Profile>(profiles.Values);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return sorted;
    }

    private static List<Phrase> ReadPhrases(List<ParsedFile> files, TypeCatalog catalog, KnowledgeBase knowledge, List<KnowledgeError> errors)
    {
        // Of two overlapping phrases the first in file order wins, so the order must not depend on how the files were listed.
        var inOrder = files.FindAll(static file => file.Kind == PhrasesKind);
        inOrder.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        var phrases = new List<Phrase>();
        for (var i = 0; i < inOrder.Count; i++)
        {
            phrases.AddRange(PhraseFileReader.Read(inOrder[i].File, (YamlMap)inOrder[i].Tree, i, catalog.Find, knowledge.FindLexicon, knowledge.Vocabulary, errors));
        }

        return phrases;
    }

    private static LintRule[] ReadRules(List<ParsedFile> files, IReadOnlyDictionary<string, LintRule> known, TypeCatalog catalog, KnowledgeBase knowledge, List<KnowledgeError> errors)
    {
        var rules = new Dictionary<string, LintRule>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var trees = new List<(KnowledgeFile File, YamlMap Tree)>();
        foreach (var parsed in files)
        {
            if (parsed.Kind != RuleKind)
            {
                continue;
            }

            var file = parsed.File;
            if (file.Image is not null && known.TryGetValue(file.Path, out var ready))
            {
                ids.Add(ready.Id);
                rules[ready.Id] = ready;
                continue;
            }

            var tree = (YamlMap)parsed.Tree;
            trees.Add((file, tree));
            if (tree["id"] is YamlText id)
            {
                ids.Add(id.Text);
            }

            if (RuleReader.Read(file, tree, catalog, knowledge, errors) is { } rule)
            {
                rules[rule.Id] = rule;
            }
        }

        foreach (var (file, tree) in trees)
        {
            foreach (var item in tree["supersedes"] is YamlList list ? list.Items : [])
            {
                if (item is YamlText id && !ids.Contains(id.Text))
                {
                    errors.Add(new(file.Path, id.Line, id.Column, Math.Max(1, id.Text.Length), $"there is no rule '{id.Text}'{Suggestion.For(id.Text, ids)}"));
                }
                else if (item is YamlText other && tree["id"] is YamlText own && Supersedes(rules, other.Text, own.Text))
                {
                    errors.Add(new(file.Path, other.Line, other.Column, Math.Max(1, other.Text.Length), $"'{other.Text}' supersedes '{own.Text}' in turn"));
                }
            }
        }

        var sorted = new LintRule[rules.Count];
        rules.Values.CopyTo(sorted, 0);
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return sorted;
    }

    /// <summary>True where a rule is another, or supersedes it by way of any number of others.</summary>
    private static bool Supersedes(Dictionary<string, LintRule> rules, string id, string other)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var pending = new Stack<string>(seen);
        while (pending.TryPop(out var next) && next != other)
        {
            foreach (var below in rules.TryGetValue(next, out var rule) ? rule.Supersedes : [])
            {
                if (seen.Add(below))
                {
                    pending.Push(below);
                }
            }
        }

        return seen.Contains(other);
    }

    /// <summary>A file, what it is, and what it says; of an image's file that is read when it is asked for.</summary>
    private sealed class ParsedFile(KnowledgeFile file, string kind, YamlTree? tree)
    {
        public KnowledgeFile File { get; } = file;

        public string Kind { get; } = kind;

        public YamlTree Tree => tree ?? File.WithoutExamples;
    }
}
