namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// The number that one field is always multiplied with to give another, where there is one: the rate of a tax, a price that is the
/// same in all rows. Each record narrows it down; the shortest decimal that is left is the guess.
/// </summary>
internal static class MultipleGuess
{
    /// <summary>The number; null where more records than may have another, or where it takes too many digits. One look at each record.</summary>
    /// <param name="table">The table.</param>
    /// <param name="whole">The field that is the multiple.</param>
    /// <param name="part">The field that is multiplied.</param>
    /// <param name="settings">How many records may fail, and how many digits the number may have.</param>
    public static (decimal Factor, int Digits)? Of(RelationTable table, int whole, int part, TableSettings settings)
    {
        // One of the first records may be the wrong one, so the first two that agree are believed.
        Span<Bounds> first = stackalloc Bounds[settings.RelationMisses + 2];
        var count = 0;
        var bounds = default(Bounds);
        var misses = 0;
        for (var record = 0; record < table.Records.Length && misses <= settings.RelationMisses; record++)
        {
            if (table.Records[record].IsSummary || Bounds.Of(table[whole, record], table[part, record]) is not { } next)
            {
                continue;
            }

            if (bounds.IsSet)
            {
                misses += bounds.Narrow(next) ? 0 : 1;
                continue;
            }

            for (var i = 0; i < count && !bounds.IsSet; i++)
            {
                var both = first[i];
                if (both.Narrow(next))
                {
                    bounds = both;
                    misses = count - 1;
                }
            }

            if (!bounds.IsSet && count == first.Length)
            {
                return null;
            }

            if (!bounds.IsSet)
            {
                first[count++] = next;
            }
        }

        return bounds.IsSet && misses <= settings.RelationMisses ? bounds.Shortest(settings.MultipleDigits) : null;
    }

    /// <summary>Bounds of a positive number, both included, and its sign.</summary>
    private record struct Bounds(decimal Low, decimal High, int Sign)
    {
        /// <summary>Figures closer to nought than this say nothing, and their quotient could be too large.</summary>
        private const decimal Smallest = 1e-6m;

        public readonly bool IsSet => Sign != 0;

        public static Bounds? Of(in RelationCell whole, in RelationCell part)
        {
            var (w, p) = (Math.Abs(whole.Value), Math.Abs(part.Value));
            return whole.Fact is null || part.Fact is null || w < Smallest || p - part.Strict < Smallest
                ? null
                : new(Math.Max(0, w - whole.Loose) / (p + part.Strict), (w + whole.Loose) / (p - part.Strict), whole.Value < 0 == part.Value < 0 ? 1 : -1);
        }

        /// <summary>Narrows the bounds; false, and nothing done, where the other's do not overlap.</summary>
        public bool Narrow(in Bounds other)
        {
            var (low, high) = (Math.Max(Low, other.Low), Math.Min(High, other.High));
            if (Sign != other.Sign || low > high)
            {
                return false;
            }

            (Low, High) = (low, high);
            return true;
        }

        /// <summary>The decimal of the fewest digits within the bounds, and how many digits it has.</summary>
        public readonly (decimal Factor, int Digits)? Shortest(int most)
        {
            var unit = 1m;
            while (unit <= High && unit < 1e20m)
            {
                unit *= 10;
            }

            while (unit > High && unit > 1e-12m)
            {
                unit /= 10;
            }

            for (var digits = 1; digits <= most; digits++, unit /= 10)
            {
                var candidate = Math.Ceiling(Low / unit) * unit;
                if (candidate > 0 && candidate <= High)
                {
                    return (Sign * candidate, digits);
                }
            }

            return null;
        }
    }
}
