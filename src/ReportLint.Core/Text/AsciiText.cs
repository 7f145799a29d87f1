namespace ReportLint.Core.Text;

/// <summary>
/// Tests of short texts against ranges of ASCII. The framework's searches in a range box each character where they were compiled ahead of
/// time from another assembly, which costs more than words are long.
/// </summary>
internal static class AsciiText
{
    /// <summary>True where all characters, if any, are capital letters.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where one of the characters is a small letter.</summary>
    public static bool HasSmallLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where all characters, if any, are digits.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
