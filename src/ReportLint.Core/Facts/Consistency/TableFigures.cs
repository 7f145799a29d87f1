using ReportLint.Core.Documents;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>The figures of one table and what can be made of them: sums, differences, shares, changes.</summary>
internal sealed class TableFigures
{
    /// <summary>The powers of a thousand in which a text may repeat what a table says.</summary>
    private static readonly decimal[] Scales = [1, 1000, 1000000];

    private readonly NumericFact[] _cells;
    private MadeFigures? _made;
    private CellSizes? _sizes;
    private decimal[]? _digits;
    private ulong[]? _digitCounts;
    private decimal? _largestStep;
    private readonly bool _isTooLarge;
    private readonly TableLabels _labels;

    public TableFigures(AnalysisContext context, Table table, Block? caption, NumericFact[] cells)
    {
        (_cells, _labels) = (cells, new(context, table, caption));
        _isTooLarge = cells.Length > (int)context.Knowledge.Settings("consistency").Get("figures_in_table", 80);
    }

    /// <summary>Cells that may have to be tried, as a measure of work.</summary>
    public int Steps => _isTooLarge ? 0 : _cells.Length;

    /// <summary>The rows of which a clause has all words.</summary>
    public List<int> RowsNamedIn(HashSet<string> words)
    {
        var named = new List<int>();
        foreach (var row in _labels.Rows)
        {
            if (FigureWords.AreIn(row.Words, words))
            {
                named.Add(row.Number);
            }
        }

        return named;
    }

    /// <summary>True where the caption or a heading has the number's noun, or a word of its unit.</summary>
    public bool Names(NumericFact number) => (number.Key.Head is { } head && _labels.Words.Contains(head)) || number is Percentage || (number.Unit.Length > 0 && (_labels.Words.Contains(NounPhrase.Singular(LastWordOf(number))) || _cells.Any(c => c.Unit == number.Unit)));

    /// <summary>The unit as the text writes it: <c>degrees</c>.</summary>
    private static ReadOnlySpan<char> LastWordOf(NumericFact number)
    {
        var text = number.Block.Prose.Text.AsSpan(number.Prose.Start, number.Prose.Length);
        return text[(text.LastIndexOf(' ') + 1)..];
    }

    /// <summary>
    /// True where a cell has the number or one made of cells comes to it; always for a table too large to tell. Whole numbers are made of
    /// sums and differences only, unless the text tells them as quotients: among the ratios of a few cells nearly every number below a hundred is found.
    /// </summary>
    public bool Gives(NumericFact number, bool isQuotient)
    {
        if (_isTooLarge)
        {
            return true;
        }

        Span<SizeRange> ranges = stackalloc SizeRange[2 * Scales.Length];
        var near = ranges[..Near(number, ranges)];
        var sizes = _sizes ??= new(_cells);
        Span<UnitRange> places = stackalloc UnitRange[1 + ranges.Length];
        sizes.Scale(number.Value, near, places);
        for (var i = 0; i < _cells.Length; i++)
        {
            var cell = _cells[i];
            if (!sizes.MayGive(i, places))
            {
                continue;
            }

            if (number.Value.Intersects(cell.Value) || (IsIn(near, Math.Abs(cell.Nominal)) && Comes(number, cell.Nominal, cell.Step)))
            {
                return true;
            }
        }

        var half = number.Step / 2;
        var (low, high) = (Math.Max(0, number.Nominal - half), number.Nominal + half);
        if (high < 0)
        {
            return false;
        }

        var count = 0;
        foreach (var scale in Scales)
        {
            ranges[count++] = new(low / scale, high / scale);
            if (scale > 1 && high < MadeFigures.LargestSize)
            {
                ranges[count++] = new(low * scale, high * scale);
            }
        }

        // Most numbers are no shares, and there are as many shares as pairs of figures.
        _made ??= Made();
        return _made.HasOneIn(ranges[..count], isQuotient || number is Percentage || number.Step < 1);
    }

    /// <summary>The sizes that a cell may have that comes to a number in some scale, whatever its last digit is; a little more rather than less.</summary>
    private int Near(NumericFact number, Span<SizeRange> ranges)
    {
        const decimal less = 0.999999m;
        const decimal more = 1.000001m;
        if (_largestStep is not { } step)
        {
            step = 0;
            foreach (var cell in _cells)
            {
                step = cell.Nominal < MadeFigures.LargestSize ? Math.Max(step, cell.Step) : step;
            }

            _largestStep = step;
        }

        var count = 0;
        foreach (var scale in Scales)
        {
            var half = Math.Max(number.Step, step * scale) / 2;
            ranges[count++] = new((number.Nominal - half) / scale * less, (number.Nominal + half) / scale * more);
            half = Math.Max(number.Step, step) / 2;
            var isTooLarge = number.Nominal + half >= MadeFigures.LargestSize;
            ranges[count++] = new(isTooLarge ? 0 : (number.Nominal - half) * scale * less, isTooLarge ? decimal.MaxValue : (number.Nominal + half) * scale * more);
        }

        return count;
    }

