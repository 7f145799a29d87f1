using System.Runtime.InteropServices;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// Finds the relations that a table itself proves, or that its headings declare. Fields are tried a few columns apart only, and a
/// guess is given up once more records fail than may, so the work is linear in the cells.
/// </summary>
internal sealed class RelationFinder(RelationTable table, RelationHeadings headings, TableSettings settings)
{
    private readonly List<FoundRelation> _found = [];

    /// <summary>How far a product may be from the figure that it is tried for, as <see cref="UnitCell.Bit"/> parts it.</summary>
    private readonly int _gap = (int)Math.Ceiling(settings.DeclaredGap * UnitCell.Bit);
    private RelationScreen? _screen;
    private long _tries;
    private long _work;

    /// <summary>Records looked at so far.</summary>
    public long Work => _work + (_screen?.Work ?? 0);

    /// <summary>The relations, the best proven first; no two lead to the same field.</summary>
    public List<FoundRelation> Find()
    {
        foreach (var declared in headings.Declared(table))
        {
            if (Test(declared, isDeclared: true) is { } found && IsBorneOut(found))
            {
                _found.Add(found);
            }
        }

        if (table.Records.Length > settings.RelationRows)
        {
            Search();
        }

        var penalty = LaneVerdict.CountDigits(_tries, 1);
        _found.RemoveAll(f => !f.IsDeclared && f.Digits - penalty < settings.RelationDigits);
        return Distinct(_found);
    }

    private bool IsBorneOut(FoundRelation found) => found.Holds > 0
        ? found.Digits >= settings.DeclaredDigits && found.Misses <= Math.Max(1, found.Holds / 4)
        : found is { Misses: 1, Relation.Kind: RelationKind.Product } && found.WorstGap <= settings.DeclaredGap;

    private static List<FoundRelation> Distinct(List<FoundRelation> found)
    {
        found.Sort(static (a, b) => a.IsDeclared != b.IsDeclared ? b.IsDeclared.CompareTo(a.IsDeclared)
            : a.Misses != b.Misses ? a.Misses.CompareTo(b.Misses)
            : b.Digits.CompareTo(a.Digits));
        var chosen = new List<FoundRelation>();
        foreach (var one in found)
        {
            if (!chosen.Exists(c => c.Relation.Result == one.Relation.Result || Fields(one).TrueForAll(f => Fields(c).Contains(f))))
            {
                chosen.Add(one);
            }
        }

        return chosen;
    }

    private static List<int> Fields(FoundRelation found) => [found.Relation.Whole, .. found.Relation.Parts];

    private void Search()
    {
        _screen = new(table, settings);
        var fields = new List<int>();
        for (var f = 0; f < table.Fields.Length; f++)
        {
            if (table.Fields[f] is { Figures: >= 2 } field && field.Figures + field.Noughts > settings.RelationRows)
            {
                fields.Add(f);
            }
        }

        for (var i = 0; i < fields.Count; i++)
        {
            for (var j = i + 1; j < fields.Count && j < i + settings.RelationReach; j++)
            {
                Consider(RelationKind.Running, fields[j], [fields[i]], fields[j]);
                Consider(RelationKind.Running, fields[j], [fields[i]], fields[j], [-1]);
                Pair(fields[i], fields[j]);
                for (var k = j + 1; k < fields.Count && k < i + settings.RelationReach; k++)
                {
                    Triple(fields[i], fields[j], fields[k]);
                }
            }

            Runs(fields, i);
        }
    }

    private void Pair(int i, int j)
    {
        if (table.Fields[i].IsPercent || table.Fields[j].IsPercent)
        {
            return;
        }

        Consider(RelationKind.Carried, i, [j], i);
        Consider(RelationKind.Carried, j, [i], j);
        _work += table.Records.Length;
        if (_screen!.MayBeMultiple(j, i) && MultipleGuess.Of(table, j, i, settings) is var (factor, digits) && factor != 1)
        {
            Prove(new(RelationKind.Multiple, j, [i], factor, j), digits + 1);
        }
    }

    private void Triple(int i, int j, int k)
    {
        var (a, b, c) = (table.Fields[i].IsPercent, table.Fields[j].IsPercent, table.Fields[k].IsPercent);
        if (a == b && b == c)
        {
            if (_screen!.RefusesSums(i, j, k))
            {
                _tries += 3;
            }
            else
            {
                Consider(RelationKind.Sum, k, [i, j], k);
                Consider(RelationKind.Sum, i, [j, k], k);
                Consider(RelationKind.Sum, j, [i, k], k);
            }

            Movements(k, i, j);
            Movements(i, j, k);
        }

        if (!a)
        {
            Products(i, j, k, k);
        }

        if (!b)
        {
            Products(j, i, k, k);
        }

        if (!c)
        {
            Products(k, i, j, k);
        }

        if (c && !a && !b)
        {
            Consider(RelationKind.Change, i, [j, k], k);
            Consider(RelationKind.Change, j, [i, k], k);
        }
    }

    /// <summary>Tries a balance after each of two columns of movements, one that came in and one that went out.</summary>
    private void Movements(int balance, int first, int second)
    {
        Consider(RelationKind.Running, balance, [first, second], balance, [1, -1]);
        Consider(RelationKind.Running, balance, [first, second], balance, [-1, 1]);
    }

