using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>One form of a name, or of a word of one, and all places where it stands.</summary>
internal sealed class NameForm(string word)
{
    /// <summary>What makes it this form.</summary>
    public string Word { get; } = word;

    /// <summary>Where it stands, in order.</summary>
    public List<(NameMention Name, TextSpan Prose)> Places { get; } = [];

    /// <summary>True where it stands in a table, which has other people of like names as rows of their own.</summary>
    public bool IsInCells => Places.Exists(static p => p.Name.Block.Cell is not null);
}

/// <summary>Forms by what they share, both in the order in which they were met.</summary>
internal sealed class NameForms
{
    private readonly Dictionary<string, Dictionary<string, NameForm>> _shared = new(StringComparer.Ordinal);

    /// <summary>What is shared, with its forms.</summary>
    public Dictionary<string, Dictionary<string, NameForm>> All => _shared;

    /// <summary>Takes note of a place of a form.</summary>
    public void Add(string shared, string word, NameMention name, TextSpan prose)
    {
        if (!_shared.TryGetValue(shared, out var forms))
        {
            _shared[shared] = forms = new(StringComparer.Ordinal);
        }

        if (!forms.TryGetValue(word, out var form))
        {
            forms[word] = form = new(word);
        }

        form.Places.Add((name, prose));
    }
}
