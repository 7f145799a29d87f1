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
            "isbn" => name.Length == 10 ? Modulus11(name, 10) : IsIsbn13(name),
            "isbn10" => Modulus11(name, 10),
            "isbn13" => IsIsbn13(name),
            "issn" => Modulus11(name, 8),
            "orcid" => IsOrcid(name),
            "iban" => IsIban(name),
            _ => null,
        };
    }

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

    private static bool Modulus11(string name, int length)
    {
        if (name.Length != length)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            var digit = DigitOrX(name, i);
            if (digit < 0)
            {
                return false;
            }

            sum += digit * (length - i);
        }

        return sum % 11 == 0;
    }

    private static bool IsIsbn13(string name)
    {
        if (name.Length != 13 || !(name.StartsWith("978", StringComparison.Ordinal) || name.StartsWith("979", StringComparison.Ordinal)))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 13; i++)
        {
            if (!char.IsAsciiDigit(name[i]))
            {
                return false;
            }

            sum += (name[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0;
    }

    private static bool IsOrcid(string name)
    {
        if (name.Length != 16)
        {
            return false;
        }

        var total = 0;
        for (var i = 0; i < 15; i++)
        {
            if (!char.IsAsciiDigit(name[i]))
            {
                return false;
            }

            total = (total + name[i] - '0') * 2 % 11;
        }

        return DigitOrX(name, 15) == (12 - total) % 11;
    }

    private static bool IsIban(string name)
    {
        if (name.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(name[0]) || !char.IsAsciiLetterUpper(name[1]) ||
            !char.IsAsciiDigit(name[2]) || !char.IsAsciiDigit(name[3]))
        {
            return false;
        }

        var remainder = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[(i + 4) % name.Length];
            if (char.IsAsciiDigit(c))
            {
                remainder = ((remainder * 10) + c - '0') % 97;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                remainder = ((remainder * 100) + c - 'A' + 10) % 97;
            }
            else
            {
                return false;
            }
        }

        return remainder == 1;
    }

    /// <summary>The digit at a place; 10 for an X in the last place, otherwise -1.</summary>
    private static int DigitOrX(string name, int at) =>
        char.IsAsciiDigit(name[at]) ? name[at] - '0' : name[at] == 'X' && at == name.Length - 1 ? 10 : -1;
}
