using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>Names places of a document as a person who has it open would: the paragraph, the cell, the note.</summary>
internal sealed class LogicalPlaces
{
    private readonly ReportDocument _document;
    private readonly int[] _paragraphs;

    public LogicalPlaces(ReportDocument document)
    {
        _document = document;
        _paragraphs = new int[document.Blocks.Count];
        var count = 0;
        for (var i = 0; i < _paragraphs.Length; i++)
        {
            count += document.Blocks[i] is { Cell: null, NoteLabel: null } ? 1 : 0;
            _paragraphs[i] = count;
        }
    }

    /// <summary>The name of the block, or of the note whose label, a place begins in, counting from 1; null where none does.</summary>
    /// <param name="span">The place.</param>
    /// <param name="characters">The characters of the block's printed text that it covers, from 1, both ends inside: <c>5-9</c>; empty for a label.</param>
    public string? Name(TextSpan span, out string characters)
    {
        characters = "";
        int low = 0, high = _document.Blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _document.Blocks[middle].Span.Start <= span.Start ? (middle, high) : (low, middle - 1);
        }

        if (high < 0 || _document.Blocks[low] is not { } block || span.Start < block.Span.Start || span.Start > block.Span.End)
        {
            foreach (var note in _document.Footnotes)
            {
                if (note.LabelSpan.Start <= span.Start && span.Start < note.LabelSpan.End)
                {
                    return $"note {note.Label}";
                }
            }

            return null;
        }

        var first = span.Start - block.Span.Start + 1;
        characters = string.Create(CultureInfo.InvariantCulture, $"{first}-{first + Math.Max(0, span.Length - 1)}");
        return block switch
        {
            { Cell: { } cell } => string.Create(CultureInfo.InvariantCulture, $"table {cell.Table.Index + 1}, row {cell.Row + 1}, column {cell.Column + 1}"),
            { NoteLabel: { } label } => $"note {label}",
            _ => string.Create(CultureInfo.InvariantCulture, $"paragraph {_paragraphs[block.Index]}"),
        };
    }
}
