namespace ReportLint.Workspace.Files;

/// <summary>Matches one name against a shell pattern: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c> and backslash escapes.</summary>
internal static class Glob
{
    /// <summary>True where the pattern matches the whole name. Case counts. Cost: at most length times length.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, backPattern = -1, backName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                backPattern = ++p;
                backName = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (backPattern >= 0)
            {
                p = backPattern;
                n = ++backName;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '[':
                return MatchesSet(pattern, c, out length);
            case '\\' when pattern.Length > 1:
                length = 2;
                return pattern[1] == c;
            default:
                return pattern[0] == c;
        }
    }

    /// <summary>Reads <c>[...]</c>; where no bracket closes it, nothing matches, as in git.</summary>
    private static bool MatchesSet(ReadOnlySpan<char> pattern, char c, out int length)
    {
        var i = 1;
        var isNegated = i < pattern.Length && pattern[i] is '!' or '^';
        i += isNegated ? 1 : 0;
        var matches = false;
        for (var first = i; i < pattern.Length && (pattern[i] != ']' || i == first); i++)
        {
            var low = ReadSetCharacter(pattern, ref i);
            var high = low;
            if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                i += 2;
                high = ReadSetCharacter(pattern, ref i);
            }

            matches |= c >= low && c <= high;
        }

        length = i + 1;
        return i < pattern.Length && matches != isNegated;
    }

    private static char ReadSetCharacter(ReadOnlySpan<char> pattern, ref int i)
    {
        if (pattern[i] == '\\' && i + 1 < pattern.Length)
        {
            i++;
        }

        return pattern[i];
    }
}
