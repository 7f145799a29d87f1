using System.Globalization;
using System.Text;

namespace ReportLint.Workspace.Files;

/// <summary>Reads files whatever may stand under their names: never a pipe, which would block, nor a device, which may have no end.</summary>
public static class RegularFile
{
    /// <summary>Longest file that says how drafts are read and checked, in bytes (4 MiB): configurations, rules, suppressions, patterns.</summary>
    public const long LongestSettings = 4 << 20;

    /// <summary>The file that a path names, links resolved: its length and times are those of what would be read.</summary>
    public static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is not null && RealPath.Of(path) is { } target ? new FileInfo(target) : file;
    }

    /// <summary>Reads a file. A pipe or device has no length and reads as empty.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="longest">The length in bytes beyond which it is not read.</param>
    /// <exception cref="IOException">It is not there, is a folder or too long, or could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, long longest)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder");
        }

        var length = Target(path).Length;
        if (length > longest)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"'{path}' has {length:N0} bytes; the limit is {longest:N0}"));
        }

        if (length == 0)
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == length ? bytes : bytes[..read];
    }

    /// <summary>Reads a file as text: UTF-8 where no mark at its beginning says otherwise. Exceptions as <see cref="Read"/>.</summary>
    public static string ReadText(string path, long longest) => TextOf(Read(path, longest));

    /// <summary>Bytes as text: UTF-8 where no mark at their beginning says otherwise.</summary>
    internal static string TextOf(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
