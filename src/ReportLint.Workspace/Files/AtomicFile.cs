namespace ReportLint.Workspace.Files;

/// <summary>
/// A file that is there whole or not at all: written to a temporary file in the same folder, flushed to the disk, renamed
/// over the old one. What a killed process left behind is found by <see cref="IsTemporary"/>. Links are followed, and what is no
/// regular file (a pipe, a device) is not replaced but written to.
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
        using (var straight = OpenStraight(path))
        {
            if (straight is not null)
            {
                write(straight);
                straight.Flush();
                return;
            }
        }

        var full = RealPath.Resolve(path) ?? throw new IOException($"'{path}' is a link in a circle");
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $"{Prefix}{Guid.NewGuid():N}{Suffix}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(full))
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(full));
                }

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

    /// <summary>
    /// Opens what stands at a path to be written to as it is; null where nothing is there, or a regular file. What is none has no length, cannot be
    /// sought in or cannot be given a length.
    /// </summary>
    private static FileStream? OpenStraight(string path)
    {
        if (!File.Exists(path) || (RealPath.Of(path) is { } target && new FileInfo(target).Length > 0))
        {
            return null;
        }

        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1 << 16);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // A link to nothing yet.
            return null;
        }

        if (!stream.CanSeek)
        {
            return stream;
        }

        try
        {
            stream.SetLength(0);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
