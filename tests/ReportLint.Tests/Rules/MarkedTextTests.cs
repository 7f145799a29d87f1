using ReportLint.Core.Rules;
using ReportLint.Core.Text;

namespace ReportLint.Tests.Rules;

public class MarkedTextTests
{
    [Fact]
    public void Marks_give_the_text_without_them_and_their_places()
    {
        var marked = MarkedText.Parse("Of [|576|] cases, [|177|] were good.")!;
        Assert.Equal("Of 576 cases, 177 were good.", marked.Text);
        Assert.Equal([new TextSpan(3, 3), new TextSpan(14, 3)], marked.Marks.Select(static m => m.Span));
        Assert.All(marked.Marks, static m => Assert.True(m is { Ids.Count: 0, IsOptional: false }));
    }

    [Fact]
    public void Ids_say_which_rule_ought_to_report_and_a_question_mark_that_it_may()
    {
        var marks = MarkedText.ParseWithIds("[RL1001|a|] [RL1001,HOUSE2|b|] [RL1001?|c|]")!.Marks;
        Assert.Equal(["RL1001", "RL1001 HOUSE2", "RL1001"], marks.Select(static m => string.Join(' ', m.Ids)));
        Assert.Equal([false, false, true], marks.Select(static m => m.IsOptional));
    }

    [Theory]
    [InlineData("| a | [x](y) | [12] |]")]
    [InlineData("a note[^2] and [link](#here), [A, B] or [see|that]")]
    [InlineData("[|a|] is no mark for a rule")]
    public void Other_brackets_are_text(string text)
    {
        var marked = MarkedText.ParseWithIds(text)!;
        Assert.Equal(text, marked.Text);
        Assert.Empty(marked.Marks);
    }

    [Fact]
    public void A_mark_may_hold_brackets()
    {
        var marked = MarkedText.ParseWithIds("note[RL3002|[^2]|] and [RL3012|[here](#there)|]")!;
        Assert.Equal("note[^2] and [here](#there)", marked.Text);
        Assert.Equal(["[^2]", "[here](#there)"], marked.Marks.Select(m => marked.Text.Substring(m.Span.Start, m.Span.Length)));
    }

    [Theory]
    [InlineData("Of [RL1001|576 cases.")]
    [InlineData("Of [RL1001|576 cases|")]
    public void A_marker_without_its_partner_is_refused_with_its_place(string text)
    {
        Assert.Null(MarkedText.ParseWithIds(text, out var opener));
        Assert.Equal(3, opener);
    }
}
