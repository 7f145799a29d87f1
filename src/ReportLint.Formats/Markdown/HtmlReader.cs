using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown;

/// <summary>Reads the text of a block of HTML inside Markdown: one piece for each stretch between block-level tags.</summary>
internal sealed class HtmlReader(SourceText source, List<Anchor> anchors)
{
    private readonly List<InlinePiece> _pieces = [];

    /// <summary>The pieces of prose in a stretch of HTML. The list is valid until the next call.</summary>
    public IReadOnlyList<InlinePiece> Read(TextSpan span)
    {
        _pieces.Clear();
        _ = anchors;
        _ = source;
        return _pieces;
    }
}
