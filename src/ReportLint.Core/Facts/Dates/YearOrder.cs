using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds in paragraphs that tell of years in their order the one that breaks it, where a slip of the keys explains it:
/// <c>1887, 1923, 1291, 1939</c>. Far from all others any one slip will do, near them only two digits swapped.
/// </summary>
internal static class YearOrder
{
    /// <summary>Marks such years and sets the year meant.</summary>
    public static void Find(AnalysisContext context, DateSettings settings)
    {
        var years = new List<DateMention>();
        Block? block = null;
        foreach (var fact in InOrder(context.Facts.OfType(DateMention.FactType)))
        {
            if (fact.Block != block)
            {
                FindIn(years, settings);
                years.Clear();
                block = fact.Block;
            }

            if (fact is DateMention { Year: not null, HasInferredYear: false, HasShortYear: false, Form: "day" or "month" or "year" } mention && block.Kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                years.Add(mention);
            }
        }

        FindIn(years, settings);
    }

    /// <summary>By block and place; facts of one place keep their order.</summary>
    private static Fact[] InOrder(IReadOnlyList<Fact> dates)
    {
        var order = new int[dates.Count];
        var places = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            places[i] = ((long)dates[i].Block.Index << 32) | (uint)dates[i].Prose.Start;
        }

        Array.Sort(order, (a, b) => places[a].CompareTo(places[b]) is not 0 and var byPlace ? byPlace : a.CompareTo(b));
        var facts = new Fact[order.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = dates[order[i]];
        }

        return facts;
    }

    private static void FindIn(List<DateMention> years, DateSettings settings)
    {
        if (years.Count <= settings.FewestInOrderFar)
        {
            return;
        }

        var odd = -1;
        for (var i = 1; i + 1 < years.Count; i++)
        {
            var (before, year, after) = (years[i - 1].Year!.Value, years[i].Year!.Value, years[i + 1].Year!.Value);
            if (before <= after && (year < before || year > after))
            {
                if (odd >= 0)
                {
                    return;
                }

                odd = i;
            }
            else if (before > year && i != odd + 1)
            {
                return;
            }
        }

        if (odd < 0 || (odd != years.Count - 2 && years[^1].Year < years[^2].Year) || years[odd] is not { IsDoubted: false, IsInQuotation: false, HasFarSubject: false, SequenceYear: null } mention)
        {
            return;
        }

        var (low, written, high) = (years[odd - 1].Year!.Value, mention.Year!.Value, years[odd + 1].Year!.Value);
        var distance = Math.Min(Math.Abs(written - low), Math.Abs(written - high));
        var isFar = distance >= settings.OutOfOrderFar;
        if (high - low > settings.LongestStep || distance < settings.OutOfOrder || years.Count - 1 < (isFar ? settings.FewestInOrderFar : settings.FewestInOrder))
        {
            return;
        }

        var slack = isFar ? settings.SlackFar : 0;
        var (meant, best) = (0, isFar ? 3 : 2);
        for (var year = low - slack; year <= high + slack; year++)
        {
            if (YearSlips.SlipOf(year, written) is > 0 and var rank && rank < best)
            {
                (meant, best) = (year, rank);
            }
        }

        if (meant > 0)
        {
            mention.MeantYear = meant;
            mention.IsOutOfOrder = true;
        }
    }
}
