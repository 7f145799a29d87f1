using System.Globalization;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace.Configuration;

/// <summary>
/// Finds <c>reportlint.yml</c> upwards from documents. Files of all folders above count, the nearest last, up to one that says
/// <c>root: true</c>. Each file is read once. Thread-safe.
/// </summary>
public sealed class ConfigurationSource
{
    /// <summary>The name of a configuration file.</summary>
    public const string FileName = "reportlint.yml";

    private readonly RuleSet _rules;
    private readonly string _workingDirectory;

    // One table, and a list that hardly ever exists: each kind of collection costs a short run more than what it holds.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<ConfigurationFile>> _chains = new(StringComparer.Ordinal);
    private List<WrongSidecar>? _wrongSidecars;

    /// <summary>A source for these rules; names in messages are relative to the working directory.</summary>
    public ConfigurationSource(RuleSet rules, string workingDirectory)
    {
        _rules = rules;
        _workingDirectory = workingDirectory;
    }

    private sealed record WrongSidecar(string Path, KnowledgeFile File, IReadOnlyList<KnowledgeError> Errors);

    /// <summary>The mistakes in the files read so far, by path and place.</summary>
    public IReadOnlyList<KnowledgeError> Errors
    {
        get
        {
            var errors = new List<KnowledgeError>();
            lock (_gate)
            {
                foreach (var chain in _chains)
                {
                    AddErrors(errors, chain.Value);
                }

                foreach (var sidecar in _wrongSidecars ?? [])
                {
                    errors.AddRange(sidecar.Errors);
                }
            }

            return InOrder(errors);
        }
    }

    /// <summary>The files that <see cref="Errors"/> speak of, and others read so far, with their texts.</summary>
    public IReadOnlyList<KnowledgeFile> Files
    {
        get
        {
            var files = new List<KnowledgeFile>();
            lock (_gate)
            {
                foreach (var chain in _chains)
                {
                    foreach (var file in chain.Value)
                    {
                        if (!files.Contains(file.Source))
                        {
                            files.Add(file.Source);
                        }
                    }
                }

                foreach (var sidecar in _wrongSidecars ?? [])
                {
                    files.Add(sidecar.File);
                }
            }

            files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
            return files;
        }
    }

