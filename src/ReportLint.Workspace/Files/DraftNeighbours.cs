using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts.References.Links;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Workspace.Files;

/// <summary>
/// What a draft's findings depend on besides its content: configuration files in its folder and above, the file beside it that suppresses findings,
/// linked files, bibliographies. Each file is looked at once; make a new one for a new look. Thread-safe.
/// </summary>
public sealed class DraftNeighbours
{
    /// <summary>Bytes of the longest file whose content is looked at (256 KiB).</summary>
    private const long LongestRead = 256 << 10;

    private readonly ConcurrentDictionary<string, string> _stamps = new(StringComparer.Ordinal);

    /// <summary>The files that a document names, as it names them: linked ones and bibliographies, in ordinal order.</summary>
    public static IReadOnlyList<string> NamedBy(ReportDocument document)
    {
        var names = new SortedSet<string>(LinkExtractor.FilesOf(document), StringComparer.Ordinal);
        names.UnionWith(SurroundingsReader.BibliographiesOf(document));
        names.RemoveWhere(static n => n.Contains('\0', StringComparison.Ordinal));
        return [.. names];
    }

    /// <summary>A hash of what is there around a draft; empty where nothing is and nothing is named.</summary>
    /// <param name="fullPath">The draft.</param>
    /// <param name="named">What its text names, as <see cref="NamedBy"/> gives it.</param>
    public string Hash(string fullPath, IReadOnlyList<string> named)
    {
        var all = new StringBuilder();
        Add(all, SidecarReader.Ending, fullPath + SidecarReader.Ending, isTold: false);
        var above = ConfigurationSource.FileName;
        for (var folder = Path.GetDirectoryName(fullPath); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            Add(all, above, Path.Combine(folder, ConfigurationSource.FileName), isTold: false);
            above = "../" + above;
        }

        var own = Path.GetDirectoryName(fullPath) ?? "";
        foreach (var name in named)
        {
            Add(all, name, Path.Combine(own, name), isTold: true);
        }

        return all.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    /// <summary>Adds what is known of a file; what is not there only where its absence tells something.</summary>
    private void Add(StringBuilder all, string name, string path, bool isTold)
    {
        var stamp = _stamps.GetOrAdd(path, static path => StampOf(path));
        if (isTold || stamp.Length > 0)
        {
            all.Append(name).Append('\n').Append(stamp).Append('\n');
        }
    }

    /// <summary>The content of a file that is read, as a hash where it is small and else its length and time; mere presence of any other; empty where nothing is there.</summary>
    private static string StampOf(string path)
    {
        try
        {
            var file = RegularFile.Target(path);
            if (!file.Exists)
            {
                return Path.Exists(path) ? "there" : "";
            }

            var isRead = path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".bib", StringComparison.Ordinal);
            return !isRead ? "there"
                : file.Length <= LongestRead ? Convert.ToHexStringLower(SHA256.HashData(RegularFile.Read(path, LongestRead)))
                : string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }
}
