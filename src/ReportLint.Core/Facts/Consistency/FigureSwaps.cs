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
        var digits = new ulong[numbers.Length];
        if (GroupsOf(numbers, digits) is not { } groups)
        {
            return;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < digits.Length; i++)
        {
            var number = (NumericFact)numbers[i];
            if (digits[i] > 0)
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
            if (group is { HasPair: true, Second: { } second } && first.Unit == second.Unit && counts[first.Unit] <= MostNumbers && IsPlain(first) && IsPlain(second))
            {
                var isInOrder = first.Span.Start < second.Span.Start;
                comparer.CompareSwapped(isInOrder ? first : second, isInOrder ? second : first);
            }
        }
    }

    /// <summary>The numbers of the prose by their digits, most that have no other's left out; null where no two of the same digits have two values.</summary>
    private static Dictionary<ulong, Group>? GroupsOf(ReadOnlySpan<Fact> numbers, ulong[] digits)
    {
        Span<ulong> seen = stackalloc ulong[Places / Bits];
        Span<ulong> seenAgain = stackalloc ulong[Places / Bits];
        seen.Clear();
        seenAgain.Clear();
        for (var i = 0; i < digits.Length; i++)
        {
            if (numbers[i] is NumericFact { KeySite: not null, IsCompound: false, InWords: false, IsBareYear: false } number && DigitsOf(number) is var its and > 0)
            {
                digits[i] = its;
                var place = PlaceOf(its);
                seenAgain[place / Bits] |= seen[place / Bits] & (1UL << (place % Bits));
                seen[place / Bits] |= 1UL << (place % Bits);
            }
        }

        Dictionary<ulong, Group>? groups = null;
        for (var i = 0; i < digits.Length; i++)
        {
            var place = PlaceOf(digits[i]);
            if (digits[i] == 0 || (seenAgain[place / Bits] & (1UL << (place % Bits))) == 0)
            {
                continue;
            }

            var number = (NumericFact)numbers[i];
            groups ??= [];
            if (groups.TryGetValue(digits[i], out var group))
            {
                group.Second ??= number;
                group.Count++;
            }
            else
            {
                groups[digits[i]] = new(number);
            }
        }

        var hasPair = false;
        if (groups is null)
        {
            return null;
        }

        foreach (var group in groups.Values)
        {
            hasPair |= group.HasPair;
        }

        return hasPair ? groups : null;
    }

    /// <summary>The numbers of one set of digits.</summary>
    private sealed class Group(NumericFact first)
    {
        public NumericFact First { get; } = first;

        public NumericFact? Second { get; set; }

        public int Count { get; set; } = 1;

        /// <summary>True where they are two, of two values.</summary>
        public bool HasPair => Count == 2 && Second is not null && Second.Nominal != First.Nominal;
    }

    private const int Bits = 64;
    private const int Places = 4096;

    /// <summary>One of <see cref="Places"/> for the digits of a number.</summary>
    private static int PlaceOf(ulong digits)
    {
        const ulong spread = 0x9E3779B97F4A7C15;
        const int half = 32;
        return (int)(((digits * spread) >> half) % Places);
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
