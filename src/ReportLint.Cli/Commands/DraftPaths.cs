using ReportLint.Workspace.Files;

namespace ReportLint.Cli.Commands;

/// <summary>The arguments <c>PATH…</c>: drafts and folders of drafts.</summary>
internal static class DraftPaths
{
    /// <summary>Finds the drafts; says on standard error where there are none, so that a gate on the wrong folder is seen.</summary>
    /// <exception cref="UsageException">An argument names nothing.</exception>
    public static Walk Walk(string[] paths)
    {
        var walk = FileWalker.Walk(paths, Environment.CurrentDirectory);
        if (walk.Missing.Count > 0)
        {
            throw new UsageException(walk.Missing[0].StartsWith('-') ? $"there is no option '{walk.Missing[0]}'" : $"there is no file or folder '{string.Join("', '", walk.Missing)}'");
        }

        if (walk.Drafts.Count == 0)
        {
            Tell.Error($"no drafts in '{string.Join("', '", paths)}'");
        }

        return walk;
    }
}
