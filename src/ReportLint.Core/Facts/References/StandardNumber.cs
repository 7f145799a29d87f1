using System.Globalization;
using ReportLint.Core.Knowledge;

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
    /// <param name="scheme">isbn, issn, orcid or iban.</param>
    /// <param name="value">Digits and capitals only.</param>
    /// <param name="ibanLengths">Lexicon of IBAN lengths by country.</param>
    public static StandardNumberVerdict Judge(string scheme, string value, Lexicon ibanLengths) => scheme switch
    {
        "isbn" => JudgeIsbn(value),
        "issn" => value.Length == 8 ? JudgeModulo11(value) : new($"an ISSN has 8 digits, and this has {Count(value)}", null),
        "orcid" => value.Length == 16 ? JudgeOrcid(value) : new($"an ORCID has 16 digits, and this has {Count(value)}", null),
        "iban" => JudgeIban(value, ibanLengths),
        _ => StandardNumberVerdict.Right,
    };

    private static string Count(string value) => value.Length.ToString(CultureInfo.InvariantCulture);

    private static StandardNumberVerdict JudgeIsbn(string value)
    {
        if (value.Length == 10)
        {
            return JudgeModulo11(value);
        }

        if (value.Length != 13)
        {
            return new($"an ISBN has 10 or 13 digits, and this has {Count(value)}", null);
        }

        if (!value.StartsWith("978", StringComparison.Ordinal) && !value.StartsWith("979", StringComparison.Ordinal))
        {
            return new("an ISBN of 13 digits begins with 978 or 979", null);
        }

        // EAN-13, as in ISO 2108: weights 1 and 3 in turn, sum divisible by 10.
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (value[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return Compare(value, (char)('0' + (10 - sum % 10) % 10));
    }

    /// <summary>ISBN-10 and ISSN (ISO 3297): weights from the length down to 1, sum divisible by 11, X for 10.</summary>
    private static StandardNumberVerdict JudgeModulo11(string value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length - 1; i++)
        {
            sum += (value[i] - '0') * (value.Length - i);
        }

        return Compare(value, CheckCharacter((11 - sum % 11) % 11));
    }

    /// <summary>ISO 7064 MOD 11-2, as ISO 27729 and ORCID use it.</summary>
    private static StandardNumberVerdict JudgeOrcid(string value)
    {
        var total = 0;
        for (var i = 0; i < value.Length - 1; i++)
        {
            total = (total + value[i] - '0') * 2 % 11;
        }

        return Compare(value, CheckCharacter((12 - total) % 11));
    }

    /// <summary>ISO 13616: four characters to the back, letters as 10 to 35, remainder 1 modulo 97.</summary>
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

        var remainder = 0;
        foreach (var c in string.Concat(value.AsSpan(4), country, "00"))
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            remainder = digit > 9 ? (remainder * 100 + digit) % 97 : (remainder * 10 + digit) % 97;
        }

        var right = (98 - remainder).ToString("00", CultureInfo.InvariantCulture);
        return value.AsSpan(2, 2).SequenceEqual(right)
            ? StandardNumberVerdict.Right
            : new($"its check digits should be {right}, not {value.AsSpan(2, 2)}", right);
    }

    private static char CheckCharacter(int value) => value == 10 ? 'X' : (char)('0' + value);

    private static StandardNumberVerdict Compare(string value, char right) =>
        value[^1] == right ? StandardNumberVerdict.Right : new($"its check digit should be {right}, not {value[^1]}", right.ToString());
}