    private static bool IsIn(ReadOnlySpan<SizeRange> ranges, decimal size)
    {
        foreach (ref readonly var range in ranges)
        {
            if (range.Contains(size))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a cell of a row has the number, or one made with a cell of that row comes to it; always for a table too large to tell.</summary>
    public bool GivesWith(int row, NumericFact number, bool isQuotient)
    {
        if (_isTooLarge)
        {
            return true;
        }

        foreach (var cell in _cells)
        {
            if (cell.Block.Cell!.Row != row)
            {
                continue;
            }

            if (Comes(number, cell.Nominal, cell.Step) || number.Value.Intersects(cell.Value))
            {
                return true;
            }

            foreach (var other in _cells)
            {
                if (ReferenceEquals(other, cell))
                {
                    continue;
                }

                var (a, b, step) = (cell.Nominal, other.Nominal, Math.Max(cell.Step, other.Step));
                if (Comes(number, a - b, step) || Comes(number, a + b, step) || ((isQuotient || number is Percentage || number.Step < 1) && IsRatio(number, a, b)))
                {
                    return true;
                }
            }
        }

        var (sum, count) = (0m, 0);
        foreach (var cell in _cells)
        {
            if (cell.Block.Cell!.Row == row)
            {
                (sum, count) = (sum + cell.Nominal, count + 1);
            }
        }

        return count > 0 && (Comes(number, sum, 0) || Comes(number, sum / count, 0) || IsShareOfColumn(row, number));
    }

    /// <summary>True where a figure of a row is to the sum of its column, or the sum to it, as a number says.</summary>
    private bool IsShareOfColumn(int row, NumericFact number)
    {
        foreach (var cell in _cells)
        {
            if (cell.Block.Cell!.Row != row)
            {
                continue;
            }

            var sum = 0m;
            foreach (var other in _cells)
            {
                sum += other.Block.Cell!.Column == cell.Block.Cell.Column ? other.Nominal : 0;
            }

            if (IsRatio(number, cell.Nominal, sum))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRatio(NumericFact number, decimal a, decimal b)
    {
        const decimal tiny = 0.000001m;
        return (Math.Abs(b) > tiny && (Comes(number, a / b, 0) || Comes(number, a / b * 100, 0) || Comes(number, ((a / b) - 1) * 100, 0))) ||
            (Math.Abs(a) > tiny && (Comes(number, b / a, 0) || Comes(number, b / a * 100, 0) || Comes(number, ((b / a) - 1) * 100, 0)));
    }

    /// <summary>True for a number of three digits and more, all told: of fewer, swapped digits tell little.</summary>
    public static bool MayBeSwapped(NumericFact number)
    {
        const decimal less = 99;
        const decimal shortest = 100;
        if (Math.Abs(number.Nominal) < less * number.Step || SlipModel.StepsOf(number.Nominal, number.Step) is not { } steps)
        {
            return false;
        }

        // 1200 tells two digits.
        for (; steps >= shortest; steps /= 10)
        {
            if (steps % 10 != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a cell has the digits of a number in another order.</summary>
    public bool MayHaveSwapOf(NumericFact number)
    {
        if (SlipModel.StepsOf(number.Nominal, number.Step) is not { } digits)
        {
            return false;
        }

        if (_digits is null || _digitCounts is null)
        {
            (_digits, _digitCounts) = (new decimal[_cells.Length], new ulong[_cells.Length]);
            for (var i = 0; i < _cells.Length; i++)
            {
                if (SlipModel.StepsOf(_cells[i].Nominal, _cells[i].Step) is { } some)
                {
                    (_digits[i], _digitCounts[i]) = (some, CountsOf(some));
                }
            }
        }

        var counts = CountsOf(digits);
        for (var i = 0; i < _digitCounts.Length; i++)
        {
            if (_digitCounts[i] == counts && _digits[i] != digits)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many of each digit there are: five bits for each, and a number has fewer than 32 digits.</summary>
    private static ulong CountsOf(decimal number)
    {
        const int bits = 5;
        ulong counts = 0;
        for (; number > long.MaxValue; number = decimal.Truncate(number / 10))
        {
            counts += 1UL << (bits * (int)(number % 10));
        }

        var rest = (long)number;
        do
        {
            counts += 1UL << (bits * (int)(rest % 10));
            rest /= 10;
        }
        while (rest > 0);

        return counts;
    }

    /// <summary>The cell of a row that has the digits of a number with two neighbours swapped, in the same unit.</summary>
    public NumericFact? SwapOf(NumericFact number, int row) => Array.Find(_cells, cell => cell.Block.Cell!.Row == row && number is Percentage == cell is Percentage &&
        (cell.Unit.Length == 0 || cell.Unit == number.Unit) && SlipModel.StepsOf(cell.Nominal, cell.Step) is { } one && SlipModel.StepsOf(number.Nominal, number.Step) is { } two &&
        AreSwapped(one, two) && SlipModel.IsOneSlip(SlipModel.DigitsOf(one), SlipModel.DigitsOf(two)));

    /// <summary>True for the same digits in another order.</summary>
    private static bool AreSwapped(decimal one, decimal two) => one != two && CountsOf(one) == CountsOf(two);

    /// <summary>A cell that one slip turns into the number; where rows are named, one of theirs.</summary>
    public NumericFact? SlipOf(NumericFact number, List<int> rows)
    {
        foreach (var cell in _cells)
        {
            if ((rows.Count == 0 || rows.Contains(cell.Block.Cell!.Row)) && number is Percentage == cell is Percentage && IsSlip(cell, number))
            {
                return cell;
            }
        }

        return null;
    }

    /// <summary>
    /// The one cell that a number without a noun, or with the table's, can be taken from: the words around it name one row, and the table has one column of figures or
    /// its clause names one. Numbers far from it are of something else.
    /// </summary>
    public NumericFact? ExpectedFor(NumericFact number, HashSet<string> around, HashSet<string> clause)
    {
        const decimal far = 0.25m;
        if ((number.Key.Head is not null && !Names(number)) || RowsNamedIn(around) is not [var row])
        {
            return null;
        }

        var columns = _cells.Select(static c => c.Block.Cell!.Column).Distinct().ToArray();
        if (columns.Length > 1)
        {
            columns = [.. columns.Where(c => _labels.Columns.TryGetValue(c, out var heading) && heading.Count > 0 && heading.IsSubsetOf(clause))];
        }

        var cell = columns is [var column] ? _cells.FirstOrDefault(c => c.Block.Cell!.Row == row && c.Block.Cell.Column == column) : null;
        return cell is not null && number is Percentage == cell is Percentage && number.Unit == cell.Unit && Math.Abs(cell.Nominal - number.Nominal) <= far * Math.Max(cell.Nominal, number.Nominal) ? cell : null;
    }

    private static bool IsSlip(NumericFact cell, NumericFact number)
    {
        foreach (var scale in Scales)
        {
            // In another scale only a number that is written as exactly as the cell: thousands in full.
            if (scale == 1 || number.Step / scale <= cell.Step && number.Nominal / scale % cell.Step == 0)
            {
                var step = scale == 1 ? Math.Min(cell.Step, number.Step) : cell.Step;
                if (IsSlip(cell.Nominal, number.Nominal / scale, step))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSlip(decimal cell, decimal number, decimal step) =>
        SlipModel.Digits(cell, step) is { Length: >= 2 } written && SlipModel.Digits(number, step) is { } other && written.Length == other.Length && SlipModel.IsOneSlip(written, other) &&
            (written.TrimEnd('0').Length >= 3 || (written[0] == other[1] && written[1] == other[0]));

    /// <summary>Equal as far as the number is written, in the table's scale or another power of a thousand.</summary>
    private static bool Comes(NumericFact number, decimal value, decimal step)
    {
        var half = Math.Max(number.Step, step) / 2;
        foreach (var scale in Scales)
        {
            if (value < MadeFigures.LargestSize && (Math.Abs(Math.Abs(value) * scale - number.Nominal) <= Math.Max(half, step * scale / 2) || Math.Abs(Math.Abs(value) / scale - number.Nominal) <= half))
            {
                return true;
            }
        }

        return false;
    }

    private MadeFigures Made()
    {
        var (figures, rows, columns) = (new decimal[_cells.Length], new int[_cells.Length], new int[_cells.Length]);
        for (var i = 0; i < figures.Length; i++)
        {
            var cell = _cells[i].Block.Cell!;
            (figures[i], rows[i], columns[i]) = (_cells[i].Nominal, cell.Row, cell.Column);
        }

        return new(figures, rows, columns);
    }
}
