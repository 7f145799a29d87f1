using System.Text;
using ReportLint.Core.Text;
using ReportLint.Workspace.Output;

namespace ReportLint.Tests.Workspace;

public class CodeFrameTests
{
    [Theory]
    [InlineData("Of 398 cases", "398", "Of 398 cases", "   ^^^")]
    [InlineData("\tOf 398", "398", "    Of 398", "       ^^^")]
    [InlineData("東京 398 件", "398", "東京 398 件", "     ^^^")]
    [InlineData("cafe\u0301 398", "398", "cafe\u0301 398", "     ^^^")]
    [InlineData("a \U0001F600 398", "398", "a \U0001F600 398", "     ^^^")]
    [InlineData("a\u001b[31m 398", "398", "a\u241b[31m 398", "       ^^^")]
    [InlineData("a\u202e 398", "398", "a\uFFFD 398", "   ^^^")]
    public void Marks_stand_under_what_they_mean(string line, string at, string shown, string marks) => Check(line, at, 80, shown, marks);

    [Fact]
    public void A_long_line_is_shown_through_a_window()
    {
        var line = new string('a', 1000) + " 398 " + new string('b', 1000);
        Check(line, "398", 30, "…aaaaaaaaa 398 bbbbbbbbbbbbbb…", "           ^^^");
    }

    [Fact]
    public void A_window_at_the_end_of_a_line_has_one_ellipsis() => Check(new string('a', 100) + " 398", "398", 30, "…aaaaaaaaa 398", "           ^^^");

    [Fact]
    public void No_window_is_wider_than_asked_for()
    {
        var source = new SourceText(string.Concat(Enumerable.Repeat("漢字 12 ", 200)));
        for (var at = 0; at < source.Length; at += 7)
        {
            var frame = CodeFrame.Open(source, new(at, 1), new(at, 1), 40);
            Assert.InRange(frame.Text.EnumerateRunes().Sum(DisplayWidth.Of), 1, 40);
        }
    }

    [Fact]
    public void A_line_of_fifty_million_characters_costs_no_more_than_its_window()
    {
        var source = new SourceText(new string('x', 50_000_000) + " 398 ");
        var before = GC.GetAllocatedBytesForCurrentThread();
        CodeFrame.Open(source, new(50_000_001, 3), new(0, 50_000_004), 100);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static void Check(string line, string at, int width, string shown, string marks)
    {
        var source = new SourceText(line);
        var span = new TextSpan(line.IndexOf(at, StringComparison.Ordinal), at.Length);
        var frame = CodeFrame.Open(source, span, span, width);
        var drawn = new StringBuilder();
        frame.Mark(drawn, span, '^');
        Assert.Equal(shown, frame.Text);
        Assert.Equal(marks, drawn.ToString());
    }
}
