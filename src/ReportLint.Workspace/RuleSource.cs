using System.Security.Cryptography;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;

namespace ReportLint.Workspace;

/// <summary>Loads rule sets from folders: the built-in one beside the executable, and those that were asked for.</summary>
public static class RuleSource
{
    /// <summary>The folder of the built-in rules.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>Reads the <c>.yml</c> and <c>.yaml</c> files of a folder and the folders in it, in ordinal order of their paths.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<KnowledgeFile> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder of rules '{folder}'");
        }

        var paths = Directory.GetFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            .Where(static path => Path.GetExtension(path) is ".yml" or ".yaml")
            .ToArray();
        Array.Sort(paths, StringComparer.Ordinal);
        return [.. paths.Select(path => new KnowledgeFile(Name(folder, path), File.ReadAllText(path)))];
    }

    /// <summary>Reads the built-in rules, then those of each folder; later ones replace earlier ones of the same id.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<KnowledgeFile> ReadAll(IEnumerable<string> folders) =>
        [.. ReadFolder(BuiltInFolder), .. folders.SelectMany(ReadFolder)];

    /// <summary>A hash of the rules and of the build that runs them: where it is the same, so are the findings.</summary>
    /// <param name="files">The rule files.</param>
    /// <param name="setting">What else findings or their form depend on.</param>
    public static string Version(IEnumerable<KnowledgeFile> files, string setting)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in new[] { typeof(RuleSource), typeof(Linter), typeof(Formats.DocumentReader) })
        {
            hash.AppendData(assembly.Module.ModuleVersionId.ToByteArray());
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"{setting}\0"));
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Content}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string Name(string folder, string path)
    {
        var inside = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return folder == BuiltInFolder ? $"rules/{inside}" : $"{Path.TrimEndingDirectorySeparator(folder).Replace(Path.DirectorySeparatorChar, '/')}/{inside}";
    }
}
