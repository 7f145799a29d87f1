namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds columns of percentages that are shares of a column of counts: of its total, of the sum of all its counts, or, row
/// by row, of another column. The rows themselves have to prove it.
/// </summary>
internal static class ShareFinder
{
    /// <summary>The shares of a table; empty where no rows prove any.</summary>
    public static IEnumerable<TableShare> Find(TableGrid grid, TableLines rows, TableWords words, TableSettings settings)
    {
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (!grid.Columns[column].IsNumeric || !grid.Columns[column].IsPercent || IsWeighted(grid, column, words))
            {
                continue;
            }

            List<Row>? best = null;
            foreach (var guess in Guesses(grid, rows, column))
            {
                var holds = guess.Count(static r => r.Holds);
                var misses = guess.Count - holds;
                var isProven = holds >= settings.ShareRows && misses <= Math.Max(1, holds / 4);
                if (isProven && (best is null || holds - misses > best.Count(static r => r.Holds) - best.Count(static r => !r.Holds)))
                {
                    best = guess;
                }
            }

            foreach (var row in (best ?? []).Where(static r => r.Holds || !r.IsClose))
            {
                var holds = best!.Count(static r => r.Holds);
                yield return new TableShare
                {
                    Document = row.Share.Document,
                    Block = row.Share.Block,
                    Prose = row.Share.Prose,
                    Sentence = row.Share.Sentence,
                    Share = row.Share,
                    Part = row.Part,
                    Whole = row.Whole,
                    Base = row.Base,
                    Computed = row.Computed,
                    Support = holds - (row.Holds ? 1 : 0),
                    Misses = best!.Count - holds,
                    Label = row.Label,
                };
            }
        }
    }

    private static bool IsWeighted(TableGrid grid, int column, TableWords words) =>
        grid.HeadingOf(column) is { } heading && TableWords.Contains(words.Weighted, heading.Tokens);

    private static IEnumerable<List<Row>> Guesses(TableGrid grid, TableLines rows, int share)
    {
        for (var part = 0; part < grid.ColumnCount; part++)
        {
            if (!IsCount(grid, part))
            {
                continue;
            }

            foreach (var line in rows.Lines)
            {
                if (line.Role is LineRole.Total or LineRole.Result or LineRole.Unlabelled && grid.Facts[line.Index, part] is { Nominal: > 0 } whole)
                {
                    yield return Compare(grid, rows, share, part, line.Index, _ => (whole, whole.ValueForRules));
                }
            }

            var counts = rows.Lines.Where(static l => l.Role == LineRole.Part).Select(l => grid.Facts[l.Index, part]).OfType<NumericFact>().ToList();
            if (counts.Count > 0 && counts.Sum(static c => c.Nominal) > 0)
            {
                var sum = counts.Aggregate(Interval.Exactly(0), static (s, c) => s + c.ValueForRules);
                yield return Compare(grid, rows, share, part, -1, _ => (null, sum));
            }

            for (var whole = 0; whole < grid.ColumnCount; whole++)
            {
                if (whole != part && IsCount(grid, whole))
                {
                    var column = whole;
                    yield return Compare(grid, rows, share, part, -1, row => (grid.Facts[row, column], grid.Facts[row, column]?.ValueForRules));
                }
            }
        }
    }

    private static bool IsCount(TableGrid grid, int column) =>
        grid.Columns[column] is { IsNumeric: true, IsPercent: false, Currency: not "several" };

    private static List<Row> Compare(TableGrid grid, TableLines rows, int share, int part, int wholeRow, Func<int, (NumericFact? Fact, Interval? Value)> whole)
    {
        var compared = new List<Row>();
        foreach (var line in rows.Lines)
        {
            if (line.Index != wholeRow && line.Role != LineRole.Section &&
                grid.Facts[line.Index, share] is { } percent && grid.Facts[line.Index, part] is { } count &&
                whole(line.Index) is (var fact, { Low: > 0 } size) && fact != count)
            {
                var computed = count.ValueForRules * Interval.Exactly(100) / size;
                compared.Add(new(percent, count, fact, size, computed, computed.Intersects(percent.Value), line.Label));
            }
        }

        return compared;
    }

    private sealed record Row(NumericFact Share, NumericFact Part, NumericFact? Whole, Interval Base, Interval Computed, bool Holds, string Label)
    {
        /// <summary>True where the percentage was cut off instead of rounded, or rounded twice: one step away and no more.</summary>
        public bool IsClose => Computed.Intersects(Share.Value.Widen(Share.Step / 2));
    }
}
