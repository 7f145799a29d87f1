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

    /// <summary>Compares numbers of the prose of one unit and with the same digits, of two values, each told once in the document, tables included; in document order.</summary>
    public static void Compare(AnalysisContext context, FigureComparer comparer)
    {
        var numbers = context.Facts.SpanOfType(Quantity.FactType);
        if (GroupsOf(numbers) is not { } groups)
        {
            return;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fact in numbers)
        {
            var number = (NumericFact)fact;
            if (IsFree(number) && DigitsOf(number) > 0)
            {
                counts[number.Unit] = counts.GetValueOrDefault(number.Unit) + 1;
            }
            else if (number is { KeySite: null, InWords: false } && groups.TryGetValue(DigitsOf(number), out var group))
            {
                group.Count++;
            }
        }

        foreach (var group in groups.Values)
        {
            context.Work++;
            var first = group.First;
            if (group is { Count: 2, Second: { } second } && first.Unit == second.Unit && counts[first.Unit] <= MostNumbers && IsPlain(first) && IsPlain(second))
            {
                var isInOrder = first.Span.Start < second.Span.Start;
                comparer.CompareSwapped(isInOrder ? first : second, isInOrder ? second : first);
            }
        }
    }

    /// <summary>The numbers of the prose by their digits, most that have no other's left out; null where no two have the same.</summary>
    private static Dictionary<ulong, Group>? GroupsOf(ReadOnlySpan<Fact> numbers)
    {
        Span<ulong> seen = stackalloc ulong[Places / Bits];
        Span<ulong> seenAgain = stackalloc ulong[Places / Bits];
        seen.Clear();
        seenAgain.Clear();
        foreach (var fact in numbers)
        {
            var number = (NumericFact)fact;
            if (IsFree(number) && PlaceOf(DigitsOf(number)) is var place and >= 0)
            {
                seenAgain[place / Bits] |= seen[place / Bits] & (1UL << (place % Bits));
                seen[place / Bits] |= 1UL << (place % Bits);
            }
        }

        Dictionary<ulong, Group>? groups = null;
        var hasPair = false;
        foreach (var fact in numbers)
        {
            var number = (NumericFact)fact;
            if (!IsFree(number) || PlaceOf(DigitsOf(number)) is not (var place and >= 0) || (seenAgain[place / Bits] & (1UL << (place % Bits))) == 0)
            {
                continue;
            }

            groups ??= [];
            if (groups.TryGetValue(DigitsOf(number), out var group))
            {
                group.Second ??= number;
                group.Count++;
                hasPair = true;
            }
            else
            {
                groups[DigitsOf(number)] = new(number);
            }
        }

        return hasPair ? groups : null;
    }

    private const int Bits = 64;
    private const int Places = 4096;

    /// <summary>One of <see cref="Places"/> for the digits of a number; less than 0 for none.</summary>
    private static int PlaceOf(ulong digits)
    {
        const ulong spread = 0x9E3779B97F4A7C15;
        const int half = 32;
        return digits == 0 ? -1 : (int)(((digits * spread) >> half) % Places);
    }

    /// <summary>True for a number of the prose in figures that may be compared whatever it counts.</summary>
    private static bool IsFree(NumericFact number) => number is { KeySite: not null, IsCompound: false, InWords: false, IsBareYear: false };

    /// <summary>The numbers of one set of digits.</summary>
    private sealed class Group(NumericFact first)
    {
        public NumericFact First { get; } = first;

        public NumericFact? Second { get; set; }

        public int Count { get; set; } = 1;
    }

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
