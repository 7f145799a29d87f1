using ReportLint.Core.Documents;

namespace ReportLint.Tests.Formats;

public sealed class MarkdownBlockTests
{
    [Fact]
    public void Headings_have_levels_and_the_anchors_that_GitHub_gives_them()
    {
        var document = Reading.Markdown("# Fish & boats: 2013\n\nText.\n\nText\n----\n\n## Text ##\n\n### Café {#here}\n");

        Assert.Equal([1, 0, 2, 2, 3], document.Blocks.Select(b => b.Level));
        Assert.Equal(["Fish & boats: 2013", "Text.", "Text", "Text", "Café"], Reading.Texts(document));
        Assert.Equal(["fish--boats-2013", "text", "text-1", "here", "café"], document.Anchors.Select(a => a.Name));
        Assert.Equal("here", document.Source.ToString(document.Anchors[3].Span));
    }

    [Theory]
    [InlineData("[^1]: The note.\n---\n      - More of it.\n", "2 The note.")]
    [InlineData("1. [^1]: The note.\n---\n\n\tText.\n", "2 The note.")]
    [InlineData("1. An item.\n===\n", "0 An item. ===")]
    [InlineData("> A quotation.\n===\n", "0 A quotation. ===")]
    [InlineData("> Above\n> ===\n", "1 Above")]
    [InlineData("[a]: /url\n===\n2) An item.\n", "0 ===|0 An item.")]
    public void A_line_below_makes_a_heading_wherever_the_paragraph_stands(string text, string blocks) =>
        Assert.Equal(blocks.Split('|'), Reading.Markdown(text).Blocks.Select(static b => $"{b.Level} {b.Prose.Text}"));

    [Fact]
    public void Code_in_a_heading_is_part_of_its_anchor() =>
        Assert.Equal("the-sow---all-command", Assert.Single(Reading.Markdown("# The `sow --all` command\n").Anchors).Name);

    [Fact]
    public void Lists_know_their_items_parents_and_the_block_before_them()
    {
        var document = Reading.Markdown("Four steps:\n\n3. one\n   - a\n   - b\n\n     more of b\n4. two\n\n* apart\n");

        Assert.Equal(3, document.Lists.Count);
        var (steps, nested, apart) = (document.Lists[0], document.Lists[1], document.Lists[2]);
        Assert.Equal([3, 4], steps.Items.Select(i => i.Number));
        Assert.Equal(["3.", "4."], steps.Items.Select(i => document.Source.ToString(i.Marker)));
        Assert.Same(steps, nested.Parent);
        Assert.Equal(1, nested.Depth);
        Assert.Equal(0, steps.LeadInBlock);
        Assert.Equal("one", document.Blocks[nested.LeadInBlock].Prose.Text);
        Assert.False(apart.IsOrdered);
        Assert.Null(apart.Items[0].Number);
        var more = Assert.Single(document.Blocks, b => b.Prose.Text == "more of b");
        Assert.Equal((BlockKind.Paragraph, nested, 1), (more.Kind, more.List, more.ItemIndex));
        Assert.Equal(5, document.Blocks.Count(b => b.Kind == BlockKind.ListItem));
    }

    [Fact]
    public void A_task_box_is_no_text()
    {
        var document = Reading.Markdown("- [ ] mend the net\n- [x] paint the hull\n\n[ ] not a task\n");

        Assert.Equal(["mend the net", "paint the hull", "[ ] not a task"], Reading.Texts(document));
    }

    [Fact]
    public void Quotes_are_marked_wherever_they_nest()
    {
        var document = Reading.Markdown("- item\n  > said\n  > - first\n  >   of two\n\nplain\n");

        Assert.Equal([false, true, true, false], document.Blocks.Select(b => b.IsQuoted));
        Assert.Equal("first\n  >   of", Reading.SourceOf(document, "first of"));
    }

