namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// Refuses guesses at relations that too many records contradict, before any is worked out in decimals: nearly all guesses are wrong, and two or three records show it.
/// Figures are whole numbers of a tenth of the last digit that any of them has, so that what rounding allows is whole as well. It refuses nothing that decimals would not.
/// </summary>
internal sealed class RelationScreen
{
    /// <summary>Whole numbers below this have cubes that fit.</summary>
    private const long LargestBase = 1L << 38;

    private readonly RelationTable _table;
    private readonly TableSettings _settings;
    private readonly UnitCell[]? _cells;
    private readonly long _unitsOfOne;
    private readonly int _sizeOfOne;

    /// <summary>Where the cells of each field and of each record begin.</summary>
    private readonly int[] _fields = [];
    private readonly RecordPlace[] _records = [];

    /// <summary>So many records that contradict a guess refuse it.</summary>
    private readonly int _tooMany;

    public RelationScreen(RelationTable table, TableSettings settings)
    {
        (_table, _settings) = (table, settings);
        if (table.Units is not { } units)
        {
            return;
        }

        (_cells, _unitsOfOne, _sizeOfOne) = (units.Cells, units.OfOne, UnitCell.SizeOf(units.OfOne));
        _fields = new int[table.Fields.Length];
        for (var field = 0; field < _fields.Length; field++)
        {
            _fields[field] = table.FieldAt(field);
        }

        _records = new RecordPlace[table.Records.Length];
        for (var record = 0; record < _records.Length; record++)
        {
            _records[record] = new(table.RecordAt(record), table.Records[record].IsSummary, table.Follows(record));
        }

        while (_tooMany <= settings.MissesAllowed(_records.Length - _tooMany))
        {
            _tooMany++;
        }
    }

