using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace;
using ReportLint.Workspace.Annotated;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Worker;

/// <summary>Makes the copy of a draft.</summary>
/// <param name="there">What stands in its place and may be worked on by people; null to make it from the draft alone.</param>
/// <param name="wasOurs">True where we wrote there before.</param>
/// <returns>The copy; null where what stands there is not to be written over.</returns>
public delegate byte[]? CopyMaker(byte[]? there, bool wasOurs);

/// <summary>
/// The folder of diagnostics: one SARIF file for each draft, an annotated copy beside it where asked for, and <c>index.json</c>. Files that are not ours are never touched:
/// ours stand in the index or bear our mark. Methods that name a draft may run at once for different drafts.
/// </summary>
public sealed class DiagnosticsStore : IDisposable
{
    private const string LockName = ".reportlint-lock";
    private static readonly EnumerationOptions EverywhereInside = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string _folder;
    private string _rules;
    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, IndexEntry> _entries;
    private byte[]? _index;

    private DiagnosticsStore(string folder, string rules, bool annotates, FileStream @lock, IReadOnlyDictionary<string, IndexEntry> entries, byte[]? index)
    {
        _folder = folder;
        _rules = rules;
        Annotates = annotates;
        _lock = @lock;
        _entries = new(entries, StringComparer.Ordinal);
        _index = index;
    }

