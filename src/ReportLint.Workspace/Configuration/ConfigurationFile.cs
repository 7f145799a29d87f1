using ReportLint.Core.Knowledge;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace.Configuration;

/// <summary>One <c>reportlint.yml</c> as read. Immutable.</summary>
internal sealed record ConfigurationFile
{
    /// <summary>The folder that it lies in.</summary>
    public required string Folder { get; init; }

    /// <summary>Its text and its name for messages.</summary>
    public required KnowledgeFile Source { get; init; }

    /// <summary>True where no file of a folder above counts.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>What it sets for all documents below its folder.</summary>
    public required IReadOnlyList<ConfigurationEntry> Entries { get; init; }

    /// <summary>What it sets for some of them, in order.</summary>
    public required IReadOnlyList<(GitIgnorePattern Pattern, IReadOnlyList<ConfigurationEntry> Entries)> Sections { get; init; }

    /// <summary>The mistakes in it, in order.</summary>
    public IReadOnlyList<KnowledgeError> Errors { get; init; } = [];

    /// <summary>What it sets for a document below its folder.</summary>
    public IEnumerable<ConfigurationEntry> For(string fullPath)
    {
        var names = Path.GetRelativePath(Folder, fullPath).Split(Path.DirectorySeparatorChar);
        return Entries.Concat(Sections.Where(section => Matches(section.Pattern, names)).SelectMany(static section => section.Entries));
    }

    /// <summary>True where a pattern names the file or one of the folders that it lies in.</summary>
    private static bool Matches(GitIgnorePattern pattern, string[] names)
    {
        for (var length = 1; length <= names.Length; length++)
        {
            if (pattern.Matches(names.AsSpan(0, length), isFolder: length < names.Length))
            {
                return true;
            }
        }

        return false;
    }
}
