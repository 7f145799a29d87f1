using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportLint.Formats;
using ReportLint.Formats.Word;
using ReportLint.Workspace.Annotated;

namespace ReportLint.Workspace.Output;

/// <summary>Tells files that this program wrote from those of people, by the mark that they bear. A name alone proves nothing.</summary>
public static class OwnFile
{
    /// <summary>The id by which the diagnostics of a draft that a worker keeps are known as its own.</summary>
    /// <param name="draft">The draft, relative to the folder of drafts, with forward slashes.</param>
    public static string MarkOf(string draft) => $"reportlint-watch/{draft}";

    /// <summary>True for diagnostics that a worker wrote for a draft: the mark stands near the top.</summary>
    /// <param name="sarif">The content of the file.</param>
    /// <param name="draft">As for <see cref="MarkOf"/>.</param>
    public static bool IsDiagnostics(ReadOnlySpan<byte> sarif, string draft)
    {
        var mark = $"\"id\": \"{JsonEncodedText.Encode(MarkOf(draft), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return sarif[..Math.Min(sarif.Length, mark.Length + 4096)].IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;
    }

    /// <summary>True for an annotated copy: a page that names its generator, or a Word file with comments of ours. A Word file in which nothing was found bears no mark.</summary>
    /// <param name="name">The name of the file or of its draft, for its format.</param>
    /// <param name="content">The content of the file.</param>
    public static bool IsCopy(string name, ReadOnlyMemory<byte> content) =>
        DocumentReader.IsWord(name) ? WordAnnotator.HasOwnComments(content, ReaderOptions.Default) : AnnotatedPage.IsOurs(content.Span);
}
