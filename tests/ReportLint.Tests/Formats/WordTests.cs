using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Formats;
using static ReportLint.Tests.Formats.WordFile;

namespace ReportLint.Tests.Formats;

public sealed class WordTests
{
    private const string Styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"Kapitel\"/><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";

    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"(%1)\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

    private static string Item(int list, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    [Fact]
    public void Headings_come_from_styles_and_bear_their_numbers()
    {
        var document = new WordFile(
            P("<w:pStyle w:val=\"H1\"/>", ["Boats"]) + P("<w:pStyle w:val=\"H2\"/>", ["Hulls"]) + P("<w:pStyle w:val=\"H2\"/>", ["Sails"]) + P("<w:pStyle w:val=\"H1\"/>", ["Dues"]) + P("Text.") + P("<w:outlineLvl w:val=\"2\"/>", ["Own level"]))
            .With("styles", "styles", Styles).With("numbering", "numbering", Numbering).Read();

        Assert.Equal(["1 Boats", "1.1 Hulls", "1.2 Sails", "2 Dues", "Text.", "Own level"], Reading.Texts(document));
        Assert.Equal([1, 2, 2, 1, 0, 3], document.Blocks.Select(static b => b.Level));
    }

    [Fact]
    public void Lists_are_numbered_as_printed()
    {
        var document = new WordFile(
            P(Item(2), ["one"]) + P(Item(2, 1), ["inner"]) + P(Item(2), ["two"]) + P("between") + P(Item(2), ["three"]) + P(Item(3), ["anew"]))
            .With("numbering", "numbering", Numbering).Read();

        Assert.Equal(["(ii) one", "  • inner", "(iii) two", "between", "(iv) three", "(i) anew", ""], document.Source.Content.Split('\n'));
        Assert.Equal(["one", "inner", "two", "between", "three", "anew"], Reading.Texts(document));
        Assert.Equal([2, 3], document.Lists[0].Items.Select(static i => i.Number!.Value));
        Assert.Equal((1, false), (document.Lists[1].Depth, document.Lists[1].IsOrdered));
        Assert.True(document.Lists[0].Items[0].Span.Contains(document.Lists[1].Span));
    }

    [Fact]
    public void Merged_cells_cover_their_places()
    {
        static string Cell(string properties, string text) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        var document = new WordFile(Table(
            [Cell("<w:vMerge w:val=\"restart\"/>", "Area"), Cell("<w:gridSpan w:val=\"2\"/>", "Boats")],
            [Cell("<w:vMerge/>", ""), "2012", "2013"],
            ["North", "1,200", "1,300"],
            ["South", $"<w:tc>{P("4")}{P("(provisional)")}</w:tc>", "5"])).Read();

        var table = Assert.Single(document.Tables);
        Assert.Equal(["Area|Boats|", "|2012|2013", "North|1,200|1,300", "South|4 (provisional)|5"], table.Rows.Select(static r => string.Join('|', r.Select(static c => c.Prose.Text))));
        Assert.Equal((2, 1), (table.Rows[0][0].RowSpan, table.Rows[0][0].ColumnSpan));
        Assert.Equal((1, 2), (table.Rows[0][1].RowSpan, table.Rows[0][1].ColumnSpan));
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal("North | 1,200 | 1,300", document.Source.ToString(document.Source.GetLineSpan(document.Source.GetLinePosition(table.Rows[2][0].Span.Start).Line)));
    }

    [Fact]
    public void A_table_that_lays_out_the_page_is_running_text()
    {
        var inner = Assert.Single(new WordFile(Table([$"<w:tc>{P("Left")}{Table(["a", "1"], ["b", "2"])}</w:tc>", "Right"])).Read().Tables);
        Assert.Equal("a", inner.Rows[0][0].Prose.Text);
        Assert.Empty(new WordFile(Table(["One column"], ["of text"])).Read().Tables);
    }

    [Fact]
    public void Notes_are_numbered_in_the_order_of_their_marks_and_stand_behind_the_text()
    {
        var document = new WordFile(
            P("Of 40 boats", "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"7\"/></w:r>", ", 3 sank.", "<w:r><w:endnoteReference w:id=\"4\"/></w:r>", "<w:r><w:footnoteReference w:id=\"5\"/></w:r>"))
            .With("footnotes", "footnotes", $"<w:footnote w:type=\"separator\" w:id=\"0\">{P("x")}</w:footnote><w:footnote w:id=\"5\">{P("Second.")}</w:footnote><w:footnote w:id=\"7\">{P("First.")}</w:footnote><w:footnote w:id=\"9\">{P("")}</w:footnote>")
            .With("endnotes", "endnotes", $"<w:endnote w:id=\"4\">{P("At the end.")}</w:endnote>").Read();

        Assert.Equal(["Of 40 boats, 3 sank.", "First.", "Second.", "At the end."], Reading.Texts(document));
        Assert.Equal("Of 40 boats[1], 3 sank.[i][2]\n\n[1] First.\n[2] Second.\n[i] At the end.\n", document.Source.Content);
        Assert.Equal(["1", "2", "i"], document.Footnotes.Select(static n => n.Label));
        Assert.Equal([("1", 11), ("i", 20), ("2", 20)], document.Blocks[0].Marks.Select(static m => (m.Label!, m.Prose.Start)));
        Assert.Equal("boats[1], 3", Reading.SourceOf(document, "boats, 3"));
    }

    [Fact]
    public void A_note_that_nothing_marks_stands_last_but_not_one_whose_mark_was_deleted()
    {
        var document = new WordFile(
            P("Of 40 boats", "<w:del><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:del>", "<w:r><w:footnoteReference w:id=\"8\"/></w:r>", ", 3 sank."))
            .With("footnotes", "footnotes", $"<w:footnote w:id=\"7\">{P("Deleted.")}</w:footnote><w:footnote w:id=\"8\">{P("First.")}</w:footnote><w:footnote w:id=\"9\">{P("Unmarked.")}</w:footnote><w:footnote w:id=\"10\">{P("")}</w:footnote>")
            .With("endnotes", "endnotes", $"<w:endnote w:id=\"9\">{P("Unmarked, too.")}</w:endnote>").Read();

        Assert.Equal("Of 40 boats[1], 3 sank.\n\n[1] First.\n[unmarked] Unmarked.\n[unmarked 2] Unmarked, too.\n", document.Source.Content);
        Assert.Equal(["1", "unmarked", "unmarked 2"], document.Footnotes.Select(static n => n.Label));
    }

    [Theory]
    [InlineData(Revisions.Final, "Of 41 boats, 3 sank in May.", "Kept.", "41")]
    [InlineData(Revisions.Original, "Of 40 boats, 3 sank", "in May.", "Kept.", "40", "Gone")]
    public void Tracked_changes_are_read_as_accepted_or_rejected(Revisions revisions, params string[] blocks)
    {
        var document = new WordFile(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + R("Of ") + $"<w:del><w:r><w:delText>40</w:delText></w:r></w:del><w:ins>{R("41")}</w:ins>" + R(" boats, 3 sank ") + "</w:p>" + P("in May.")
            + P("Kept.") + "<w:tbl><w:tr><w:tc>" + P($"<w:ins>{R("41")}</w:ins>", "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>") + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + P("Gone") + "</w:tc></w:tr></w:tbl>")
            .Read(revisions);

        Assert.Equal(blocks, Reading.Texts(document));
    }

    [Fact]
    public void Fields_show_their_results_and_lead_to_bookmarks()
    {
        var document = new WordFile(
            P("See ", Field("REF _Ref1 \\h", "Table 4"), ", page ", Field("PAGE", "17"), " or ", "<w:fldSimple w:instr=\" HYPERLINK &quot;http://x.y/z&quot; \">" + R("there") + "</w:fldSimple>", ".")
            + P("<w:bookmarkStart w:id=\"0\" w:name=\"_Ref1\"/>", "Table ", Field("SEQ Table", "4"), "<w:hyperlink r:id=\"l\">" + R(" link") + "</w:hyperlink>"))
            .WithLink("l", "http://a.b").Read();

        Assert.Equal(["See Table 4, page  or there.", "Table 4 link"], Reading.Texts(document));
        Assert.Equal(["#_Ref1", "http://x.y/z", "http://a.b"], document.Blocks.SelectMany(static b => b.Marks).Where(static m => m.Kind == MarkKind.Link).Select(static m => m.Target));
        Assert.Equal("_Ref1", Assert.Single(document.Anchors).Name);
    }

    [Fact]
    public void Only_what_is_seen_is_read()
    {
        var document = new WordFile(
            P("a", R("hidden", "<w:vanish/>"), "<w:r><w:t> b </w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>", R("10") + R("6", "<w:vertAlign w:val=\"superscript\"/>") + R(" m") + R("2", "<w:vertAlign w:val=\"superscript\"/>") + R(" word") + R("3", "<w:vertAlign w:val=\"superscript\"/>"))
            + P("<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wp:docPr descr=\"A boat\"/></wp:inline><w:txbxContent>" + P("In a box") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + P("In a box") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>", "Around it")
            + P("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", " holds")
            + P(R("bold", "<w:b/>") + R(" more", "<w:b w:val=\"true\"/>") + R(" plain", "<w:b w:val=\"0\"/>"))).Read();

        Assert.Equal(["ab\t\u201110⁶ m² word", "Around it", "In a box", "\uFFFC holds", "bold more plain"], Reading.Texts(document));
        Assert.Equal("A boat", Assert.Single(document.Blocks[1].Marks).Label);
        Assert.Equal("bold more".Length, Assert.Single(document.Blocks[4].Marks).Prose.Length);
        Assert.Equal("3", Assert.Single(document.Blocks[0].Marks).Label);
    }

    [Fact]
    public void Contents_are_printed_but_no_prose_and_headers_stand_once_at_the_end()
    {
        var file = new WordFile(
            P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", "1 Boats", "<w:r><w:tab/></w:r>", "3")
            + P("2 Dues", "<w:r><w:tab/></w:r>", "5", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") + P("Body."))
            .With("header", "hdr", P("Harbour board"))
            .Part("docProps/core.xml", "<c:coreProperties xmlns:c=\"c\" xmlns:d=\"d\"><d:title>Dues  and\nboats</d:title><d:created>2014-03-02T10:00:00Z</d:created></c:coreProperties>");
        var document = file.Read();

        Assert.Equal("title: Dues and boats\nfile-created: 2014-03-02T10:00:00Z\n\n1 Boats\t3\n2 Dues\t5\nBody.\n\nHarbour board\n", document.Source.Content);
        Assert.Equal(["Body.", "Harbour board"], Reading.Texts(document));
        Assert.Equal([("title", "Dues and boats"), ("file-created", "2014-03-02T10:00:00Z")], document.Properties.Select(static p => (p.Name, p.Value)));
    }

    [Fact]
    public void A_file_without_text_is_told() =>
        Assert.True(Assert.Single(new WordFile(P("")).Read().Notices) is { Id: "RL0001", IsFatal: false });

    [Fact]
    public void A_damaged_part_that_can_be_done_without_is_told_and_the_rest_read()
    {
        var document = new WordFile(P("Of 40 boats, 3 sank.")).With("styles", "styles", "<w:style>").Read();

        Assert.Equal(["Of 40 boats, 3 sank."], Reading.Texts(document));
        Assert.Contains("word/styles.xml", Assert.Single(document.Notices).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>", "document type")]
    [InlineData("<x>", "could not be read")]
    [InlineData("<x/>", "no body")]
    public void A_body_that_cannot_be_read_is_one_fatal_notice(string xml, string message)
    {
        var document = new WordFile("").Part("word/document.xml", xml).Read();

        Assert.Empty(document.Blocks);
        Assert.Contains(message, Assert.Single(document.Notices).Message, StringComparison.Ordinal);
        Assert.True(document.Notices[0].IsFatal);
    }

    [Fact]
    public void A_file_cut_or_changed_anywhere_is_read_or_one_notice()
    {
        var bytes = new WordFile(P("Of 40 boats, 3 sank.") + Table(["a", "1"], ["b", "2"])).With("styles", "styles", Styles).Bytes();
        for (var i = 0; i < bytes.Length; i += 7)
        {
            Reading.Checked(DocumentReader.Read("a.docx", bytes.AsMemory(0, i)));
            var changed = bytes.ToArray();
            changed[i] ^= 0x55;
            Assert.InRange(Reading.Checked(DocumentReader.Read("a.docx", changed)).Notices.Count, 0, 1);
        }
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>", "a", 3000, "more text than the limit")]
    [InlineData("", "<w:sectPr w:a=\"0123456789\"/>          ", 900, "limit of 20,000 bytes")]
    [InlineData("", "<w:p/>", 1000, "more text than the limit")]
    [InlineData("", "<x/>", 1001, "too many elements")]
    [InlineData("", "<w:sdt>", 1000, "nested too deeply")]
    [InlineData("", " ", 19_000, "90 times its size")]
    public void A_file_that_unpacks_without_end_is_one_notice(string start, string unit, int count, string message)
    {
        var limits = new ReaderLimits { MaximumText = 2000, MaximumPartBytes = 20_000, MaximumPartElements = 1000, UncheckedPartBytes = 10_000, MaximumExpansion = 90 };
        var bytes = new WordFile(start + new StringBuilder(unit.Length * count).Insert(0, unit, count)).Bytes();
        var document = DocumentReader.Read("a.docx", bytes, new ReaderOptions { Limits = limits });

        Assert.Empty(document.Blocks);
        Assert.Contains(message, Assert.Single(document.Notices).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_lies_about_a_size_is_one_notice()
    {
        var bytes = new WordFile(P(new string('a', 5000))).Bytes();
        for (var i = 0; i + 46 < bytes.Length; i++)
        {
            if (bytes.AsSpan(i).StartsWith("PK\x1\x2"u8))
            {
                // The uncompressed size in the central directory.
                bytes[i + 24] = 1;
                bytes[i + 25] = bytes[i + 26] = bytes[i + 27] = 0;
            }
        }

        Assert.True(Assert.Single(Reading.Checked(DocumentReader.Read("a.docx", bytes)).Notices).IsFatal);
    }

    [Fact]
    public void Comments_of_people_are_known_with_their_words()
    {
        var document = new WordFile(
            P("Of ", Start(1), "576", Start(2), " cases", End(2), End(1), ", 3 sank.")
            + Start(3) + P("All of this") + P("and this.") + End(3)
            + Table(["Ships", $"<w:tc>{P(Start(4), "40", End(4))}</w:tc>"])
            + P("A mark", "<w:r><w:commentReference w:id=\"5\"/></w:r>", " alone."))
            .With("comments", "comments", Comment(1, "A", "one") + Comment(2, "ReportLint", "ours") + Comment(3, "B", "two</w:t></w:r></w:p><w:p><w:r><w:t>lines") + Comment(4, "A", "cell") + Comment(5, "", "mark") + Comment(9, "A", "nowhere"))
            .Read();

        Assert.Equal(
            [("A", "one", "576 cases"), ("B", "two\nlines", "All of this\nand this.\n\n"), ("A", "cell", "40"), ("", "mark", "")],
            document.Comments.Select(c => (c.Author, c.Text, document.Source.ToString(c.Span))));
        Assert.Equal("A mark", document.Source.Content[(document.Comments[3].Span.Start - 6)..document.Comments[3].Span.Start]);

        static string Start(int id) => $"<w:commentRangeStart w:id=\"{id}\"/>";
        static string End(int id) => $"<w:commentRangeEnd w:id=\"{id}\"/>";
        static string Comment(int id, string author, string text) => $"<w:comment w:id=\"{id}\" w:author=\"{author}\">{P(text)}</w:comment>";
    }

    [Fact]
    public void Contents_out_of_the_gallery_are_told_from_prose_with_their_heading()
    {
        var document = new WordFile(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + P("Contents")
            + P("<w:hyperlink w:anchor=\"_Toc1\">" + R("1 Boats") + "<w:r><w:tab/></w:r>" + Field("PAGEREF _Toc1 \\h", "3") + "</w:hyperlink>")
            + "</w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Cover Pages\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + P("Cover") + "</w:sdtContent></w:sdt>"
            + P("<w:bookmarkStart w:id=\"0\" w:name=\"_Toc1\"/>", "1 Boats")).Read();

        Assert.Equal(["Cover", "1 Boats"], Reading.Texts(document));
        Assert.StartsWith("Contents\n1 Boats\t3\nCover\n", document.Source.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Revisions.Final, "Body", "Moved.", "Put in.", "2", "Of 41 boats.")]
    [InlineData(Revisions.Original, "Moved.", "Body", "1", "Of 40 boats.")]
    public void Tracked_moves_rows_and_changes_in_notes_are_read_likewise(Revisions revisions, params string[] blocks)
    {
        static string Cell(string text) => $"<w:tc>{P(text)}</w:tc>";
        var document = new WordFile(
            "<w:p><w:pPr><w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr><w:moveFromRangeStart w:id=\"2\"/><w:moveFrom>" + R("Moved.") + "</w:moveFrom><w:moveFromRangeEnd w:id=\"2\"/></w:p>"
            + P("Body", "<w:r><w:footnoteReference w:id=\"5\"/></w:r>")
            + "<w:p><w:pPr><w:rPr><w:moveTo w:id=\"3\"/></w:rPr></w:pPr><w:moveTo>" + R("Moved.") + "</w:moveTo></w:p>"
            + "<w:p><w:pPr><w:rPr><w:ins w:id=\"4\"/></w:rPr></w:pPr><w:ins>" + R("Put in.") + "</w:ins></w:p>"
            + "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr>" + Cell("2") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + Cell("1") + "</w:tr></w:tbl>")
            .With("footnotes", "footnotes", "<w:footnote w:id=\"5\">" + P("Of ", "<w:del><w:r><w:delText>40</w:delText></w:r></w:del><w:ins>" + R("41") + "</w:ins>", " boats.") + "</w:footnote>")
            .Read(revisions);

        Assert.Equal(blocks, Reading.Texts(document));
    }

    [Fact]
    public void Words_with_their_reading_above_are_read_once() => Assert.Equal(
        ["In 東京 today"],
        Reading.Texts(new WordFile(P("In ", "<w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>", " today")).Read()));
}
