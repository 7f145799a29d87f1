using ReportLint.Core.Text;

namespace ReportLint.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("ab\ncd", 3, 1, 0)]
    [InlineData("ab\r\ncd", 3, 0, 3)]
    [InlineData("ab\r\ncd", 4, 1, 0)]
    [InlineData("ab\rcd", 3, 1, 0)]
    [InlineData("\n\n", 2, 2, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData("😀x", 2, 0, 2)]
    public void Places_are_lines_and_utf16_characters(string text, int offset, int line, int character) =>
        Assert.Equal(new LinePosition(line, character), new SourceText(text).GetLinePosition(offset));

    [Fact]
    public void Lines_come_without_their_ends()
    {
        var text = new SourceText("ab\r\n\ncd\r");

        Assert.Equal(["ab", "", "cd", ""], Enumerable.Range(0, text.LineCount).Select(l => text.ToString(text.GetLineSpan(l))));
    }

    [Fact]
    public void Places_outside_are_refused()
    {
        var text = new SourceText("ab");

        Assert.Throws<ArgumentOutOfRangeException>(() => text.GetLinePosition(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.GetLinePosition(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.GetLineSpan(1));
    }
}
