namespace ReportLint.Core.Facts.References.Citations;

/// <summary>Reads author, year and names of an entry in free form.</summary>
internal static class EntryAuthor
{
    /// <summary>The first author's surname, lower case, and the year with its letter; null for what is not there.</summary>
    public static (string? Author, string? Year) Read(TokenizedBlock block, int first, int end)
    {
        string? author = null;
        for (var i = first; i < end; i++)
        {
            var token = block.Tokens[i];
            if (token.Kind == TokenKind.Word && (token.Capital || author is not null) && token.Length > 1 && author is null)
            {
                author = block.TextOf(token).ToString().ToLowerInvariant();
            }
            else if (YearAt(block, i, end) is { } year)
            {
                return (author, year);
            }
        }

        return (author, null);
    }

    /// <summary>True where an entry may begin at a token: <c>Kemp, P.</c>, or a name that comes to its year in brackets, <c>Office for National Statistics (2004)</c>.</summary>
    public static bool OpensEntry(TokenizedBlock block, int at)
    {
        const int longestName = 15;
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (at + 2 >= tokens.Length || tokens[at] is not { Kind: TokenKind.Word, Capital: true, Length: > 1 })
        {
            return false;
        }

        if (text[tokens[at + 1].Start] == ',' && tokens[at + 2] is { Kind: TokenKind.Word, Capital: true, Length: <= 2 })
        {
            return true;
        }

        for (var i = at + 1; i + 1 < tokens.Length && i < at + longestName && text[tokens[i].Start] is not ('.' or ':' or ';'); i++)
        {
            if (text[tokens[i].Start] == '(')
            {
                return YearAt(block, i + 1, tokens.Length) is not null;
            }
        }

        return false;
    }

    /// <summary>A year with the letter that hangs on it, <c>2014a</c>; null where none stands at a token.</summary>
    public static string? YearAt(TokenizedBlock block, int at, int end)
    {
        var token = block.Tokens[at];
        var text = block.TextOf(token);
        if (token.Kind != TokenKind.Number || text.Length != 4 || text[0] is not ('1' or '2') || text.ContainsAny(',', '.') || (text[0] == '2' && text[1] != '0') || (text[0] == '1' && text[1] < '5'))
        {
            return null;
        }

        if (at + 1 < end && block.Tokens[at + 1] is { Kind: TokenKind.Word, SpaceBefore: false, Length: 1, Capital: false } letter)
        {
            return $"{text}{block.TextOf(letter)}";
        }

        return text.ToString();
    }

    /// <summary>The words of an entry that begin with a capital, lower case, and the first letters of runs of them (<c>ons</c> for Office for National Statistics).</summary>
    public static HashSet<string> Names(TokenizedBlock block, int first, int end)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var initials = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
        {
            var token = block.Tokens[i];
            if (token is { Kind: TokenKind.Word, Capital: true })
            {
                names.Add(block.TextOf(token).ToString().ToLowerInvariant());
                initials.Append(char.ToLowerInvariant(block.TextOf(token)[0]));
            }
            else if (token.Kind != TokenKind.Word && initials.Length > 0)
            {
                if (initials.Length > 1)
                {
                    names.Add(initials.ToString());
                }

                initials.Clear();
            }
        }

        if (initials.Length > 1)
        {
            names.Add(initials.ToString());
        }

        return names;
    }
}
