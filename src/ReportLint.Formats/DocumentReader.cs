using System.Globalization;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Decoding;
using ReportLint.Formats.Html;
using ReportLint.Formats.Markdown;
using ReportLint.Formats.PlainText;
using ReportLint.Formats.Word;

namespace ReportLint.Formats;

/// <summary>Turns a draft's bytes into a document. Never throws on content: what cannot be read is one RL0001 notice.</summary>
public static class DocumentReader
{
    /// <summary>True where a file of this name has a reader (by its ending, case ignored).</summary>
    public static bool CanRead(string path) => FormatOf(path) is not null;

    /// <summary>True where a file of this name is a Word file (by its ending, case ignored).</summary>
    public static bool IsWord(string path) => FormatOf(path) == DocumentFormat.Word;

    /// <summary>True where a file of this name is read alike whatever the options, limits apart.</summary>
    public static bool ReadsWithoutOptions(string path) => FormatOf(path) is DocumentFormat.Markdown or DocumentFormat.Text;

    /// <summary>
    /// Reads a draft. An empty file, or one of white space only, is a document without blocks and with one RL0001 notice
    /// that is not fatal: an empty draft is hardly what its author meant to send.
    /// </summary>
    /// <param name="path">Its name in outputs; the ending chooses the reader, plain text's where it is none that is known.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="options">How to read it; <see cref="ReaderOptions.Default"/> where null.</param>
    public static ReportDocument Read(string path, ReadOnlyMemory<byte> content, ReaderOptions? options = null)
    {
        options ??= ReaderOptions.Default;
        var limits = options.Limits;
        var format = FormatOf(path) ?? DocumentFormat.Text;
        var maximum = format == DocumentFormat.Word ? limits.MaximumBytes : Math.Min(limits.MaximumBytes, limits.MaximumTextBytes);
        if (content.Length > maximum)
        {
            return Unreadable(path, format, string.Create(
                CultureInfo.InvariantCulture, $"The file has {content.Length:N0} bytes, more than the limit of {maximum:N0}."));
        }

        if (format == DocumentFormat.Word && content.Length > 0)
        {
            return WordDocumentReader.Read(path, content, options);
        }

        var decoded = TextDecoder.Decode(content.Span, format == DocumentFormat.Html ? HtmlEncoding.Declared(content.Span) : null);
        if (decoded.Text is not { } text)
        {
            return new ReportDocument(path, new SourceText(""), format, []) { Notices = [decoded.Notice!] };
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            return new ReportDocument(path, new SourceText(text), format, [])
            {
                Notices = [new ReaderNotice(ToolDescriptors.UnreadableDocument.Id, "The file is empty.", default, false)],
            };
        }

        IReadOnlyList<ReaderNotice> notices = decoded.Notice is { } notice ? [notice] : [];
        return format switch
        {
            DocumentFormat.Markdown => MarkdownReader.Read(path, text, notices, limits),
            DocumentFormat.Html => HtmlDocumentReader.Read(path, text, notices, options),
            _ => PlainTextReader.Read(path, text, notices),
        };
    }

    /// <summary>A document of which nothing could be read, and why.</summary>
    internal static ReportDocument Unreadable(string path, DocumentFormat format, string message) =>
        new(path, new SourceText(""), format, [])
        {
            Notices = [new ReaderNotice(ToolDescriptors.UnreadableDocument.Id, message, default, true)],
        };

    private static DocumentFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => DocumentFormat.Markdown,
        ".TXT" or ".TEXT" => DocumentFormat.Text,
        ".HTML" or ".HTM" or ".XHTML" => DocumentFormat.Html,
        ".DOCX" or ".DOCM" => DocumentFormat.Word,
        _ => null,
    };
}
