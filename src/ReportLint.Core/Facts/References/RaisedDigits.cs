namespace ReportLint.Core.Facts.References;

/// <summary>A number in the raised digits of Unicode, <c>¹²</c>.</summary>
/// <param name="Number">Its value.</param>
/// <param name="Length">How many characters it has; 0 where none stands there.</param>
internal readonly record struct RaisedDigits(int Number, int Length)
{
    private const int Longest = 3;

    /// <summary>Reads one at a place.</summary>
    public static RaisedDigits At(string text, int at)
    {
        var (number, length) = (0, 0);
        while (at + length < text.Length && length < Longest && Digit(text[at + length]) is var digit and >= 0)
        {
            number = (number * 10) + digit;
            length++;
        }

        return new(number, length);
    }

    private static int Digit(char c) => c switch
    {
        '\u00B9' => 1,
        '\u00B2' => 2,
        '\u00B3' => 3,
        '\u2070' => 0,
        >= '\u2074' and <= '\u2079' => c - '\u2070',
        _ => -1,
    };
}