    [Fact]
    public void Table_cells_are_exact_and_every_row_is_full()
    {
        const string Text = "Port | Tonnes | Note\n|---|---:|---|\nBrixham |  14,100 | a `b|c` \n| **To\\|tal** | **14,100** |\n| | x | y | z |\n";
        var document = Reading.Markdown(Text);

        var table = Assert.Single(document.Tables);
        Assert.Equal((3, 4, 1, -1), (table.ColumnCount, table.Rows.Count, table.HeaderRows, table.PrecedingBlock));
        Assert.Equal(
            ["Port", "Tonnes", "Note", "Brixham", "14,100", "a \uFFFC", "To|tal", "14,100", "", "", "x", "y"],
            table.Rows.SelectMany(r => r).Select(c => c.Prose.Text));
        Assert.Equal(document.Blocks.Select(b => b.Cell), table.Rows.SelectMany(r => r));
        Assert.Equal("14,100", document.Source.ToString(table.Rows[1][1].Span));
        Assert.Equal([true, true, false], table.Rows[2].Select(c => c.IsStrong));
        Assert.True(table.Rows[0][0].IsHeader);
        Assert.Equal(Text.TrimEnd(), document.Source.ToString(table.Span));
    }

    [Theory]
    [InlineData("a | b\n---|---\n1 | 2\n", 2)]
    [InlineData("|a|\n|-|\n|1|\n", 1)]
    [InlineData("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", 2)]
    [InlineData("- | a | b |\n  |:--|--:|\n  | 1 | 2 |\n", 2)]
    [InlineData("a | b |\r\n|---|---|\r\n1 | 2 |\r\n", 2)]
    public void Tables_of_all_makes_are_found(string text, int columns)
    {
        var table = Assert.Single(Reading.Markdown(text).Tables);

        Assert.Equal((columns, 2), (table.ColumnCount, table.Rows.Count));
        Assert.Equal("1", table.Rows[1][0].Prose.Text);
    }

    [Theory]
    [InlineData("Either this | or that\nand so on\n")]
    [InlineData("Rises\n-----\nText | more\n")]
    [InlineData("```\na | b\n---|---\n```\n")]
    [InlineData("no pipe here\n---|---\n")]
    public void What_only_looks_like_a_table_is_none(string text) => Assert.Empty(Reading.Markdown(text).Tables);

    [Fact]
    public void A_table_may_follow_a_paragraph_without_a_blank_line()
    {
        var document = Reading.Markdown("The landings:\n| a | b |\n|---|---|\n| 1 | 2 |\n");

        Assert.Equal("The landings:", document.Blocks[0].Prose.Text);
        Assert.Equal(0, Assert.Single(document.Tables).PrecedingBlock);
    }

    [Fact]
    public void Markup_does_not_run_from_cell_to_cell()
    {
        var document = Reading.Markdown("| a | b |\n|---|---|\n| *x | y* |\n| [u | v](w) |\n");

        Assert.Equal(["a", "b", "*x", "y*", "[u", "v](w)"], Reading.Texts(document));
    }

    [Fact]
    public void Notes_are_read_whether_marked_or_not_and_marks_whether_noted_or_not()
    {
        var document = Reading.Markdown("Landings fell.[^a] Rose.[^b-2]\n\n[^a]: Register, *2013*.\n    Page 4.\n\n    Second part.\n[^unused]: Never marked.\n\nAfter.\n");

        Assert.Equal(["a", "unused"], document.Footnotes.Select(n => n.Label));
        Assert.Equal("[^a]", document.Source.ToString(document.Footnotes[0].LabelSpan));
        var marks = document.Blocks[0].Marks.Where(m => m.Kind == MarkKind.FootnoteReference).ToList();
        Assert.Equal(["a", "b-2"], marks.Select(m => m.Label));
        Assert.Equal("[^b-2]", document.Source.ToString(marks[1].Source));
        Assert.Equal(
            [(BlockKind.FootnoteText, "a", "Register, 2013. Page 4."), (BlockKind.FootnoteText, "a", "Second part."), (BlockKind.FootnoteText, "unused", "Never marked.")],
            document.Blocks.Where(b => b.NoteLabel is not null).Select(b => (b.Kind, b.NoteLabel!, b.Prose.Text)));
        Assert.Equal("Landings fell. Rose.", document.Blocks[0].Prose.Text);
        Assert.Null(document.Blocks[^1].NoteLabel);
    }