    /// <summary>Tries the product with the factor of the first records, as one of them may be wrong.</summary>
    private void Products(int whole, int a, int b, int result)
    {
        if (table.Fields[a].IsPercent || table.Fields[b].IsPercent)
        {
            if (table.Fields[a].IsPercent != table.Fields[b].IsPercent)
            {
                Consider(RelationKind.Product, whole, [a, b], RelationScale.Percent, result);
            }

            return;
        }

        var tried = 0m;
        var looks = 0;
        for (var record = 0; record < table.Records.Length && looks < 2; record++)
        {
            if (!_screen!.MayTellProduct(whole, a, b, record))
            {
                continue;
            }

            looks++;
            _work++;
            var size = _screen.SizeOfProduct(whole, a, b, record);
            foreach (ref readonly var scale in RelationScale.All.AsSpan())
            {
                if (scale.Fits(size, _gap) && scale.Factor != tried && IsNearProduct(whole, a, b, record, scale.Factor))
                {
                    tried = scale.Factor;
                    Consider(RelationKind.Product, whole, [a, b], scale, result);
                    break;
                }
            }
        }

        _tries++;
    }

    private bool IsNearProduct(int whole, int a, int b, int record, decimal factor)
    {
        var stated = table.ValueAt(whole, record);
        return Math.Abs(stated - (table.ValueAt(a, record) * table.ValueAt(b, record) * factor)) < Math.Abs(stated) * settings.DeclaredGap;
    }

    /// <summary>Tries three or more neighbouring fields as the parts of the one before or behind them.</summary>
    private void Runs(List<int> fields, int at)
    {
        for (var length = 3; length < settings.RelationReach; length++)
        {
            if (at >= length && AreAlike(fields, at - length, at))
            {
                var parts = CollectionsMarshal.AsSpan(fields).Slice(at - length, length);
                Consider(RelationKind.Sum, fields[at], parts, fields[at]);
                if (length == 3)
                {
                    // What was there, what came in and what went out, in either order.
                    Consider(RelationKind.Sum, fields[at], parts, fields[at], [1, 1, -1]);
                    Consider(RelationKind.Sum, fields[at], parts, fields[at], [1, -1, 1]);
                }
            }

            if (at + length < fields.Count && AreAlike(fields, at, at + length))
            {
                Consider(RelationKind.Sum, fields[at], CollectionsMarshal.AsSpan(fields).Slice(at + 1, length), fields[at]);
            }
        }
    }

    private bool AreAlike(List<int> fields, int first, int last)
    {
        for (var f = first; f < last; f++)
        {
            if (table.Fields[fields[f]].IsPercent != table.Fields[fields[last]].IsPercent)
            {
                return false;
            }
        }

        return true;
    }

    private void Consider(RelationKind kind, int whole, ReadOnlySpan<int> parts, int result, ReadOnlySpan<int> signs = default) =>
        Consider(kind, whole, parts, RelationScale.One, result, signs);

    private void Consider(RelationKind kind, int whole, ReadOnlySpan<int> parts, in RelationScale factor, int result, ReadOnlySpan<int> signs = default)
    {
        if (_screen!.Refuses(kind, whole, parts, factor, result, signs))
        {
            _tries++;
            return;
        }

        Prove(new(kind, whole, parts.ToArray(), factor.Factor, result) { Signs = signs.Length > 0 ? signs.ToArray() : null });
    }

    /// <param name="relation">The guess.</param>
    /// <param name="chosen">Digits of a number that the records themselves chose, which are no agreement.</param>
    private void Prove(Relation relation, decimal chosen = 0)
    {
        _tries++;
        if (Test(relation, isDeclared: false) is { } found && found.Holds >= settings.RelationRows && found.Misses <= settings.MissesAllowed(found.Holds))
        {
            _found.Add(found with { Digits = found.Digits - chosen });
        }
    }

    /// <summary>Counts the records that hold; null once more fail than may.</summary>
    private FoundRelation? Test(Relation relation, bool isDeclared)
    {
        int holds = 0, misses = 0, inexact = 0;
        decimal digits = 0, worst = 0, closer = 0, lastMiss = 0;
        for (var record = 0; record < table.Records.Length; record++)
        {
            _work++;
            if (relation.Judge(table, record) is not { } verdict || verdict.State == RelationState.Open)
            {
                continue;
            }

            // One wrong running total is too large for its own record, and as much too small for the next.
            var isEcho = relation.Kind == RelationKind.Running && lastMiss != 0 && verdict.Difference == -lastMiss;
            lastMiss = isEcho || verdict.State == RelationState.Holds ? 0 : verdict.Difference;
            if (isEcho)
            {
                holds++;
                digits += verdict.Weight;
                continue;
            }

            if (verdict.State == RelationState.Holds)
            {
                holds += verdict.Digits > 0 ? 1 : 0;
                var isNew = record == 0 || !IsSame(relation, record, record - 1);
                digits += isNew ? verdict.Digits : 0;
                closer += isNew ? verdict.Closer ?? 0 : 0;
                inexact += verdict.Closer is null ? 1 : 0;
            }
            else if (relation.Kind == RelationKind.Sum || !table.Records[record].IsSummary)
            {
                misses++;
                worst = Math.Max(worst, verdict.Gap);
                if (!isDeclared && misses > settings.RelationMisses)
                {
                    return null;
                }
            }
        }

        var isExact = closer >= settings.ExactDigits && holds - inexact >= settings.RelationRows && misses + inexact <= settings.MissesAllowed(holds - inexact);
        return new(relation, isDeclared, isExact ? holds - inexact : holds, isExact ? misses + inexact : misses, digits, worst, isExact);
    }

    private bool IsSame(Relation relation, int record, int other)
    {
        foreach (var part in relation.Parts)
        {
            if (table.ValueAt(part, record) != table.ValueAt(part, other))
            {
                return false;
            }
        }

        return table.ValueAt(relation.Whole, record) == table.ValueAt(relation.Whole, other);
    }
}
