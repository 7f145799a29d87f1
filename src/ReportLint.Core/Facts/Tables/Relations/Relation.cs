namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>A guess that some fields hang together in every record.</summary>
/// <param name="Kind">How.</param>
/// <param name="Whole">The field that is the product, the sum, the new or the running figure.</param>
/// <param name="Parts">The other fields, in order.</param>
/// <param name="Factor">What a product is multiplied with: 0.01 where one factor is in per cent, 0.001 between thousands and ones; the number of a multiple; else 1.</param>
/// <param name="Result">The field that the others lead to, as the table is read: the last one.</param>
internal sealed record Relation(RelationKind Kind, int Whole, int[] Parts, decimal Factor, int Result)
{
    /// <summary>1 or −1 for each part of a sum or of a running figure, or null where none is taken off.</summary>
    public int[]? Signs { get; init; }

    /// <summary>True where a record is compared with the one before.</summary>
    public bool LooksBack => Kind is RelationKind.Running or RelationKind.Carried;

    /// <summary>1, or −1 where a part of a sum is taken off.</summary>
    public int SignOf(int part) => Signs?[part] ?? 1;

    /// <summary>How many figures it compares: the whole, then the parts; of a running total the figure before first among them.</summary>
    public int Figures => Parts.Length + (Kind == RelationKind.Running ? 2 : 1);

    /// <summary>Field and record of one of them.</summary>
    /// <param name="at">Which, from 0 for the whole.</param>
    /// <param name="record">The record that is compared.</param>
    public (int Field, int Record) PlaceOf(int at, int record) => at == 0 ? (Whole, record)
        : Kind == RelationKind.Carried ? (Parts[0], record - 1)
        : Kind != RelationKind.Running ? (Parts[at - 1], record)
        : at == 1 ? (Whole, record - 1)
        : (Parts[at - 2], record);

    /// <summary>How a record compares: the difference and what rounding allows of it. Null where a figure is missing or nothing can be told.</summary>
    /// <param name="table">The table.</param>
    /// <param name="record">Number of the record.</param>
    /// <param name="isExact">True where the results are worked out from the figures as written, so that only their own last digit is rounded.</param>
    public RelationVerdict? Judge(RelationTable table, int record, bool isExact = false)
    {
        if (table.FactAt(Whole, record) is null || (LooksBack && !table.Follows(record)))
        {
            return null;
        }

        if (table.Units is not null && Kind is RelationKind.Sum or RelationKind.Running)
        {
            return JudgeSumInUnits(table, record, isExact);
        }

        var whole = table[Whole, record];
        return Kind switch
        {
            RelationKind.Product => JudgeProduct(whole, table[Parts[0], record], table[Parts[1], record], isExact),
            RelationKind.Change => JudgeChange(whole, table[Parts[0], record], table[Parts[1], record], isExact),
            RelationKind.Multiple => JudgeMultiple(whole, table[Parts[0], record], isExact),
            RelationKind.Running => JudgeSum(table, record, table[Whole, record - 1], isExact),
            RelationKind.Carried => JudgeCarried(whole, table[Parts[0], record - 1]),
            _ => JudgeSum(table, record, default, isExact),
        };
    }

    private RelationVerdict? JudgeProduct(in RelationCell whole, in RelationCell a, in RelationCell b, bool isExact)
    {
        if (a.Fact is null || b.Fact is null || whole.Value == 0 || a.Value == 0 || b.Value == 0)
        {
            return null;
        }

        var product = a.Value * b.Value * Factor;
        var (m, n) = (Math.Abs(a.Value), Math.Abs(b.Value));
        decimal Spread(decimal x, decimal y, decimal w) => (((m * y) + (n * x) + (x * y)) * Factor) + w;
        var isQuotient = Result != Whole;
        var strict = Spread(
            isQuotient && Result == Parts[0] ? a.Loose : a.Strict,
            isQuotient && Result == Parts[1] ? b.Loose : b.Strict,
            isQuotient ? whole.Strict : whole.Loose);
        var loose = Spread(
            isQuotient && Result == Parts[0] ? 2 * a.Loose : a.Loose,
            isQuotient && Result == Parts[1] ? 2 * b.Loose : b.Loose,
            isQuotient ? whole.Loose : 2 * whole.Loose);
        var written = !isQuotient ? whole.Step : Result == Parts[0] ? n * Factor * a.Step : m * Factor * b.Step;
        var isTrivial = Math.Abs(a.Value * Factor) == 1 || Math.Abs(b.Value * Factor) == 1 || Math.Abs(a.Value) == 1 || Math.Abs(b.Value) == 1;
        return RelationVerdict.Of(whole.Value - product, isExact ? written : strict, isExact ? written : loose, written, isTrivial ? 0 : Math.Abs(whole.Value), Math.Max(whole.Step, Math.Abs(whole.Value) * LeastShare), Math.Max(Math.Abs(whole.Value), Math.Abs(product)));
    }

