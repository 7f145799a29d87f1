using System.Globalization;

namespace ReportLint.Core.Knowledge;

/// <summary>
/// Thresholds from <c>rules/settings/</c>. A file is <c>settings: NAME</c>, <c>summary:</c>, and <c>values:</c>, a mapping
/// from lower-case names to numbers. Immutable and thread-safe.
/// </summary>
public sealed class Settings
{
    private readonly Dictionary<string, Setting> _values = new(StringComparer.Ordinal);

    internal Settings(string name) => Name = name;

    /// <summary>The name that code and rules use.</summary>
    public string Name { get; }

    /// <summary>The keys that it states.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The same with some values replaced.</summary>
    internal Settings With(IEnumerable<KeyValuePair<string, decimal>> values)
    {
        var settings = new Settings(Name);
        foreach (var (key, setting) in _values)
        {
            settings._values[key] = setting;
        }

        foreach (var (key, number) in values)
        {
            settings._values[key] = new(number);
        }

        return settings;
    }

    /// <summary>The value of a key, or <paramref name="fallback"/> where the file does not state it.</summary>
    public decimal Get(string key, decimal fallback) => _values.TryGetValue(key, out var setting) ? setting.Number : fallback;

    internal static Settings? Read(KnowledgeFile file, YamlTree tree, ICollection<KnowledgeError> errors)
    {
        if (tree is not YamlMap map || map["settings"] is not YamlText name || map["values"] is not YamlMap values)
        {
            errors.Add(new(file.Path, tree.Line, tree.Column, 1, "a settings file needs the keys 'settings' and 'values', a mapping from names to numbers"));
            return null;
        }

        foreach (var (key, _) in map.Entries)
        {
            if (!FileKeys.Contains(key.Text))
            {
                errors.Add(Mistake(file, key, $"a settings file has no key '{key.Text}'{Rules.Suggestion.For(key.Text, FileKeys)}"));
            }
        }

        if (!SettingsCatalog.Names.Contains(name.Text))
        {
            errors.Add(Mistake(file, name, $"there are no settings '{name.Text}'{Rules.Suggestion.For(name.Text, SettingsCatalog.Names)}"));
            return null;
        }

        var known = SettingsCatalog.KeysOf(name.Text);

        var settings = new Settings(name.Text);
        foreach (var (key, value) in values.Entries)
        {
            if (known is not null && !known.Contains(key.Text))
            {
                errors.Add(Mistake(file, key, $"the settings '{name.Text}' have no '{key.Text}'{Rules.Suggestion.For(key.Text, known)}"));
            }
            else if (value is YamlText text && decimal.TryParse(text.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                settings._values[key.Text] = new(number);
            }
            else
            {
                errors.Add(Mistake(file, value, $"the setting '{key.Text}' must be a number"));
            }
        }

        return settings;
    }

    /// <summary>Writes the settings; <see cref="Read(Images.ImageReader)"/> makes them anew.</summary>
    internal void Write(Images.ImageWriter image)
    {
        image.Write(Name);
        image.Write(_values.Count);
        foreach (var (key, setting) in _values)
        {
            image.Write(key);
            foreach (var part in decimal.GetBits(setting.Number))
            {
                image.Write(part);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Settings Read(Images.ImageReader image)
    {
        var settings = new Settings(image.Text());
        for (var left = image.Int(); left > 0; left--)
        {
            var key = image.Text();
            settings._values[key] = new(new decimal([image.Int(), image.Int(), image.Int(), image.Int()]));
        }

        return settings;
    }

    private static readonly string[] FileKeys = ["settings", "summary", "values"];

    private static KnowledgeError Mistake(KnowledgeFile file, YamlTree at, string message) =>
        new(file.Path, at.Line, at.Column, at is YamlText { Text.Length: > 0 } text ? text.Text.Length : 1, message);

    private sealed record Setting(decimal Number);
}