    /// <summary>Forgets what was read, so that files are read again. Not at once with other methods.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _chains.Clear();
            _wrongSidecars = null;
        }
    }

    /// <summary>What counts for a document, each key once: the nearest file's last word, and below all of them the profile.</summary>
    public IReadOnlyList<ConfigurationEntry> EntriesFor(string fullPath)
    {
        var chain = ChainOf(FolderOf(fullPath));
        return chain.Count == 0 ? [] : EntriesFor(fullPath, chain);
    }

    private ConfigurationEntry[] EntriesFor(string fullPath, IReadOnlyList<ConfigurationFile> chain)
    {
        var entries = new Dictionary<string, ConfigurationEntry>(StringComparer.Ordinal);
        foreach (var file in chain)
        {
            foreach (var entry in file.For(fullPath))
            {
                entries[entry.Key] = entry;
            }
        }

        if (entries.TryGetValue("profile", out var named) && _rules.Profiles.FirstOrDefault(p => p.Name == named.Value) is { } profile)
        {
            foreach (var (id, word) in profile.Severities)
            {
                entries.TryAdd($"severity.{id.Text}", new($"severity.{id.Text}", word.Text, profile.Path, word.Line));
            }
        }

        var sorted = new ConfigurationEntry[entries.Count];
        entries.Values.CopyTo(sorted, 0);
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return sorted;
    }

    /// <summary>The options for a document.</summary>
    /// <param name="fullPath">Where it is.</param>
    /// <param name="options">What the user said besides.</param>
    public LintOptions OptionsFor(string fullPath, LintOptions options)
    {
        var entries = EntriesFor(fullPath);
        return entries.Count == 0 ? options : options with
        {
            Severities = Values(entries, "severity.").ToDictionary(static e => e.Name, static e => Profile.Severity(e.Value), StringComparer.Ordinal),
            Settings = Values(entries, "options.").ToDictionary(static e => e.Name, static e => decimal.Parse(e.Value, NumberStyles.Number, CultureInfo.InvariantCulture), StringComparer.Ordinal),
            Accepted = new AcceptedWords
            {
                Names = Words(entries, "names."),
                Acronyms = Words(entries, "acronyms."),
                Terms = Words(entries, "terms."),
            },
            SuppressionsNeedReason = !entries.Any(static e => e is { Key: "suppressions.reason", Value: "optional" }),
        };
    }

    /// <summary>The suppressions in the file beside a document.</summary>
    internal IReadOnlyList<OutsideSuppression> SuppressionsBeside(Draft draft)
    {
        var path = draft.FullPath + SidecarReader.Ending;
        if (!Path.Exists(path))
        {
            return [];
        }

        var errors = new List<KnowledgeError>();
        var file = Load(path, draft.Path + SidecarReader.Ending, errors);
        var suppressions = errors.Count > 0 ? [] : SidecarReader.Read(file, errors);
        if (errors.Count > 0)
        {
            lock (_gate)
            {
                _wrongSidecars ??= [];
                _wrongSidecars.RemoveAll(sidecar => sidecar.Path == path);
                _wrongSidecars.Add(new(path, file, errors));
            }
        }

        return suppressions;
    }

    /// <summary>The mistakes in the files that were read for a document, in the order of <see cref="Errors"/>.</summary>
    internal IReadOnlyList<KnowledgeError> ErrorsAround(Draft draft)
    {
        var errors = new List<KnowledgeError>();
        AddErrors(errors, ChainOf(FolderOf(draft.FullPath)));
        var path = draft.FullPath + SidecarReader.Ending;
        lock (_gate)
        {
            errors.AddRange(_wrongSidecars?.Find(sidecar => sidecar.Path == path)?.Errors ?? []);
        }

        return InOrder(errors);
    }

    private string FolderOf(string fullPath) => Path.GetDirectoryName(fullPath) ?? _workingDirectory;

    private static void AddErrors(List<KnowledgeError> errors, IReadOnlyList<ConfigurationFile> chain)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            errors.AddRange(chain[i].Errors);
        }
    }

    /// <summary>Each mistake once, by path and place: chains share the files of the folders above.</summary>
    private static IReadOnlyList<KnowledgeError> InOrder(List<KnowledgeError> errors) =>
        errors.Count == 0 ? [] : [.. errors.Distinct().OrderBy(static e => e.Path, StringComparer.Ordinal).ThenBy(static e => e.Line).ThenBy(static e => e.Column)];

    private static IEnumerable<(string Name, string Value)> Values(IEnumerable<ConfigurationEntry> entries, string prefix) =>
        entries.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(e => (e.Key[prefix.Length..], e.Value));

    private static HashSet<string> Words(IEnumerable<ConfigurationEntry> entries, string prefix) =>
        Values(entries, prefix).Select(static e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files that count in a folder, the farthest first.</summary>
    private IReadOnlyList<ConfigurationFile> ChainOf(string folder)
    {
        lock (_gate)
        {
            if (!_chains.TryGetValue(folder, out var chain))
            {
                var own = Read(folder);
                IReadOnlyList<ConfigurationFile> above = own is { IsRoot: true } || Path.GetDirectoryName(folder) is not { } parent ? [] : ChainOf(parent);
                chain = own is null ? above : [.. above, own];
                _chains.Add(folder, chain);
            }

            return chain;
        }
    }

    private ConfigurationFile? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return Path.Exists(path) ? ReadFile(path) : null;
    }

    private ConfigurationFile ReadFile(string path)
    {
        var errors = new List<KnowledgeError>();
        var source = Load(path, FileWalker.DisplayPath(path, _workingDirectory), errors);
        var file = ConfigurationReader.Read(Path.GetDirectoryName(path)!, source, _rules, errors);
        return file with { Errors = errors };
    }

    /// <summary>Takes a file's text from the disk; an empty one, and a mistake, where that cannot be.</summary>
    private static KnowledgeFile Load(string path, string name, List<KnowledgeError> errors)
    {
        try
        {
            return new(name, RegularFile.ReadText(path, RegularFile.LongestSettings));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(name, 1, 1, 1, $"the configuration could not be read: {exception.Message}"));
            return new(name, "");
        }
    }
}
