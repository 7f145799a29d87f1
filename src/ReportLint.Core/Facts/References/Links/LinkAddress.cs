
namespace ReportLint.Core.Facts.References.Links;

/// <summary>Where a link points.</summary>
public enum LinkKind
{
    /// <summary>A place in the same document: <c>#fees</c>.</summary>
    Anchor,

    /// <summary>A file beside the document: <c>data/costs.csv#top</c>.</summary>
    File,

    /// <summary>A path from the root of a site, or from a site's page: nobody here knows where it leads.</summary>
    Site,

    /// <summary>An address with a scheme: <c>https:</c>, <c>mailto:</c>.</summary>
    Address,

    /// <summary>A template's variable, left for another program to fill in.</summary>
    Template,

    /// <summary>A reference that the document does not define: <c>[text][label]</c>.</summary>
    Reference,
}

/// <summary>The parts of a link's target (RFC 3986).</summary>
/// <param name="Kind">Where it points.</param>
/// <param name="Path">The path of a file, decoded, without query and fragment; empty for other kinds.</param>
/// <param name="Fragment">What stands behind <c>#</c>, decoded, or null.</param>
/// <param name="Problem">What is wrong with its form, a clause; empty where nothing is.</param>
public sealed record LinkAddress(LinkKind Kind, string Path, string? Fragment, string Problem)
{
    /// <summary>The scheme of an address, lower case; empty for other kinds.</summary>
    public string Scheme { get; init; } = "";


    /// <summary>Reads a target. Never throws.</summary>
    public static LinkAddress Parse(string target)
    {
        target = target.Trim();
        if (target.Length == 0)
        {
            return new(LinkKind.Address, "", null, "the link has no target");
        }

        if (target.AsSpan().ContainsAny('{', '}') || target.StartsWith('<') || target.StartsWith('$'))
        {
            return new(LinkKind.Template, "", null, "");
        }

        var colon = target.IndexOf(':', StringComparison.Ordinal);
        var slash = target.AsSpan().IndexOfAny('/', '#', '?');
        if (colon > 0 && (slash < 0 || colon < slash) && IsScheme(target.AsSpan(0, colon)))
        {
            var scheme = target.AsSpan(0, colon) switch
            {
                "https" => "https",
                "http" => "http",
                _ => target[..colon].ToLowerInvariant(),
            };
            return new(LinkKind.Address, "", null, ProblemOf(target, scheme, target.AsSpan(colon + 1))) { Scheme = scheme };
        }

        // Zola begins a path within its site with @/.
        if (target.StartsWith("@/", StringComparison.Ordinal))
        {
            return new(LinkKind.Site, "", null, "");
        }

        if (target[0] == '/')
        {
            return new(LinkKind.Site, "", null, target.StartsWith("//", StringComparison.Ordinal) ? ProblemOfHost(target.AsSpan(2)) : "");
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? null : Decode(target[(hash + 1)..]);
        var path = hash < 0 ? target : target[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = Decode(query < 0 ? path : path[..query]);
        if (path.Length == 0)
        {
            return new(query < 0 ? LinkKind.Anchor : LinkKind.Site, "", fragment, "");
        }

        var problem = path.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "without https:// it is taken for a file"
            : LooksLikeScheme(path) ? "its scheme lacks the colon or a slash"
            : IsMailAddress(path) ? "a mail address needs mailto: before it"
            : "";
        return new(LinkKind.File, path, fragment, problem);
    }

    private static bool IsScheme(ReadOnlySpan<char> text) =>
        char.IsAsciiLetter(text[0]) && text.Length > 1 && AreOfScheme(text);

    private static bool AreOfScheme(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksLikeScheme(string path) =>
        path.StartsWith("http//", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https//", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https/", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>clerk@council.example</c>: one @, a point behind it, no folder.</summary>
    private static bool IsMailAddress(string path) =>
        path.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && path.IndexOf('.', at) > at + 1 && path.AsSpan(at + 1).IndexOf('@') < 0 && !path.Contains('/', StringComparison.Ordinal) && !path.Contains(' ', StringComparison.Ordinal);

    private static string ProblemOf(string target, string scheme, ReadOnlySpan<char> rest) => scheme switch
    {
        "http" or "https" when !rest.StartsWith("//") => "two slashes belong behind the colon",
        "http" or "https" => ProblemOfHost(rest[2..]),
        "mailto" when !rest.Contains('@') && !rest.StartsWith("?") => "a mail address has an @",
        _ when target.AsSpan().ContainsAny('\n', '\r') => "it has a line end inside",
        _ => "",
    };

    /// <summary>What is wrong with the host at the start of a text (RFC 1035, RFC 3986 3.2.2).</summary>
    private static string ProblemOfHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host.StartsWith("["))
        {
            return "";
        }

        var port = host.LastIndexOf(':');
        if (host.StartsWith("http", StringComparison.OrdinalIgnoreCase) && port is 4 or 5)
        {
            return "its scheme stands twice";
        }

        if (port >= 0 && host[(port + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return "its port is no number";
        }

        host = port >= 0 ? host[..port] : host;
        return host.IsEmpty ? "it has no host"
            : HasNoHostCharacter(host) ? "its host has a character that no host has"
            : host.StartsWith(".") || host.IndexOf("..", StringComparison.Ordinal) >= 0 ? "its host has an empty part"
            : "";
    }

    private static bool HasNoHostCharacter(ReadOnlySpan<char> host)
    {
        foreach (var c in host)
        {
            if (c is ' ' or ',' or ';' or '"' or '\'' or '(' or ')')
            {
                return true;
            }
        }

        return false;
    }

    private static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
}
