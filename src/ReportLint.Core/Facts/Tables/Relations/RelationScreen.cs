using System.Numerics;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// Refuses guesses at relations that too many records contradict, before any is worked out in decimals: nearly all guesses are wrong, and two or three records show it.
/// Figures are whole numbers of a tenth of the last digit that any of them has, so that what rounding allows is whole as well. It refuses nothing that decimals would not.
/// </summary>
internal sealed class RelationScreen
{
    /// <summary>So that no product of two figures, scaled, is more than 128 bits hold.</summary>
    private const decimal LargestFigure = 1L << 49;

    private const int MostDecimals = 7;

    /// <summary>Whole numbers below this have cubes that fit.</summary>
    private const long LargestBase = 1L << 38;

    private readonly RelationTable _table;
    private readonly TableSettings _settings;
    private readonly Cell[]? _cells;
    private readonly long _unitsOfOne;

    public RelationScreen(RelationTable table, TableSettings settings)
    {
        (_table, _settings) = (table, settings);
        var decimals = 1;
        for (var field = 0; field < table.Fields.Length; field++)
        {
            for (var record = 0; record < table.Records.Length; record++)
            {
                decimals = table[field, record].Fact is null ? decimals : Math.Max(decimals, table[field, record].Value.Scale + 1);
            }
        }

        if (decimals <= MostDecimals)
        {
            _unitsOfOne = (long)PowersOfTen.At(decimals);
            _cells = InUnits();
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
        var (records, misses, lastMiss) = (_table.Records.Length, 0, 0L);
        for (var record = 0; record < records; record++)
        {
            Work++;
            if (!At(whole, record).IsFigure || (looksBack && !_table.Follows(record)))
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
                    if (Difference(kind, whole, parts, signs, record) is not (var state and not RelationState.Open, var difference))
                    {
                        continue;
                    }

                    // One wrong running total is too large for its own record, and as much too small for the next.
                    var isEcho = kind == RelationKind.Running && lastMiss != 0 && difference == -lastMiss;
                    lastMiss = isEcho || state == RelationState.Holds ? 0 : difference;
                    if (isEcho || state == RelationState.Holds)
                    {
                        continue;
                    }

                    break;
                default:
                    return false;
            }

            misses += kind == RelationKind.Sum || !_table.Records[record].IsSummary ? 1 : 0;
            if (misses > _settings.MissesAllowed(records - misses))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How many times larger a product of two figures is than a third, as a power of two; null where that says nothing of the scales that it may have, and less than any
    /// scale where the signs do not fit.
    /// </summary>
    public int? SizeOfProduct(int whole, int a, int b, int record)
    {
        const decimal half = 0.5m;
        if (_cells is null || _settings.DeclaredGap > half)
        {
            return null;
        }

        var (w, x, y) = (At(whole, record).Value, At(a, record).Value, At(b, record).Value);
        return w < 0 != (x < 0 != y < 0) ? int.MinValue / 2 : Bits(x) + Bits(y) - Bits(w) - Bits(_unitsOfOne);
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
        for (var record = 0; record < _table.Records.Length && count < first.Length; record++)
        {
            ref readonly var w = ref At(whole, record);
            ref readonly var p = ref At(part, record);
            if (_table.Records[record].IsSummary || !w.IsFigure || !p.IsFigure || Math.Abs(w.Value) < least || Math.Abs(p.Value) - p.Strict < least)
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
    private static bool IsAbove(in Cell whole, in Cell part, in Cell otherWhole, in Cell otherPart)
    {
        var least = (Int128)Math.Max(0, Math.Abs(whole.Value) - whole.Loose) * (Math.Abs(otherPart.Value) - otherPart.Strict);
        var most = (Int128)(Math.Abs(otherWhole.Value) + otherWhole.Loose) * (Math.Abs(part.Value) + part.Strict);
        return least > most + (most >> RoundingBits);
    }

    private static int Bits(long value) => 64 - BitOperations.LeadingZeroCount((ulong)Math.Abs(value));

    /// <summary>How a sum compares; the second is what is stated less what follows. Null where a figure is missing or nothing can be told.</summary>
    private (RelationState State, long Difference)? Difference(RelationKind kind, int whole, ReadOnlySpan<int> parts, ReadOnlySpan<int> signs, int record)
    {
        ref readonly var stated = ref At(whole, record);
        var (difference, strict, loose) = (stated.Value, stated.Strict, stated.Loose);
        if (kind == RelationKind.Running)
        {
            ref readonly var before = ref At(whole, record - 1);
            if (!before.IsFigure)
            {
                return null;
            }

            (difference, strict, loose) = (difference - before.Value, strict + before.Strict, loose + before.Loose);
        }

        var isNought = true;
        for (var i = 0; i < parts.Length; i++)
        {
            ref readonly var part = ref At(parts[i], record);
            if (!part.IsFigure && !(kind == RelationKind.Running && part.IsNought))
            {
                return null;
            }

            difference -= signs.Length > 0 && signs[i] < 0 ? -part.Value : part.Value;
            strict += part.Strict;
            loose += part.Loose;
            isNought &= part.Value == 0;
        }

        var size = Math.Abs(difference);
        return isNought ? null : (size <= strict ? RelationState.Holds : size <= loose ? RelationState.Open : RelationState.Fails, difference);
    }

    /// <summary>True where no rounding makes one figure the product of two.</summary>
    /// <param name="whole">The product.</param>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="factor">What the product is multiplied with.</param>
    /// <param name="result">The figure that is worked out, and so may be rounded once more: 0 for the product, 1 or 2 for a factor.</param>
    private bool IsNoProduct(in Cell whole, in Cell a, in Cell b, in RelationScale factor, int result)
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
    private bool IsNoChange(in Cell now, in Cell before, in Cell change)
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

    private ref readonly Cell At(int field, int record) => ref _cells![(field * _table.Records.Length) + record];

    /// <summary>The figures in units; null where one is too large, or what rounding allows of it is not whole.</summary>
    private Cell[]? InUnits()
    {
        var cells = new Cell[_table.Fields.Length * _table.Records.Length];
        for (var field = 0; field < _table.Fields.Length; field++)
        {
            for (var record = 0; record < _table.Records.Length; record++)
            {
                ref readonly var cell = ref _table[field, record];
                if (cell.Fact is null)
                {
                    cells[(field * _table.Records.Length) + record] = new(0, 0, 0, false, cell.IsNought);
                    continue;
                }

                var (value, strict, loose) = (cell.Value * _unitsOfOne, cell.Strict * _unitsOfOne, cell.Loose * _unitsOfOne);
                if (Math.Abs(value) > LargestFigure || loose > LargestFigure || strict != decimal.Truncate(strict) || loose != decimal.Truncate(loose))
                {
                    return null;
                }

                cells[(field * _table.Records.Length) + record] = new((long)value, (long)strict, (long)loose, true, false);
            }
        }

        return cells;
    }

    private readonly record struct Cell(long Value, long Strict, long Loose, bool IsFigure, bool IsNought);
}

/// <summary>A power of ten that a product is multiplied with, as it lies between thousands and ones, or in per cent.</summary>
/// <param name="Factor">The power.</param>
/// <param name="Times">Its numerator as a fraction.</param>
/// <param name="Over">Its denominator.</param>
/// <param name="Bits">The binary logarithm of what a product is divided by, rounded down.</param>
internal readonly record struct RelationScale(decimal Factor, int Times, int Over, int Bits)
{
    /// <summary>True where a product so many times larger, as a power of two, may come near a figure in this scale: half as much to half as much again.</summary>
    public bool Fits(int? size) => size is not { } bits || bits - Bits is >= -2 and <= 3;

    /// <summary>No scale.</summary>
    public static readonly RelationScale One = new(1, 1, 1, 0);

    /// <summary>One of the factors is in per cent.</summary>
    public static readonly RelationScale Percent = new(0.01m, 1, 100, 6);

    /// <summary>All that are tried, in order.</summary>
    public static readonly RelationScale[] All =
        [One, new(0.001m, 1, 1000, 9), new(1000, 1000, 1, -10), new(0.000001m, 1, 1000000, 19), new(1000000, 1000000, 1, -20), Percent, new(100, 100, 1, -7)];
}
