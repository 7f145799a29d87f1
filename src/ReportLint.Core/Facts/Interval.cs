using System.Globalization;
using System.Runtime.CompilerServices;

namespace ReportLint.Core.Facts;

/// <summary>
/// The values that a piece of writing allows: a range of decimals, each end open or closed, either end possibly absent.
/// Arithmetic is exact interval arithmetic in <see cref="decimal"/>; a result that does not fit a decimal is unbounded.
/// Immutable.
/// </summary>
public sealed record Interval
{
    /// <summary>Every value.</summary>
    public static readonly Interval Everything = new(null, null);

    // A nullable decimal takes half as much room again as a decimal, and there are two intervals for each number.
    private readonly decimal _low;
    private readonly decimal _high;
    private readonly decimal _nominal;
    private readonly Parts _parts;

    // One more than its small whole number; less than 0 where it is none, 0 until that is asked.
    private int _small;

    [Flags]
    private enum Parts : byte
    {
        Low = 1,
        High = 2,
        LowOpen = 4,
        HighOpen = 8,
        Nominal = 16,
    }

    private Interval(decimal? low, decimal? high, bool lowOpen = false, bool highOpen = false)
    {
        (_low, _high) = (low.GetValueOrDefault(), high.GetValueOrDefault());
        _parts = (low.HasValue ? Parts.Low : 0) | (high.HasValue ? Parts.High : 0) | (lowOpen ? Parts.LowOpen : 0) | (highOpen ? Parts.HighOpen : 0);
    }

    private Interval(decimal low, decimal high) => (_low, _high, _parts) = (low, high, Parts.Low | Parts.High);

    /// <summary>Lower end, or null where there is none.</summary>
    public decimal? Low => Has(Parts.Low) ? _low : null;

    /// <summary>Upper end, or null where there is none.</summary>
    public decimal? High => Has(Parts.High) ? _high : null;

    /// <summary>True where <see cref="Low"/> itself is not allowed.</summary>
    public bool LowOpen => Has(Parts.LowOpen);

    /// <summary>True where <see cref="High"/> itself is not allowed.</summary>
    public bool HighOpen => Has(Parts.HighOpen);

    private bool Has(Parts part) => (_parts & part) != 0;

    /// <summary>
    /// The value as written or computed from what was written, where there is one: <c>1.4m</c> may be 1,350,000 to 1,450,000 and
    /// its nominal value is 1,400,000. Arithmetic carries it along, so that a message can show a plain sum. Two intervals are
    /// equal whatever their nominal values are.
    /// </summary>
    public decimal? Nominal
    {
        get => Has(Parts.Nominal) ? _nominal : Single;
        private init
        {
            _nominal = value.GetValueOrDefault();
            _parts = value.HasValue ? _parts | Parts.Nominal : _parts & ~Parts.Nominal;
        }
    }

    // The form, or the number that is asked for it: few are ever shown.
    private object? _form;

    /// <summary>How the number was written around its digits, for messages; sums and differences of one form keep it.</summary>
    internal NumberForm? Form
    {
        get
        {
            if (_form is NumericFact written)
            {
                _form = NumberForm.Of(written);
            }

            return Unsafe.As<NumberForm?>(_form);
        }

        init => _form = value;
    }

    /// <summary>The same interval with this nominal value.</summary>
    public Interval WithNominal(decimal? nominal) => this with { Nominal = nominal };

    /// <summary>The same interval with this nominal value, written so.</summary>
    internal Interval As(decimal? nominal, NumberForm? form) => this with { Nominal = nominal, Form = form };

    /// <summary>The same interval with the nominal value and the form of the number that was written.</summary>
    internal Interval As(NumericFact written) => this with { Nominal = written.Nominal, _form = written };

