using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Marks the one period among the financial years of a sentence, of a paragraph (those with slashes), of a table's column or of its heading row that does not run to
/// the next year, where at least two others do, or one that begins where it should end. A sentence with words of <c>lexicon/multi-year-words.yml</c> is left out.
/// </summary>
internal static class YearSeries
{
    private const int FewestInProse = 2;
    private const int FewestInLine = 3;

    /// <summary>Looks through all periods of a document, which stand in reading order.</summary>
    public static void Mark(AnalysisContext context)
    {
        var lines = new Dictionary<(Table Table, int Line, bool IsColumn), List<Period>>();
        var sentence = new List<Period>();
        var paragraph = new List<Period>();
        foreach (var fact in context.Facts.OfType(Period.FactType))
        {
            if (fact is not Period { Kind: "financial_year" or "years", IsDoubted: false } period)
            {
                continue;
            }

            if (period.Block.Cell is { } cell)
            {
                if (period.Prose.Length == period.Block.Prose.Text.Length)
                {
                    Add(lines, (cell.Table, cell.Column, true), period);
                    if (cell.Row < cell.Table.HeaderRows)
                    {
                        Add(lines, (cell.Table, cell.Row, false), period);
                    }
                }

                continue;
            }

            if (sentence.Count > 0 && sentence[0].Sentence != period.Sentence)
            {
                MarkProse(context, sentence);
                sentence.Clear();
            }

            if (paragraph.Count > 0 && paragraph[0].Block != period.Block)
            {
                MarkProse(context, paragraph);
                paragraph.Clear();
            }

            sentence.Add(period);

            // A slash is for single years much more often than a dash.
            if (period.Kind == "financial_year" && period.Text.Contains('/', StringComparison.Ordinal))
            {
                paragraph.Add(period);
            }
        }

        MarkProse(context, sentence);
        MarkProse(context, paragraph);
        foreach (var line in lines.Values)
        {
            if (OddOne(line, FewestInLine) is { } odd)
            {
                odd.IsOddOneOut = true;
            }
        }
    }

    private static void Add(Dictionary<(Table Table, int Line, bool IsColumn), List<Period>> lines, (Table Table, int Line, bool IsColumn) key, Period period)
    {
        if (!lines.TryGetValue(key, out var line))
        {
            lines[key] = line = [];
        }

        line.Add(period);
    }

    private static void MarkProse(AnalysisContext context, List<Period> periods)
    {
        if (OddOne(periods, FewestInProse) is { } odd && !IsSpan(context, odd) && !HasWords(context.Blocks[odd.Block.Index], odd.Sentence, context.Knowledge.Lexicon("multi-year-words")))
        {
            odd.IsOddOneOut = true;
        }
    }

    private static Period? OddOne(List<Period> periods, int fewest)
    {
        Period? odd = null;
        var others = 0;
        foreach (var period in periods)
        {
            if (period.IsConsecutive == true || period.Last?.Year - period.First?.Year == 1)
            {
                others++;
            }
            else if (odd is null)
            {
                odd = period;
            }
            else
            {
                return null;
            }
        }

        return others >= fewest || (others >= 1 && odd is not null && periods.Exists(p => p != odd && p.Kind == "financial_year" && p.First?.Year == odd.First?.Year + 1)) ? odd : null;
    }

    /// <summary>True behind words such as "over", and before a noun that a score or a share would count.</summary>
    private static bool IsSpan(AnalysisContext context, Period period)
    {
        var block = context.Blocks[period.Block.Index];
        var tokens = new TokenReader(block, DateWords.Of(context.Knowledge));
        var first = block.FirstTokenFrom(period.Prose.Start);
        var end = block.FirstTokenFrom(period.Prose.End);
        return context.Knowledge.Lexicon("span-leads").Match(block.Tokens, first - 1).Length == 1 || (tokens.IsCounted(end) && tokens.Tokens[end].Kind == TokenKind.Word);
    }

    private static bool HasWords(TokenizedBlock block, int sentence, Lexicon words)
    {
        var range = block.Sentences[sentence - block.FirstSentence];
        for (var at = range.Start.Value; at < range.End.Value; at++)
        {
            if (words.Match(block.Tokens, at).Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
