namespace ReportLint.Workspace.Files;

/// <summary>
/// The <c>.gitignore</c> files that hold for a folder: its own and those above it, the nearest deciding. Immutable.
/// Only these files count; git's own configuration (<c>.git/info/exclude</c>, <c>core.excludesFile</c>) does not.
/// </summary>
internal sealed class GitIgnore
{
    private readonly GitIgnore? _parent;
    private readonly IReadOnlyList<GitIgnorePattern> _patterns;

    private GitIgnore(GitIgnore? parent, string name, IReadOnlyList<GitIgnorePattern> patterns)
    {
        _parent = parent;
        Name = name;
        _patterns = patterns;
    }

    /// <summary>The name of the folder within the one above.</summary>
    private string Name { get; }

    /// <summary>
    /// What holds for a folder by the <c>.gitignore</c> files from the root of its repository (the nearest folder upwards
    /// with a <c>.git</c>) down to itself; only its own where it is in no repository.
    /// </summary>
    public static GitIgnore For(string folder)
    {
        var chain = new List<string>();
        var isInRepository = false;
        for (var at = new DirectoryInfo(folder); at is not null && !isInRepository; at = at.Parent)
        {
            chain.Insert(0, at.FullName);
            isInRepository = Path.Exists(Path.Combine(at.FullName, ".git"));
        }

        GitIgnore? ignore = null;
        foreach (var each in isInRepository ? chain : [folder])
        {
            ignore = new(ignore, Path.GetFileName(Path.TrimEndingDirectorySeparator(each)), Read(each));
        }

        return ignore!;
    }

    /// <summary>What holds for a folder inside this one.</summary>
    public GitIgnore Enter(string folder) => new(this, Path.GetFileName(folder), Read(folder));

    /// <summary>True where a file or folder directly inside this folder is ignored.</summary>
    public bool Ignores(string name, bool isFolder)
    {
        var names = new List<string> { name };
        for (var ignore = this; ignore is not null; ignore = ignore._parent)
        {
            var path = names.ToArray();
            for (var i = ignore._patterns.Count - 1; i >= 0; i--)
            {
                if (ignore._patterns[i].Matches(path, isFolder))
                {
                    return !ignore._patterns[i].IsNegated;
                }
            }

            names.Insert(0, ignore.Name);
        }

        return false;
    }

    private static List<GitIgnorePattern> Read(string folder)
    {
        var path = Path.Combine(folder, ".gitignore");
        var patterns = new List<GitIgnorePattern>();
        try
        {
            if (File.Exists(path))
            {
                foreach (var line in RegularFile.ReadText(path, RegularFile.LongestSettings).Split('\n'))
                {
                    if (GitIgnorePattern.Parse(line.TrimEnd('\r')) is { } pattern)
                    {
                        patterns.Add(pattern);
                    }
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // As git does: what cannot be read ignores nothing.
            patterns.Clear();
        }

        return patterns;
    }
}
