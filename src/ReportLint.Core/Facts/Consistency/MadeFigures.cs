namespace ReportLint.Core.Facts.Consistency;

/// <summary>Sizes from one to another, both included.</summary>
/// <param name="Low">The smallest.</param>
/// <param name="High">The largest.</param>
internal readonly record struct SizeRange(decimal Low, decimal High)
{
    /// <summary>True where a size lies between the two.</summary>
    public bool Contains(decimal size) => size >= Low && size <= High;
}

/// <summary>
/// What can be made of the figures of a table: sums, differences, shares and changes of two of them, and of each with its column and its row. Nothing is made ahead: what
/// may come to a size is found among the figures in order of size, in whole numbers of their last digit, and then worked out in decimals.
/// </summary>
internal sealed class MadeFigures
{
    /// <summary>Above this, scaling could overflow.</summary>
    public const decimal LargestSize = decimal.MaxValue / 10000000;

    /// <summary>Parts as large as this, and wholes as small as <see cref="SmallestWhole"/>, have no shares that could be told.</summary>
    private const decimal LargestPart = 1_000_000_000_000m;

    private const decimal SmallestWhole = 0.000001m;

    /// <summary>Keeps the rounding of a division out of the quick test.</summary>
    private const decimal Slack = 1.000001m;

    /// <summary>So many digits of a share are looked at in the quick test; with figures of 18 digits the products fit 128 bits.</summary>
    private const decimal Precise = 1e16m;

    /// <summary>In ascending order without their signs.</summary>
    private readonly decimal[] _figures;

    /// <summary>For each figure the place of its column's and of its row's sum among all sums.</summary>
    private readonly int[] _columns;
    private readonly int[] _rows;

    /// <summary>The sums of all columns and rows.</summary>
    private readonly LineSum[] _sums;

    /// <summary>The figures without their signs, in units of the last digit of any; null where one is too long.</summary>
    private readonly long[]? _sizes;

    /// <summary>In the same units, without signs: the sums of columns and rows, then what is left of them without one of their figures.</summary>
    private readonly long[] _lineSizes = [];
    private readonly decimal _unitsOfOne = 1;
    private readonly decimal _smallestShare;
    private readonly decimal _largestShare;
    private readonly bool _hasBothSigns;

    /// <param name="figures">The figures.</param>
    /// <param name="rows">For each its row.</param>
    /// <param name="columns">For each its column.</param>
    public MadeFigures(decimal[] figures, int[] rows, int[] columns)
    {
        (_figures, _columns, _rows) = (figures, columns, rows);
        byte scale = 0;
        foreach (var figure in figures)
        {
            scale = Math.Max(scale, figure.Scale);
            _hasBothSigns |= figure < 0 != figures[0] < 0;
        }

        _unitsOfOne = scale <= PowersOfTen.Most ? PowersOfTen.At(scale) : 1;
        _sizes = scale <= PowersOfTen.Most ? InUnits() : null;
        SortBySize();
        _sums = Sums();
        if (_sizes is not null && SizesOfLines() is { } lines)
        {
            _lineSizes = lines;
            (_smallestShare, _largestShare) = Bounds(_sizes);
        }
        else
        {
            _sizes = null;
        }
    }

