using ReportLint.Core.Documents;

namespace ReportLint.Tests.Formats;

public sealed class MarkdownInlineTests
{
    [Fact]
    public void Markup_is_left_out_of_the_prose_and_found_again_in_the_file()
    {
        var document = Reading.Markdown("Of the 4**0**1 boats, *most* are `new`.\n");

        Assert.Equal(["Of the 401 boats, most are \uFFFC."], Reading.Texts(document));
        Assert.Equal("4**0**1", Reading.SourceOf(document, "401"));
        Assert.Equal("`new`", Reading.SourceOf(document, "\uFFFC"));
        Assert.Equal([MarkKind.Strong, MarkKind.Emphasis, MarkKind.Code], document.Blocks[0].Marks.Select(m => m.Kind));
    }

    [Fact]
    public void A_mark_behind_a_cry_is_a_note_and_no_image()
    {
        var document = Reading.Markdown("It sank![^gale] It rose.\n\n[^gale]: In May.\n");
        Assert.Equal("It sank! It rose.", document.Blocks[0].Prose.Text);
        Assert.Equal(("gale", "[^gale]"), Assert.Single(document.Blocks[0].Marks.Where(static m => m.Kind == MarkKind.FootnoteReference).Select(m => (m.Label, document.Source.ToString(m.Source)))));
        Assert.Equal(MarkKind.Image, Assert.Single(Reading.Markdown("![^chart](chart.png)\n").Blocks[0].Marks).Kind);
    }

    [Theory]
    [InlineData("Fish &amp; chips", "Fish & chips", "&", "&amp;")]
    [InlineData("1&nbsp;400 crates", "1\u00A0400 crates", "\u00A0", "&nbsp;")]
    [InlineData("pages 12&#8211;15", "pages 12–15", "–", "&#8211;")]
    [InlineData("a \\*star\\* here", "a *star* here", "*s", "*s")]
    [InlineData("see \\[3\\] there", "see [3] there", "[3]", "[3\\]")]
    [InlineData("😀 naïve **42** ok", "😀 naïve 42 ok", "42", "42")]
    [InlineData("one\r\ntwo", "one two", "e t", "e\r\nt")]
    [InlineData("> one\n> two", "one two", "e t", "e\n> t")]
    [InlineData("- one  \n  two", "one two", "e t", "e  \n  t")]
    [InlineData("one\\\ntwo", "one two", "e t", "e\\\nt")]
    [InlineData("one<br />two", "one two", "e t", "e<br />t")]
    [InlineData("#\tTab 12", "Tab 12", "12", "12")]
    [InlineData("-\tone\n\ttwo", "one two", "two", "two")]
    [InlineData("sent by <insert date> 4", "sent by <insert date> 4", "<insert date>", "<insert date>")]
    [InlineData("a <b hidden>12</b> c", "a 12 c", "12", "12")]
    public void Every_place_is_exact(string text, string prose, string part, string source)
    {
        var document = Reading.Markdown(text);

        Assert.Equal([prose], Reading.Texts(document));
        Assert.Equal(source, Reading.SourceOf(document, part));
    }
}
