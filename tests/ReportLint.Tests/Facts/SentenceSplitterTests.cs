using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Tests.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Facts;

public class SentenceSplitterTests
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    [Theory]
    [InlineData("Ann sat. Tom stood.", 2)]
    [InlineData("She said no. He left.", 2)]
    [InlineData("It came on Sat. 4 May.", 1)]
    [InlineData("It came on Sat. Nobody rowed.", 1)]
    [InlineData("See no. 4 and fig. B, and sect. IV.", 1)]
    [InlineData("He collects modern art. They do not.", 2)]
    [InlineData("The store was kept at 8 °C. Samples were taken.", 2)]
    [InlineData("It is in Appendix B. The survey went to all.", 2)]
    [InlineData("A letter by J. Moss and K. He came.", 1)]
    [InlineData("Mr. Hale and Dr. Pye met.", 1)]
    public void Sentences_end_at_stops_that_are_no_abbreviations(string text, int count) =>
        Assert.Equal(count, Assert.Single(DocumentTokenizer.Tokenize(Reading.Markdown(text), Rules.Knowledge).Blocks).Sentences.Length);
}