    [Theory]
    [InlineData("Use `[^a]` there.")]
    [InlineData("    [^a] in code")]
    [InlineData("the class [^ab cd] there")]
    [InlineData("\\[^a] escaped")]
    [InlineData("[^] empty")]
    public void Not_every_caret_in_brackets_is_a_mark(string text) =>
        Assert.DoesNotContain(Reading.Markdown(text).Blocks.SelectMany(b => b.Marks), m => m.Kind == MarkKind.FootnoteReference);

    [Fact]
    public void Digits_set_high_are_note_marks_and_begin_notes()
    {
        var document = Reading.Markdown("The roof went.<sup>1</sup> The bell,<sup>[2]</sup> too. 10<sup>6</sup> m<sup>2</sup> of 150<sup>th</sup>.\n\n<sup>1</sup> Register.\n<sup>2</sup> Letter.\n");

        Assert.Equal("The roof went. The bell, too. 10⁶ m of 150th.", document.Blocks[0].Prose.Text);
        Assert.Equal(["1", "2", "2"], document.Blocks[0].Marks.Select(m => m.Label));
        Assert.Equal("10<sup>6</sup>", Reading.SourceOf(document, "10⁶"));
        Assert.Equal([("1", "Register."), ("2", "Letter.")], document.Blocks.Skip(1).Select(b => (b.NoteLabel!, b.Prose.Text)));
        Assert.Equal(["<sup>1</sup>", "<sup>2</sup>"], document.Footnotes.Select(n => document.Source.ToString(n.LabelSpan)));
    }

    [Fact]
    public void An_exponent_stays_in_the_prose_where_no_note_has_its_number()
    {
        var document = Reading.Markdown("About 40 km<sup>2</sup> and 10<sup>12</sup> fish.\n");

        Assert.Equal(["About 40 km² and 10¹² fish."], Reading.Texts(document));
        Assert.Empty(document.Blocks[0].Marks);
    }

    [Fact]
    public void Links_images_and_addresses()
    {
        var document = Reading.Markdown("See [the **log**](https://a.example/b \"t\"), [two][r], <https://c.example/9> and https://d.example/2013.\n![Chart: 9%](c.png)\n\n[r]: /r\n");

        var marks = document.Blocks[0].Marks;
        Assert.Equal("See the log, two, https://c.example/9 and https://d.example/2013.", document.Blocks[0].Prose.Text);
        Assert.Equal(
            ["https://a.example/b", "/r", "https://c.example/9", "https://d.example/2013"],
            marks.Where(m => m.Kind == MarkKind.Link).Select(m => m.Target));
        Assert.Equal(("c.png", "Chart: 9%"), marks.Where(m => m.Kind == MarkKind.Image).Select(m => (m.Target!, m.Label!)).Single());
    }

    [Fact]
    public void What_is_no_prose_leaves_none()
    {
        var document = Reading.Markdown("<!-- 12 -->\n\n    indented 12\n\n~~~\nfenced 12\n~~~\n\n<script>\nvar x = 12;\n</script>\n\n$$ x = 12 $$\n\n~~struck 12~~ Kept <del>deleted 12</del> <!-- 12 -->here.\n");

        Assert.Equal(["Kept here."], Reading.Texts(document));
    }

    [Fact]
    public void Html_blocks_give_their_text_between_block_level_tags()
    {
        var document = Reading.Markdown("<div id=\"box\"><h3>The &amp; head</h3>\n<p>One <b>bold</b>\n  word</p>Two<br>lines</div>\n");

        Assert.Equal([(BlockKind.Heading, "The & head"), (BlockKind.Paragraph, "One bold word"), (BlockKind.Paragraph, "Two lines")], document.Blocks.Select(b => (b.Kind, b.Prose.Text)));
        Assert.Equal(["box", "the--head"], document.Anchors.Select(a => a.Name));
        Assert.Equal("<b>bold</b>", document.Source.ToString(document.Blocks[1].Marks[0].Source));
    }

