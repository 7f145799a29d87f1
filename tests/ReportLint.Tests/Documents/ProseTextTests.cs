using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Tests.Documents;

public sealed class ProseTextTests
{
    private static readonly SourceText Source = new("4**0**1 &amp; x");

    private static readonly ProseText Prose = new ProseBuilder()
        .AddVerbatim(Source, new TextSpan(0, 1))
        .AddVerbatim(Source, new TextSpan(3, 1))
        .AddVerbatim(Source, new TextSpan(6, 2))
        .AddReplaced("&", new TextSpan(8, 5))
        .AddVerbatim(Source, new TextSpan(13, 2))
        .Build();

    [Theory]
    [InlineData("401", "4**0**1")]
    [InlineData("0", "0")]
    [InlineData("1 & x", "1 &amp; x")]
    [InlineData("&", "&amp;")]
    public void Markup_inside_is_covered_and_at_the_edges_left_out(string prose, string source)
    {
        var at = Prose.Text.IndexOf(prose, StringComparison.Ordinal);

        Assert.Equal(source, Source.ToString(Prose.ToSource(new TextSpan(at, prose.Length))));
    }

    [Fact]
    public void A_place_between_two_characters_is_a_place_in_the_file()
    {
        Assert.Equal(new TextSpan(3, 0), Prose.ToSource(new TextSpan(1, 0)));
        Assert.Equal(new TextSpan(15, 0), Prose.ToSource(new TextSpan(Prose.Text.Length, 0)));
        Assert.Equal(default, new ProseBuilder().Build().SourceSpan);
    }

    [Fact]
    public void A_span_outside_the_prose_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Prose.ToSource(new TextSpan(0, Prose.Text.Length + 1)));

    [Fact]
    public void Blanks_are_taken_off_the_end_with_their_places()
    {
        var builder = new ProseBuilder().AddVerbatim(Source, new TextSpan(6, 2)).AddReplaced(" ", new TextSpan(8, 5));

        Assert.Equal(new TextSpan(6, 1), builder.TrimEnd().Build().SourceSpan);
        Assert.Equal("", new ProseBuilder().AddVerbatim(Source, new TextSpan(7, 1)).TrimEnd().Build().Text);
        Assert.Equal(0, builder.Clear().Length);
    }

    [Theory]
    [InlineData("a.md", "Of **4**0`x`1 &amp; [more](m.md)\nthan *that*")]
    [InlineData("a.html", "<p>Of <b>4</b>0<code>x</code>1 &amp; <a href=m>more</a>\nthan <i>that</i>")]
    [InlineData("a.txt", "Of 40 and\n more")]
    public void A_place_in_the_file_leads_back_to_the_prose_that_came_from_it(string path, string content)
    {
        var prose = Assert.Single(DocumentReader.Read(path, System.Text.Encoding.UTF8.GetBytes(content)).Blocks).Prose;
        for (var start = 0; start < prose.Text.Length; start++)
        {
            for (var length = 1; start + length <= prose.Text.Length; length++)
            {
                var span = new TextSpan(start, length);
                Assert.Equal(span, prose.ToProse(prose.ToSource(span)));
            }
        }

        Assert.Equal(new TextSpan(0, prose.Text.Length), prose.ToProse(new TextSpan(0, content.Length)));
        Assert.True(prose.ToProse(new TextSpan(content.Length, 0)).IsEmpty);
    }
}
