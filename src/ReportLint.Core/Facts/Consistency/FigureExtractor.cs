namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds numbers that seem to restate an earlier one with another value, and gathers what speaks for and against it. Numbers are compared within
/// groups of one head noun and unit; a group too large to tell anything apart is passed over, so cost is linear.
/// </summary>
public sealed class FigureExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [FigureRepeat.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var groups = new List<Group>();
        var byHead = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var type in (FactType[])[Quantity.FactType, Percentage.FactType])
        {
            foreach (var fact in context.Facts.SpanOfType(type))
            {
                var number = (NumericFact)fact;
                if (number is { IsCompound: false, KeySite: not null, IsInQuotation: false, Block.IsQuoted: false } && number.Key.Head is { } head)
                {
                    GroupOf(head, number is Percentage ? "%" : number.Unit).Numbers.Add(number);
                }
            }
        }

        var largest = (int)context.Knowledge.Settings("consistency").Get("figures_alike", 24);
        var comparer = new FigureComparer(context);
        foreach (var group in groups)
        {
            if (group.Numbers.Count > 1 && group.Numbers.Count <= largest)
            {
                context.Work += group.Numbers.Count * group.Numbers.Count;
                comparer.Compare(group.Numbers);
            }
        }

        FigureSwaps.Compare(context, comparer);

        Group GroupOf(string head, string unit)
        {
            var first = byHead.GetValueOrDefault(head);
            for (var group = first; group is not null; group = group.Next)
            {
                if (group.Unit == unit)
                {
                    return group;
                }
            }

            var made = new Group(unit, first);
            byHead[head] = made;
            groups.Add(made);
            return made;
        }
    }

    /// <summary>The numbers of one head noun and unit; those of the same noun and other units are a chain.</summary>
    private sealed class Group(string unit, Group? next)
    {
        public string Unit { get; } = unit;

        public Group? Next { get; } = next;

        public List<NumericFact> Numbers { get; } = [];
    }
}
