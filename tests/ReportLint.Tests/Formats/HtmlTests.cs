using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats;
using ReportLint.Tests.Architecture;

namespace ReportLint.Tests.Formats;

public sealed class HtmlTests
{
    private static readonly ReportDocument Report = Reading.Checked(DocumentReader.Read(
        "report.html", File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "fixtures", "formats", "report.html")), Reading.BuiltIn));

    [Fact]
    public void The_report_is_read_without_what_is_not_part_of_it() => Assert.Equal(
        [
            "Moorings & berths",
            "Published on 14\u00A0May 2019",
            "The harbour has 212 berths, of which 140 are let, 51 stand empty and 21 are closed. It covers 3 km². A second line.",
            "Dues",
            "Winter dues of £40",
            "Summer dues of £95",
            "Visitors pay £15 a night",
            "Table 1: income by quarter (£000s)",
            "Source", "Half year", "", "", "First", "Second",
            "Total", "161", "204",
            "Berths", "140", "180",
            "Fuel", "21", "24",
            "Left",
            "The crane was out of use for 12 days.",
            "Right of it, 2 tugs lay idle.",
            "“We lost 9 customers,” said the harbour master.",
            "Counted in March 2019.",
        ],
        Reading.Texts(Report));

    [Theory]
    [InlineData("140 are let", "1</b>40 are let")]
    [InlineData("Winter dues of £40", "Winter dues of &pound;40")]
    [InlineData("£15 a night", "&pound15 a night")]
    [InlineData("3 km²", "3 km<sup>2</sup>")]
    [InlineData("14\u00A0May 2019", "14&nbsp;May 2019")]
    [InlineData("let, 51", "let&#44; 51")]
    public void Places_are_exact_through_markup_and_entities(string prose, string source) => Assert.Equal(source, Reading.SourceOf(Report, prose));

    [Fact]
    public void What_the_page_states_of_itself_is_known()
    {
        Assert.Equal(
            [("title", "Moorings & berths: the annual report"), ("date", "2019-05-14"), ("article:modified_time", "2019-05-20T08:00:00Z")],
            Report.Properties.Select(static p => (p.Name, p.Value)));
        Assert.Equal("2019-05-14", Report.Source.ToString(Report.Properties[1].Span));
        Assert.Equal(["title", "m1", "n1"], Report.Anchors.Select(static a => a.Name));
    }

    [Fact]
    public void A_table_has_its_heads_on_top_and_its_feet_at_the_bottom()
    {
        var table = Assert.Single(Report.Tables);

        Assert.Equal(2, table.HeaderRows);
        Assert.Equal("Table 1: income by quarter (£000s)", table.Caption?.Text);
        Assert.Equal(
            ["Source|Half year|", "|First|Second", "Berths|140|180", "Fuel|21|24", "Total|161|204"],
            table.Rows.Select(static r => string.Join('|', r.Select(static c => c.Prose.Text))));
        Assert.Equal((2, 1), (table.Rows[0][0].RowSpan, table.Rows[0][0].ColumnSpan));
        Assert.Equal((1, 2), (table.Rows[0][1].RowSpan, table.Rows[0][1].ColumnSpan));
        Assert.Equal([true, true, false], table.Rows[4].Select(static c => c.IsStrong));
    }

    [Fact]
    public void Footnotes_are_marks_and_notes()
    {
        var note = Assert.Single(Report.Footnotes);
        Assert.Equal("1", note.Label);
        var mark = Assert.Single(Report.Blocks.SelectMany(static b => b.Marks), static m => m.Kind == MarkKind.FootnoteReference);
        Assert.Equal(("1", "<a href=\"#n1\">1</a>"), (mark.Label, Report.Source.ToString(mark.Source)));
        Assert.Equal((BlockKind.FootnoteText, "1"), (Report.Blocks[^1].Kind, Report.Blocks[^1].NoteLabel));
    }

    [Theory]
    [InlineData("<p>It held<sup><a href=#a>1</a></sup> well<sup><a href=#b>2</a></sup>.</p><ol><li id=a>Log.</li><li id=b>Plan.</li><li>Letter.</li></ol>", 3)]
    [InlineData("<p>It held<sup><a href=#a>1</a></sup> well<sup><a href=#b>2</a></sup>.</p><ol><li>Letter.</li><li id=a>Log.</li><li id=b>Plan.</li></ol>", 2)]
    [InlineData("<p>It held<sup><a href=#a>1</a></sup>.</p><ol><li id=a>Log.</li><li>Plan.</li></ol>", 1)]
    public void A_list_of_notes_may_hold_one_that_nothing_marks(string html, int notes) => Assert.Equal(notes, Reading.Html(html).Footnotes.Count);

    [Fact]
    public void Lists_count_from_their_start()
    {
        Assert.Equal([3, 4], Report.Lists[0].Items.Select(static i => i.Number!.Value));
        Assert.Equal((1, false), (Report.Lists[1].Depth, Report.Lists[1].IsOrdered));
        Assert.Equal([BlockKind.ListItem, BlockKind.ListItem, BlockKind.ListItem], Report.Blocks.Skip(4).Take(3).Select(static b => b.Kind));
    }

    [Theory]
    [InlineData("<p>One<p>two</b> three<li>four", "One", "two three", "four")]
    [InlineData("<b>a <p>b</p> c</b> d", "a", "b", "c d")]
    [InlineData("<table><tr><td>1<td>2<tr><td>3<td>4</table>x", "1", "2", "3", "4", "x")]
    [InlineData("a<br>b<br><br>c", "a b", "c")]
    [InlineData("a<!-- 1 > 2 -->b &notit; &amp;amp; &lt;x> &", "ab ¬it; &amp; <x> &")]
    [InlineData("<h1>1</h2>2 <h3>3<h4>4", "1", "2", "3", "4")]
    [InlineData("<script>if (1 < 2) '</p>'</script>a<noscript>b</noscript><textarea>c</p></textarea>d", "ad")]
    [InlineData("<select><option>1<option>2</select><p>x <svg><text>1</text></svg>y", "x y")]
    [InlineData("<? $page = 'reports'; ?><p>a\r\n\t b</p>", "a b")]
    [InlineData("a <q>b</q> c", "a “b” c")]
    [InlineData("<a href=x><div>1</div><div>2</div></a>", "1", "2")]
    [InlineData("<p>x<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>y", "x", "a b", "c", "y")]
    [InlineData("<div hidden>1</div><div style='color: red; DISPLAY : none !important'>2</div>3", "3")]
    public void Pages_nest_as_a_browser_nests_them(string html, params string[] blocks) => Assert.Equal(blocks, Reading.Texts(Reading.Html(html)));

    [Theory]
    [InlineData("<p>Of 40 boats, 3<sup>1</sup> sank.</p>", "Of 40 boats, 3¹ sank.")]
    [InlineData("<p>Of 40 boats<sup>1</sup>, 3 sank.</p><p><sup>1</sup>In May.</p>", "Of 40 boats, 3 sank.", "In May.")]
    [InlineData("<p>Text<a href='#_ftn1' name='_ftnref1'>[1]</a>.</p><div id=x><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Note.</p></div>", "Text.", "Note.")]
    [InlineData("<p>Text <a href='#s2'>2</a>.</p><h2 id=s2>Two</h2>", "Text 2.", "Two")]
    public void Marks_set_high_are_notes_or_exponents(string html, params string[] blocks) => Assert.Equal(blocks, Reading.Texts(Reading.Html(html)));

    [Theory]
    [InlineData("<table><tr><td>a<td>1<tr><td>b<td>2</table>", 1)]
    [InlineData("<table role=presentation><tr><td>a<td>1</table>", 0)]
    [InlineData("<table><tr><td><table><tr><th>a<td>1</table><td>x</table>", 1)]
    [InlineData("<table><tr><td><h2>a</h2><td>1</table>", 0)]
    [InlineData("<table><tr><td>only one column<tr><td>of text</table>", 0)]
    [InlineData("<table><caption>c</caption><tr><td>only one column</table>", 1)]
    public void Tables_of_data_are_told_from_layout(string html, int tables) => Assert.Equal(tables, Reading.Html(html).Tables.Count);

    [Fact]
    public void A_page_that_is_one_big_share_button_is_read() =>
        Assert.Equal(["Of 12 boats, 3 sank."], Reading.Texts(DocumentReader.Read("a.html", "<body><div class=menu><p>Of 12 boats, 3 sank.</div>"u8.ToArray(), Reading.BuiltIn)));

    [Fact]
    public void Anchors_are_known_in_what_is_left_out_too() => Assert.Equal(
        ["main", "a'b", "c"],
        DocumentReader.Read("a.html", "<nav id=main>x</nav><p id='a&#39;b'>Text <a name=c></a><input name=d>"u8.ToArray(), Reading.BuiltIn).Anchors.Select(static a => a.Name));

    [Theory]
    [InlineData("<meta charset=windows-1251>", "\u0401")]
    [InlineData("<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>", "¨")]
    public void A_declared_encoding_is_used(string head, string text)
    {
        var document = DocumentReader.Read("a.html", (byte[])[.. Encoding.ASCII.GetBytes(head + "<p>"), 0xA8]);

        Assert.Empty(document.Notices);
        Assert.Equal([text], Reading.Texts(document));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    public void A_declared_encoding_that_is_not_to_be_had_is_as_none(string charset)
    {
        var document = DocumentReader.Read("a.html", (byte[])[.. Encoding.ASCII.GetBytes($"<meta charset=\"{charset}\"><p>Of 12 boats, 3 sank "), 0x96, .. "so."u8]);

        Assert.Equal(["Of 12 boats, 3 sank \u2013so."], Reading.Texts(document));
        Assert.Contains("Windows-1252", Assert.Single(document.Notices).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<x:y>")]
    public void A_hundred_thousand_elements_inside_each_other_are_one_notice(string tag)
    {
        var document = DocumentReader.Read("a.html", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(tag, 100_000))));

        Assert.Empty(document.Blocks);
        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001", IsFatal: true });
    }

    public static TheoryData<string> Patterns => new(
        "<a href=#x>1</a>", "<p id=x><a href=#x>1</a>", "<sup><a href=#x>1</a></sup>", "</p>", "<p>", "<br>", "<table>", "</table>", "<td>", "<b></b>", "<a>", "&", "&amp", "&#", "<", "</", "<!--", "<![CDATA[",
        "<i x='", "<td colspan=100 rowspan=100>", "<sup>", "<q>", "<title>", "<script>", "<!doctype", "<h1>", "<li>", "<ul></ul>", "<br><br>", "<span style=':'>x</span>", "<select><option>", "www.", "<td>1</td>\n<tr>");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Many_of_the_same_are_read_and_every_place_is_true(string pattern)
    {
        var many = string.Concat(Enumerable.Repeat(pattern, 40_000 / pattern.Length));
        Reading.Checked(DocumentReader.Read("a.html", Encoding.UTF8.GetBytes("x " + many + " y")));
        Reading.Checked(DocumentReader.Read("a.html", Encoding.UTF8.GetBytes("<table><tr><td>x " + many + "<p id=x>note")));
    }

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<sup>", "</sup>", "1", " ", "\r\n", "<br>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<ol start=4>", "</ol>", "<table>", "</table>", "<tr>", "<td>", "<th colspan=2>",
        "<thead>", "<tfoot>", "<caption>", "<a href=#n>", "</a>", "<p id=n>", "&amp;", "&pound", "&#8211;", "&nosuch;", "&", "<", ">", "<!-- c -->", "<?php ?>", "<script>", "</script>", "<title>", "</title>", "😀", "é", "\u00A0",
        "\0", "word", "12", "<img alt=x>", "<code>", "</code>", "<pre>", "</pre>", "<nav>", "</nav>", "<h1>", "</h2>", "<q>", "</q>", "<ix:nonFraction name=x>", "</ix:nonFraction>", "<del>", "</del>", "<form>", "<blockquote>", "<svg>", "<x/>",
    ];

    [Fact]
    public void Any_page_is_read_and_the_file_at_each_place_says_what_the_prose_says() =>
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ListOf().Select(static parts => string.Concat(parts))), static html =>
        {
            var document = Reading.Html(html);
            foreach (var block in document.Blocks)
            {
                for (var at = 0; at < block.Prose.Text.Length; at++)
                {
                    var span = block.Prose.ToSource(new TextSpan(at, 1));
                    var source = document.Source.ToString(span);
                    var c = block.Prose.Text[at];
                    Assert.True(
                        (source.Length == 1 && source[0] == c) || c is ' ' or '\uFFFC' or '“' or '”' or >= '⁰' and <= '⁹' or '¹' or '²' or '³' or '\uFFFD'
                        || WebUtility.HtmlDecode(source.EndsWith(';') ? source : source + ";").Contains(c, StringComparison.Ordinal),
                        $"'{c}' is not what stands at {span}: {source}");
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    [Fact]
    public void A_page_cut_anywhere_is_read()
    {
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "fixtures", "formats", "report.html"));
        for (var i = 0; i <= bytes.Length; i += 3)
        {
            Reading.Checked(DocumentReader.Read("a.html", bytes.AsMemory(0, i), Reading.BuiltIn));
        }
    }

    [Fact]
    public void An_address_over_several_lines_is_one() => Assert.Equal(
        ["data:image/png;base64,AAAABBBB", "http://a.b/c"],
        Reading.Html("<p>A boat <img src=\"data:image/png;base64,AAAA\n  \tBBBB\"> and <a href=\" http://a.b/\r\nc \">more</a>.".Replace("  ", "", StringComparison.Ordinal)).Blocks[0].Marks.Select(static m => m.Target));
}
