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

    /// <summary>For each figure the sums of its column and of its row.</summary>
    private readonly decimal[] _columnSums;
    private readonly decimal[] _rowSums;

    /// <summary>Sums and means of the columns and rows, and what is left of sums without one of their figures; without signs.</summary>
    private readonly decimal[] _lines;

    /// <summary>The figures and sums without their signs, in units of the last digit of any; null where one is too long.</summary>
    private readonly ulong[]? _sizes;
    private readonly ulong[] _columnSizes = [];
    private readonly ulong[] _rowSizes = [];
    private readonly decimal _unitsOfOne = 1;
    private readonly decimal _smallestShare;
    private readonly decimal _largestShare;
    private readonly bool _hasBothSigns;

    /// <param name="figures">The figures.</param>
    /// <param name="rows">For each its row.</param>
    /// <param name="columns">For each its column.</param>
    public MadeFigures(decimal[] figures, int[] rows, int[] columns)
    {
        SortBySize(figures, rows, columns);
        _figures = figures;
        var byColumn = LineSums.Of(figures, columns);
        var byRow = LineSums.Of(figures, rows);
        _columnSums = byColumn.OfEach;
        _rowSums = byRow.OfEach;
        _lines = [.. byColumn.Made, .. byRow.Made];

        byte scale = 0;
        foreach (var figure in figures)
        {
            scale = Math.Max(scale, figure.Scale);
            _hasBothSigns |= figure < 0 != figures[0] < 0;
        }

        if (scale <= PowersOfTen.Most)
        {
            _unitsOfOne = PowersOfTen.At(scale);
            if (InUnits(_figures) is { } sizes && InUnits(_columnSums) is { } columnSizes && InUnits(_rowSums) is { } rowSizes)
            {
                (_sizes, _columnSizes, _rowSizes) = (sizes, columnSizes, rowSizes);
                (_smallestShare, _largestShare) = Bounds();
            }
        }
    }

    /// <summary>True where something made of the figures has a size in one of the ranges.</summary>
    /// <param name="ranges">The ranges; none ends below nought.</param>
    /// <param name="withShares">True where it may be a share or a change.</param>
    public bool HasOneIn(ReadOnlySpan<SizeRange> ranges, bool withShares)
    {
        foreach (var size in _lines)
        {
            if (IsIn(size, ranges))
            {
                return true;
            }
        }

        if (_sizes is null)
        {
            return HasPairIn(ranges, withShares);
        }

        foreach (var range in ranges)
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

    /// <summary>As <see cref="HasOneIn"/>, where figures are too long for the quick tests.</summary>
    private bool HasPairIn(ReadOnlySpan<SizeRange> ranges, bool withShares)
    {
        for (var i = 0; i < _figures.Length; i++)
        {
            if (withShares && (IsShareIn(_figures[i], _columnSums[i], ranges) || IsShareIn(_figures[i], _rowSums[i], ranges)))
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

    /// <summary>True where the sum or the difference of two figures has a size in a range. Signs do not matter: either is the other where one is negative.</summary>
    private bool HasSumIn(ulong[] sizes, in SizeRange range)
    {
        const decimal most = long.MaxValue;
        if (range.Low > most / _unitsOfOne)
        {
            return false;
        }

        var low = (ulong)Math.Max(0, Math.Ceiling(range.Low * _unitsOfOne));
        var high = range.High > most / _unitsOfOne ? long.MaxValue : (ulong)Math.Floor(range.High * _unitsOfOne);
        if (low > high)
        {
            return false;
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
        var unit = PowersOfTen.At(decimals);
        var from = (ulong)(least * unit);
        from -= from > 0 ? 1UL : 0;
        var to = (ulong)Math.Ceiling(most * unit) + 1;
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
            if ((MayBeShare(sizes[i], _columnSizes[i]) && IsShareIn(_figures[i], _columnSums[i], ranges)) ||
                (MayBeShare(sizes[i], _rowSizes[i]) && IsShareIn(_figures[i], _rowSums[i], ranges)))
            {
                return true;
            }
        }

        return false;

        bool MayBeShare(ulong part, ulong whole) => !IsLess(part, unit, whole, from) && !IsLess(whole, to, part, unit);
    }

    /// <summary>True where the first product is less than the second.</summary>
    private static bool IsLess(ulong a, ulong b, ulong c, ulong d)
    {
        var (high, otherHigh) = (Math.BigMul(a, b, out var low), Math.BigMul(c, d, out var otherLow));
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
    private (decimal Least, decimal Most) Bounds()
    {
        var (smallest, largest) = (ulong.MaxValue, 1UL);
        foreach (var sizes in (ReadOnlySpan<ulong[]>)[_sizes!, _columnSizes, _rowSizes])
        {
            foreach (var size in sizes)
            {
                smallest = size > 0 ? Math.Min(smallest, size) : smallest;
                largest = Math.Max(largest, size);
            }
        }

        return _sizes is [] or [0, ..] ? (0, (decimal)largest / smallest) : ((decimal)_sizes![0] / largest, (decimal)largest / smallest);
    }

    /// <summary>Without signs, in units; null where one has more than 18 digits.</summary>
    private ulong[]? InUnits(decimal[] figures)
    {
        const decimal most = 1e18m;
        var sizes = new ulong[figures.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            var size = Math.Abs(figures[i]);
            if (size > most / _unitsOfOne)
            {
                return null;
            }

            sizes[i] = (ulong)(size * _unitsOfOne);
        }

        return sizes;
    }

    /// <summary>There are few figures, and the sorting of the framework would be compiled for decimals while it runs.</summary>
    private static void SortBySize(decimal[] figures, int[] rows, int[] columns)
    {
        for (var i = 1; i < figures.Length; i++)
        {
            var (figure, row, column) = (figures[i], rows[i], columns[i]);
            var size = Math.Abs(figure);
            var at = i;
            for (; at > 0 && Math.Abs(figures[at - 1]) > size; at--)
            {
                (figures[at], rows[at], columns[at]) = (figures[at - 1], rows[at - 1], columns[at - 1]);
            }

            (figures[at], rows[at], columns[at]) = (figure, row, column);
        }
    }

    /// <summary>The sums of lines, columns or rows.</summary>
    /// <param name="OfEach">For each figure the sum of its line.</param>
    /// <param name="Made">For each line its sum and its mean, and for each figure its sum without it.</param>
    private readonly record struct LineSums(decimal[] OfEach, List<decimal> Made)
    {
        public static LineSums Of(decimal[] figures, int[] lines)
        {
            var last = -1;
            foreach (var line in lines)
            {
                last = Math.Max(last, line);
            }

            var (sums, counts) = (new decimal[last + 1], new int[last + 1]);
            for (var i = 0; i < figures.Length; i++)
            {
                sums[lines[i]] += figures[i];
                counts[lines[i]]++;
            }

            var made = new List<decimal>();
            for (var line = 0; line <= last; line++)
            {
                if (counts[line] > 0)
                {
                    made.Add(sums[line]);
                    made.Add(sums[line] / counts[line]);
                }
            }

            var each = new decimal[figures.Length];
            for (var i = 0; i < each.Length; i++)
            {
                each[i] = sums[lines[i]];
                made.Add(each[i] - figures[i]);
            }

            return new(each, made);
        }
    }
}
