namespace ReportLint.Workspace.Files;

/// <summary>
/// One line of a <c>.gitignore</c> file, as gitignore(5) defines it: <c>*</c>, <c>?</c> and <c>[...]</c> stay within a name,
/// <c>**</c> crosses folders, a slash at the start or in the middle ties the pattern to the folder of its file, a slash at
/// the end means folders only, <c>!</c> takes a path back in, and a backslash makes the next character plain.
/// </summary>
internal sealed class GitIgnorePattern
{
    private readonly string[] _segments;

    private GitIgnorePattern(string[] segments, bool isNegated, bool isFolderOnly)
    {
        _segments = segments;
        IsNegated = isNegated;
        IsFolderOnly = isFolderOnly;
    }

    /// <summary>True for <c>!pattern</c>, which takes a path back in.</summary>
    public bool IsNegated { get; }

    /// <summary>True for <c>pattern/</c>, which matches folders only.</summary>
    public bool IsFolderOnly { get; }

    /// <summary>Reads one line.</summary>
    /// <returns>The pattern, or null for a blank line or a comment.</returns>
    public static GitIgnorePattern? Parse(string line)
    {
        var text = TrimEnd(line);
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        if (isNegated)
        {
            text = text[1..];
        }

        var isFolderOnly = text.EndsWith('/');
        text = text.TrimEnd('/');
        var isAnchored = text.Contains('/', StringComparison.Ordinal);
        text = text.TrimStart('/');
        if (text.Length == 0)
        {
            return null;
        }

        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(isAnchored ? segments : ["**", .. segments], isNegated, isFolderOnly);
    }

    /// <summary>True where the pattern matches a path.</summary>
    /// <param name="names">The names from the folder of the <c>.gitignore</c> file down to the path.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool Matches(ReadOnlySpan<string> names, bool isFolder)
    {
        if (IsFolderOnly && !isFolder)
        {
            return false;
        }

        // The usual walk with one place to come back to: the last ** met takes one name more.
        int segment = 0, name = 0, backSegment = -1, backName = 0;
        while (name < names.Length)
        {
            if (segment < _segments.Length && _segments[segment] == "**")
            {
                if (segment == _segments.Length - 1)
                {
                    return true;
                }

                backSegment = ++segment;
                backName = name;
            }
            else if (segment < _segments.Length && Glob.Matches(_segments[segment], names[name]))
            {
                segment++;
                name++;
            }
            else if (backSegment >= 0)
            {
                segment = backSegment;
                name = ++backName;
            }
            else
            {
                return false;
            }
        }

        return segment == _segments.Length;
    }

    /// <summary>Cuts the line end and the spaces before it, unless a backslash keeps a space.</summary>
    private static string TrimEnd(string line)
    {
        var end = line.TrimEnd('\r', '\n').Length;
        while (end > 0 && line[end - 1] is ' ' or '\t' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }
}
