using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats.Markdown.Syntax;

namespace ReportLint.Formats.Markdown;

/// <summary>Reads Markdown: CommonMark with GitHub's tables and footnotes, front matter and <c>{#name}</c>.</summary>
internal static class MarkdownReader
{
    public static ReportDocument Read(string path, string text, IReadOnlyList<ReaderNotice> notices, ReaderLimits limits)
    {
        // It has no NUL, which would be an end to Markdig: no text with one is decoded.
        var source = new SourceText(text);
        var properties = new List<DocumentProperty>();
        var bodyStart = FrontMatter.Read(source, properties);
        if (Nesting.DeepestYaml(text.AsSpan(0, bodyStart)) > limits.MaximumNesting)
        {
            return DocumentReader.Unreadable(path, DocumentFormat.Markdown, "The front matter of the file is nested too deeply.");
        }

        var context = new ReaderContext(text, limits);
        try
        {
            if (MarkdownTree.Read(source, bodyStart, context) is not { } tree)
            {
                return TooDeep(path);
            }

            var reader = new BlockReader(source, context, new LeafInlines(tree, context));
            reader.Read(tree);
            return new ReportDocument(path, source, DocumentFormat.Markdown, reader.Blocks)
            {
                Lists = reader.Lists,
                Tables = reader.Tables,
                Properties = properties,
                Anchors = reader.Anchors,
                Footnotes = reader.Footnotes,
                Notices = context.PlainParagraphs.Count == 0 ? notices : [.. notices, .. PlainParagraphs(context, source)],
            };
        }
        catch (ArgumentException error) when (error.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            return TooDeep(path);
        }
    }

    private static IEnumerable<ReaderNotice> PlainParagraphs(ReaderContext context, SourceText source) => context.PlainParagraphs.Select(at => new ReaderNotice(
        ToolDescriptors.UnreadableDocument.Id,
        "This paragraph has too many marks of emphasis and brackets: its inline markup was not read.",
        new TextSpan(Math.Min(at, source.Length), 0),
        false));

    private static ReportDocument TooDeep(string path) =>
        DocumentReader.Unreadable(path, DocumentFormat.Markdown, "Quotes and lists in the file are nested too deeply.");
}
