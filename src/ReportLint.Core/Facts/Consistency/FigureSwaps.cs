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
    public static IEnumerable<IReadOnlyList<NumericFact>> Find(AnalysisContext context)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<(string Unit, string Digits), List<NumericFact>>();
        Span<char> buffer = stackalloc char[32];
        foreach (var fact in context.Facts.OfType(Quantity.FactType))
        {
            var number = (NumericFact)fact;
            if (number.IsCompound || number.InWords || number.Digits.Length < FewestDigits || number.IsBareYear || DigitsOf(number, buffer) is not { } digits)
            {
                continue;
            }

            counts[number.Unit] = counts.GetValueOrDefault(number.Unit) + 1;
            (groups.TryGetValue((number.Unit, digits), out var all) ? all : groups[(number.Unit, digits)] = []).Add(number);
        }

        foreach (var ((unit, _), group) in groups)
        {
            context.Work += group.Count;
            if (group.Count == 2 && counts[unit] <= MostNumbers && group.TrueForAll(static n => n is { KeySite: not null, Hedge: Hedge.None, IsRangeEnd: false, IsInQuotation: false, Block: { IsQuoted: false, Cell: null } }))
            {
                group.Sort(static (a, b) => a.Span.CompareTo(b.Span));
                yield return group;
            }
        }
    }

    /// <summary>The digits as written, in rising order; null for fewer than three that are no noughts at the end.</summary>
    private static string? DigitsOf(NumericFact number, Span<char> buffer)
    {
        var length = 0;
        foreach (var letter in number.Block.Prose.Text.AsSpan(number.Digits.Start, number.Digits.Length))
        {
            if (char.IsAsciiDigit(letter) && length < buffer.Length)
            {
                buffer[length++] = letter;
            }
        }

        var digits = buffer[..length];
        if (digits.TrimEnd('0').Length < FewestDigits)
        {
            return null;
        }

        digits.Sort();
        return digits.ToString();
    }
}
