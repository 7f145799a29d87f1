using System.Globalization;

namespace ReportLint.Core.Rules;

/// <summary>
/// Check digits of identifiers. ISBN-10 and ISSN: modulus 11 with falling weights (ISO 2108:1992, ISO 3297:2022);
/// ISBN-13: the EAN-13 digit with prefix 978 or 979 (ISO 2108:2017); ORCID: ISO/IEC 7064 MOD 11-2; IBAN: ISO/IEC 7064
/// MOD 97-10 after moving the first four characters to the end (ISO 13616).
/// </summary>
internal static class CheckDigits
{
    public static readonly IReadOnlyList<string> Schemes = ["isbn", "isbn10", "isbn13", "issn", "orcid", "iban"];

    /// <summary>True where the text has the length and the check digit of its scheme; spaces and hyphens are skipped. Null for another scheme.</summary>
    public static bool? Holds(string scheme, string text)
    {
        var name = Clean(text);
        return scheme switch
        {
            "isbn" => name.Length == 10 ? EndsRight(name, 10) : IsIsbn13(name),
            "isbn10" => EndsRight(name, 10),
            "isbn13" => IsIsbn13(name),
            "issn" => EndsRight(name, 8),
            "orcid" => EndsRight(name, 16),
            "iban" => name.Length is >= 15 and <= 34 && Expected(name) is { } check && name.AsSpan(2, 2).SequenceEqual(check),
            _ => null,
        };
    }

    /// <summary>The check character that digits of 8, 10, 13 or 16 places should end in, by their length; null for other lengths and for letters before the end.</summary>
    public static char? LastOf(ReadOnlySpan<char> name)
    {
        if (name.Length is not (8 or 10 or 13 or 16) || name[..^1].ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < name.Length - 1; i++)
        {
            var digit = name[i] - '0';
            sum = name.Length switch
            {
                13 => sum + (digit * (i % 2 == 0 ? 1 : 3)),
                16 => (sum + digit) * 2 % 11,
                _ => sum + (digit * (name.Length - i)),
            };
        }

        var check = name.Length switch
        {
            13 => (10 - (sum % 10)) % 10,
            16 => (12 - sum) % 11,
            _ => (11 - (sum % 11)) % 11,
        };
        return check == 10 ? 'X' : (char)('0' + check);
    }

    /// <summary>The two check digits that an IBAN should have behind its country; null where it is not capitals and digits in the form of one.</summary>
    public static string? Expected(ReadOnlySpan<char> iban)
    {
        if (iban.Length < 5 || !char.IsAsciiLetterUpper(iban[0]) || !char.IsAsciiLetterUpper(iban[1]) || !char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3]))
        {
            return null;
        }

        var remainder = 0;
        for (var i = 4; i < iban.Length + 4; i++)
        {
            var c = i < iban.Length ? iban[i] : i < iban.Length + 2 ? iban[i - iban.Length] : '0';
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return null;
            }

            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return (98 - remainder).ToString("00", CultureInfo.InvariantCulture);
    }

    private static bool EndsRight(string name, int length) => name.Length == length && LastOf(name) == name[^1];

    private static bool IsIsbn13(string name) =>
        (name.StartsWith("978", StringComparison.Ordinal) || name.StartsWith("979", StringComparison.Ordinal)) && EndsRight(name, 13);

    private static string Clean(string text)
    {
        Span<char> kept = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '–'))
            {
                kept[length++] = char.ToUpperInvariant(c);
            }
        }

        return new string(kept[..length]);
    }
}
