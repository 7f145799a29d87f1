using System.Globalization;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.References;

/// <summary>What is wrong with a standard number.</summary>
/// <param name="Problem">One clause for the person who reads it; empty where nothing is wrong.</param>
/// <param name="CheckCharacters">The right check characters where only those are wrong, otherwise null.</param>
internal readonly record struct StandardNumberVerdict(string Problem, string? CheckCharacters)
{
    /// <summary>Nothing is wrong.</summary>
    public static readonly StandardNumberVerdict Right = new("", null);
}

/// <summary>Checks the form and the check digits of identifiers that have them.</summary>
internal static class StandardNumber
{
    /// <summary>Judges a number without its spaces and hyphens.</summary>
    /// <param name="scheme">isbn, issn, orcid, isni, ismn, ean, nhs or iban.</param>
    /// <param name="value">Digits and capitals only.</param>
    /// <param name="ibanLengths">Lexicon of IBAN lengths by country.</param>
    public static StandardNumberVerdict Judge(string scheme, string value, Lexicon ibanLengths) => scheme switch
    {
        "isbn" => JudgeIsbn(value),
        "issn" => JudgeFixed(scheme, "an ISSN", value),
        "orcid" => JudgeFixed(scheme, "an ORCID", value),
        "isni" => JudgeFixed(scheme, "an ISNI", value),
        "ismn" => JudgeFixed(scheme, "an ISMN", value),
        "ean" => JudgeFixed(scheme, "an EAN", value),
        "nhs" => JudgeFixed(scheme, "an NHS number", value),
        "iban" => JudgeIban(value, ibanLengths),
        _ => StandardNumberVerdict.Right,
    };

    /// <summary>
    /// How many digits a number of a scheme has, the check digit included; for <c>isbn</c> the longer of two forms. ISNI: ISO 27729, as ORCID;
    /// ISMN: ISO 10957 and EAN: GS1, as ISBN-13; NHS number: modulus 11 (NHS Data Dictionary), as ISBN-10 but never ending in X.
    /// </summary>
    public static int Digits(string scheme) => scheme switch
    {
        "issn" => 8,
        "nhs" => 10,
        "orcid" or "isni" => 16,
        _ => 13,
    };

    private static StandardNumberVerdict JudgeFixed(string scheme, string name, string value)
    {
        var digits = Digits(scheme);
        return value.Length != digits ? new($"{name} has {digits.ToString(CultureInfo.InvariantCulture)} digits, and this has {Count(value)}", null)
            : scheme == "nhs" && CheckDigits.LastOf(value) == 'X' ? new("no check digit fits it", null)
            : JudgeLast(value);
    }

    private static string Count(string value) => value.Length.ToString(CultureInfo.InvariantCulture);

    private static StandardNumberVerdict JudgeIsbn(string value)
    {
        if (value.Length == 10)
        {
            return JudgeLast(value);
        }

        if (value.Length != 13)
        {
            return new($"an ISBN has 10 or 13 digits, and this has {Count(value)}", null);
        }

        if (!value.StartsWith("978", StringComparison.Ordinal) && !value.StartsWith("979", StringComparison.Ordinal))
        {
            return new("an ISBN of 13 digits begins with 978 or 979", null);
        }

        return JudgeLast(value);
    }

    /// <summary>Length by country and check digits (ISO 13616).</summary>
    private static StandardNumberVerdict JudgeIban(string value, Lexicon lengths)
    {
        var country = value[..2];
        foreach (var (length, countries) in lengths.Entries)
        {
            if (countries.Contains(country, StringComparer.OrdinalIgnoreCase) &&
                int.Parse(length, CultureInfo.InvariantCulture) is var expected && expected != value.Length)
            {
                return new($"an IBAN of {country} has {length} characters, and this has {Count(value)}", null);
            }
        }

        return CheckDigits.Expected(value) is { } right && !value.AsSpan(2, 2).SequenceEqual(right)
            ? new($"its check digits should be {right}, not {value.AsSpan(2, 2)}", right)
            : StandardNumberVerdict.Right;
    }

    private static StandardNumberVerdict JudgeLast(string value) =>
        CheckDigits.LastOf(value) is { } right && value[^1] != right ? new($"its check digit should be {right}, not {value[^1]}", right.ToString()) : StandardNumberVerdict.Right;
}
