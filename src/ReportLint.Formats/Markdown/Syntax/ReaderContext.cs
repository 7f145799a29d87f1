using Markdig;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>What Markdig's parsers need to know of the file they run on.</summary>
internal sealed class ReaderContext(string source, ReaderLimits limits) : MarkdownParserContext
{
    /// <summary>The text that is parsed; every span is an offset in it.</summary>
    public string Source { get; } = source;

    public ReaderLimits Limits { get; } = limits;

    /// <summary>Offsets of paragraphs that were too intricate to read their inline markup.</summary>
    public List<int> PlainParagraphs { get; } = [];
}
