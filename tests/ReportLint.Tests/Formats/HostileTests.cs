using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Formats;

namespace ReportLint.Tests.Formats;

/// <summary>
/// Inputs that break readers. None may throw, overflow the stack or cost the square of its length: at these sizes that
/// would be minutes, so that the run itself would show it.
/// </summary>
public sealed class HostileTests
{
    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    public static TheoryData<string> Patterns => new(
        "[", "![", "[a](", "*a ", "*a **b ", "_a__b ", "`a", "<a ", "x <!--", "<b>", "<div>", "<table>", "<td>", "<table><tr><td>\n", "&", "&amp;", "[a]: b\n", "[a]: b\n\n", "[a\n", "line\n", "```\n", "# same\n\n", "a\n=\n",
        "[^1]: x\n\n", "[^1]", "a<sup>1</sup>", "<http://a.b/", "http://a.b/)", "www.", "://", "|", "|a\n|-\n", "- a\n", "1. a\n", "\t", "\\", "$$", "~~a", ": ", "{#", "---\n", "\r", "😀", "<del>", "\"<a \"", "> a\n\n", "(");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Many_of_the_same_are_read_and_every_place_is_true(string pattern)
    {
        var text = "x " + Repeat(pattern, 60_000 / pattern.Length) + " y";

        Reading.Markdown(text.ReplaceLineEndings("\n"));
        Reading.PlainText(text);
        Reading.Checked(DocumentReader.Read("a.md", Encoding.UTF8.GetBytes("> " + text)));
        Reading.Checked(DocumentReader.Read("a.md", Encoding.UTF8.GetBytes("<p>" + text)));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData(">- ")]
    public void Markers_nested_a_hundred_times_are_read(string marker)
    {
        var document = Reading.Markdown(Repeat(marker, 100) + "1,400 boats\n");

        Assert.Equal("1,400 boats", Assert.Single(document.Blocks).Prose.Text);
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void Quotes_nested_128_times_are_read_on_every_line()
    {
        var document = Reading.Markdown(string.Concat(Enumerable.Range(0, 60).Select(i => Repeat("> ", 128) + "line " + i + "\n" + Repeat("> ", 128) + "\n")));

        Assert.Equal(60, document.Blocks.Count);
        Assert.All(document.Blocks, b => Assert.True(b.IsQuoted));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1) ")]
    [InlineData("> - ")]
    [InlineData(">")]
    public void Markers_nested_without_end_are_one_notice(string marker)
    {
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes("Text.\n\n" + Repeat(marker, 100_000) + "a\n"));

        Assert.Empty(document.Blocks);
        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001", IsFatal: true });
    }

    [Theory]
    [InlineData("a: ", "[", "]")]
    [InlineData("a: ", "{a: ", "}")]
    [InlineData("a:\n  ", "- ", "")]
    public void Front_matter_nested_without_end_is_one_notice(string start, string open, string close)
    {
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes($"---\n{start}{Repeat(open, 100_000)}1{Repeat(close, 100_000)}\n---\nText.\n"));

        Assert.Empty(document.Blocks);
        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001", IsFatal: true });
    }

    [Fact]
    public void Lists_nested_line_by_line_are_one_notice()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1000; i++)
        {
            text.Append(' ', 2 * i).Append("- a\n");
        }

        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes(text.ToString()));

        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001", IsFatal: true });
        Assert.NotEmpty(Reading.PlainText(text.ToString()).Lists);
    }

    [Fact]
    public void A_paragraph_with_too_much_markup_is_read_as_plain_text_and_told()
    {
        var document = Reading.Markdown("First *one*.\n\n" + Repeat("*a ", 5000) + "1,400\n");

        Assert.Equal("First one.", document.Blocks[0].Prose.Text);
        Assert.EndsWith("*a 1,400", document.Blocks[1].Prose.Text, StringComparison.Ordinal);
        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001", IsFatal: false, Span.Start: 14 });
    }

    [Fact]
    public void A_table_that_would_fill_up_to_too_many_cells_is_none()
    {
        var document = Reading.Markdown(Repeat("|a", 5000) + "|\n" + Repeat("|-", 5000) + "|\n" + Repeat("|x|\n", 5000));

        Assert.Empty(document.Tables);
        Assert.NotEmpty(document.Blocks);
        Assert.Empty(Reading.Markdown("<table>" + Repeat("<tr><td rowspan=100 colspan=100>x</td></tr>", 20_000) + "</table>").Tables);
    }

    [Fact]
    public void Backtick_runs_of_many_lengths_are_read()
    {
        var text = string.Concat(Enumerable.Range(1, 1000).Select(i => Repeat("`", i) + " a "));

        Assert.Single(Reading.Markdown(text).Blocks);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void A_line_of_thirty_megabytes_is_read_and_one_of_fifty_is_told_of(string path)
    {
        var document = DocumentReader.Read(path, Line(30_000_000));

        Assert.Empty(document.Notices);
        Assert.Equal(BlockKind.Paragraph, Assert.Single(document.Blocks).Kind);

        var refused = DocumentReader.Read(path, Line(50_000_000));

        Assert.Empty(refused.Blocks);
        Assert.True(Assert.Single(refused.Notices).IsFatal);
    }

    private static byte[] Line(int length)
    {
        var bytes = new byte[length];
        "of 12 boats "u8.CopyTo(bytes);
        for (var filled = 12; filled < bytes.Length;)
        {
            var count = Math.Min(filled, bytes.Length - filled);
            bytes.AsSpan(0, count).CopyTo(bytes.AsSpan(filled));
            filled += count;
        }

        return bytes;
    }
}
