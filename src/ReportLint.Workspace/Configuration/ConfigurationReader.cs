using System.Globalization;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace.Configuration;

/// <summary>Reads a <c>reportlint.yml</c>. What it does not know is an error with its place and the nearest right name; the rest counts.</summary>
internal sealed class ConfigurationReader
{
    private static readonly string[] TopKeys = ["root", "profile", "severity", "options", "names", "acronyms", "terms", "suppressions", "files"];
    private static readonly string[] SectionKeys = ["match", "profile", "severity", "options", "names", "acronyms", "terms", "suppressions"];

    private readonly KnowledgeFile _file;
    private readonly RuleSet _rules;
    private readonly ICollection<KnowledgeError> _errors;

    private ConfigurationReader(KnowledgeFile file, RuleSet rules, ICollection<KnowledgeError> errors)
    {
        _file = file;
        _rules = rules;
        _errors = errors;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="folder">The folder that it lies in.</param>
    /// <param name="file">Its name for messages and its text.</param>
    /// <param name="rules">The rules that it may speak of.</param>
    /// <param name="errors">Gets the mistakes.</param>
    public static ConfigurationFile Read(string folder, KnowledgeFile file, RuleSet rules, ICollection<KnowledgeError> errors)
    {
        var reader = new ConfigurationReader(file, rules, errors);
        var entries = new List<ConfigurationEntry>();
        var sections = new List<(GitIgnorePattern, IReadOnlyList<ConfigurationEntry>)>();
        var isRoot = false;
        if (!string.IsNullOrWhiteSpace(file.Content) && YamlTreeReader.Read(file, errors) is { } tree)
        {
            if (tree is YamlMap map)
            {
                isRoot = map["root"] is YamlText { Text: "true" };
                reader.ReadMap(map, TopKeys, entries);
                reader.ReadSections(map["files"], sections);
            }
            else
            {
                reader.Mistake(tree, $"a configuration is a mapping with the keys {string.Join(", ", TopKeys)}");
            }
        }

        return new ConfigurationFile { Folder = folder, Source = file, IsRoot = isRoot, Entries = entries, Sections = sections };
    }

    private void ReadSections(YamlTree? tree, List<(GitIgnorePattern, IReadOnlyList<ConfigurationEntry>)> sections)
    {
        if (tree is null)
        {
            return;
        }

        if (tree is not YamlList list)
        {
            Mistake(tree, "'files' is a list of mappings, each with a 'match'");
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is not YamlMap map || map["match"] is not { } match)
            {
                Mistake(item, "a section of 'files' is a mapping with a 'match', a pattern of paths");
                continue;
            }

            var entries = new List<ConfigurationEntry>();
            ReadMap(map, SectionKeys, entries);
            foreach (var path in match is YamlList patterns ? patterns.Items : [match])
            {
                if (path is not YamlText text || GitIgnorePattern.Parse(text.Text) is not { } pattern)
                {
                    Mistake(path, "this is no pattern of paths");
                }
                else if (pattern.IsNegated)
                {
                    Mistake(path, "a section of 'files' is for the paths that match: '!' takes none back in");
                }
                else
                {
                    sections.Add((pattern, entries));
                }
            }
        }
    }

    private void ReadMap(YamlMap map, string[] keys, List<ConfigurationEntry> entries)
    {
        foreach (var (key, value) in map.Entries)
        {
            switch (key.Text)
            {
                case var name when !keys.Contains(name):
                    Mistake(key, $"there is no key '{name}' here{Names.Nearest(name, keys)}");
                    break;
                case "root" when value is not YamlText { Text: "true" or "false" }:
                    Mistake(value, "'root' is true or false");
                    break;
                case "profile":
                    if (Text(value) is { } profile && Known(profile, "profile", _rules.Profiles.Select(static p => p.Name)))
                    {
                        entries.Add(Entry("profile", profile.Text, profile));
                    }

                    break;
                case "severity":
                    ReadSeverities(value, entries);
                    break;
                case "options":
                    ReadOptions(value, entries);
                    break;
                case "names" or "acronyms" or "terms":
                    ReadWords(key.Text, value, entries);
                    break;
                case "suppressions":
                    ReadSuppressions(value, entries);
                    break;
            }
        }
    }

