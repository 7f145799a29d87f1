namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds pairs of numbers that are one another's digits in another order: 485,000 and 458,000. Two unrelated numbers of one size are so once in
/// thousands of pairs, so that little else need show that they tell of one thing, as long as the document has few enough numbers.
/// </summary>
internal static class FigureSwaps
{
    private const int FewestDigits = 3;

    /// <summary>With more numbers of one unit, chance makes such pairs.</summary>
    private const int MostNumbers = 150;

    /// <summary>Numbers of the prose of one unit and with the same digits, of two values, each told once in the document, tables included; in document order.</summary>
    public static IEnumerable<(NumericFact First, NumericFact Second)> Find(AnalysisContext context)
    {
        var groups = new Dictionary<ulong, Group>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = context.Facts.OfType(Quantity.FactType);
        foreach (var fact in numbers)
        {
            var number = (NumericFact)fact;
            if (number is { KeySite: not null, IsCompound: false, InWords: false, IsBareYear: false } && DigitsOf(number) is var digits and > 0)
            {
                counts[number.Unit] = counts.GetValueOrDefault(number.Unit) + 1;
                groups[digits] = groups.TryGetValue(digits, out var group) ? group with { Second = group.Second ?? number, Count = group.Count + 1 } : new(number, null, 1);
            }
        }

        var hasPair = false;
        foreach (var group in groups.Values)
        {
            hasPair |= group.Count == 2;
        }

        if (!hasPair)
        {
            yield break;
        }

        foreach (var fact in numbers)
        {
            var number = (NumericFact)fact;
            if (number is { KeySite: null, InWords: false } && groups.TryGetValue(DigitsOf(number), out var group))
            {
                groups[DigitsOf(number)] = group with { Count = group.Count + 1 };
            }
        }

        foreach (var (first, second, count) in groups.Values)
        {
            context.Work++;
            if (count == 2 && second is not null && first.Unit == second.Unit && counts[first.Unit] <= MostNumbers && IsPlain(first) && IsPlain(second))
            {
                yield return first.Span.Start < second.Span.Start ? (first, second) : (second, first);
            }
        }
    }

    private sealed record Group(NumericFact First, NumericFact? Second, int Count);

    private static bool IsPlain(NumericFact number) => number is { Hedge: Hedge.None, IsRangeEnd: false, IsInQuotation: false, Block: { IsQuoted: false, Cell: null } };

    /// <summary>How often each digit is written, four bits for each, so that only the order is lost; 0 for fewer than three digits that are no noughts at the end.</summary>
    private static ulong DigitsOf(NumericFact number)
    {
        const int bits = 4;
        const int most = 12;
        if (number.Digits.Length < FewestDigits)
        {
            return 0;
        }

        var (digits, length, telling) = (0UL, 0, 0);
        foreach (var letter in number.Block.Prose.Text.AsSpan(number.Digits.Start, number.Digits.Length))
        {
            if (char.IsAsciiDigit(letter))
            {
                digits += 1UL << (bits * (letter - '0'));
                length++;
                telling = letter == '0' ? telling : length;
            }
        }

        return telling is >= FewestDigits && length <= most ? digits : 0;
    }
}
