using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Statistics;

/// <summary>
/// Finds reported tests: <c>t(28) = 2.20, p = .036</c>, <c>F(2, 45) = 3.1, ns</c>, <c>χ²(1, N = 90) = 4.2, p &lt; .05</c>,
/// <c>t = 3.9, df = 60, p = .04</c>. Runs before numbers are recognised, since <c>.036</c> and <c>2,45</c> are no numbers elsewhere.
/// </summary>
internal sealed class TestStatisticExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [FigureClaims.TestStatistic, Quantity.FactType];

    public void Extract(AnalysisContext context)
    {
        var labels = context.Knowledge.Lexicon("test-statistics");
        var words = context.Knowledge.Lexicon("statistic-words");
        string? tails = null;
        foreach (var block in context.Blocks.With(Cues.TestStatistic))
        {
            // A statistic is a number, and so is its probability.
            if (block.Block.Kind == BlockKind.TableCell || !block.MayHave(Cues.Number))
            {
                continue;
            }

            for (var i = 0; i < block.Tokens.Length; i++)
            {
                if (labels.StartsWith(block.Tokens[i].Word) && new TestReader(context, block, labels, words).Read(i) is { } test)
                {
                    tails ??= Tails(context);
                    context.Facts.Add(test.ToFact(tails));
                    i = test.End - 1;
                }
            }
        }
    }

    /// <summary><c>one</c> or <c>two</c> where the document speaks of one kind of tests only, otherwise empty.</summary>
    private static string Tails(AnalysisContext context)
    {
        var lexicon = context.Knowledge.Lexicon("test-tails");
        var found = "";
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Tokens.Length; i++)
            {
                if (lexicon.Match(block.Tokens, i) is { Length: > 0 } match && match.Meaning != found)
                {
                    if (found.Length > 0)
                    {
                        return "";
                    }

                    found = match.Meaning;
                }
            }
        }

        return found;
    }
}
