namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds columns of percentages that are shares of a column of counts: of its total, of the sum of all its counts, or, row
/// by row, of another column. The rows themselves have to prove it.
/// </summary>
internal static class ShareFinder
{
    /// <summary>The shares of a table; empty where no rows prove any.</summary>
    public static IEnumerable<TableShare> Find(TableGrid grid, TableLines rows, TableWords words, TableSettings settings, AnalysisContext context)
    {
        var sums = new Interval?[grid.ColumnCount];
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (!grid.Columns[column].IsNumeric || !grid.Columns[column].IsPercent || IsWeighted(grid, column, words))
            {
                continue;
            }

            if (Best(grid, rows, column, settings, sums, context) is not { } best)
            {
                continue;
            }

            var compared = Compare(grid, rows, column, best);
            var holds = 0;
            foreach (var row in compared)
            {
                holds += row.Holds ? 1 : 0;
            }

            foreach (var row in compared)
            {
                if (!row.Holds && row.IsClose)
                {
                    continue;
                }

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
                    Misses = compared.Count - holds,
                    Label = row.Label,
                };
            }
        }
    }

    private static bool IsWeighted(TableGrid grid, int column, TableWords words) =>
        grid.HeadingOf(column) is { } heading && TableWords.Contains(words.Weighted, heading.Tokens);

    /// <summary>The guess that most rows bear out, or null where none is borne out by enough of them.</summary>
    private static Guess? Best(TableGrid grid, TableLines rows, int share, TableSettings settings, Interval?[] sums, AnalysisContext context)
    {
        Guess? best = null;
        var most = int.MinValue;
        foreach (var guess in Guesses(grid, rows, share, settings, sums))
        {
            context.Work += grid.RowCount;
            if (Score(grid, rows, share, guess, settings) is { } score && score > most)
            {
                (best, most) = (guess, score);
            }
        }

        return best;
    }

    private static IEnumerable<Guess> Guesses(TableGrid grid, TableLines rows, int share, TableSettings settings, Interval?[] sums)
    {
        var wholes = Wholes(rows);
        var (first, end) = (Math.Max(0, share - settings.ShareReach), Math.Min(grid.ColumnCount, share + settings.ShareReach));
        for (var part = first; part < end; part++)
        {
            if (!IsCount(grid, part))
            {
                continue;
            }

            for (var i = Math.Max(0, wholes.Count - settings.ShareWholes); i < wholes.Count; i++)
            {
                if (grid.Facts[wholes[i], part] is { Nominal: > 0 } whole)
                {
                    yield return new(part, WholeRow: wholes[i], WholeColumn: -1, whole.Value);
                }
            }

            if ((sums[part] ??= SumOfParts(grid, rows, part)) is { Low: not 0 } sum)
            {
                yield return new(part, WholeRow: -1, WholeColumn: -1, sum);
            }

            for (var whole = first; whole < end; whole++)
            {
                if (whole != part && IsCount(grid, whole))
                {
                    yield return new(part, WholeRow: -1, whole, null);
                }
            }
        }
    }

    private static List<int> Wholes(TableLines rows)
    {
        var wholes = new List<int>();
        foreach (var line in rows.Lines)
        {
            if (line.Role is LineRole.Total or LineRole.Result or LineRole.Unlabelled)
            {
                wholes.Add(line.Index);
            }
        }

        return wholes;
    }

    /// <summary>The sum of the counts in a column; exactly 0 where there is none to be had.</summary>
    private static Interval SumOfParts(TableGrid grid, TableLines rows, int part)
    {
        var sum = Interval.Exactly(0);
        decimal nominal = 0;
        foreach (var line in rows.Lines)
        {
            if (line.Role == LineRole.Part && grid.Facts[line.Index, part] is { } count)
            {
                sum += count.ValueForRules;
                nominal += count.Nominal;
            }
        }

        return nominal > 0 ? sum : Interval.Exactly(0);
    }

    private static bool IsCount(TableGrid grid, int column) =>
        grid.Columns[column] is { IsNumeric: true, IsPercent: false, Currency: not "several" };

    /// <summary>How many more rows hold than do not, or null where the guess is not proven. Gives up once it cannot be.</summary>
    private static int? Score(TableGrid grid, TableLines rows, int share, Guess guess, TableSettings settings)
    {
        int holds = 0, misses = 0, left = rows.Lines.Length;
        foreach (var line in rows.Lines)
        {
            left--;
            if (Usable(grid, line, share, guess) is var (percent, count, _, size))
            {
                if (Holds(percent, count, size))
                {
                    holds++;
                }
                else if (++misses > Math.Max(1, (holds + left) / 4))
                {
                    return null;
                }
            }
        }

        return holds >= settings.ShareRows && misses <= Math.Max(1, holds / 4) ? holds - misses : null;
    }

    private static List<Row> Compare(TableGrid grid, TableLines rows, int share, Guess guess)
    {
        var compared = new List<Row>();
        foreach (var line in rows.Lines)
        {
            if (Usable(grid, line, share, guess) is var (percent, count, fact, _))
            {
                var size = fact?.ValueForRules ?? guess.Size!;
                var computed = count.ValueForRules * Interval.Exactly(100) / size;
                compared.Add(new(percent, count, fact, size, computed, computed.Intersects(percent.Value), line.Label));
            }
        }

        return compared;
    }

    /// <summary>What a row has to compare, or null.</summary>
    private static (NumericFact Percent, NumericFact Count, NumericFact? Whole, Interval Size)? Usable(TableGrid grid, TableLine line, int share, Guess guess)
    {
        if (line.Index == guess.WholeRow || line.Role == LineRole.Section ||
            grid.Facts[line.Index, share] is not { } percent || grid.Facts[line.Index, guess.Part] is not { } count)
        {
            return null;
        }

        var whole = guess.WholeRow >= 0 ? grid.Facts[guess.WholeRow, guess.Part]
            : guess.WholeColumn >= 0 ? grid.Facts[line.Index, guess.WholeColumn]
            : null;
        var size = whole?.Value ?? guess.Size;
        return size is { Low: > 0 } && whole != count ? (percent, count, whole, size) : null;
    }

    private static bool Holds(NumericFact percent, NumericFact count, Interval size) =>
        HoldsByProducts(percent.Value, count.Value, size) ?? (count.Value * Interval.Exactly(100) / size).Intersects(percent.Value);

    /// <summary>Whether products show that the quotient is out of reach, or within it: division is dear. Null where only it can tell.</summary>
    private static bool? HoldsByProducts(Interval percent, Interval count, Interval size)
    {
        if (percent is not { Low: > -Huge and var atLeast, High: < Huge and var atMost, LowOpen: false, HighOpen: false } ||
            count is not { Low: >= 0 and var few, High: < Huge and var many, LowOpen: false, HighOpen: false } ||
            size is not { Low: > 0 and var small, High: < Huge and var large, LowOpen: false, HighOpen: false })
        {
            return null;
        }

        var (most, leastWanted) = (100 * many, atLeast * small);
        var (least, mostWanted) = (100 * few, atMost * large);
        return most < leastWanted * Slack || least * Slack > mostWanted ? false
            : most * Slack >= leastWanted && least <= mostWanted * Slack ? true
            : null;
    }

    private const decimal Huge = 1e12m;

    /// <summary>Keeps the rounding of a division out of the quick test.</summary>
    private const decimal Slack = 0.999999m;

    /// <summary>What a column of percentages may be the shares of: a figure of one row, of one column, or a sum.</summary>
    private readonly record struct Guess(int Part, int WholeRow, int WholeColumn, Interval? Size);

    private sealed record Row(NumericFact Share, NumericFact Part, NumericFact? Whole, Interval Base, Interval Computed, bool Holds, string Label)
    {
        /// <summary>True where the percentage was cut off instead of rounded, or rounded twice: one step away and no more.</summary>
        public bool IsClose => Computed.Intersects(Share.Value.Widen(Share.Step / 2));
    }
}
