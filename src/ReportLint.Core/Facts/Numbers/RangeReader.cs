using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>Finds the ranges that neighbouring numbers make.</summary>
internal static class RangeReader
{
    /// <summary>The range that two neighbouring numbers make, or null. The numbers learn that they are ends of one.</summary>
    public static NumberRange? Read(NumberScan scan, NumericFact low, int lowStart, int lowEnd, NumericFact high, int highStart)
    {
        var (tokens, block) = (scan.Tokens, scan.Block);
        if (low.Sentence != high.Sentence || lowEnd >= tokens.Length || highStart - lowEnd != 1)
        {
            return null;
        }

        var isDash = block.TextOf(tokens[lowEnd]) is "–" or "-" or "—" or "−";
        var isTo = scan.Is(lowEnd, "to");
        var isAnd = scan.Is(lowEnd, "and");
        if ((!isDash && !isTo && !isAnd) || (isDash && IsElided(low, high)))
        {
            return null;
        }

        var (lead, leadStart) = scan.MeaningBefore(scan.Lexicons.RangeWords, lowStart, 5);
        if (isAnd && (lead != "and" || scan.StandsBefore(scan.Lexicons.IntervalLeads, leadStart, 1)))
        {
            return null;
        }

        var isMarked = lead.Length > 0 ||
            (isDash && low.Unit.Length > 0 && low.Unit == high.Unit && low.Dimension == "money" && (lowStart == 0 || block.TextOf(tokens[lowStart - 1]) is ":" or "("));
        low.IsRangeEnd |= isMarked || !isTo;
        high.IsRangeEnd |= isMarked || !isTo;
        return new NumberRange
        {
            Document = scan.Context.Document,
            Block = block.Block,
            Prose = TextSpan.FromBounds(low.Prose.Start, high.Prose.End),
            Sentence = low.Sentence,
            Low = low,
            High = high,
            IsMarked = isMarked && !IsCountdown(scan, high, highStart),
            Joint = isAnd ? "and" : isTo ? "to" : "dash",
        };
    }

    /// <summary><c>between 180 and 15 days before the vote</c> runs from the far end to the near one.</summary>
    private static bool IsCountdown(NumberScan scan, NumericFact high, int highStart)
    {
        var end = highStart;
        while (end < scan.Tokens.Length && scan.Tokens[end].Start < high.Prose.End)
        {
            end++;
        }

        // A noun may stand between: "between 12 and 3 working days before"; and BP may be read as a unit.
        for (var at = highStart + 1; at <= end + 2 && at < scan.Tokens.Length; at++)
        {
            if (scan.Lexicons.CountdownWords.Match(scan.Tokens, at).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In <c>345–7</c> and <c>221–38</c> the second number leaves out the digits that the first has said.</summary>
    private static bool IsElided(NumericFact low, NumericFact high) =>
        high.Digits.Length < low.Digits.Length && high.Nominal < low.Nominal && high.Digits.Start == high.Prose.Start && high.Step == 1;
}
