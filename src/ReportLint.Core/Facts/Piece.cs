namespace ReportLint.Core.Facts;

/// <summary>A piece of text that a finding can point at, such as the year inside a date. It has the common properties only.</summary>
public sealed class Piece : Fact
{
    /// <summary>The fact type.</summary>
    public static readonly FactType FactType = new("Piece", "a piece of text that a finding can point at", "the 2105 in May 2105");

    /// <inheritdoc/>
    public override FactType Type => FactType;
}

/// <summary>Digits that name something and make no claim: a section, a version, a telephone number, an ISBN.</summary>
public sealed class Identifier : Fact
{
    /// <summary>The fact type.</summary>
    public static readonly FactType FactType = new(
        "Identifier", "digits that name something: a section, a version, a telephone number, an ISBN", "section 54(2BA); ISBN 978-0-306-40615-7; v2.31.0",
        new FactProperty("scheme", ValueKind.Text, "what kind of name: isbn, issn, doi, orcid, iban, version, phone, reference, ordinal, compound, other", static f => Facts.Value.Of(((Identifier)f).Scheme)),
        new FactProperty("value", ValueKind.Text, "the name without spaces, hyphens and prefix", static f => Facts.Value.Of(((Identifier)f).Name)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What kind of name.</summary>
    public required string Scheme { get; init; }

    /// <summary>The name without spaces, hyphens and prefix.</summary>
    public required string Name { get; init; }
}
