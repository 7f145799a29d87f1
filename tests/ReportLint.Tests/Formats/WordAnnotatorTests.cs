using System.IO.Compression;
using System.Xml.Linq;
using ReportLint.Core.Text;
using ReportLint.Formats;
using ReportLint.Formats.Word;
using static ReportLint.Tests.Formats.WordFile;

namespace ReportLint.Tests.Formats;

public sealed class WordAnnotatorTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_comment_covers_exactly_its_words_and_formatting_stays()
    {
        var before = new WordFile(P("Of ", R("57", "<w:b/>"), R("6 cases", "<w:i/>"), ", 3 sank.")).Bytes();
        var body = Part(Annotate(before, "576"), "word/document.xml");

        Assert.Equal("576", Covered(body, "0"));
        Assert.Equal(
            [("Of ", ""), ("57", "b"), ("6", "i"), (" cases", "i"), (", 3 sank.", "")],
            body.Descendants(W + "t").Select(t => (t.Value, string.Concat(t.Parent!.Element(W + "rPr")?.Elements().Select(static e => e.Name.LocalName) ?? []))));
    }

    [Fact]
    public void The_comment_says_what_it_should_and_the_package_knows_of_it()
    {
        var copy = Annotate(new WordFile(P("Of 576 cases.")).Bytes(), "576");

        var comment = Assert.Single(Part(copy, "word/comments.xml").Root!.Elements());
        Assert.Equal(("ReportLint", "About 576<&"), ((string)comment.Attribute(W + "author")!, comment.Value));
        Assert.Contains("/word/comments.xml", Part(copy, "[Content_Types].xml").ToString(), StringComparison.Ordinal);
        Assert.Contains("comments.xml", Part(copy, "word/_rels/document.xml.rels").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_replaces_its_own_comments_and_keeps_those_of_people()
    {
        var before = new WordFile(P("<w:commentRangeStart w:id=\"4\"/>", "Of 576 cases", "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r>", ", 3 sank."))
            .With("comments", "comments", $"<w:comment w:id=\"4\" w:author=\"A. Person\">{P("Really?")}</w:comment>").Bytes();
        var first = Annotate(before, "576", "3 sank");
        var second = Annotate(first, "3 sank");

        Assert.Equal(["A. Person", "ReportLint", "ReportLint"], Part(first, "word/comments.xml").Root!.Elements().Select(c => (string)c.Attribute(W + "author")!));
        Assert.Equal(["A. Person", "ReportLint"], Part(second, "word/comments.xml").Root!.Elements().Select(c => (string)c.Attribute(W + "author")!));
        var body = Part(second, "word/document.xml");
        Assert.Equal("Of 576 cases", Covered(body, "4"));
        Assert.Equal("3 sank", Covered(body, "5"));
        Assert.Equal(2, body.Descendants(W + "commentReference").Count());
        Assert.Equal(Part(Annotate(second, "3 sank"), "word/document.xml").ToString(), body.ToString());
    }

    [Theory]
    [InlineData("Second.", "Of 40 boats")]
    [InlineData("[unmarked]", "Of 40 boats")]
    [InlineData("In a box", "In a box")]
    [InlineData("hyperlink", "hyperlink")]
    [InlineData("cell", "cell")]
    [InlineData("Harbour", "Of 40 boats")]
    public void Where_no_comment_may_stand_it_stands_where_the_place_is_reached_from(string words, string covered)
    {
        var file = new WordFile(
            P("Of 40 boats", "<w:r><w:footnoteReference w:id=\"5\"/></w:r>", ", 3 sank. ", "<w:hyperlink w:anchor=\"a\">" + R("a hyperlink here") + "</w:hyperlink>")
            + P("<w:r><w:pict><w:txbxContent>" + P("In a box") + "</w:txbxContent></w:pict></w:r>", "Around it")
            + Table(["a", "the cell"], ["b", "1"]))
            .With("footnotes", "footnotes", $"<w:footnote w:id=\"5\">{P("Second.")}</w:footnote><w:footnote w:id=\"6\">{P("Left over.")}</w:footnote>").With("header", "hdr", P("Harbour board"));
        var copy = Annotate(file.Bytes(), words);

        Assert.Equal(covered, Covered(Part(copy, "word/document.xml"), "0"));
        Assert.DoesNotContain(Part(copy, "word/document.xml").Descendants(W + "txbxContent").Descendants(), static e => e.Name.LocalName.StartsWith("comment", StringComparison.Ordinal));
        Assert.Equal(file.Read().Source.Content, DocumentReader.Read("a.docx", copy).Source.Content);
    }

    [Fact]
    public void Comments_that_meet_and_overlap_are_all_there()
    {
        var copy = Annotate(new WordFile(P("abc def ghi")).Bytes(), "abc def", "def ghi", "def", "abc def ghi", " ");
        var body = Part(copy, "word/document.xml");

        Assert.Equal(["abc def", "def ghi", "def", "abc def ghi", " "], Enumerable.Range(0, 5).Select(i => Covered(body, i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal("abc def ghi", string.Concat(body.Descendants(W + "t").Select(static t => t.Value)));
    }

    [Fact]
    public void A_file_without_text_takes_a_comment_too()
    {
        var copy = WordAnnotator.Annotate(new WordFile("").Bytes(), [new WordComment(default, ["Empty."])], ReportLint.Formats.ReaderOptions.Default);

        Assert.Single(Part(copy, "word/document.xml").Descendants(W + "commentReference"));
    }

    [Theory]
    [InlineData("40 \U0001F600 boats", "40 \U0001F600 boats")]
    [InlineData("two\r\nlines\nand a third", "two lines and a third")]
    [InlineData("{half} a pair, \uFFFE and\u0001\ta tab", "\uFFFD a pair, \uFFFD and\ta tab")]
    public void A_comment_holds_every_character_that_XML_can(string says, string written)
    {
        // What runs the tests passes on whole characters only.
        says = says.Replace("{half}", "\uD83D", StringComparison.Ordinal);
        var copy = WordAnnotator.Annotate(new WordFile(P("Of 576 cases.")).Bytes(), [new WordComment(default, [says])], ReportLint.Formats.ReaderOptions.Default);

        Assert.Equal(written, Part(copy, "word/comments.xml").Root!.Value);
    }

    /// <summary>A copy with a comment on the first occurrence of each of some words in the printed text.</summary>
    private static byte[] Annotate(byte[] file, params string[] words)
    {
        var text = DocumentReader.Read("a.docx", file).Source.Content;
        return WordAnnotator.Annotate(
            file, [.. words.Select(w => new WordComment(new TextSpan(text.IndexOf(w, StringComparison.Ordinal), w.Length), [$"About {w}<&"]))], ReportLint.Formats.ReaderOptions.Default);
    }

    private static XDocument Part(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var part = archive.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The text between the two ends of a comment's range; the reference stands just behind it.</summary>
    private static string Covered(XDocument body, string id)
    {
        var start = body.Descendants(W + "commentRangeStart").Single(e => (string?)e.Attribute(W + "id") == id);
        var end = body.Descendants(W + "commentRangeEnd").Single(e => (string?)e.Attribute(W + "id") == id);
        Assert.Equal(id, (string?)end.ElementsAfterSelf().First().Element(W + "commentReference")?.Attribute(W + "id"));
        var all = body.Descendants().ToList();
        var (from, to) = (all.IndexOf(start), all.IndexOf(end));
        return string.Concat(all.Skip(from).Take(to - from).Where(static e => e.Name == W + "t").Select(static t => t.Value));
    }

    [Fact]
    public void A_file_with_comments_of_ours_is_known()
    {
        var people = new WordFile(P("Of 576 cases.")).With("comments", "comments", $"<w:comment w:id=\"4\" w:author=\"A. Person\">{P("Really?")}</w:comment>").Bytes();
        Assert.False(WordAnnotator.HasOwnComments(people, ReportLint.Formats.ReaderOptions.Default));
        Assert.True(WordAnnotator.HasOwnComments(Annotate(people, "576"), ReportLint.Formats.ReaderOptions.Default));
        Assert.False(WordAnnotator.HasOwnComments("no Word file"u8.ToArray(), ReportLint.Formats.ReaderOptions.Default));
    }

    [Fact]
    public void In_a_content_control_the_mark_stands_before_the_words()
    {
        var copy = Annotate(new WordFile($"<w:sdt><w:sdtContent>{P("Of 576 cases.")}</w:sdtContent></w:sdt>" + P("And 12 more.")).Bytes(), "576", "12");
        var body = Part(copy, "word/document.xml");

        Assert.Equal(
            ["Of ", "commentReference", "commentRangeStart", "576", "commentRangeEnd", " cases.", "And ", "commentRangeStart", "12", "commentRangeEnd", "commentReference", " more."],
            body.Descendants().Where(static e => e.Name.LocalName is "t" or "commentReference" or "commentRangeStart" or "commentRangeEnd").Select(static e => e.Name.LocalName == "t" ? e.Value : e.Name.LocalName));
        Assert.Equal(Part(Annotate(copy, "576", "12"), "word/document.xml").ToString(), body.ToString());
    }

    [Fact]
    public void Spaces_that_do_not_break_stay_at_the_ends_of_a_text()
    {
        var before = new WordFile("<w:p><w:r><w:t> Range:\u00A0</w:t></w:r><w:r><w:t>\u00A0576 cases </w:t></w:r></w:p>").Bytes();

        Assert.Equal("Range:\u00A0\u00A0576 cases\n", DocumentReader.Read("a.docx", before).Source.Content);
        Assert.Equal("Range:\u00A0\u00A0576 cases", Part(Annotate(before, "Range", "576"), "word/document.xml").Root!.Value);
    }
}
