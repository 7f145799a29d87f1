using ReportLint.Core.Facts;
using ReportLint.Core.Statistics;

namespace ReportLint.Core.Rules;

/// <summary>The functions of the rule language that know about figures in reports: rounding, units, statistics.</summary>
internal static class FigureFunctions
{
    /// <summary><c>rounded(number)</c>: what the number may have been before it was rounded for the reader; see <c>settings/rounding.yml</c>.</summary>
    public static Bound Rounded(Binder binder, CallNode call)
    {
        Functions.Arity(call, 1);
        var fact = binder.Bind(call.Arguments[0]);
        var number = Binder.Expect(binder.Scalar(fact), ValueKind.Number);
        var share = binder.Knowledge.Settings("rounding").Get("most_relative", 0.05m);
        var evaluate = fact.Evaluate;
        return new(call, StaticType.Number, frame =>
        {
            var written = evaluate(frame);
            return Operators.Scalar(written).Number is { } value ? Value.Of(Rounded(written, value, share)) : Value.Unknown;
        }, number.Slots);
    }

    /// <summary><c>convert(number, unit, like)</c>: a number of one unit in the unit of a number fact; factors in <c>settings/unit-sizes.yml</c>.</summary>
    public static Bound Convert(Binder binder, CallNode call)
    {
        Functions.Arity(call, 3);
        var number = Functions.Scalar(binder, call.Arguments[0], ValueKind.Number);
        var unit = Functions.Scalar(binder, call.Arguments[1], ValueKind.Text);
        var like = binder.Bind(call.Arguments[2]);
        var sizes = binder.Knowledge.Settings("unit-sizes");
        Evaluate value = number.Evaluate, name = unit.Evaluate, target = like.Evaluate;
        return new(call, StaticType.Number, frame =>
            value(frame).Number is { } x && name(frame).Text is { } from && target(frame).Fact is NumericFact to
                ? Value.Of(UnitSizes.Convert(sizes, x, from, to))
                : Value.Unknown,
            number.Slots | unit.Slots | like.Slots);
    }

    /// <summary><c>pvalue(test, statistic, df1, df2)</c>: see <see cref="PValues"/>.</summary>
    public static Bound PValue(Binder binder, CallNode call)
    {
        Functions.Arity(call, 4);
        var test = Functions.Scalar(binder, call.Arguments[0], ValueKind.Text);
        Bound[] numbers = [.. call.Arguments.Skip(1).Select(a => Functions.Scalar(binder, a, ValueKind.Number))];
        Evaluate name = test.Evaluate, statistic = numbers[0].Evaluate, df1 = numbers[1].Evaluate, df2 = numbers[2].Evaluate;
        return new(call, StaticType.Number, frame =>
            name(frame).Text is { } which && statistic(frame).Number is { } x
                ? Value.Of(PValueOf(frame, which, x, df1(frame).Number, df2(frame).Number))
                : Value.Unknown,
            numbers.Aggregate(test.Slots, static (slots, bound) => slots | bound.Slots));
    }

    private static Interval? PValueOf(Frame frame, string test, Interval statistic, Interval? first, Interval? second)
    {
        if (frame.LastPValue is not { } last || last.Test != test || !ReferenceEquals(last.Statistic, statistic) || !ReferenceEquals(last.First, first) || !ReferenceEquals(last.Second, second))
        {
            frame.LastPValue = last = new(test, statistic, first, second, PValues.Of(test, statistic, first, second));
        }

        return last.Value;
    }

    /// <summary><c>grim(mean, count)</c>: see <see cref="IsPossibleMean"/>.</summary>
    public static Bound Grim(Binder binder, CallNode call)
    {
        Functions.Arity(call, 2);
        var mean = Functions.Scalar(binder, call.Arguments[0], ValueKind.Number);
        var count = Functions.Scalar(binder, call.Arguments[1], ValueKind.Number);
        return Functions.OfTwo(call, mean, count, StaticType.Truth, static (x, n) =>
            x.Number is { } value && n.Number?.Single is { } answers ? Value.Of(IsPossibleMean(value, answers)) : Value.Unknown);
    }

    /// <summary>
    /// Whether some whole number, divided by a count of answers, is a mean that the writing allows: the GRIM test of
    /// N. J. L. Brown and J. A. J. Heathers, Social Psychological and Personality Science 8 (2017), 363–369. Unknown for no count.
    /// </summary>
    internal static bool? IsPossibleMean(Interval mean, decimal count)
    {
        if (count < 1 || count > 1_000_000_000 || mean.Low is not { } low || mean.High is not { } high || Math.Abs(low) + Math.Abs(high) > 1_000_000_000_000m)
        {
            return null;
        }

        return Math.Floor(high * count) >= Math.Ceiling(low * count);
    }

    /// <summary>
    /// The value, give or take half of its last digit that is not 0, though by that at most a share of it: <c>740</c> is 735 to
    /// 745, <c>20</c> is 19 to 21. Never narrower than the writing.
    /// </summary>
    private static Interval Rounded(Value written, Interval value, decimal mostRelative)
    {
        if (value.Nominal is not { } nominal || nominal == 0)
        {
            return value;
        }

        var step = written.Fact is NumericFact fact ? fact.Step : 1;
        var margin = Math.Max(step / 2, Math.Min(Facts.Numbers.WrittenInterval.Grid(nominal, step) / 2, Math.Abs(nominal) * mostRelative));
        var wide = value.Union(Interval.Around(nominal, margin));
        return wide.WithNominal(nominal) with { Form = value.Form };
    }
}
