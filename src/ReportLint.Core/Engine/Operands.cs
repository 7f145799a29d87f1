using ReportLint.Core.Facts;

namespace ReportLint.Core.Engine;

/// <summary>Finds the numbers that a fact consists of.</summary>
internal static class Operands
{
    private const int MaximumDepth = 3;

    /// <summary>Adds the fact itself where it is a number, and the numbers among the facts that its properties name.</summary>
    public static void AddNumbers(Fact fact, FactSet numbers) => AddNumbers(fact, numbers, MaximumDepth);

    private static void AddNumbers(Fact fact, FactSet numbers, int depth)
    {
        if (fact is NumericFact)
        {
            numbers.Add(fact);
            return;
        }

        if (depth == 0)
        {
            return;
        }

        foreach (var property in fact.Type.Parts)
        {
            var value = property.Get(fact);
            if (value.Fact is { } part)
            {
                AddNumbers(part, numbers, depth - 1);
            }
            else if (value.List is { } list)
            {
                foreach (var item in list)
                {
                    if (item.Fact is { } element)
                    {
                        AddNumbers(element, numbers, depth - 1);
                    }
                }
            }
        }
    }
}
