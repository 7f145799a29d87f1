using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Claims what is written with digits and counts nothing: standard numbers, addresses, codes, versions, telephone numbers and
/// the numbers of headings. Runs before all others.
/// </summary>
public sealed class IdentifierExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [Identifier.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var standardNumbers = new StandardNumberRecogniser(context.Knowledge);
        var codes = new CodeRecogniser(context.Knowledge);
        var names = new NumberedNameRecogniser(context.Knowledge);
        var cues = context.Knowledge.Cues;
        foreach (var block in context.Blocks.With(Cues.Number | Cues.Address))
        {
            var tokens = block.Tokens;
            var i = ClaimHeadingNumber(context, block);
            while (i < tokens.Length)
            {
                if (!MayBegin(tokens, i, block.Block.Prose.Text) && (cues.Of(tokens[i].Word) & Openers) == Cues.None)
                {
                    i++;
                    continue;
                }

                var end = standardNumbers.Recognise(context, block, i);
                if (end == 0)
                {
                    end = AddressRecogniser.Recognise(context, block, i);
                }

                if (end == 0)
                {
                    end = names.Recognise(block, i) is var name and > 0 && Add(context, block, i, name, "reference") ? name : 0;
                }

                if (end == 0)
                {
                    var (code, scheme) = codes.Recognise(block, i);
                    end = code > 0 && Add(context, block, i, code, scheme) ? code : 0;
                }

                i = end > 0 ? end : i + 1;
            }
        }
    }

    /// <summary>
    /// False where a name can begin only with a word that tells it: names hang together without a space, and most marks part what they stand between.
    /// </summary>
    private static bool MayBegin(Token[] tokens, int at, string text)
    {
        ref readonly var token = ref tokens[at];
        var next = token.End < text.Length ? text[token.End] : ' ';
        switch (token.Kind)
        {
            case TokenKind.Number:
                return true;
            case TokenKind.Mark:
                return text[token.Start] is '@' or '#' or '[' or '+' or '(' || next == ':';
            default:
                return at + 1 < tokens.Length && !tokens[at + 1].SpaceBefore
                    && (tokens[at + 1].Kind != TokenKind.Mark || next is ':' or '-' || (next == '.' && token.End + 1 < text.Length && char.IsAsciiLetterLower(text[token.End + 1])));
        }
    }

    /// <summary>The words that tell a name behind a space.</summary>
    private const Cues Openers = Cues.NumberedName | Cues.StandardNumber | Cues.Version;

    /// <summary>The number at the start of a heading: <c>3.2 Visitors</c>, <c>3. Findings</c>; not <c>3 ways to save</c>.</summary>
    private static int ClaimHeadingNumber(AnalysisContext context, TokenizedBlock block)
    {
        var tokens = block.Tokens;
        return block.Block.Kind == BlockKind.Heading && SectionNumber.Length(block) is var length and > 0 && tokens.Length > length &&
            Add(context, block, 0, length, "reference")
            ? length
            : 0;
    }

    private static bool Add(AnalysisContext context, TokenizedBlock block, int first, int end, string scheme)
    {
        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(first, end),
            Sentence = block.SentenceOf(first),
            Scheme = scheme,
            Name = block.Block.Prose.Text[block.Tokens[first].Start..block.Tokens[end - 1].End],
        };
        if (!block.Claim(first, end, fact))
        {
            return false;
        }

        context.Facts.Add(fact);
        return true;
    }
}
