using ReportLint.Formats;
using ReportLint.Workspace.Annotated;

namespace ReportLint.Workspace.Files;

/// <summary>A draft to be linted.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Path">Its name in outputs: relative to the working directory, with forward slashes.</param>
public sealed record Draft(string FullPath, string Path);

/// <summary>A path that was left out, with the reason.</summary>
/// <param name="Path">Relative to the working directory, with forward slashes.</param>
/// <param name="Reason">Why, a piece of a sentence: <c>a link out of the folder</c>.</param>
public sealed record SkippedPath(string Path, string Reason);

/// <summary>What a walk over files and folders found. Every list is in the order of the walk.</summary>
/// <param name="Drafts">The drafts, each path once.</param>
/// <param name="Skipped">Links that were not followed, and annotated copies.</param>
/// <param name="Unreadable">Folders that could not be listed; each is worth an RL0001.</param>
/// <param name="Missing">Arguments that name nothing.</param>
public sealed record Walk(
    IReadOnlyList<Draft> Drafts,
    IReadOnlyList<SkippedPath> Skipped,
    IReadOnlyList<SkippedPath> Unreadable,
    IReadOnlyList<string> Missing);

/// <summary>
/// Finds the drafts that arguments name. A file named by itself is always taken. In a folder, names are walked in ordinal
/// order; hidden names (<c>.git</c> among them), locks of office programs (<c>~$</c>), files without a reader and what
/// <c>.gitignore</c> excludes are passed over. A link to a file inside the folder is a draft like any other; links to folders,
/// links that lead out of the folder, in a circle or to nothing are skipped and told, and so are annotated copies.
/// </summary>
public sealed class FileWalker
{
    private readonly string _workingDirectory;
    private readonly string? _excluded;
    private readonly List<Draft> _drafts = [];
    private readonly List<SkippedPath> _skipped = [];
    private readonly List<SkippedPath> _unreadable = [];
    private readonly List<string> _missing = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private FileWalker(string workingDirectory, string? excluded)
    {
        _workingDirectory = workingDirectory;
        _excluded = excluded;
    }

    /// <summary>Walks files and folders.</summary>
    /// <param name="arguments">Files or folders, relative to the working directory or absolute.</param>
    /// <param name="workingDirectory">What names in outputs are relative to.</param>
    /// <param name="excluded">A folder to pass over, such as the one that outputs go to; null for none.</param>
    public static Walk Walk(IEnumerable<string> arguments, string workingDirectory, string? excluded = null)
    {
        var walker = new FileWalker(Path.GetFullPath(workingDirectory), excluded is null ? null : RealPath.Of(Path.GetFullPath(excluded, workingDirectory)));
        foreach (var argument in arguments)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(argument, walker._workingDirectory));
            if (string.IsNullOrWhiteSpace(argument))
            {
                walker._missing.Add(argument);
            }
            else if (Directory.Exists(path))
            {
                var real = RealPath.Of(path) ?? path;
                walker.WalkFolder(path, real, real, GitIgnore.For(path));
            }
            else if (Path.Exists(path))
            {
                walker.Add(path);
            }
            else
            {
                walker._missing.Add(argument);
            }
        }

        return new(walker._drafts, walker._skipped, walker._unreadable, walker._missing);
    }

    /// <summary>The name of a path in outputs.</summary>
    public static string DisplayPath(string fullPath, string workingDirectory) => Relative(workingDirectory, fullPath);

    /// <summary>A path relative to a folder, with slashes. Both are full paths.</summary>
    internal static string Relative(string folder, string path)
    {
        // Nearly all paths lie inside, and the framework's way takes both to pieces.
        var isInside = path.Length > folder.Length + 1 && path[folder.Length] == Path.DirectorySeparatorChar && path.StartsWith(folder, StringComparison.Ordinal);
        return (isInside ? path[(folder.Length + 1)..] : Path.GetRelativePath(folder, path)).Replace(Path.DirectorySeparatorChar, '/');
    }

    private void WalkFolder(string folder, string realFolder, string realRoot, GitIgnore ignore)
    {
        if (realFolder == _excluded)
        {
            return;
        }

        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(new(Display(folder), $"the folder could not be read: {exception.Message}"));
            return;
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            if (IsPassedOver(entry))
            {
                continue;
            }

            if (entry.LinkTarget is not null)
            {
                WalkLink(entry, realRoot, ignore);
            }
            else if (entry is DirectoryInfo)
            {
                if (!ignore.Ignores(entry.Name, isFolder: true))
                {
                    WalkFolder(entry.FullName, Path.Combine(realFolder, entry.Name), realRoot, ignore.Enter(entry.FullName));
                }
            }
            else if (DocumentReader.CanRead(entry.Name) && !ignore.Ignores(entry.Name, isFolder: false))
            {
                if (AnnotatedCopy.IsCopy(entry.Name))
                {
                    _skipped.Add(new(Display(entry.FullName), "an annotated copy of a draft"));
                    continue;
                }

                Add(entry.FullName);
            }
        }
    }

    private void WalkLink(FileSystemInfo link, string realRoot, GitIgnore ignore)
    {
        // To git a link is a file, whatever it points to.
        if (ignore.Ignores(link.Name, isFolder: false))
        {
            return;
        }

        var target = RealPath.Of(link.FullName);
        if (target is null)
        {
            _skipped.Add(new(Display(link.FullName), "a link in a circle or to nothing"));
        }
        else if (!RealPath.IsInside(target, realRoot))
        {
            _skipped.Add(new(Display(link.FullName), "a link out of the folder"));
        }
        else if (Directory.Exists(target))
        {
            _skipped.Add(new(Display(link.FullName), "a link to a folder that is walked by its own name"));
        }
        else if (DocumentReader.CanRead(link.Name))
        {
            Add(link.FullName);
        }
    }

    private static bool IsPassedOver(FileSystemInfo entry) =>
        entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal)
        || (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden));

    private void Add(string path)
    {
        if (_seen.Add(path))
        {
            _drafts.Add(new(path, Display(path)));
        }
    }

    private string Display(string path) => DisplayPath(path, _workingDirectory);
}
