namespace ReportLint.Core.Facts;

/// <summary>One property of a fact type, as rules see it.</summary>
/// <param name="Name">Lower case with underscores.</param>
/// <param name="Kind">Type of the value; unknown values are always possible.</param>
/// <param name="Summary">What it means, one line, with its unit where it has one.</param>
/// <param name="Get">Reads it from a fact of the type that declares it. Must not throw.</param>
public sealed record FactProperty(string Name, ValueKind Kind, string Summary, Func<Fact, Value> Get)
{
    /// <summary>For a fact or a list of facts: the name of their type, which lets rules look into them.</summary>
    public string? ElementType { get; init; }

    /// <summary>For a symbol: the values it can have. A rule that compares it with another word is wrong.</summary>
    public IReadOnlyList<string>? Symbols { get; init; }

    /// <summary>For a whole number, as that of a block is: reads it as such, below 0 where it is unknown.</summary>
    internal Func<Fact, int>? Whole { get; init; }

    /// <summary>True where a phrase can fill it: by a capture or by a word of a lexicon.</summary>
    internal bool IsFilledByPhrases { get; init; }
}

/// <summary>A kind of fact: its name, what it is, an example, and its properties. Immutable.</summary>
public sealed class FactType
{
    private readonly FactProperty[] _properties;

    /// <summary>Declares a type. Every type also has the properties of <see cref="CommonProperties"/>.</summary>
    public FactType(string name, string summary, string example, params FactProperty[] properties)
    {
        Name = name;
        Summary = summary;
        Example = example;
        _properties = [.. properties, .. CommonProperties.All];
        ValueProperty = Find("value");
    }

    /// <summary>The name that rules use: <c>Quantity</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, one line.</summary>
    public string Summary { get; }

    /// <summary>A piece of text that gives such a fact.</summary>
    public string Example { get; }

    /// <summary>True where a document has at most one fact of this type, so that a join with it needs no key.</summary>
    public bool IsSingleton { get; init; }

    /// <summary>Its own properties, then the common ones.</summary>
    public IReadOnlyList<FactProperty> Properties => _properties;

    /// <summary>The property for which a fact of this type stands where a value is asked for, or null.</summary>
    internal FactProperty? ValueProperty { get; }

    /// <summary>The properties that name other facts.</summary>
    internal FactProperty[] Parts => field ??= Array.FindAll(_properties, static p => p.Kind is ValueKind.Fact or ValueKind.List);

    /// <summary>The property of this name, or null.</summary>
    public FactProperty? Find(string name)
    {
        foreach (var property in _properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>This type and no other, as a list.</summary>
    internal FactType[] Alone => field ??= [this];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
