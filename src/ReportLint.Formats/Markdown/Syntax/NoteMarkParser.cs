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

/// <summary>Reads <c>[^label]</c>, also behind an exclamation mark that would otherwise open an image.</summary>
internal sealed class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var isCry = slice.CurrentChar == '!';
        var rest = slice.AsSpan()[(isCry ? 1 : 0)..];
        var length = NoteLabel.Length(rest);
        if (length == 0 || (isCry && rest.Length > length && rest[length] == '('))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        if (isCry)
        {
            processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start))
            {
                Span = new SourceSpan(start, start),
                Line = line,
                Column = column,
            };
            slice.Start++;
            return true;
        }

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