    /// <summary>Opens the folder, makes it where it is not there, and clears away what a killed process left half-written.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="rules">What findings depend on besides the drafts; where it changed, nothing in the folder is current.</param>
    /// <param name="annotates">True to keep an annotated copy of each draft; false to clear away those of an earlier run that nobody has worked on.</param>
    /// <exception cref="IOException">It cannot be made, or another process writes to it, or its <c>index.json</c> is not ours.</exception>
    public static DiagnosticsStore Open(string folder, string rules, bool annotates = false)
    {
        Directory.CreateDirectory(folder);
        FileStream @lock;
        try
        {
            @lock = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new IOException($"another reportlint writes to '{folder}': {exception.Message}", exception);
        }

        try
        {
            var path = Path.Combine(folder, DiagnosticsIndex.FileName);
            var bytes = ReadIfThere(path);
            var index = bytes is null ? ("", []) : DiagnosticsIndex.Read(bytes) ?? throw new IOException($"'{path}' is not ReportLint's; choose another folder");
            foreach (var left in Directory.EnumerateFiles(folder, ".reportlint-*.tmp", EverywhereInside).Where(static f => AtomicFile.IsTemporary(Path.GetFileName(f))))
            {
                File.Delete(left);
            }

            var store = new DiagnosticsStore(folder, rules, annotates, @lock, index.Item2, bytes);
            store.TakeStock(isCurrent: index.Item1 == rules);
            return store;
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    /// <summary>What findings depend on besides the drafts.</summary>
    public string Rules => _rules;

    /// <summary>True where an annotated copy of each draft is kept.</summary>
    public bool Annotates { get; }

    /// <summary>What is known of each draft, by its path relative to the folder of drafts.</summary>
    public IReadOnlyDictionary<string, IndexEntry> Entries => _entries;

    /// <summary>The hash of a draft's content, or of the reason for which it has none.</summary>
    public static string Hash(DraftContent content) =>
        Hash(content.Failure is { } failure ? Encoding.UTF8.GetBytes("failure\0" + failure) : content.Bytes.Span);

    /// <summary>True where the diagnostics of a draft with this hash, and with this hash of what is around it, are there already.</summary>
    public bool IsCurrent(string path, string draftHash, string around = "") =>
        Has(path) && _entries.TryGetValue(path, out var entry) && entry.Draft == draftHash && entry.Around == around && (!Annotates || entry.Copy is not null);

    /// <summary>True where the diagnostics file of a draft is there, and its copy where it has one.</summary>
    public bool Has(string path) =>
        _entries.TryGetValue(path, out var entry) && File.Exists(PathOf(path)) && (entry.Copy is null or "" || File.Exists(CopyOf(path)));

    /// <summary>Writes the diagnostics of a draft, and its copy; leaves a file alone where it has these bytes already.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="draftHash">Hash of its content.</param>
    /// <param name="result">What was found.</param>
    /// <param name="annotate">Makes the copy; null where there is to be none.</param>
    /// <param name="around">Hash of what the findings depend on besides the draft.</param>
    /// <param name="named">The files that the draft names, as it names them.</param>
    /// <param name="mistakes">Those in the rules and in the files around the draft.</param>
    /// <returns>True where a file was written.</returns>
    /// <exception cref="IOException">It could not be written, or a file that is not ours is in its place.</exception>
    public bool Write(string path, string draftHash, LintResult result, CopyMaker? annotate = null, string around = "", IReadOnlyList<string>? named = null, IReadOnlyList<KnowledgeError>? mistakes = null)
    {
        var target = PathOf(path);
        var bytes = Render(path, result, mistakes ?? []);
        var hash = Hash(bytes);
        _entries.TryGetValue(path, out var old);
        var there = ReadIfThere(target);
        if (there is not null && !IsOurs(there, path, old))
        {
            throw InTheWay(target);
        }

        var isNew = there is null || !bytes.AsSpan().SequenceEqual(there);
        if (isNew)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            AtomicFile.Write(target, stream => stream.Write(bytes));
        }

        var entry = _entries[path] = IndexEntry.Of(result, "", hash, old?.Copy);
        var (copy, isNewCopy) = Annotates ? WriteCopy(path, old?.Copy, annotate) : (null, false);
        _entries[path] = entry with { Draft = result.IsRepeatable ? draftHash : "", Copy = copy, Around = around, Named = named ?? [] };
        return isNew || isNewCopy;
    }

    private (string Hash, bool IsNew) WriteCopy(string path, string? known, CopyMaker? annotate)
    {
        var target = CopyOf(path);
        var there = ReadIfThere(target);
        if (annotate is null)
        {
            var isOurs = there is not null && IsOurCopy(there, path, known);
            if (isOurs)
            {
                File.Delete(target);
            }

            return ("", isOurs);
        }

        // What we wrote ourselves is written anew from the draft, so that the same draft gives the same bytes.
        var bytes = annotate(null, false)!;
        if (there is not null && !bytes.AsSpan().SequenceEqual(there) && Hash(there) != known)
        {
            bytes = annotate(there, wasOurs: !string.IsNullOrEmpty(known)) ?? throw InTheWay(target);
        }

        var isNew = there is null || !bytes.AsSpan().SequenceEqual(there);
        if (isNew)
        {
            AtomicFile.Write(target, stream => stream.Write(bytes));
        }

        return (Hash(bytes), isNew);
    }

    /// <summary>Removes the diagnostics and the copy of a draft that is gone, and the folders that they leave empty. What is not ours stays.</summary>
    /// <exception cref="IOException">The file could not be removed.</exception>
    public void Remove(string path)
    {
        _entries.TryGetValue(path, out var entry);

        // It may stand there unknown: the process was killed before it was entered.
        if (Annotates && ReadIfThere(CopyOf(path)) is { } copy && IsOurCopy(copy, path, entry?.Copy))
        {
            File.Delete(CopyOf(path));
        }

        if (ReadIfThere(PathOf(path)) is { } diagnostics && IsOurs(diagnostics, path, entry))
        {
            File.Delete(PathOf(path));
        }

        RemoveEmptyFolders(PathOf(path));
        _entries.TryRemove(path, out _);
    }

    /// <summary>Takes note that findings depend on something else from now on: nothing in the folder is current. Not at once with other methods.</summary>
    public void Renew(string rules)
    {
        _rules = rules;
        foreach (var (path, entry) in _entries)
        {
            _entries[path] = entry with { Draft = "" };
        }
    }

    /// <summary>Writes <c>index.json</c> where it changed. Not at once with other methods.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void WriteIndex()
    {
        var bytes = DiagnosticsIndex.Write(_rules, _entries);
        var path = Path.Combine(_folder, DiagnosticsIndex.FileName);
        if (_index is null || !bytes.AsSpan().SequenceEqual(_index) || !File.Exists(path))
        {
            AtomicFile.Write(path, stream => stream.Write(bytes));
            _index = bytes;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[]? ReadIfThere(string file) => File.Exists(file) ? RegularFile.Read(file, DraftReader.MaximumLength) : null;

    private static bool IsOurs(byte[] diagnostics, string path, IndexEntry? entry) => Hash(diagnostics) == entry?.Output || OwnFile.IsDiagnostics(diagnostics, path);

    private static bool IsOurCopy(byte[] copy, string path, string? known) => Hash(copy) == known || OwnFile.IsCopy(path, copy);

    private static IOException InTheWay(string file) => new($"'{file}' is in the way and is not ReportLint's");

    private string PathOf(string path) => Path.Combine(_folder, path + DiagnosticsIndex.Extension);

    private string CopyOf(string path) => Path.Combine(_folder, path + AnnotatedCopy.EndingFor(path));

    /// <summary>
    /// Drops from the entries what is not there as it was written, and takes up files with our mark that a process wrote
    /// and did not live to enter. None of these counts as current, but all can be found gone.
    /// </summary>
    private void TakeStock(bool isCurrent)
    {
        foreach (var (path, entry) in _entries)
        {
            var file = PathOf(path);
            if (!isCurrent || ReadIfThere(file) is not { } diagnostics || Hash(diagnostics) != entry.Output)
            {
                _entries[path] = entry with { Draft = "", Output = "" };
            }

            TakeStockOfCopy(path);
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*" + DiagnosticsIndex.Extension, EverywhereInside))
        {
            var path = Path.GetRelativePath(_folder, file)[..^DiagnosticsIndex.Extension.Length].Replace(Path.DirectorySeparatorChar, '/');
            if (!_entries.ContainsKey(path) && ReadIfThere(file) is { } diagnostics && OwnFile.IsDiagnostics(diagnostics, path))
            {
                _entries[path] = new("", "", 0, 0, 0, default);
            }
        }
    }

    private void TakeStockOfCopy(string path)
    {
        if (_entries[path] is not { Copy: { Length: > 0 } known } entry)
        {
            return;
        }

        var copy = CopyOf(path);
        var isAsWritten = ReadIfThere(copy) is { } there && Hash(there) == known;
        if (!Annotates)
        {
            if (isAsWritten)
            {
                File.Delete(copy);
            }

            _entries[path] = entry with { Copy = null };
        }
        else if (!isAsWritten)
        {
            _entries[path] = entry with { Draft = "" };
        }
    }

    private static byte[] Render(string path, LintResult result, IReadOnlyList<KnowledgeError> mistakes)
    {
        using var stream = new MemoryStream();
        var used = result.Diagnostics.Concat(result.Suppressed).Select(static d => d.Descriptor).DistinctBy(static d => d.Id).OrderBy(static d => d.Id, StringComparer.Ordinal).ToList();
        using (var writer = new SarifWriter(stream, used, OwnFile.MarkOf(path)))
        {
            var summary = new RunSummary { Mistakes = mistakes };
            summary.Add(result);
            writer.Add(result);
            writer.Finish(summary);
        }

        return stream.ToArray();
    }

    private void RemoveEmptyFolders(string file)
    {
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > _folder.Length && Directory.Exists(folder); folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                break;
            }

            Directory.Delete(folder);
        }
    }
}
