using ReportLint.Core.Knowledge;

namespace ReportLint.Formats.Html;

/// <summary>
/// What on a page is no part of the report: navigation, cookie bars, share buttons. The words come from the lexicon
/// <c>html-boilerplate</c>, its meanings being <c>element</c>, <c>outer-element</c>
/// (outside articles and sections), <c>role</c>, <c>class</c> (of <c>class</c> and <c>id</c>;
/// <c>*</c> at an end stands for anything) and <c>label</c> (the whole text of a block). Immutable and thread-safe.
/// </summary>
public sealed class Boilerplate
{
    /// <summary>Knows nothing: every visible part is read.</summary>
    public static readonly Boilerplate None = new([]);

    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outerElements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _prefixes = [];
    private readonly List<string> _suffixes = [];

    private Boilerplate(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> entries)
    {
        foreach (var (meaning, words) in entries)
        {
            foreach (var word in words)
            {
                switch (meaning)
                {
                    case "element":
                        _elements.Add(word);
                        break;
                    case "outer-element":
                        _outerElements.Add(word);
                        break;
                    case "role":
                        _roles.Add(word);
                        break;
                    case "label":
                        _labels.Add(word);
                        break;
                    case "class" when word.EndsWith('*'):
                        _prefixes.Add(word[..^1]);
                        break;
                    case "class" when word.StartsWith('*'):
                        _suffixes.Add(word[1..]);
                        break;
                    case "class":
                        _classes.Add(word);
                        break;
                }
            }
        }
    }

    /// <summary>Takes the words from the lexicon.</summary>
    public static Boilerplate From(KnowledgeBase knowledge) => new(knowledge.Lexicon("html-boilerplate").Entries);

    /// <summary>True for the text of a block that only labels what is left out, such as an advertisement.</summary>
    internal bool IsLabel(string text) => _labels.Contains(text);

    /// <summary>True for an element that is left out with all it holds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tag">Its opening tag.</param>
    /// <param name="isOuter">True where no article or section holds it.</param>
    internal bool Holds(string name, HtmlTag tag, bool isOuter)
    {
        if (_elements.Contains(name) || (isOuter && _outerElements.Contains(name)))
        {
            return true;
        }

        return (_roles.Count > 0 && tag.Attribute("role") is { } role && _roles.Contains(role.Trim()))
            || (tag.Attribute("class") is { } classes && AnyClass(classes))
            || (tag.Attribute("id") is { } id && IsClass(id));
    }

    private bool AnyClass(ReadOnlySpan<char> classes)
    {
        foreach (var range in classes.SplitAny(" \t\r\n\f"))
        {
            if (IsClass(classes[range]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsClass(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return false;
        }

        if (_classes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            return true;
        }

        foreach (var prefix in _prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var suffix in _suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
