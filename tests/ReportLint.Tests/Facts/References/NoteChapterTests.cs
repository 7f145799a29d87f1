using ReportLint.Core.Facts.References;
using ReportLint.Formats;

namespace ReportLint.Tests.Facts.References;

public sealed class NoteChapterTests
{
    [Fact]
    public void Notes_that_begin_again_belong_to_their_chapter()
    {
        const string Text = "# A\n\nOne.<sup>1</sup>\n\n<sup>1</sup> Note.\n\n# B\n\nTwo.<sup>1</sup>\n\n<sup>1</sup> Note.\n";
        var chapters = NoteChapters.Of(DocumentReader.Read("a.md", System.Text.Encoding.UTF8.GetBytes(Text)));

        Assert.Equal("chapter 1", chapters.ScopeOf(Text.IndexOf("One", StringComparison.Ordinal)));
        Assert.Equal("chapter 2", chapters.ScopeOf(Text.IndexOf("Two", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("# A\n\nOne.<sup>1</sup>\n\n# B\n\nTwo.<sup>2</sup>\n\n<sup>1</sup> Note.\n\n<sup>2</sup> Note.\n")]
    [InlineData("# A\n\nOne.<sup>1</sup>\n\n# B\n\nTwo.<sup>1</sup>\n\n# Notes\n\n## A\n\n<sup>1</sup> Note.\n\n## B\n\n<sup>1</sup> Note.\n")]
    public void Notes_at_the_end_belong_to_the_document(string text) =>
        Assert.Equal("document", NoteChapters.Of(DocumentReader.Read("a.md", System.Text.Encoding.UTF8.GetBytes(text))).ScopeOf(0));
}
