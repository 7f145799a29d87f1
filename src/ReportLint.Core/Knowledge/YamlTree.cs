namespace ReportLint.Core.Knowledge;

/// <summary>A node of a YAML file with its place. Immutable.</summary>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Column">Column of its first character in UTF-16 code units, from 1.</param>
public abstract record YamlTree(int Line, int Column);

/// <summary>A plain, quoted or block scalar.</summary>
/// <param name="Text">The value, quotes and escapes resolved.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1; of the opening quote where there is one.</param>
/// <param name="IsQuoted">True where it was written in quotes.</param>
/// <param name="IsBlock">True for a literal or folded block, whose text begins on a later line.</param>
public sealed record YamlText(string Text, int Line, int Column, bool IsQuoted, bool IsBlock) : YamlTree(Line, Column);

/// <summary>A sequence.</summary>
public sealed record YamlList(IReadOnlyList<YamlTree> Items, int Line, int Column) : YamlTree(Line, Column);

/// <summary>A mapping; keys are text, in the order of the file, none twice.</summary>
public sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlTree>> Entries, int Line, int Column) : YamlTree(Line, Column)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlTree? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}
