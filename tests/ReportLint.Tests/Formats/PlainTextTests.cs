using ReportLint.Core.Documents;

namespace ReportLint.Tests.Formats;

public sealed class PlainTextTests
{
    [Fact]
    public void Hard_wrapped_lines_are_joined_and_found_again()
    {
        var document = Reading.PlainText("The harbour board met on Tuesday and agreed that of the 40 boats in the fleet,\r\n22 would be scrapped and\r\n18 kept, a well-\r\nknown outcome.\r\n");

        Assert.Equal("The harbour board met on Tuesday and agreed that of the 40 boats in the fleet, 22 would be scrapped and", document.Blocks[0].Prose.Text);
        Assert.Equal("fleet,\r\n22", Reading.SourceOf(document, "fleet, 22"));
    }

    [Fact]
    public void A_broken_word_is_joined_at_its_hyphen()
    {
        var document = Reading.PlainText("The inspectors said that they were pleased with what they had found in the post-\ninspection review of the force and its work.\n");

        Assert.Equal("post-\ninspection", Reading.SourceOf(document, "post-inspection"));
    }

    [Fact]
    public void Headlines_datelines_and_short_lines()
    {
        var document = Reading.PlainText("21 July 2013\n\nHarbour to close for good\n\nBy Ann Other\nLooe\n\nThe harbour will close.\n\nWhat is left\n\nNothing is left.\n\nThe end\n");

        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph],
            document.Blocks.Select(b => b.Kind));
        Assert.Equal([1, 2], document.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level));
    }

    [Fact]
    public void A_line_that_ends_early_at_a_stop_ends_its_paragraph()
    {
        var document = Reading.PlainText("PICTURE: The quay.\nPICTURE: The quay.\nAnother line.\n");

        Assert.Equal(["PICTURE: The quay.", "PICTURE: The quay.", "Another line."], Reading.Texts(document));
    }

    [Fact]
    public void Long_lines_are_paragraphs_of_their_own()
    {
        var line = string.Concat(Enumerable.Repeat("The board met again and again. ", 8)).Trim();
        var document = Reading.PlainText($"{line}\n{line}\n");

        Assert.Equal([line, line], Reading.Texts(document));
    }

    [Fact]
    public void Bullets_and_numbers_are_lists()
    {
        var document = Reading.PlainText("There were three options:\n- mend the quay\n  and the wall\n* stray\n\n1. first\n   • inner\n   • other\n2. second\n\n   more on it\n\nDone.\n");

        Assert.Equal(["mend the quay and the wall", "stray", "first", "inner", "other", "second", "more on it"], document.Blocks.Where(b => b.List is not null).Select(b => b.Prose.Text));
        var ordered = document.Lists.First(l => l.IsOrdered);
        Assert.Equal(1, ordered.Items[0].Number);
        Assert.Contains(document.Lists, l => l.Parent == ordered && l.Depth == 1 && l.Items.Count == 2);
    }

    [Theory]
    [InlineData("2013. That is when it began and nothing came of it, the clerk to the board told them all.")]
    [InlineData("- which is to say never")]
    public void A_wrapped_line_that_begins_like_an_item_is_none(string line)
    {
        var document = Reading.PlainText("The clerk to the board said that the work on the quay had been begun in late May\n" + line + "\n");

        Assert.Empty(document.Lists);
        Assert.Single(document.Blocks);
    }

    [Fact]
    public void Columns_of_figures_are_not_joined()
    {
        var document = Reading.PlainText("Year\tBoats\tMen\n2012\t40\t400\n2013\t41\t410\n");

        Assert.Equal(3, document.Blocks.Count);
    }

    [Fact]
    public void Tabs_form_feeds_and_rulers_part_text()
    {
        var document = Reading.PlainText("\tIndented text goes on\n\fNext page\n=====\nAfter the ruler\n");

        Assert.Equal(["Indented text goes on", "Next page", "After the ruler"], Reading.Texts(document));
        Assert.Equal("Next", Reading.SourceOf(document, "Next"));
    }
}