    private RelationVerdict? JudgeMultiple(in RelationCell whole, in RelationCell part, bool isExact)
    {
        if (part.Fact is null || whole.Value == 0 || part.Value == 0)
        {
            return null;
        }

        var (computed, factor) = (part.Value * Factor, Math.Abs(Factor));
        return RelationVerdict.Of(
            whole.Value - computed,
            isExact ? whole.Step : (factor * part.Strict) + whole.Loose,
            isExact ? whole.Step : (factor * part.Loose) + (2 * whole.Loose),
            whole.Step,
            Math.Abs(whole.Value), Math.Max(whole.Step, Math.Abs(whole.Value) * LeastShare), Math.Max(Math.Abs(whole.Value), Math.Abs(computed)));
    }

    private static RelationVerdict? JudgeCarried(in RelationCell whole, in RelationCell before) => before.Fact is null ? null : RelationVerdict.Of(
        whole.Value - before.Value, whole.Strict + before.Strict, whole.Loose + before.Loose, whole.Step,
        Math.Abs(whole.Value), whole.Step, Math.Max(Math.Abs(whole.Value), Math.Abs(before.Value)));

    private static RelationVerdict? JudgeChange(in RelationCell now, in RelationCell before, in RelationCell change, bool isExact)
    {
        if (before.Fact is null || change.Fact is null || before.Value == 0 || now.Value == before.Value)
        {
            return null;
        }

        var was = Math.Abs(before.Value);
        var computed = (now.Value - before.Value) * 100 / was;
        var ratio = Math.Abs(now.Value) / was;
        decimal Spread(decimal n, decimal b, decimal c) => ((n + (b * ratio)) * 100 / was) + c;

        // Between two negative figures the sign of a change is a matter of taste: costs of 105 after 87 have risen.
        var difference = Math.Abs(change.Value - computed);
        return RelationVerdict.Of(
            now.Value < 0 && before.Value < 0 ? Math.Min(difference, Math.Abs(change.Value + computed)) : difference,
            isExact ? change.Step : Spread(now.Strict, before.Strict, change.Loose),
            isExact ? change.Step : Spread(now.Loose, before.Loose, 2 * change.Loose),
            change.Step,
            Math.Abs(change.Value), change.Step, Math.Max(Math.Abs(change.Value), Math.Abs(computed)));
    }

    private RelationVerdict? JudgeSum(RelationTable table, int record, in RelationCell before, bool isExact)
    {
        var whole = table[Whole, record];
        var (sum, strict, loose) = (before.Value, whole.Strict + before.Strict, whole.Loose + before.Loose);
        var (smallest, largest) = (Math.Abs(whole.Value), Math.Abs(whole.Value));
        if (Kind == RelationKind.Running && before.Fact is null)
        {
            return null;
        }

        var figures = 0;
        for (var i = 0; i < Parts.Length; i++)
        {
            var part = table[Parts[i], record];
            if (part.Fact is null && !(Kind == RelationKind.Running && part.IsNought))
            {
                return null;
            }

            sum += SignOf(i) * part.Value;
            strict += part.Strict;
            loose += part.Loose;
            figures += part.Value == 0 ? 0 : 1;
            smallest = part.Value == 0 ? smallest : Math.Min(smallest, Math.Abs(part.Value));
            largest = Math.Max(largest, Math.Abs(part.Value));
        }

        // With more than two parts each is checked by the others; with two, the smallest figure is all that could have been otherwise.
        var telling = Kind == RelationKind.Running || Parts.Length == 2 ? smallest : figures < 2 ? 0 : Math.Abs(whole.Value);
        return figures == 0 ? null : RelationVerdict.Of(whole.Value - sum, isExact ? 0 : strict, isExact ? 0 : loose, whole.Step, telling, whole.Step, largest);
    }

