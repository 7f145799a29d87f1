using System.Globalization;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Workspace.Files;

/// <summary>A draft's bytes, or why there are none.</summary>
/// <param name="Bytes">The bytes; empty where reading failed.</param>
/// <param name="Failure">A sentence, or null.</param>
public sealed record DraftContent(ReadOnlyMemory<byte> Bytes, string? Failure)
{
    internal static DraftContent Failed(string message) => new(default, message);
}

/// <summary>Reads drafts from the disk. What cannot be read becomes a document with one RL0001 notice.</summary>
public static class DraftReader
{
    /// <summary>Longest draft, in bytes (256 MiB); looked at before anything is read.</summary>
    public const long MaximumLength = 256L << 20;

    /// <summary>Takes a draft's bytes from the disk, or learns why that cannot be.</summary>
    public static DraftContent Load(Draft draft)
    {
        if (!DocumentReader.CanRead(draft.Path))
        {
            return DraftContent.Failed($"There is no reader for files that end in '{Path.GetExtension(draft.Path)}'.");
        }

        try
        {
            var length = RegularFile.Target(draft.FullPath).Length;
            return length > MaximumLength
                ? DraftContent.Failed(string.Create(CultureInfo.InvariantCulture, $"The file has {length:N0} bytes; the limit is {MaximumLength:N0}."))
                : new(RegularFile.Read(draft.FullPath, MaximumLength), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DraftContent.Failed($"The file could not be opened: {exception.Message}");
        }
    }

    /// <summary>Makes a document of what <see cref="Load"/> gave.</summary>
    public static ReportDocument Parse(Draft draft, DraftContent content, ReaderOptions options) =>
        content.Failure is { } failure ? Unreadable(draft.Path, failure) : DocumentReader.Read(draft.Path, content.Bytes, options);

    /// <summary>A document that stands for a path of which nothing could be read.</summary>
    public static ReportDocument Unreadable(string path, string message) => new(path, new SourceText(""), DocumentFormat.Text, [])
    {
        Notices = [new(ToolDescriptors.UnreadableDocument.Id, message, default, IsFatal: true)],
    };
}
