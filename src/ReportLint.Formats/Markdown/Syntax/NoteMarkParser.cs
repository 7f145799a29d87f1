using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>A mark that points at a footnote, defined or not.</summary>
internal sealed class NoteMarkInline(string label) : LeafInline
{
    public string Label { get; } = label;
}

/// <summary>Reads <c>[^label]</c>.</summary>
internal sealed class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = NoteLabel.Length(slice.AsSpan());
        if (length == 0)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new NoteMarkInline(slice.AsSpan()[2..(length - 1)].ToString())
        {
            Span = new SourceSpan(start, start + length - 1),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }
}