    [Fact]
    public void Html_tables_are_tables()
    {
        var document = Reading.Markdown("<table>\n<caption>Table 1. Landings</caption>\n<tr><th>Port<th>Tonnes</tr>\n<tr><td colspan=2>all</td></tr>\n<tr><td rowspan=\"2\">Brixham</td><td><b>1,400</b></td></tr>\n<tr><td></td></tr>\n</table>\n");

        var table = Assert.Single(document.Tables);
        Assert.Equal("Table 1. Landings", table.Caption!.Text);
        Assert.Equal("Table 1. Landings", document.Blocks[table.PrecedingBlock].Prose.Text);
        Assert.Equal((1, 2), (table.HeaderRows, table.ColumnCount));
        Assert.Equal(["Port", "Tonnes", "all", "", "Brixham", "1,400", "", ""], table.Rows.SelectMany(r => r).Select(c => c.Prose.Text));
        Assert.Equal((2, 1), (table.Rows[1][0].ColumnSpan, table.Rows[1][0].RowSpan));
        Assert.True(table.Rows[2][1].IsStrong);
    }

    [Fact]
    public void A_table_in_html_that_its_block_does_not_close_is_prose()
    {
        var document = Reading.Markdown("<table><tr><td>12</td>\n\n<tr><td>13</td></tr></table>\n");

        Assert.Empty(document.Tables);
        Assert.Equal(["12", "13"], Reading.Texts(document));
    }

    [Fact]
    public void A_caption_below_a_table_names_an_anchor()
    {
        var document = Reading.Markdown("| a |\n|---|\n| 1 |\n\n: Table 2. Boats by gear {#tbl-gear}\n");

        Assert.Equal("Table 2. Boats by gear", document.Blocks[^1].Prose.Text);
        Assert.Equal("tbl-gear", Assert.Single(document.Anchors).Name);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_three_ways_and_a_blank_one_ends_a_block_of_HTML(string end)
    {
        var text = string.Join(end, "---", "title: Nets", "---", "", "", "One **net**", "and a line", "", "", "<div>", "    <p>In the", "  <b>shed</b> </p>", "# no heading", "  ", "# Heading", "", "", "- item", "  <p>In", "  an item</p>", "", "> <ul>", "> <li>Said</li>", "> </ul>", "Last");
        var document = Reading.Markdown(text);

        Assert.Equal(["One net and a line", "In the shed", "# no heading", "Heading", "item", "In an item", "Said", "Last"], Reading.Texts(document));
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0], document.Blocks.Select(static b => b.Level));
        Assert.Equal([false, false, false, false, false, false, true, false], document.Blocks.Select(static b => b.IsQuoted));
        Assert.Equal("In the" + end + "  <b>shed", Reading.SourceOf(document, "In the shed"));
    }

    [Fact]
    public void Elements_part_paragraphs_whatever_their_letters_and_unknown_ones_do_not()
    {
        var document = Reading.Markdown("<DIV>one<Blockquote>two</Blockquote><h1x>three</h1x> four<SCRIPT>no</SCRIPT><figcaption>five</figcaption>si<x-y>x</x-y></DIV>\n");

        Assert.Equal(["one", "two", "three four", "five", "six"], Reading.Texts(document));
    }

    [Fact]
    public void Places_that_HTML_names_are_anchors()
    {
        var document = Reading.Markdown("<div class='in' title=\"id=no\"id='first'>\n<p name=no><a name=second>x</a> <i ID = 'third'>y</i></p>\n</div>\n");

        Assert.Equal(["first", "second", "third"], document.Anchors.Select(static a => a.Name));
    }
}
