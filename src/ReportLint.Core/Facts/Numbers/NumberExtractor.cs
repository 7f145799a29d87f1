namespace ReportLint.Core.Facts.Numbers;

/// <summary>
/// Finds numbers in figures and in words, percentages, fractions and ranges, in one pass over the tokens. Tokens that an
/// earlier recogniser claimed (dates, identifiers, table cells) are left alone.
/// </summary>
internal sealed class NumberExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [Quantity.FactType, Percentage.FactType, Fraction.FactType, NumberRange.FactType, Identifier.FactType];

    public void Extract(AnalysisContext context)
    {
        NumberScan? scan = null;
        foreach (var block in context.Blocks.With(Starts))
        {
            scan ??= new(context, block, new NumberLexicons(context.Knowledge));
            scan.Block = block;
            Read(scan, context.Knowledge.Cues);
        }
    }

    private const Cues Starts = Cues.Number | Cues.NumberWord | Cues.Article | Cues.Half;

    private static void Read(NumberScan scan, CueTable cues)
    {
        var block = scan.Block;
        NumericFact? previous = null;
        var previousEnd = -1;
        var previousStart = 0;
        for (var i = 0; i < block.Tokens.Length;)
        {
            if (!MayBegin(block.Tokens, i, cues) || block.MentionAt(i) is not null)
            {
                i++;
                continue;
            }

            var (fact, end, start) = ReadAt(scan, i);
            if (fact is null)
            {
                i = Math.Max(end, i + 1);
                continue;
            }

            if (!block.Claim(start, end, fact))
            {
                i++;
                continue;
            }

            scan.Context.Facts.Add(fact);
            if (fact is NumericFact number)
            {
                if (previous is not null && RangeReader.Read(scan, previous, previousStart, previousEnd, number, start) is { } range)
                {
                    scan.Context.Facts.Add(range);
                }

                previous = number;
                previousEnd = end;
                previousStart = start;
            }
            else
            {
                previous = null;
            }

            i = end;
        }
    }

    private static bool MayBegin(Token[] tokens, int at, CueTable cues)
    {
        if (tokens[at].Kind == TokenKind.Number)
        {
            return true;
        }

        var cue = cues.Of(tokens[at].Word) & Starts;

        // An article counts only a multiplier, a fraction or a unit, which may hang on it by a hyphen.
        return cue == Cues.Article
            ? at + 1 < tokens.Length && (!tokens[at + 1].SpaceBefore || (cues.Of(tokens[at + 1].Word) & Cues.Counted) != Cues.None)
            : cue != Cues.None;
    }

    private static NumberRead ReadAt(NumberScan scan, int at)
    {
        if (FractionReader.Read(scan, at) is { } fraction)
        {
            return fraction;
        }

        var start = at;
        var (tokens, block, lexicons) = (scan.Tokens, scan.Block, scan.Lexicons);
        var currency = lexicons.Currencies.Match(tokens, at);
        if (currency.Length > 0)
        {
            at += currency.Length;
            if (at >= tokens.Length || tokens[at].Kind != TokenKind.Number || block.MentionAt(at) is not null)
            {
                return new(null, start + 1, start);
            }
        }

        if (NameReader.IsGluedToWord(scan, at))
        {
            return currency.Length > 0 ? new(null, at + 1, start) : NameReader.Name(scan, at, at + 1, "compound");
        }

        if (NameReader.IsDecimalComma(scan, at))
        {
            return NameReader.Name(scan, start, at + 3, "other");
        }

        if ((NumeralReader.Read(block, at, lexicons, currency.Length > 0) ?? TimePieces.ReadArticle(scan, at)) is not { } numeral)
        {
            return tokens[at].Kind == TokenKind.Number ? NameReader.Name(scan, at, at + 1, "other") : new(null, at + 1, start);
        }

        if (!block.IsFree(start, numeral.EndToken))
        {
            return new(null, at + 1, start);
        }

        if (numeral is { InWords: true, Value: 1 } && IsPronoun(scan, at, numeral.EndToken))
        {
            return new(null, numeral.EndToken, start);
        }

        if (numeral is { InWords: false, Scaled: false } && currency.Length == 0 && NameReader.Read(scan, at, numeral.EndToken) is { } name)
        {
            return name;
        }

        return NumberMaker.Read(scan, start, at, numeral, currency.Length > 0 ? currency.Meaning : null);
    }

    /// <summary><c>one</c> that counts nothing: <c>one of the</c>, <c>no one</c>.</summary>
    private static bool IsPronoun(NumberScan scan, int at, int end) =>
        IsBlocked(scan, at - 1, "before") || IsBlocked(scan, end, "after") || (IsBlocked(scan, end, "weak") && !IsListItem(scan, at));

    private static bool IsListItem(NumberScan scan, int at) => at > 0 && (scan.Is(at - 1, "and") || scan.Block.TextOf(scan.Tokens[at - 1]) is "," or ":" or ";" or "(");

    private static bool IsBlocked(NumberScan scan, int at, string side) =>
        at >= 0 && at < scan.Tokens.Length && scan.Lexicons.OneBlockers.Match(scan.Tokens, at) is { Length: > 0 } match && match.Meaning == side;
}
