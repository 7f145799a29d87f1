namespace ReportLint.Workspace.Files;

/// <summary>Resolves the symbolic links in a path.</summary>
public static class RealPath
{
    private const int MaximumLinks = 40;

    /// <summary>The path with every link resolved, or null where links lead in a circle or to nothing.</summary>
    public static string? Of(string path) => Resolve(path) is { } resolved && Path.Exists(resolved) ? resolved : null;

    /// <summary>The path with every link resolved, whether or not anything stands there, or null where links lead in a circle.</summary>
    public static string? Resolve(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var resolved = root;
        var rest = new Stack<string>(full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out var name))
        {
            if (name is "." or "..")
            {
                resolved = name == "." ? resolved : Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Combine(resolved, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                resolved = Path.GetPathRoot(target)!;
                target = target[resolved.Length..];
            }

            foreach (var part in target.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                rest.Push(part);
            }
        }

        return resolved;
    }

    /// <summary>True where a resolved path is a folder or lies inside it.</summary>
    internal static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
