using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Links;

/// <summary>A place that a link can point at.</summary>
public sealed class LinkTarget : Fact
{
    internal static readonly FactType FactType = new(
        "LinkTarget", "a place in the document that a link can point at: a heading, an id, a name", "## What it costs (what-it-costs); <a id=\"fees\">",
        new FactProperty("name", ValueKind.Text, "its name as GitHub makes it of a heading, or as written", static f => Value.Of(((LinkTarget)f).Name)),
        new FactProperty("key", ValueKind.Text, "its letters and digits, lower case; programs differ in the rest", static f => Value.Of(((LinkTarget)f).Key)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => Source;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its letters and digits.</summary>
    public required string Key { get; init; }

    /// <summary>Where it is defined.</summary>
    public required TextSpan Source { get; init; }

    /// <summary>
    /// The form in which names are compared. GitHub, pandoc, kramdown and Hugo differ in what they do with punctuation and hyphens,
    /// and agree in letters and digits.
    /// </summary>
    public static string KeyOf(string name)
    {
        const int shortName = 256;
        var key = name.Length <= shortName ? stackalloc char[shortName] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return key[..length].ToString();
    }

    /// <summary>The key that pandoc gives a heading, which drops all before the first letter; the key itself where that is the same.</summary>
    public static string WithoutNumber(string key)
    {
        var start = 0;
        while (start < key.Length && !char.IsLetter(key[start]))
        {
            start++;
        }

        return start == 0 ? key : key[start..];
    }
}
