using ReportLint.Tests.Formats;
using ReportLint.Workspace.Output;
using static ReportLint.Tests.Formats.WordFile;

namespace ReportLint.Tests.Workspace;

public class LogicalPlacesTests
{
    [Fact]
    public void Paragraphs_cells_notes_and_their_labels_have_names()
    {
        var document = new WordFile(P("Of 40 boats", "<w:r><w:footnoteReference w:id=\"5\"/></w:r>") + Table(["a", "b"], ["c", "the cell"]))
            .With("footnotes", "footnotes", $"<w:footnote w:id=\"5\">{P("First.")}</w:footnote><w:footnote w:id=\"6\">{P("Left over.")}</w:footnote>").Read();
        var places = new LogicalPlaces(document);
        string Name(ReportLint.Core.Text.TextSpan span) => $"{places.Name(span, out var characters)} ({characters})";
        string At(string words) => Name(new(document.Source.Content.IndexOf(words, StringComparison.Ordinal), words.Length));

        Assert.Equal("paragraph 1 (4-5)", At("40"));
        Assert.Equal("table 1, row 2, column 2 (5-8)", At("cell"));
        Assert.Equal("note 1 (1-5)", At("First"));
        Assert.Equal(["note 1 ()", "note unmarked ()"], document.Footnotes.Select(note => Name(note.LabelSpan)));
        Assert.Equal(" ()", Name(new(document.Source.Content.IndexOf("\n\n", StringComparison.Ordinal) + 1, 0)));
    }
}