    private void ReadSeverities(YamlTree tree, List<ConfigurationEntry> entries)
    {
        foreach (var (key, value) in Map(tree, "'severity' is a mapping from rules to severities"))
        {
            if (_rules.Descriptors.FirstOrDefault(d => d.Id.Equals(key.Text, StringComparison.OrdinalIgnoreCase) || d.Name == key.Text) is not { } descriptor)
            {
                Mistake(key, $"there is no rule '{key.Text}'{Names.Nearest(key.Text, _rules.Descriptors.SelectMany(static d => new[] { d.Id, d.Name }))}");
            }
            else if (Text(value) is { } word && Known(word, "severity", Profile.SeverityWords))
            {
                entries.Add(Entry($"severity.{descriptor.Id}", word.Text, word));
            }
        }
    }

    private void ReadOptions(YamlTree tree, List<ConfigurationEntry> entries)
    {
        var known = _rules.Knowledge.SettingNames.ToArray();
        foreach (var (group, values) in Map(tree, "'options' is a mapping from names of settings to mappings"))
        {
            var keys = known.Where(k => k.StartsWith(group.Text + ".", StringComparison.Ordinal)).Select(k => k[(group.Text.Length + 1)..]).ToArray();
            if (keys.Length == 0)
            {
                Mistake(group, $"there are no options '{group.Text}'{Names.Nearest(group.Text, known.Select(static k => k.Split('.')[0]).Distinct())}");
                continue;
            }

            foreach (var (key, value) in Map(values, $"the options '{group.Text}' are a mapping from names to numbers"))
            {
                if (!keys.Contains(key.Text))
                {
                    Mistake(key, $"the options '{group.Text}' have no '{key.Text}'{Names.Nearest(key.Text, keys)}");
                }
                else if (value is YamlText text && decimal.TryParse(text.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
                {
                    entries.Add(Entry($"options.{group.Text}.{key.Text}", text.Text, text));
                }
                else
                {
                    Mistake(value, $"'{key.Text}' is a number");
                }
            }
        }
    }

    private void ReadWords(string key, YamlTree tree, List<ConfigurationEntry> entries)
    {
        if (tree is not YamlList list)
        {
            Mistake(tree, $"'{key}' is a list of words");
            return;
        }

        foreach (var item in list.Items)
        {
            if (Text(item) is { } word)
            {
                entries.Add(Entry($"{key}.{word.Text}", "accepted", word));
            }
        }
    }

    private void ReadSuppressions(YamlTree tree, List<ConfigurationEntry> entries)
    {
        foreach (var (key, value) in Map(tree, "'suppressions' is a mapping with the key 'reason'"))
        {
            if (Known(key, "key", ["reason"]) && Text(value) is { } word && Known(word, "value", ["required", "optional"]))
            {
                entries.Add(Entry("suppressions.reason", word.Text, word));
            }
        }
    }

    private IEnumerable<KeyValuePair<YamlText, YamlTree>> Map(YamlTree tree, string expected)
    {
        if (tree is YamlMap map)
        {
            return map.Entries;
        }

        Mistake(tree, expected);
        return [];
    }

    private YamlText? Text(YamlTree tree)
    {
        if (tree is YamlText text)
        {
            return text;
        }

        Mistake(tree, "one word is expected here");
        return null;
    }

    private bool Known(YamlText word, string kind, IEnumerable<string> names)
    {
        if (names.Contains(word.Text))
        {
            return true;
        }

        Mistake(word, $"there is no {kind} '{word.Text}'{Names.Nearest(word.Text, names)}");
        return false;
    }

    private ConfigurationEntry Entry(string key, string value, YamlTree at) => new(key, value, _file.Path, at.Line);

    private void Mistake(YamlTree at, string message) => _errors.Add(KnowledgeError.At(_file, at, message));
}