    /// <summary>True where both allow the same values.</summary>
    public bool Equals(Interval? other) =>
        other is not null && Low == other.Low && High == other.High && LowOpen == other.LowOpen && HighOpen == other.HighOpen;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High, LowOpen, HighOpen);

    /// <summary>The one value, where there is only one.</summary>
    public decimal? Single => (_parts & (Parts.Low | Parts.High)) == (Parts.Low | Parts.High) && _low == _high ? _low : null;

    /// <summary>Just this value.</summary>
    public static Interval Exactly(decimal value) =>
        value.Scale == 0 && value < Small.Length && value >= 0 ? Exactly((int)value) : new(value, value);

    /// <summary>Just this whole number. Numbers of sentences and blocks are asked for again and again: small ones are made once.</summary>
    internal static Interval Exactly(int value) =>
        (uint)value < (uint)Small.Length ? Small[value] ??= new(value) : new((decimal)value, value);

    private static readonly Interval?[] Small = new Interval?[Smalls];

    /// <summary>Whole numbers from 0 on, up to this, are small.</summary>
    internal const int Smalls = 4096;

    private Interval(int small)
        : this((decimal)small, small) => _small = small + 1;

    /// <summary>The one value, where it is a small whole number; otherwise -1.</summary>
    internal int SmallNumber
    {
        get
        {
            if (_small == 0)
            {
                _small = Single is { } single && single >= 0 && single < Small.Length && decimal.Truncate(single) == single ? (int)single + 1 : -1;
            }

            return _small > 0 ? _small - 1 : -1;
        }
    }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both allowed; swapped where they are the wrong way round.</summary>
    public static Interval Between(decimal low, decimal high) => low <= high ? new(low, high) : new(high, low);

    /// <summary>This value, give or take <paramref name="margin"/>.</summary>
    public static Interval Around(decimal value, decimal margin) => margin == 0 ? new(value, value) : new(value - Math.Abs(margin), value + Math.Abs(margin));

    /// <summary>This value, give or take <paramref name="margin"/>, and what it is without rounding.</summary>
    internal static Interval Around(decimal value, decimal margin, decimal nominal) => new(value - Math.Abs(margin), value + Math.Abs(margin)) { Nominal = nominal };

    /// <summary>This value or more; without the value itself where <paramref name="open"/>.</summary>
    public static Interval AtLeast(decimal value, bool open = false) => new(value, null, lowOpen: open);

    /// <summary>This value or less; without the value itself where <paramref name="open"/>.</summary>
    public static Interval AtMost(decimal value, bool open = false) => new(null, value, highOpen: open);

    /// <summary>Any ends.</summary>
    public static Interval Of(decimal? low, decimal? high, bool lowOpen = false, bool highOpen = false) =>
        low > high ? new(high, low, highOpen, lowOpen) : new(low, high, lowOpen, highOpen);

    /// <summary>Ends that were computed, with what was computed along with them.</summary>
    internal static Interval Made(decimal? low, decimal? high, bool lowOpen, bool highOpen, decimal? nominal, NumberForm? form) =>
        new(low, high, lowOpen, highOpen) { Nominal = nominal, Form = form };

    /// <summary>True where the value is allowed.</summary>
    public bool Contains(decimal value) =>
        (!Has(Parts.Low) || (decimal.Compare(value, _low) is var above && (above > 0 || (above == 0 && !LowOpen)))) &&
        (!Has(Parts.High) || (decimal.Compare(value, _high) is var below && (below < 0 || (below == 0 && !HighOpen))));

    /// <summary>True where some value is allowed by both.</summary>
    public bool Intersects(Interval other) => !IsBelow(other) && !other.IsBelow(this);

    /// <summary>True where every value of this lies below every value of <paramref name="other"/>.</summary>
    public bool IsBelow(Interval other) => (_small > 0 && other._small > 0) ? _small < other._small :
        Has(Parts.High) && other.Has(Parts.Low) && decimal.Compare(_high, other._low) is var order && (order < 0 || (order == 0 && (HighOpen || other.LowOpen)));

    /// <summary>The smallest interval that covers both.</summary>
    public Interval Union(Interval other)
    {
        var low = Low is null || other.Low is null ? null : (decimal?)Math.Min(Low.Value, other.Low.Value);
        var high = High is null || other.High is null ? null : (decimal?)Math.Max(High.Value, other.High.Value);
        return new(low, high);
    }

    /// <summary>The same interval with <paramref name="margin"/> added at either end.</summary>
    public Interval Widen(decimal margin) => this + Around(0, margin);

    /// <summary>Sum.</summary>
    public static Interval operator +(Interval left, Interval right) =>
        new(Add(left.Low, right.Low), Add(left.High, right.High),
            left.LowOpen || right.LowOpen, left.HighOpen || right.HighOpen)
        {
            Nominal = Add(left.Nominal, right.Nominal),
            Form = NumberForm.Common(left.Form, right.Form),
        };

    /// <summary>Negation.</summary>
    public static Interval operator -(Interval value) => new(-value.High, -value.Low, value.HighOpen, value.LowOpen) { Nominal = -value.Nominal, Form = value.Form };

    /// <summary>Difference.</summary>
    public static Interval operator -(Interval left, Interval right) =>
        new(Add(left.Low, -right.High), Add(left.High, -right.Low),
            left.LowOpen || right.HighOpen, left.HighOpen || right.LowOpen)
        {
            Nominal = Add(left.Nominal, -right.Nominal),
            Form = left.Form is { IsPercent: true } ? null : NumberForm.Common(left.Form, right.Form),
        };

    /// <summary>Product.</summary>
    public static Interval operator *(Interval left, Interval right) =>
        Multiply(left, right, Product(left.Nominal, right.Nominal));

    private static Interval Multiply(Interval left, Interval right, decimal? nominal)
    {
        if (left.Single is { } factor)
        {
            return right.Scale(factor, nominal);
        }

        if (right.Single is { } other)
        {
            return left.Scale(other, nominal);
        }

        if (left.Low is not { } a || left.High is not { } b || right.Low is not { } c || right.High is not { } d)
        {
            return new(left.Low >= 0 && right.Low >= 0 ? Product(left.Low, right.Low) : null, null) { Nominal = nominal };
        }

        try
        {
            decimal ac = a * c, ad = a * d, bc = b * c, bd = b * d;
            return new(Math.Min(Math.Min(ac, ad), Math.Min(bc, bd)), Math.Max(Math.Max(ac, ad), Math.Max(bc, bd))) { Nominal = nominal };
        }
        catch (OverflowException)
        {
            return new(null, null) { Nominal = nominal };
        }
    }

    /// <summary>Quotient; <see cref="Everything"/> where the divisor may be 0.</summary>
    public static Interval operator /(Interval left, Interval right) =>
        Divide(left, right, right.Nominal is 0 ? null : Quotient(left.Nominal, right.Nominal));

    private static Interval Divide(Interval left, Interval right, decimal? nominal)
    {
        var (hasLow, hasHigh) = (right.Has(Parts.Low), right.Has(Parts.High));
        if (right.Contains(0) || (hasLow && right._low == 0) || (hasHigh && right._high == 0))
        {
            return new(null, null) { Nominal = nominal };
        }

        try
        {
            var (low, high) = (right._low, right._high);
            if (hasLow && hasHigh)
            {
                if (low == high)
                {
                    return left.Over(high, nominal);
                }

                if (left.Has(Parts.Low) && left.Has(Parts.High))
                {
                    var (from, to) = (left._low, left._high);
                    return new(
                        Math.Min(Math.Min(Below(from, low), Below(from, high)), Math.Min(Below(to, low), Below(to, high))),
                        Math.Max(Math.Max(Above(from, low), Above(from, high)), Math.Max(Above(to, low), Above(to, high))))
                    { Nominal = nominal };
                }

                return Multiply(left, new Interval(1 / high, 1 / low, right.HighOpen, right.LowOpen), nominal);
            }

            return hasLow && low > 0 ? Multiply(left, new Interval(0, 1 / low, true, right.LowOpen), nominal)
                : hasHigh && high < 0 ? Multiply(left, new Interval(1 / high, 0, right.HighOpen, true), nominal)
                : new(null, null) { Nominal = nominal };
        }
        catch (OverflowException)
        {
            return new(null, null) { Nominal = nominal };
        }
    }

    /// <summary>The quotients by one divisor, which is not 0.</summary>
    private Interval Over(decimal divisor, decimal? nominal) => divisor > 0
        ? new(Low is { } low ? Below(low, divisor) : null, High is { } high ? Above(high, divisor) : null, LowOpen, HighOpen) { Nominal = nominal }
        : new(High is { } last ? Below(last, divisor) : null, Low is { } first ? Above(first, divisor) : null, HighOpen, LowOpen) { Nominal = nominal };

    /// <summary>The quotient, or where it has more digits than a decimal the next lower one.</summary>
    private static decimal Below(decimal value, decimal divisor) => value / divisor is var quotient && IsExact(value, divisor, quotient) ? quotient : quotient - LastPlace(quotient);

    /// <summary>The quotient, or where it has more digits than a decimal the next higher one.</summary>
    private static decimal Above(decimal value, decimal divisor) => value / divisor is var quotient && IsExact(value, divisor, quotient) ? quotient : quotient + LastPlace(quotient);

    // A quotient with an end has fewer digits than a decimal holds; one without fills them, and the product may be rounded back to the dividend.
    private static bool IsExact(decimal value, decimal divisor, decimal quotient) => quotient * divisor == value && (quotient.Scale < 20 || Normalize(quotient).Scale < 20);

    private static decimal LastPlace(decimal value) => new(1, 0, 0, false, value.Scale);

    /// <summary>The interval as <c>5</c>, <c>4.5…5.5</c>, <c>&gt; 40</c>; invariant culture.</summary>
    public override string ToString()
    {
        static string Show(decimal value) => Normalize(value).ToString("#,##0.######", CultureInfo.InvariantCulture);
        return (Low, High) switch
        {
            ({ } low, { } high) when low == high => Show(low),
            ({ } low, { } high) => $"{Show(low)}…{Show(high)}",
            ({ } low, null) => (LowOpen ? "> " : "≥ ") + Show(low),
            (null, { } high) => (HighOpen ? "< " : "≤ ") + Show(high),
            _ => "any",
        };
    }

    /// <summary>The same number without trailing zeros after the point.</summary>
    public static decimal Normalize(decimal value) => value / 1.0000000000000000000000000000m;

    private Interval Scale(decimal factor, decimal? nominal)
    {
        var low = Product(Low, factor);
        var high = Low == High ? low : Product(High, factor);
        return factor >= 0 ? new(low, high, LowOpen, HighOpen) { Nominal = nominal } : new(high, low, HighOpen, LowOpen) { Nominal = nominal };
    }

    internal static decimal? Add(decimal? left, decimal? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        try
        {
            return a + b;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Product(decimal? left, decimal? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        try
        {
            return a * b;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Quotient(decimal? left, decimal? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        try
        {
            return a / b;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
