using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References.Links;

/// <summary>
/// Tells links to files that are missing from links into folders that did not come along when the document was copied. A folder outside
/// the document's own did not come along unless one of the linked files in it is there; any other, where so many of its linked files and
/// such a share of them are missing (<c>settings/references.yml</c>).
/// </summary>
internal sealed class LinkedFolders
{
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Looks at all files that the document links to, by their paths.</summary>
    public LinkedFolders(IReadOnlyDictionary<string, bool> files, Settings settings)
    {
        if (files is Dictionary<string, bool> { Count: 0 })
        {
            return;
        }

        var counts = new Dictionary<string, (int There, int Missing)>(StringComparer.Ordinal);
        foreach (var (path, isThere) in files)
        {
            var (there, missing) = counts.GetValueOrDefault(FolderOf(path));
            counts[FolderOf(path)] = isThere ? (there + 1, missing) : (there, missing + 1);
        }

        var (fewest, share) = (settings.Get("lost_files", 2), settings.Get("lost_share", 0.5m));
        foreach (var (folder, (there, missing)) in counts)
        {
            if ((there == 0 && folder.StartsWith("../", StringComparison.Ordinal)) || (missing >= fewest && missing > share * (there + missing)))
            {
                _lost.Add(folder);
            }
        }
    }

    /// <summary>True for a path into a folder that did not come along.</summary>
    public bool IsLost(string path) => _lost.Contains(FolderOf(path));

    private static string FolderOf(string path)
    {
        var start = path.StartsWith("./", StringComparison.Ordinal) ? 2 : 0;
        return path[start..(Math.Max(start, path.LastIndexOf('/') + 1))];
    }
}
