using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds what a thing is said to cost, to weigh, to seat (<c>lexicon/stated-measures.yml</c>), where the clause ends behind the figure: what goes on
/// (<c>cost £4m in the north</c>) speaks of a part.
/// </summary>
public sealed class StatedMeasureExtractor : IFactExtractor
{
    private const int LongestVerb = 3;

    /// <summary>A thing of which more than this is told is not one thing.</summary>
    private const int MostOfOne = 24;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [StatedMeasure.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var measures = context.Knowledge.Lexicon("stated-measures");
        var change = context.Knowledge.Lexicon("figure-change-words");
        var subjects = new ClauseSubject(context.Knowledge);
        var first = new Dictionary<(string Measure, string Subject, string Unit), List<StatedMeasure>>();
        foreach (var fact in context.Facts.SpanOfType(Quantity.FactType))
        {
            context.Work++;
            var number = (NumericFact)fact;
            if (number is not { KeySite: { } site, Hedge: Hedge.None, IsCompound: false, IsRangeEnd: false, IsInQuotation: false, Block: { IsQuoted: false, Cell: null } } || !EndsClause(measures, site) ||
                VerbBefore(measures, site) is not var (verb, measure) || number.Key.Modality is not ("" or "told"))
            {
                continue;
            }

            var block = site.Block;
            var sentence = block.SentenceOf(site.First) - block.FirstSentence;
            if (subjects.Before(block, sentence, verb) is var (from, to) && to > from && subjects.Identify(block, from, to) is var (words, _))
            {
                var stated = new StatedMeasure
                {
                    Document = context.Document,
                    Block = number.Block,
                    Prose = number.Prose,
                    Sentence = number.Sentence,
                    Measure = measure,
                    Subject = string.Join(' ', words),
                    Number = number,
                    IsChanging = Has(block, block.Sentences[sentence], change),
                };
                var key = (measure, stated.Subject, number.Unit);
                var before = first.TryGetValue(key, out var all) ? all : first[key] = [];
                if (before.Count == MostOfOne)
                {
                    continue;
                }

                context.Work += before.Count;
                foreach (var other in before)
                {
                    if (other.Sentence != stated.Sentence && !other.Number.Value.Intersects(number.Value))
                    {
                        stated.Other = other;
                        break;
                    }
                }

                before.Add(stated);
                context.Facts.Add(stated);
            }
        }
    }

    /// <summary>The verb that ends right before a figure: the index of its first token, and what it tells.</summary>
    private static (int At, string Measure)? VerbBefore(Lexicon measures, Keys.KeySite site)
    {
        for (var back = 1; back <= LongestVerb && back <= site.First; back++)
        {
            if (measures.Match(site.Block.Tokens, site.First - back) is var (length, measure) && length == back && measure != "end")
            {
                return (site.First - back, measure);
            }
        }

        return null;
    }

    private static bool EndsClause(Lexicon measures, Keys.KeySite site) =>
        site.End >= site.Block.Tokens.Length || site.Block.Tokens[site.End].Kind == TokenKind.Mark || measures.Match(site.Block.Tokens, site.End).Meaning == "end";

    private static bool Has(TokenizedBlock block, Range range, Lexicon words)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var (length, meaning) = words.Match(block.Tokens, i);
            if (length > 0 && meaning != "not")
            {
                return true;
            }

            i += Math.Max(0, length - 1);
        }

        return false;
    }
}
