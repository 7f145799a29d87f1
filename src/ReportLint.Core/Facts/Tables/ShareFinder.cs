namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds columns of percentages that are shares of a column of counts: of its total, of the sum of all its counts, or, row
/// by row, of another column. The rows themselves have to prove it.
/// </summary>
internal sealed class ShareFinder
{
    private readonly TableGrid _grid;
    private readonly TableLines _rows;
    private readonly TableSettings _settings;
    private readonly List<int> _wholes = [];
    private readonly Interval?[] _sums;
    private readonly UnitRange[] _unitSums;

    private ShareFinder(TableGrid grid, TableLines rows, TableSettings settings)
    {
        (_grid, _rows, _settings) = (grid, rows, settings);
        (_sums, _unitSums) = (new Interval?[grid.ColumnCount], new UnitRange[grid.ColumnCount]);
        foreach (var line in rows.Lines)
        {
            if (line.Role is LineRole.Total or LineRole.Result or LineRole.Unlabelled)
            {
                _wholes.Add(line.Index);
            }
        }
    }

    /// <summary>Adds the shares of a table; none where no rows prove any.</summary>
    public static void Find(TableGrid grid, TableLines rows, TableWords words, TableSettings settings, AnalysisContext context)
    {
        ShareFinder? finder = null;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column] is { IsNumeric: true, IsPercent: true } && !IsWeighted(grid, column, words))
            {
                finder ??= new(grid, rows, settings);
                if (finder.Best(column, context) is { } best)
                {
                    finder.AddShares(column, best, context);
                }
            }
        }
    }

    private static bool IsWeighted(TableGrid grid, int column, TableWords words) =>
        grid.HeadingOf(column) is { } heading && TableWords.Contains(words.Weighted, heading.Tokens);

    /// <summary>The guess that most rows bear out, or null where none is borne out by enough of them.</summary>
    private Guess? Best(int share, AnalysisContext context)
    {
        Guess? best = null;
        var most = int.MinValue;
        var (first, end) = (Math.Max(0, share - _settings.ShareReach), Math.Min(_grid.ColumnCount, share + _settings.ShareReach));
        for (var part = first; part < end; part++)
        {
            if (!IsCount(part))
            {
                continue;
            }

            for (var i = Math.Max(0, _wholes.Count - _settings.ShareWholes); i < _wholes.Count; i++)
            {
                if (_grid.Facts[_wholes[i], part] is { Nominal: > 0 })
                {
                    Try(new(part, _wholes[i], WholeColumn: -1));
                }
            }

            if (SumOf(part) is { Low: not 0 })
            {
                Try(new(part, WholeRow: -1, WholeColumn: -1));
            }

            for (var whole = first; whole < end; whole++)
            {
                if (whole != part && IsCount(whole))
                {
                    Try(new(part, WholeRow: -1, whole));
                }
            }
        }

        return best;

        void Try(Guess guess)
        {
            context.Work += _grid.RowCount;
            if (Score(share, guess) is { } score && score > most)
            {
                (best, most) = (guess, score);
            }
        }
    }

    /// <summary>The sum of the counts in a column; exactly 0 where there is none to be had.</summary>
    private Interval SumOf(int part)
    {
        if (_sums[part] is { } known)
        {
            return known;
        }

        var (low, high, nominal) = (0m, 0m, 0m);
        var units = new UnitRange(0, 0, _grid.Units is not null);
        foreach (ref readonly var line in _rows.Lines.AsSpan())
        {
            if (line.Role == LineRole.Part && _grid.Facts[line.Index, part] is { } count)
            {
                var (least, most) = (count.Value.Low ?? 0, count.Value.High ?? 0);
                (low, high, nominal) = (low + least, high + most, nominal + count.Nominal);
                units = units.IsKnown ? units.With(_grid.Units![line.Index, part]) : units;
            }
        }

        _unitSums[part] = units;
        return _sums[part] = nominal > 0 ? Interval.Between(low, high) : Interval.Exactly(0);
    }

    /// <summary>The same sum, as rules and messages tell it.</summary>
    private Interval ToldSumOf(int part)
    {
        var sum = Interval.Exactly(0);
        foreach (ref readonly var line in _rows.Lines.AsSpan())
        {
            if (line.Role == LineRole.Part && _grid.Facts[line.Index, part] is { } count)
            {
                sum += count.ValueForRules;
            }
        }

        return sum;
    }

    private bool IsCount(int column) => _grid.Columns[column] is { IsNumeric: true, IsPercent: false, Currency: not "several" };

    /// <summary>How many more rows hold than do not, or null where the guess is not proven. Gives up once it cannot be.</summary>
    private int? Score(int share, Guess guess)
    {
        int holds = 0, misses = 0, left = _rows.Lines.Length;
        foreach (ref readonly var line in _rows.Lines.AsSpan())
        {
            left--;
            if (IsUsable(line, share, guess))
            {
                if (Holds(line.Index, share, guess))
                {
                    holds++;
                }
                else if (++misses > Math.Max(1, (holds + left) / 4))
                {
                    return null;
                }
            }
        }

        return holds >= _settings.ShareRows && misses <= Math.Max(1, holds / 4) ? holds - misses : null;
    }

    /// <summary>True where a row has a percentage, a count and what that is a share of.</summary>
    private bool IsUsable(in TableLine line, int share, Guess guess) =>
        line.Index != guess.WholeRow && line.Role != LineRole.Section && _grid.Facts[line.Index, share] is not null && _grid.Facts[line.Index, guess.Part] is not null &&
        (guess.IsOfSum || WholeOf(line.Index, guess) is not null) && SizeOf(line.Index, guess) is { Low: > 0 };

    /// <summary>The figure that is 100 per cent; null where it is a sum.</summary>
    private NumericFact? WholeOf(int row, Guess guess) => guess.IsOfSum ? null
        : guess.WholeRow >= 0 ? _grid.Facts[guess.WholeRow, guess.Part]
        : _grid.Facts[row, guess.WholeColumn];

    private Interval SizeOf(int row, Guess guess) => WholeOf(row, guess)?.Value ?? SumOf(guess.Part);

    private bool Holds(int row, int share, Guess guess)
    {
        if (_grid.Units is { } units)
        {
            var size = guess.IsOfSum ? _unitSums[guess.Part] : new UnitRange(0, 0, true).With(guess.WholeRow >= 0 ? units[guess.WholeRow, guess.Part] : units[row, guess.WholeColumn]);
            if (size.IsKnown && HoldsByProducts(units[row, share], units[row, guess.Part], size, units.OfOne) is { } known)
            {
                return known;
            }
        }

        var (percent, count, whole) = (_grid.Facts[row, share]!.Value, _grid.Facts[row, guess.Part]!.Value, SizeOf(row, guess));
        return HoldsByProducts(percent, count, whole) ?? (count * Interval.Exactly(100) / whole).Intersects(percent);
    }

    /// <summary>Whether products show that the quotient is out of reach, or within it: division is dear. Null where only it can tell.</summary>
    private static bool? HoldsByProducts(in UnitCell percent, in UnitCell count, UnitRange size, long ofOne)
    {
        const long huge = 1L << 31;
        const int wholePercent = 100;
        var (atLeast, atMost) = (percent.Value - percent.Half, percent.Value + percent.Half);
        var (few, many) = (count.Value - count.Half, count.Value + count.Half);
        if (!percent.IsFigure || !count.IsFigure || atLeast < 0 || few < 0 || size.Low <= 0 || atMost >= huge || size.High >= huge || many >= long.MaxValue / (wholePercent * ofOne))
        {
            return null;
        }

        var (most, leastWanted) = (wholePercent * ofOne * many, atLeast * size.Low);
        var (least, mostWanted) = (wholePercent * ofOne * few, atMost * size.High);
        return most < Less(leastWanted) || Less(least) > mostWanted ? false
            : Less(most) >= leastWanted && least <= Less(mostWanted) ? true
            : null;
    }

    /// <summary>The same for figures that are too long for whole units. A quotient by very little fits no decimal, and then might be anything: products tell that it is out of reach.</summary>
    private static bool? HoldsByProducts(Interval percent, Interval count, Interval size)
    {
        const decimal huge = 1e12m;
        const decimal slack = 0.999999m;
        if (percent is not { Low: > -huge and var atLeast, High: < huge and var atMost, LowOpen: false, HighOpen: false } ||
            count is not { Low: >= 0 and var few, High: < huge and var many, LowOpen: false, HighOpen: false } ||
            size is not { Low: > 0 and var small, High: < huge and var large, LowOpen: false, HighOpen: false })
        {
            return null;
        }

        var (most, leastWanted) = (100 * many, atLeast * small);
        var (least, mostWanted) = (100 * few, atMost * large);
        return most < leastWanted * slack || least * slack > mostWanted ? false
            : most * slack >= leastWanted && least <= mostWanted * slack ? true
            : null;
    }

    /// <summary>Less by a millionth, which keeps the rounding of a division out of the quick test.</summary>
    private static long Less(long product) => product - (product >> 20) - 1;

    /// <summary>Adds a fact for each row, those that miss by the last digit left out: they are cut off instead of rounded, or rounded twice.</summary>
    private void AddShares(int share, Guess guess, AnalysisContext context)
    {
        Interval? sum = guess.IsOfSum ? ToldSumOf(guess.Part) : null;
        var shares = new List<TableShare>(_rows.Lines.Length);
        var (rows, holds) = (0, 0);
        foreach (ref readonly var line in _rows.Lines.AsSpan())
        {
            if (!IsUsable(line, share, guess))
            {
                continue;
            }

            var (percent, count, whole) = (_grid.Facts[line.Index, share]!, _grid.Facts[line.Index, guess.Part]!, WholeOf(line.Index, guess));
            var size = whole?.ValueForRules ?? sum!;
            var computed = count.ValueForRules * Interval.Exactly(100) / size;
            var isHolding = computed.Intersects(percent.Value);
            rows++;
            holds += isHolding ? 1 : 0;
            if (isHolding || !computed.Intersects(percent.Value.Widen(percent.Step / 2)))
            {
                shares.Add(new TableShare
                {
                    Document = percent.Document,
                    Block = percent.Block,
                    Prose = percent.Prose,
                    Sentence = percent.Sentence,
                    Share = percent,
                    Part = count,
                    Whole = whole,
                    Base = size,
                    Computed = computed,
                    IsHolding = isHolding,
                    Label = line.Label,
                });
            }
        }

        foreach (var one in shares)
        {
            (one.Support, one.Misses) = (holds - (one.IsHolding ? 1 : 0), rows - holds);
            context.Facts.Add(one);
        }
    }

    /// <summary>What a column of percentages may be the shares of: a figure of one row, of one column, or the sum where it is neither.</summary>
    private readonly record struct Guess(int Part, int WholeRow, int WholeColumn)
    {
        public bool IsOfSum => WholeRow < 0 && WholeColumn < 0;
    }

    /// <summary>What a sum may be, in whole units.</summary>
    private readonly record struct UnitRange(long Low, long High, bool IsKnown)
    {
        public UnitRange With(in UnitCell cell) => new(Low + cell.Value - cell.Half, High + cell.Value + cell.Half, cell.IsFigure);
    }
}
