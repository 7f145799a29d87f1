using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;
using ReportLint.Workspace.Configuration;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>Loads rule sets from folders: the built-in one beside the executable, and those that were asked for.</summary>
public static class RuleSource
{
    /// <summary>What the names of the built-in files begin with, and those of no others.</summary>
    private const string BuiltInPrefix = "rules/";

    private static Task<IReadOnlyList<KnowledgeFile>>? _ahead;

    /// <summary>The folder of the built-in rules.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>Where the build puts the parsed form of the built-in rules.</summary>
    public static string BuiltInImage => Path.Combine(AppContext.BaseDirectory, "rules.image");

    /// <summary>Reads the <c>.yml</c> and <c>.yaml</c> files of a folder and the folders in it, in ordinal order of their paths.</summary>
    /// <remarks>Hidden names are passed over, links to folders not followed; a configuration is no rule file.</remarks>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<KnowledgeFile> ReadFolder(string folder) => ReadFolder(folder, null, default);

    /// <summary>
    /// Reads the built-in rules. Their YAML is what counts: a file that still is what <see cref="BuiltInImage"/> was made from comes with its
    /// tree, and any other one without. One of the same length that is older than the image has not changed; of the others the bytes are compared.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static IReadOnlyList<KnowledgeFile> ReadBuiltIn() =>
        Interlocked.Exchange(ref _ahead, null) is { } ahead ? ahead.GetAwaiter().GetResult() : ReadBuiltInNow();

    /// <summary>Begins to read the built-in rules on another thread; the next <see cref="ReadBuiltIn"/> waits for it.</summary>
    public static void ReadBuiltInAhead() => _ahead = Task.Run(ReadBuiltInNow);

    private static IReadOnlyList<KnowledgeFile> ReadBuiltInNow()
    {
        var image = new FileInfo(BuiltInImage);
        return image.Exists ? ReadFolder(BuiltInFolder, KnowledgeImage.Open(() => new FileStream(image.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0)), image.LastWriteTimeUtc) : ReadFolder(BuiltInFolder);
    }

    /// <summary>Writes <see cref="BuiltInImage"/> anew.</summary>
    public static void WriteBuiltInImage() => AtomicFile.Write(BuiltInImage, static stream => stream.Write(KnowledgeImage.Write(ReadFolder(BuiltInFolder))));

    private static List<KnowledgeFile> ReadFolder(string folder, KnowledgeImage? image, DateTime imageTime)
    {
        var found = FilesOf(folder);
        var root = Path.GetFullPath(folder);
        var files = new List<KnowledgeFile>(found.Count);
        foreach (var file in found)
        {
            var name = Name(folder, root, file.FullName);
            files.Add((file.LastWriteTimeUtc < imageTime ? image?.Find(name, file.Length) : null) ?? Read(file, name, image));
        }

        return files;
    }

    /// <summary>The files of rules in a folder, in ordinal order of their paths.</summary>
    private static List<FileInfo> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder of rules '{folder}'");
        }

        var found = new List<FileInfo>();
        foreach (var file in RuleFiles(Path.GetFullPath(folder)))
        {
            found.Add(file);
        }

        found.Sort(static (a, b) => string.CompareOrdinal(a.FullName, b.FullName));
        return found;
    }

    /// <summary>The files of rules in a folder: none with a hidden name or in a folder with one, none behind a link to a folder, no configuration, no file of suppressions.</summary>
    private static FileSystemEnumerable<FileInfo> RuleFiles(string folder) => new(
        folder,
        static (ref FileSystemEntry entry) => (FileInfo)entry.ToFileSystemInfo(),
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden })
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory && IsRuleFile(entry.FileName),
        ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };

    private static bool IsRuleFile(ReadOnlySpan<char> name) =>
        (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
        && !name.SequenceEqual(ConfigurationSource.FileName) && !name.EndsWith(SidecarReader.Ending, StringComparison.Ordinal);

    private static KnowledgeFile Read(FileInfo file, string name, KnowledgeImage? image)
    {
        var bytes = RegularFile.Read(file.FullName, RegularFile.LongestSettings);
        return image?.Find(name, bytes) ?? new(name, RegularFile.TextOf(bytes));
    }

    /// <summary>Reads the built-in rules, then those of each folder; later ones replace earlier ones of the same id.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<KnowledgeFile> ReadAll(IEnumerable<string> folders) =>
        [.. ReadBuiltIn(), .. folders.SelectMany(ReadFolder)];

    /// <summary>What tells from outside that files of rules in some folders may have changed: their names, lengths and times.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string StampOf(IEnumerable<string> folders)
    {
        var all = new StringBuilder();
        foreach (var folder in folders)
        {
            foreach (var file in FilesOf(folder))
            {
                var target = RegularFile.Target(file.FullName);
                all.Append(CultureInfo.InvariantCulture, $"{file.FullName}\0{(target.Exists ? target.Length : -1)} {target.LastWriteTimeUtc.Ticks}\n");
            }
        }

        return all.ToString();
    }

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

    private static string Name(string folder, string root, string path)
    {
        var inside = FileWalker.Relative(root, path);
        if (folder == BuiltInFolder)
        {
            return $"{BuiltInPrefix}{inside}";
        }

        // A team's own folder may well be called rules; its files are others than the built-in ones of the same names.
        var name = $"{Path.TrimEndingDirectorySeparator(folder).Replace(Path.DirectorySeparatorChar, '/')}/{inside}";
        return name.StartsWith(BuiltInPrefix, StringComparison.Ordinal) ? $"./{name}" : name;
    }
}
