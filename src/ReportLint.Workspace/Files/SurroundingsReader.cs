using ReportLint.Core.Documents;
using ReportLint.Core.Facts.References.Links;

namespace ReportLint.Workspace.Files;

/// <summary>Looks for what a draft speaks of and Core does not read: linked files, bibliographies.</summary>
internal static class SurroundingsReader
{
    /// <summary>Longest bibliography that is read, in bytes (32 MiB).</summary>
    private const long LongestBibliography = 32L << 20;

    /// <summary>Looks; never throws on the file system.</summary>
    /// <param name="document">The draft as read.</param>
    /// <param name="fullPath">Where it is.</param>
    public static Surroundings Read(ReportDocument document, string fullPath)
    {
        var links = LinkExtractor.FilesOf(document);
        var bibliographies = BibliographiesOf(document);
        if (links.Count + bibliographies.Count == 0 || Path.GetDirectoryName(fullPath) is not { } folder)
        {
            return Surroundings.Unknown;
        }

        var files = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            // A NUL, which no path has, would throw.
            if (!link.Contains('\0', StringComparison.Ordinal))
            {
                files[link] = Path.Exists(Path.Combine(folder, link));
            }
        }

        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in bibliographies)
        {
            texts[name] = ReadText(Path.Combine(folder, name));
        }

        return new Surroundings { Files = files, Bibliographies = texts };
    }

    /// <summary>The bibliographies that a document names.</summary>
    public static IReadOnlyList<string> BibliographiesOf(ReportDocument document)
    {
        var names = new List<string>();
        foreach (var property in document.Properties)
        {
            if (property.Name == "bibliography" || property.Name.StartsWith("bibliography.", StringComparison.Ordinal))
            {
                names.Add(property.Value);
            }
        }

        return names;
    }

    private static string? ReadText(string path)
    {
        try
        {
            return RegularFile.ReadText(path, LongestBibliography) is { Length: > 0 } text ? text : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