    /// <summary>As <see cref="JudgeSum"/>, in whole numbers.</summary>
    private RelationVerdict? JudgeSumInUnits(RelationTable table, int record, bool isExact)
    {
        ref readonly var whole = ref table.UnitsAt(Whole, record);
        var (sum, strict, loose) = (0L, whole.Strict, whole.Loose);
        if (Kind == RelationKind.Running)
        {
            ref readonly var before = ref table.UnitsAt(Whole, record - 1);
            if (!before.IsFigure)
            {
                return null;
            }

            (sum, strict, loose) = (before.Value, strict + before.Strict, loose + before.Loose);
        }

        var figures = 0;
        var (smallest, largest) = (Math.Abs(whole.Value), Math.Abs(whole.Value));
        for (var i = 0; i < Parts.Length; i++)
        {
            ref readonly var part = ref table.UnitsAt(Parts[i], record);
            if (!part.IsFigure && !(Kind == RelationKind.Running && part.IsNought))
            {
                return null;
            }

            var size = Math.Abs(part.Value);
            sum += SignOf(i) * part.Value;
            strict += part.Strict;
            loose += part.Loose;
            figures += size == 0 ? 0 : 1;
            smallest = size == 0 ? smallest : Math.Min(smallest, size);
            largest = Math.Max(largest, size);
        }

        var telling = Kind == RelationKind.Running || Parts.Length == 2 ? smallest : figures < 2 ? 0 : Math.Abs(whole.Value);
        return figures == 0 ? null : RelationVerdict.OfUnits(whole.Value - sum, isExact ? 0 : strict, isExact ? 0 : loose, whole.Step, telling, largest);
    }

    /// <summary>No agreement counts as closer than to a billionth, so that figures with many decimals prove no more than others.</summary>
    private const decimal LeastShare = 1e-9m;
}

/// <summary>How the figures of a record compare with a relation.</summary>
internal enum RelationState
{
    /// <summary>They agree, whole numbers taken as exact.</summary>
    Holds,

    /// <summary>They agree only if whole numbers may be rounded, or the last digit was cut off.</summary>
    Open,

    /// <summary>They do not agree.</summary>
    Fails,
}

/// <summary>What was found in one record.</summary>
/// <param name="State">Whether the figures agree.</param>
/// <param name="Weight">Decimal digits of agreement, if they agree.</param>
/// <param name="Gap">The difference as a share of the largest figure, from 0 to 1.</param>
/// <param name="Closer">How many decimal digits closer than rounding demands they agree; null where not to the last digit.</param>
/// <param name="Difference">What is stated less what follows from the others.</param>
internal readonly record struct RelationVerdict(RelationState State, decimal Weight, decimal Gap, decimal? Closer, decimal Difference)
{
    /// <summary>Decimal digits of agreement; 0 where they do not agree.</summary>
    public decimal Digits => State == RelationState.Holds ? Weight : 0;

    /// <summary>Compares a difference with what rounding allows.</summary>
    /// <param name="difference">Between the figures; all arguments but <paramref name="largest"/> are in its unit.</param>
    /// <param name="strict">What rounding allows where whole numbers are exact.</param>
    /// <param name="loose">What it allows at most.</param>
    /// <param name="written">The weight of the last digit of the result.</param>
    /// <param name="telling">The magnitude that could have been otherwise; 0 where agreement says nothing.</param>
    /// <param name="step">The closest agreement that counts.</param>
    /// <param name="largest">The largest figure, for the gap.</param>
    public static RelationVerdict Of(decimal difference, decimal strict, decimal loose, decimal written, decimal telling, decimal step, decimal largest)
    {
        var signed = difference;
        difference = Math.Abs(difference);
        var state = difference <= strict ? RelationState.Holds : difference <= loose ? RelationState.Open : RelationState.Fails;
        decimal? closer = difference <= written / 2 ? LaneVerdict.CountDigits(2 * strict, written) : null;
        var weight = LaneVerdict.CountDigits(telling, Math.Max(closer is null ? 2 * strict : written, step));
        return new(state, weight, largest == 0 ? 0 : Math.Min(1, difference / largest), closer, signed);
    }

    /// <summary>As <see cref="Of"/>, of whole numbers of one unit; the weight of the last digit is the closest agreement that counts.</summary>
    public static RelationVerdict OfUnits(long difference, long strict, long loose, long written, long telling, long largest)
    {
        var size = Math.Abs(difference);
        var state = size <= strict ? RelationState.Holds : size <= loose ? RelationState.Open : RelationState.Fails;
        decimal? closer = 2 * size <= written ? LaneVerdict.CountDigits(2 * strict, written) : null;
        var weight = LaneVerdict.CountDigits(telling, Math.Max(closer is null ? 2 * strict : written, written));
        return new(state, weight, largest == 0 ? 0 : Math.Min(1, (decimal)size / largest), closer, difference);
    }
}