    /// <summary>True where something made of the figures has a size in one of the ranges.</summary>
    /// <param name="ranges">The ranges; none ends below nought.</param>
    /// <param name="withShares">True where it may be a share or a change.</param>
    public bool HasOneIn(ReadOnlySpan<SizeRange> ranges, bool withShares)
    {
        if (_sizes is null)
        {
            return HasLineIn(ranges) || HasPairIn(ranges, withShares);
        }

        foreach (ref readonly var range in ranges)
        {
            if (HasSumIn(_sizes, range))
            {
                return true;
            }
        }

        if (withShares)
        {
            foreach (var (low, high) in ranges)
            {
                // The share itself, the share in per cent, and the change in per cent: up, or down, or past nought.
                if (HasShareIn(low, high, ranges) || HasShareIn(low / 100, high / 100, ranges) || HasShareIn(1 + (low / 100), 1 + (high / 100), ranges) ||
                    HasShareIn(1 - (high / 100), 1 - (low / 100), ranges) || (_hasBothSigns && HasShareIn((low / 100) - 1, (high / 100) - 1, ranges)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where the sum or the mean of a line, or its sum without a figure, has a size in one of the ranges.</summary>
    private bool HasLineIn(ReadOnlySpan<SizeRange> ranges)
    {
        foreach (ref readonly var sum in _sums.AsSpan())
        {
            if (IsIn(sum.Sum, ranges) || IsIn(sum.Sum / sum.Count, ranges))
            {
                return true;
            }
        }

        for (var i = 0; i < _figures.Length; i++)
        {
            if (IsIn(_sums[_columns[i]].Sum - _figures[i], ranges) || IsIn(_sums[_rows[i]].Sum - _figures[i], ranges))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="HasOneIn"/>, where figures are too long for the quick tests.</summary>
    private bool HasPairIn(ReadOnlySpan<SizeRange> ranges, bool withShares)
    {
        for (var i = 0; i < _figures.Length; i++)
        {
            if (withShares && (IsShareIn(_figures[i], _sums[_columns[i]].Sum, ranges) || IsShareIn(_figures[i], _sums[_rows[i]].Sum, ranges)))
            {
                return true;
            }

            for (var j = 0; j < _figures.Length; j++)
            {
                if (i != j && (IsIn(_figures[i] - _figures[j], ranges) || IsIn(_figures[i] + _figures[j], ranges) || (withShares && IsShareIn(_figures[i], _figures[j], ranges))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where a sum or a mean of a line, or the sum or the difference of two figures has a size in a range. Signs of two do not matter: either is the other where one is negative.</summary>
    private bool HasSumIn(long[] sizes, in SizeRange range)
    {
        const decimal most = long.MaxValue;
        if (range.Low > most / _unitsOfOne)
        {
            return false;
        }

        var (least, last) = (range.Low * _unitsOfOne, range.High > most / _unitsOfOne ? most : range.High * _unitsOfOne);
        var (low, high) = ((long)Math.Ceiling(Math.Max(0, least)), (long)Math.Floor(last));
        if (HasMeanIn(low, high, range))
        {
            return true;
        }

        if (low > high)
        {
            return false;
        }

        foreach (var size in _lineSizes)
        {
            if (size >= low && size <= high)
            {
                return true;
            }
        }

        for (var (i, j) = (0, sizes.Length - 1); i < j;)
        {
            var sum = sizes[i] + sizes[j];
            if (sum >= low && sum <= high)
            {
                return true;
            }

            (i, j) = sum < low ? (i + 1, j) : (i, j - 1);
        }

        // For each the one below it that is just far enough away.
        for (var (i, j) = (0, 1); j < sizes.Length; j++)
        {
            while (i + 1 < j && sizes[j] - sizes[i + 1] >= low)
            {
                i++;
            }

            if (sizes[j] - sizes[i] >= low && sizes[j] - sizes[i] <= high)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the mean of a line has a size in a range, of which the whole units are given.</summary>
    private bool HasMeanIn(long low, long high, in SizeRange range)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            var (size, count) = (_lineSizes[i], _sums[i].Count);
            if (size / count >= low - 1 && size / count <= high && range.Contains(Math.Abs(_sums[i].Sum / count)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a share without its sign lies between two and it, or what is made of it, has a size in one of the ranges.</summary>
    private bool HasShareIn(decimal low, decimal high, ReadOnlySpan<SizeRange> ranges)
    {
        if (high < 0 || high * Slack < _smallestShare || low > _largestShare * Slack)
        {
            return false;
        }

        var (least, most) = (Math.Max(low, 0), Math.Min(high, _largestShare * Slack));
        var decimals = 0;
        while (decimals < PowersOfTen.Most && most * PowersOfTen.At(decimals) < Precise)
        {
            decimals++;
        }

        // One to either side takes in what a division rounds.
        var unit = (long)PowersOfTen.At(decimals);
        var from = (long)(least * unit);
        from -= from > 0 ? 1 : 0;
        var to = (long)Math.Ceiling(most * unit) + 1;
        var sizes = _sizes!;
        var first = 0;
        for (var whole = 0; whole < sizes.Length; whole++)
        {
            if (sizes[whole] == 0)
            {
                continue;
            }

            while (first < sizes.Length && IsLess(sizes[first], unit, sizes[whole], from))
            {
                first++;
            }

            for (var part = first; part < sizes.Length && !IsLess(sizes[whole], to, sizes[part], unit); part++)
            {
                if (part != whole && IsShareIn(_figures[part], _figures[whole], ranges))
                {
                    return true;
                }
            }
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            if ((MayBeShare(sizes[i], _lineSizes[_columns[i]]) && IsShareIn(_figures[i], _sums[_columns[i]].Sum, ranges)) ||
                (MayBeShare(sizes[i], _lineSizes[_rows[i]]) && IsShareIn(_figures[i], _sums[_rows[i]].Sum, ranges)))
            {
                return true;
            }
        }

        return false;

        bool MayBeShare(long part, long whole) => !IsLess(part, unit, whole, from) && !IsLess(whole, to, part, unit);
    }

    /// <summary>True where the first product is less than the second.</summary>
    private static bool IsLess(long a, long b, long c, long d)
    {
        var (high, otherHigh) = (Math.BigMul((ulong)a, (ulong)b, out var low), Math.BigMul((ulong)c, (ulong)d, out var otherLow));
        return high < otherHigh || (high == otherHigh && low < otherLow);
    }

    private static bool IsShareIn(decimal part, decimal whole, ReadOnlySpan<SizeRange> ranges)
    {
        if (whole == 0 || Math.Abs(part) >= LargestPart || Math.Abs(whole) <= SmallestWhole)
        {
            return false;
        }

        var share = part / whole;
        return IsIn(share, ranges) || IsIn(share * 100, ranges) || IsIn((share - 1) * 100, ranges);
    }

    private static bool IsIn(decimal made, ReadOnlySpan<SizeRange> ranges)
    {
        var size = Math.Abs(made);
        if (size >= LargestSize)
        {
            return false;
        }

        foreach (ref readonly var range in ranges)
        {
            if (range.Contains(size))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The least and the most that one size can be of another.</summary>
    private (decimal Least, decimal Most) Bounds(long[] sizes)
    {
        var (smallest, largest) = (long.MaxValue, 1L);
        foreach (var size in sizes)
        {
            smallest = size > 0 ? Math.Min(smallest, size) : smallest;
            largest = Math.Max(largest, size);
        }

        foreach (var size in _lineSizes.AsSpan(0, _sums.Length))
        {
            smallest = size > 0 ? Math.Min(smallest, size) : smallest;
            largest = Math.Max(largest, size);
        }

        return sizes is [] or [0, ..] ? (0, (decimal)largest / smallest) : ((decimal)sizes[0] / largest, (decimal)largest / smallest);
    }

    /// <summary>The figures without signs, in units; null where one has more than 18 digits.</summary>
    private long[]? InUnits()
    {
        var sizes = new long[_figures.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            var size = Math.Abs(_figures[i]);
            if (size > LargestInUnits / _unitsOfOne)
            {
                return null;
            }

            sizes[i] = (long)(size * _unitsOfOne);
        }

        return sizes;
    }

    private const decimal LargestInUnits = 1e18m;

    /// <summary>There are few figures, and the sorting of the framework would be compiled for decimals while it runs.</summary>
    private void SortBySize()
    {
        for (var i = 1; i < _figures.Length; i++)
        {
            var (figure, row, column, inUnits) = (_figures[i], _rows[i], _columns[i], _sizes is null ? 0 : _sizes[i]);
            var size = _sizes is null ? Math.Abs(figure) : 0;
            var at = i;
            for (; at > 0 && (_sizes is not null ? _sizes[at - 1] > inUnits : Math.Abs(_figures[at - 1]) > size); at--)
            {
                (_figures[at], _rows[at], _columns[at]) = (_figures[at - 1], _rows[at - 1], _columns[at - 1]);
                if (_sizes is not null)
                {
                    _sizes[at] = _sizes[at - 1];
                }
            }

            (_figures[at], _rows[at], _columns[at]) = (figure, row, column);
            if (_sizes is not null)
            {
                _sizes[at] = inUnits;
            }
        }
    }

    /// <summary>The sums of all columns, then of all rows; what tells a figure's column and row becomes the places of their sums.</summary>
    private LineSum[] Sums()
    {
        var columns = Number(_columns, 0);
        var sums = new LineSum[Number(_rows, columns)];
        for (var i = 0; i < _figures.Length; i++)
        {
            sums[_columns[i]].Add(_figures[i]);
            sums[_rows[i]].Add(_figures[i]);
        }

        return sums;
    }

    /// <summary>Numbers lines from a number on, as they come; returns the next number.</summary>
    private static int Number(int[] lines, int next)
    {
        var last = -1;
        foreach (var line in lines)
        {
            last = Math.Max(last, line);
        }

        Span<int> numbers = last < 256 ? stackalloc int[last + 1] : new int[last + 1];
        numbers.Clear();
        for (var i = 0; i < lines.Length; i++)
        {
            ref var number = ref numbers[lines[i]];
            number = number > 0 ? number : ++next;
            lines[i] = number - 1;
        }

        return next;
    }

    /// <summary>Sums, and what is left of them without one of their figures, in units without signs; null where a sum has more than 18 digits.</summary>
    private long[]? SizesOfLines()
    {
        var sizes = new long[_sums.Length + (2 * _figures.Length)];
        for (var i = 0; i < _sums.Length; i++)
        {
            var size = Math.Abs(_sums[i].Sum);
            if (size > LargestInUnits / _unitsOfOne)
            {
                return null;
            }

            sizes[i] = (long)(size * _unitsOfOne);
        }

        for (var i = 0; i < _figures.Length; i++)
        {
            sizes[_sums.Length + (2 * i)] = Without(_columns[i], i);
            sizes[_sums.Length + (2 * i) + 1] = Without(_rows[i], i);
        }

        return sizes;

        // Of the same sign it is taken off, of another added.
        long Without(int line, int figure) => Math.Abs(_sums[line].Sum < 0 == _figures[figure] < 0 ? sizes[line] - _sizes![figure] : sizes[line] + _sizes![figure]);
    }

    /// <summary>The sum of a column or a row, and of how many figures.</summary>
    private struct LineSum
    {
        public decimal Sum;
        public int Count;

        public void Add(decimal figure) => (Sum, Count) = (Sum + figure, Count + 1);
    }
}
