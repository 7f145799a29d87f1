using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Compositions;

/// <summary>Finds what each pound is made of: <c>Of every pound, 72p goes on …, 19p on … and 9p on …</c></summary>
internal static class Hundredths
{
    /// <summary>Adds what one block tells. The next sentence is read as well where a word for the rest stands before its first amount.</summary>
    public static void Add(AnalysisContext context, TokenizedBlock block, CompositionWords words)
    {
        for (var sentence = 0; sentence < block.Sentences.Length; sentence++)
        {
            var end = block.Sentences[sentence].End.Value;
            var from = words.BehindOne(block, block.Sentences[sentence].Start.Value, end);
            if (from < 0 || words.Blocks(block, block.Sentences[sentence].Start.Value, end))
            {
                continue;
            }

            var parts = Amounts(block, from, end, out var isClosed, words);
            if (!isClosed && sentence + 1 < block.Sentences.Length && Amounts(block, end, block.Sentences[sentence + 1].End.Value, out var isRest, words) is { Count: 1 } rest && isRest)
            {
                parts.AddRange(rest);
                isClosed = true;
            }

            if (parts.Count >= 2 && isClosed && HaveOneUnit(parts))
            {
                var last = parts[^1];
                context.Facts.Add(new PhraseFact(FigureClaims.Composition, [Value.Of(parts.SkipLast(1).ToArray<Fact>()), Value.Of(last), Value.Of("hundredths")])
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = last.Prose,
                    Sentence = last.Sentence,
                });
            }
        }
    }

    private static bool HaveOneUnit(List<Quantity> parts)
    {
        foreach (var part in parts)
        {
            if (part.Unit != parts[0].Unit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The amounts below one among these tokens, up to a larger one, and whether "and" or a word for the rest stands before the last.</summary>
    private static List<Quantity> Amounts(TokenizedBlock block, int from, int end, out bool isClosed, CompositionWords words)
    {
        var parts = new List<Quantity>();
        var behind = from;
        isClosed = false;
        for (var i = from; i < end; i++)
        {
            if (block.MentionAt(i) is not Quantity { Dimension: "money" } amount || (parts.Count > 0 && parts[^1] == amount))
            {
                continue;
            }

            if (amount.Nominal is <= 0 or >= 1 || amount.IsRangeEnd || amount.IsCompound)
            {
                break;
            }

            parts.Add(amount);
            isClosed = words.IsRest(block, i, behind) || (parts.Count > 1 && words.Joins(block, behind, i));
            behind = i;
        }

        return parts;
    }
}
