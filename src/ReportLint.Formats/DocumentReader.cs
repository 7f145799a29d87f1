using ReportLint.Core.Documents;

namespace ReportLint.Formats;

/// <summary>Turns a draft's bytes into a document. Never throws on content: what cannot be read is one RL0001 notice.</summary>
public static class DocumentReader
{
    /// <summary>True where a file of this name has a reader (by its ending, case ignored).</summary>
    public static bool CanRead(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".MD" or ".MARKDOWN" or ".TXT" or ".TEXT";

    /// <summary>Reads a draft.</summary>
    /// <param name="path">Its name in outputs; the ending chooses the reader.</param>
    /// <param name="content">Its bytes.</param>
    public static ReportDocument Read(string path, ReadOnlyMemory<byte> content) => throw new NotSupportedException(path);
}
