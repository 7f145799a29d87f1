namespace ReportLint.Core.Facts.References;

/// <summary>Roman numerals in capitals, as labels use them.</summary>
internal static class RomanNumeral
{
    /// <summary>
    /// The value of I to LXXXIX in capitals and in the usual form, or null. Single letters above X are letters: <c>Annex C</c>.
    /// </summary>
    public static int? Read(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 8 || (word.Length == 1 && word[0] is not ('I' or 'V' or 'X')))
        {
            return null;
        }

        var total = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var value = ValueOf(word[i]);
            if (value == 0)
            {
                return null;
            }

            total += i + 1 < word.Length && ValueOf(word[i + 1]) > value ? -value : value;
        }

        return total is > 0 and < 90 && Write(total).AsSpan().SequenceEqual(word) ? total : null;
    }

    private static int ValueOf(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    private static string Write(int value)
    {
        ReadOnlySpan<string> tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
        ReadOnlySpan<string> ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return tens[value / 10] + ones[value % 10];
    }
}
