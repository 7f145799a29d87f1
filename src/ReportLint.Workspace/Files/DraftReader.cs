using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Workspace.Files;

/// <summary>Reads drafts from the disk. What cannot be read becomes a document with one RL0001 notice.</summary>
public static class DraftReader
{
    /// <summary>Longest draft, in bytes (256 MiB); looked at before anything is read.</summary>
    public const long MaximumLength = 256L << 20;

    /// <summary>Reads a draft; never throws on its content or on the file system.</summary>
    public static ReportDocument Read(Draft draft)
    {
        if (!DocumentReader.CanRead(draft.Path))
        {
            return Unreadable(draft.Path, $"There is no reader for files that end in '{Path.GetExtension(draft.Path)}'.");
        }

        try
        {
            var length = new FileInfo(RealPath.Of(draft.FullPath) ?? draft.FullPath).Length;
            return length > MaximumLength
                ? Unreadable(draft.Path, $"The file has {length:N0} bytes; the limit is {MaximumLength:N0}.")
                : DocumentReader.Read(draft.Path, ReadAll(draft.FullPath, length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable(draft.Path, $"The file could not be opened: {exception.Message}");
        }
    }

    /// <summary>A document that stands for a path of which nothing could be read.</summary>
    public static ReportDocument Unreadable(string path, string message) => new(path, new SourceText(""), DocumentFormat.Text, [])
    {
        Notices = [new(ToolDescriptors.UnreadableDocument.Id, message, default, IsFatal: true)],
    };

    /// <summary>Reads a file of a known length. An empty one is not opened: a pipe looks like one, and would block.</summary>
    private static byte[] ReadAll(string path, long length) => length == 0 ? [] : File.ReadAllBytes(path);
}
