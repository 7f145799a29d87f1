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
        var groups = new Dictionary<(string Head, string Unit), List<NumericFact>>();
        foreach (var type in (FactType[])[Quantity.FactType, Percentage.FactType])
        {
            foreach (var fact in context.Facts.OfType(type))
            {
                var number = (NumericFact)fact;
                if (number is { IsCompound: false, KeySite: not null, IsInQuotation: false, Block.IsQuoted: false } && number.Key.Head is { } head)
                {
                    var key = (head, number is Percentage ? "%" : number.Unit);
                    (groups.TryGetValue(key, out var all) ? all : groups[key] = []).Add(number);
                }
            }
        }

        var largest = (int)context.Knowledge.Settings("consistency").Get("figures_alike", 24);
        var comparer = new FigureComparer(context);
        foreach (var group in groups.Values)
        {
            if (group.Count > 1 && group.Count <= largest)
            {
                context.Work += group.Count * group.Count;
                comparer.Compare(group);
            }
        }

        foreach (var (first, second) in FigureSwaps.Find(context))
        {
            comparer.CompareSwapped(first, second);
        }
    }
}
