namespace ReportLint.Core.Facts;

/// <summary>Digits that name something and make no claim: a section, a version, a telephone number, an ISBN.</summary>
public sealed class Identifier : Fact
{
    internal static readonly FactType FactType = new(
        "Identifier", "digits that name something: a section, a version, a telephone number, an ISBN", "section 54(2BA); ISBN 978-0-306-40615-7; v2.31.0",
        new FactProperty("scheme", ValueKind.Text, "what kind of name: isbn, issn, doi, orcid, iban, isni, ismn, ean, nhs, url, email, phone, version, code, case, page, reference, citation, ordinal, compound, other", static f => Facts.Value.Of(((Identifier)f).Scheme)),
        new FactProperty("value", ValueKind.Text, "the name without spaces, hyphens and prefix", static f => Facts.Value.Of(((Identifier)f).Name)),
        new FactProperty("valid", ValueKind.Truth, "whether its form and check digit are right; unknown where the scheme has neither", static f => Facts.Value.Of(((Identifier)f).Problem is { } p ? p.Length == 0 : null)),
        new FactProperty("problem", ValueKind.Text, "what is wrong with its form or check digit; unknown where nothing is", static f => Facts.Value.Of(((Identifier)f).Problem is { Length: > 0 } p ? p : null)),
        new FactProperty("corrected", ValueKind.Text, "it with the right check digit in place of a wrong one; unknown where that is not the problem", static f => Facts.Value.Of(((Identifier)f).Corrected)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What kind of name.</summary>
    public required string Scheme { get; init; }

    /// <summary>The name without spaces, hyphens and prefix.</summary>
    public required string Name { get; init; }

    /// <summary>What is wrong with its form or check digit; empty where nothing is, null where the scheme has neither.</summary>
    public string? Problem { get; init; }

    /// <summary>It with the right check digit in place of a wrong one, or null where that is not the problem.</summary>
    public string? Corrected { get; init; }
}
