using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.PlainText;

/// <summary>Reads plain text: paragraphs parted by blank lines, hard-wrapped lines joined.</summary>
internal static class PlainTextReader
{
    public static ReportDocument Read(string path, string text, IReadOnlyList<ReaderNotice> notices)
    {
        var source = new SourceText(text);
        var blocks = new List<Block>();
        var prose = new ProseBuilder();
        var end = 0;
        for (var line = 0; line <= source.LineCount; line++)
        {
            var span = line < source.LineCount ? source.GetLineSpan(line) : default;
            var content = text.AsSpan(span.Start, span.Length);
            var visible = content.Trim();
            if (visible.IsEmpty)
            {
                if (prose.Length > 0)
                {
                    var built = prose.Build();
                    blocks.Add(new Block { Kind = BlockKind.Paragraph, Prose = built, Span = built.SourceSpan });
                    prose.Clear();
                }

                continue;
            }

            var start = span.Start + (content.Length - content.TrimStart().Length);
            if (prose.Length > 0)
            {
                prose.AddReplaced(" ", TextSpan.FromBounds(end, start));
            }

            prose.AddVerbatim(source, new TextSpan(start, visible.Length));
            end = start + visible.Length;
        }

        return new ReportDocument(path, source, DocumentFormat.Text, blocks) { Notices = notices };
    }
}
