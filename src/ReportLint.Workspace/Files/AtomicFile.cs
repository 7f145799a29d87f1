namespace ReportLint.Workspace.Files;

/// <summary>
/// A file that is there whole or not at all: written to a temporary file in the same folder, flushed to the disk, renamed
/// over the old one. What a killed process left behind is found by <see cref="IsTemporary"/>.
/// </summary>
public static class AtomicFile
{
    private const string Prefix = ".reportlint-";
    private const string Suffix = ".tmp";

    /// <summary>Writes a file. On any failure the old file stays as it was and the temporary file is gone.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the old file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $"{Prefix}{Guid.NewGuid():N}{Suffix}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>True for the name of a temporary file of this class.</summary>
    public static bool IsTemporary(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal);
}