    /// <summary>Records looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>True where more records contradict a guess than may.</summary>
    /// <param name="kind">How the fields hang together.</param>
    /// <param name="whole">The field that is the product, the sum, the new or the running figure.</param>
    /// <param name="parts">The other fields, in order.</param>
    /// <param name="factor">What a product is multiplied with.</param>
    /// <param name="result">The field that the others lead to.</param>
    /// <param name="signs">1 or −1 for each part, or none where no part is taken off.</param>
    public bool Refuses(RelationKind kind, int whole, ReadOnlySpan<int> parts, RelationScale factor, int result, ReadOnlySpan<int> signs)
    {
        if (_cells is null)
        {
            return false;
        }

        var looksBack = kind is RelationKind.Running or RelationKind.Carried;
        var (misses, lastMiss) = (0, 0L);
        for (var record = 0; record < _records.Length; record++)
        {
            Work++;
            if (!At(whole, record).IsFigure || (looksBack && !_records[record].Follows))
            {
                continue;
            }

            switch (kind)
            {
                case RelationKind.Product:
                    if (!IsNoProduct(At(whole, record), At(parts[0], record), At(parts[1], record), factor, result == whole ? 0 : result == parts[0] ? 1 : 2))
                    {
                        continue;
                    }

                    break;
                case RelationKind.Change:
                    if (!IsNoChange(At(whole, record), At(parts[0], record), At(parts[1], record)))
                    {
                        continue;
                    }

                    break;
                case RelationKind.Carried:
                    ref readonly var before = ref At(parts[0], record - 1);
                    if (!before.IsFigure || Math.Abs(At(whole, record).Value - before.Value) <= At(whole, record).Loose + before.Loose)
                    {
                        continue;
                    }

                    break;
                case RelationKind.Sum or RelationKind.Running:
                    if (!IsNoSum(kind, whole, parts, signs, record, ref lastMiss))
                    {
                        continue;
                    }

                    break;
                default:
                    return false;
            }

            misses += kind == RelationKind.Sum || !_records[record].IsSummary ? 1 : 0;
            if (misses >= _tooMany)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where more records than may contradict each of the three guesses that one of three fields is the sum of the others; records that speak of some only are left out.</summary>
    public bool RefusesSums(int a, int b, int c)
    {
        var misses = 0;
        for (var record = 0; record < _records.Length && _cells is not null; record++)
        {
            Work++;
            ref readonly var x = ref At(a, record);
            ref readonly var y = ref At(b, record);
            ref readonly var z = ref At(c, record);
            var loose = x.Loose + y.Loose + z.Loose;
            var (isX, isY, isZ) = (Math.Abs(x.Value - y.Value - z.Value) > loose, Math.Abs(y.Value - x.Value - z.Value) > loose, Math.Abs(z.Value - x.Value - y.Value) > loose);
            var noughts = (x.Value == 0 ? 1 : 0) + (y.Value == 0 ? 1 : 0) + (z.Value == 0 ? 1 : 0);
            misses += isX && isY && isZ && noughts < 2 && x.IsFigure && y.IsFigure && z.IsFigure ? 1 : 0;
            if (misses >= _tooMany)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the figures of a record may tell the scale of a product: none is missing or nought, and it is no summary.</summary>
    public bool MayTellProduct(int whole, int a, int b, int record) => _cells is null
        ? !_table.Records[record].IsSummary && _table.ValueAt(whole, record) != 0 && _table.ValueAt(a, record) != 0 && _table.ValueAt(b, record) != 0
        : !_records[record].IsSummary && At(whole, record).Value != 0 && At(a, record).Value != 0 && At(b, record).Value != 0;

    /// <summary>
    /// How many times larger a product of two figures is than a third, as <see cref="UnitCell.SizeOf"/> tells it; null where that says nothing of the scales that it may have, and
    /// less than any scale where the signs do not fit.
    /// </summary>
    public int? SizeOfProduct(int whole, int a, int b, int record)
    {
        const decimal half = 0.5m;
        if (_cells is null || _settings.DeclaredGap > half)
        {
            return null;
        }

        ref readonly var w = ref At(whole, record);
        ref readonly var x = ref At(a, record);
        ref readonly var y = ref At(b, record);
        return (w.Value ^ x.Value ^ y.Value) < 0 ? int.MinValue / 2 : x.Size + y.Size - w.Size - _sizeOfOne;
    }

    /// <summary>False where no two of the first records have one factor between them, so that more fail than may.</summary>
    public bool MayBeMultiple(int whole, int part)
    {
        const long millionth = 1_000_000;
        if (_cells is null)
        {
            return true;
        }

        var least = Math.Max(1, (_unitsOfOne + millionth - 1) / millionth);
        Span<int> first = stackalloc int[_settings.RelationMisses + 2];
        var count = 0;
        for (var record = 0; record < _records.Length && count < first.Length; record++)
        {
            ref readonly var w = ref At(whole, record);
            ref readonly var p = ref At(part, record);
            if (_records[record].IsSummary || !w.IsFigure || !p.IsFigure || Math.Abs(w.Value) < least || Math.Abs(p.Value) - p.Strict < least)
            {
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                ref readonly var otherWhole = ref At(whole, first[i]);
                ref readonly var otherPart = ref At(part, first[i]);
                if ((w.Value < 0 == p.Value < 0) == (otherWhole.Value < 0 == otherPart.Value < 0) && !IsAbove(w, p, otherWhole, otherPart) && !IsAbove(otherWhole, otherPart, w, p))
                {
                    return true;
                }
            }

            first[count++] = record;
        }

        return false;
    }

    /// <summary>True where the least that a quotient can be is more than the most that another can be.</summary>
    private static bool IsAbove(in UnitCell whole, in UnitCell part, in UnitCell otherWhole, in UnitCell otherPart)
    {
        var least = (Int128)Math.Max(0, Math.Abs(whole.Value) - whole.Loose) * (Math.Abs(otherPart.Value) - otherPart.Strict);
        var most = (Int128)(Math.Abs(otherWhole.Value) + otherWhole.Loose) * (Math.Abs(part.Value) + part.Strict);
        return least > most + (most >> RoundingBits);
    }

    /// <summary>True where a sum is not what is stated. One wrong running total is too large for its own record, and as much too small for the next: that is no second one.</summary>
    private bool IsNoSum(RelationKind kind, int whole, ReadOnlySpan<int> parts, ReadOnlySpan<int> signs, int record, ref long lastMiss)
    {
        ref readonly var stated = ref At(whole, record);
        var (difference, strict, loose) = (stated.Value, stated.Strict, stated.Loose);
        if (kind == RelationKind.Running)
        {
            ref readonly var before = ref At(whole, record - 1);
            if (!before.IsFigure)
            {
                return false;
            }

            (difference, strict, loose) = (difference - before.Value, strict + before.Strict, loose + before.Loose);
        }

        var isNought = true;
        for (var i = 0; i < parts.Length; i++)
        {
            ref readonly var part = ref At(parts[i], record);
            if (!part.IsFigure && !(kind == RelationKind.Running && part.IsNought))
            {
                return false;
            }

            difference -= signs.Length > 0 && signs[i] < 0 ? -part.Value : part.Value;
            strict += part.Strict;
            loose += part.Loose;
            isNought &= part.Value == 0;
        }

        var size = Math.Abs(difference);
        if (isNought || (size > strict && size <= loose))
        {
            return false;
        }

        var isMiss = size > loose && !(kind == RelationKind.Running && lastMiss != 0 && difference == -lastMiss);
        lastMiss = isMiss ? difference : 0;
        return isMiss;
    }

    /// <summary>True where no rounding makes one figure the product of two.</summary>
    /// <param name="whole">The product.</param>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="factor">What the product is multiplied with.</param>
    /// <param name="result">The figure that is worked out, and so may be rounded once more: 0 for the product, 1 or 2 for a factor.</param>
    private bool IsNoProduct(in UnitCell whole, in UnitCell a, in UnitCell b, in RelationScale factor, int result)
    {
        if (!a.IsFigure || !b.IsFigure || whole.Value == 0 || a.Value == 0 || b.Value == 0)
        {
            return false;
        }

        var product = (Int128)a.Value * b.Value * factor.Times;
        var unit = (Int128)_unitsOfOne * factor.Over;
        var (x, y, w) = (result == 1 ? 2 * a.Loose : a.Loose, result == 2 ? 2 * b.Loose : b.Loose, result == 0 ? 2 * whole.Loose : whole.Loose);
        var allowed = ((((Int128)Math.Abs(a.Value) * y) + ((Int128)Math.Abs(b.Value) * x) + ((Int128)x * y)) * factor.Times) + (w * unit);
        return Int128.Abs((whole.Value * unit) - product) > allowed + (Int128.Abs(product) >> RoundingBits);
    }

    /// <summary>True where no rounding makes a figure the change in per cent from one to another.</summary>
    private bool IsNoChange(in UnitCell now, in UnitCell before, in UnitCell change)
    {
        if (!before.IsFigure || !change.IsFigure || before.Value == 0 || now.Value == before.Value)
        {
            return false;
        }

        var (was, size) = (Math.Abs(before.Value), Math.Abs(now.Value));
        if (was >= LargestBase || size >= LargestBase || Math.Max(now.Loose, before.Loose) >= LargestBase / 100 / _unitsOfOne)
        {
            return false;
        }

        // All is multiplied with the figure before, twice.
        var computed = (Int128)(now.Value - before.Value) * 100 * _unitsOfOne;
        var stated = (Int128)change.Value * was;
        var difference = Int128.Abs(stated - computed);
        if (now.Value < 0 && before.Value < 0)
        {
            difference = Int128.Min(difference, Int128.Abs(stated + computed));
        }

        var spread = ((((Int128)now.Loose * was) + ((Int128)before.Loose * size)) * 100 * _unitsOfOne) + ((Int128)(2 * change.Loose) * was * was);
        return difference * was > spread + (((Int128.Abs(stated) * was) + spread) >> RoundingBits);
    }

    /// <summary>What decimals may have rounded is less than a share of 2⁻⁶⁴; figures of 64 bits and less are exact.</summary>
    private const int RoundingBits = 64;

    private ref readonly UnitCell At(int field, int record) => ref _cells![_fields[field] + _records[record].At];

    private readonly record struct RecordPlace(int At, bool IsSummary, bool Follows);
}

/// <summary>A power of ten that a product is multiplied with, as it lies between thousands and ones, or in per cent.</summary>
/// <param name="Factor">The power.</param>
/// <param name="Times">Its numerator as a fraction.</param>
/// <param name="Over">Its denominator.</param>
/// <param name="Size">What a product is divided by, as <see cref="UnitCell.SizeOf"/> tells it, but without its error.</param>
internal readonly record struct RelationScale(decimal Factor, int Times, int Over, int Size)
{
    /// <summary>True where a product so many times larger may come near a figure in this scale.</summary>
    /// <param name="size">How many times larger, see <see cref="RelationScreen.SizeOfProduct"/>.</param>
    /// <param name="gap">How far from the figure it may be, as a share of it: up to a half.</param>
    public bool Fits(int? size, int gap)
    {
        // Between one less the gap and one more the logarithm is nowhere further from 0 than twice the gap below, one and a half times above.
        const int error = (2 * UnitCell.Error) + 1;
        return size is not { } times || (times - Size >= -(2 * gap) - error && times - Size <= gap + (gap / 2) + error);
    }

    /// <summary>No scale.</summary>
    public static readonly RelationScale One = new(1, 1, 1, 0);

    /// <summary>One of the factors is in per cent.</summary>
    public static readonly RelationScale Percent = new(0.01m, 1, 100, 1701);

    /// <summary>All that are tried, in order.</summary>
    public static readonly RelationScale[] All =
        [One, new(0.001m, 1, 1000, 2551), new(1000, 1000, 1, -2551), new(0.000001m, 1, 1000000, 5102), new(1000000, 1000000, 1, -5102), Percent, new(100, 100, 1, -1701)];
}
