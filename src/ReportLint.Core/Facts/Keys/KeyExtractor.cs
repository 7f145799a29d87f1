namespace ReportLint.Core.Facts.Keys;

/// <summary>Tells every number of the prose where it stands, so that its key can be read when a rule asks for it, and whether it is quoted.</summary>
internal sealed class KeyExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [];

    public void Extract(AnalysisContext context)
    {
        var words = new KeyWords(context.Knowledge);
        foreach (var block in context.Blocks)
        {
            if (block.HasNumbers() && block.Block.Kind != Documents.BlockKind.TableCell)
            {
                Visit(block, words);
            }
        }
    }

    private static void Visit(TokenizedBlock block, KeyWords words)
    {
        var tokens = new KeyTokens(block, words);
        var quotes = default(References.QuoteTracker);
        var text = block.Block.Prose.Text;
        for (var i = 0; i < block.Tokens.Length; i++)
        {
            quotes.Read(text, block.Tokens[i]);
            if (block.MentionAt(i) is not { } fact || fact is not NumericFact number)
            {
                continue;
            }

            var first = i;
            while (i + 1 < block.Tokens.Length && block.MentionAt(i + 1) == number)
            {
                i++;
            }

            number.IsInQuotation = quotes.IsInside;
            number.KeySite = new KeySite(tokens, first, i + 1);
        }
    }
}
