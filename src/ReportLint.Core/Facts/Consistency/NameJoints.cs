using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>What the small words between the words of a name do (<c>lexicon/name-joints.yml</c>).</summary>
internal sealed class NameJoints
{
    private readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    public NameJoints(Lexicon joints)
    {
        foreach (var (meaning, phrases) in joints.Entries)
        {
            foreach (var phrase in phrases)
            {
                _meanings[phrase] = meaning;
            }
        }
    }

    /// <summary>True for what joins two names as well as the words of one: <c>and</c>.</summary>
    public bool Lists(string joint) => MeaningOf(joint) == "list";

    /// <summary>True for two words that are easily written for each other: <c>of</c>, <c>for</c>.</summary>
    public bool AreInterchanged(string a, string b) => a != b && MeaningOf(a) == "relation" && MeaningOf(b) == "relation";

    /// <summary>The joints of a name, a bar between them, all that list written alike.</summary>
    public string Show(NameMention name)
    {
        var shown = new string[name.Parts.Length - 1];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Show(name.Joint(i));
        }

        return string.Join('|', shown);
    }

    private string Show(string joint)
    {
        if (joint.Length == 0)
        {
            return joint;
        }

        if (!_shown.TryGetValue(joint, out var shown))
        {
            _shown[joint] = shown = string.Join(' ', joint.Split(' ').Select(word => Lists(word) ? "+" : word));
        }

        return shown;
    }

    private string MeaningOf(string joint) => _meanings.GetValueOrDefault(joint, "");
}
