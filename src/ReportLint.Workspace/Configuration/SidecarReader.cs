using System.Globalization;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;

namespace ReportLint.Workspace.Configuration;

/// <summary>
/// Reads the file beside a document that suppresses findings in it, for formats that have no comments: <c>report.txt.reportlint.yml</c>, with
/// <c>suppress:</c>, a list of mappings with <c>rule</c>, <c>reason</c>, and <c>line</c> or <c>text</c>. One with a mistake does not count: what was
/// meant for a line must not come to speak for the whole document.
/// </summary>
internal sealed class SidecarReader
{
    /// <summary>What stands behind the name of the document.</summary>
    public const string Ending = ".reportlint.yml";

    private static readonly string[] Keys = ["rule", "reason", "line", "text"];

    private readonly KnowledgeFile _file;
    private readonly ICollection<KnowledgeError> _errors;

    private SidecarReader(KnowledgeFile file, ICollection<KnowledgeError> errors)
    {
        _file = file;
        _errors = errors;
    }

    /// <summary>Reads the suppressions of a file; those without a mistake.</summary>
    /// <param name="file">Its name for messages and its text.</param>
    /// <param name="errors">Gets the mistakes.</param>
    public static IReadOnlyList<OutsideSuppression> Read(KnowledgeFile file, ICollection<KnowledgeError> errors)
    {
        if (YamlTreeReader.Read(file, errors) is not { } tree)
        {
            return [];
        }

        var reader = new SidecarReader(file, errors);
        if (tree is not YamlMap { Entries: [{ Key.Text: "suppress", Value: YamlList list }] })
        {
            reader.Mistake(tree, "such a file has the key 'suppress', a list of mappings with rule, reason, and line or text");
            return [];
        }

        return [.. list.Items.Select(reader.ReadItem).OfType<OutsideSuppression>()];
    }

    private OutsideSuppression? ReadItem(YamlTree item)
    {
        if (item is not YamlMap map || map["rule"] is not { } rule)
        {
            Mistake(item, "a suppression is a mapping with 'rule', 'reason', and 'line' or 'text'");
            return null;
        }

        var before = _errors.Count;
        foreach (var (key, _) in map.Entries.Where(static e => !Keys.Contains(e.Key.Text)))
        {
            Mistake(key, $"a suppression has no key '{key.Text}'{Names.Nearest(key.Text, Keys)}");
        }

        var ids = new List<string>();
        foreach (var id in rule is YamlList { Items.Count: > 0 } all ? all.Items : [rule])
        {
            ids.Add(Text(id, "'rule' is an id or a name of a rule, or a list of them"));
        }

        int? line = null;
        if (map["line"] is { } place)
        {
            line = place is YamlText { Text: var digits } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
            if (line is null)
            {
                Mistake(place, "'line' is the number of a line, from 1");
            }
        }

        var words = map["text"] is { } text ? Text(text, "'text' is the text that the suppression speaks for") : null;
        if (line is not null && words is not null)
        {
            Mistake(map["line"]!, "a suppression has 'line' or 'text', not both");
        }

        var reason = map["reason"] is { } why ? Text(why, "'reason' is a text") : "";
        return _errors.Count > before ? null : new(ids, line, words, reason, _file.Path);
    }

    private string Text(YamlTree tree, string expected)
    {
        if (tree is YamlText { Text: { Length: > 0 } text })
        {
            return text;
        }

        Mistake(tree, expected);
        return "";
    }

    private void Mistake(YamlTree at, string message) => _errors.Add(KnowledgeError.At(_file, at, message));
}
