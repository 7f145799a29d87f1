using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>Operators on values. Whatever does not fit together is unknown.</summary>
internal static class Operators
{
    /// <summary>Kleene's negation: unknown stays unknown.</summary>
    public static bool? Not(bool? value) => !value;

    /// <summary>Kleene's conjunction: false wins over unknown.</summary>
    public static bool? And(bool? left, bool? right) => left & right;

    /// <summary>Kleene's disjunction: true wins over unknown.</summary>
    public static bool? Or(bool? left, bool? right) => left | right;

    /// <summary>A fact with a value stands for its value; everything else for itself.</summary>
    public static Value Scalar(Value value) =>
        value.Fact is { } fact && fact.Type.ValueProperty is { } property ? property.Get(fact) : value;

    public static Value Arithmetic(string symbol, Value left, Value right)
    {
        if (left.Number is { } a && right.Number is { } b)
        {
            return Value.Of(symbol switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ => a / b,
            });
        }

        return symbol == "-" && left.Date is { } from && right.Date is { } to ? Value.Of(Calendar.DaysBetween(to, from)) : Value.Unknown;
    }

    public static Value Negate(Value value) => value.Number is { } number ? Value.Of(-number) : Value.Unknown;

    /// <summary>What compares two values in the way of an operator.</summary>
    public static Func<Value, Value, Value> Comparison(string symbol) => symbol switch
    {
        "=" => static (left, right) => Value.Of(AreEqual(left, right)),
        "!=" => static (left, right) => Value.Of(Not(AreEqual(left, right))),
        "~" => static (left, right) => Value.Of(MayBeEqual(left, right)),
        "<" => static (left, right) => Value.Of(IsLess(left, right)),
        "<=" => static (left, right) => Value.Of(Not(IsLess(right, left))),
        ">" => static (left, right) => Value.Of(IsLess(right, left)),
        _ => static (left, right) => Value.Of(Not(IsLess(left, right))),
    };

    /// <summary>True where both are one and the same value, false where no value is allowed by both, otherwise unknown.</summary>
    public static bool? AreEqual(Value left, Value right)
    {
        if (left.Kind != right.Kind)
        {
            return null;
        }

        switch (left.Kind)
        {
            case ValueKind.Number:
                Interval a = left.Number!, b = right.Number!;
                return a.Single is { } x && b.Single is { } y ? x == y : a.Intersects(b) ? null : false;
            case ValueKind.Text:
                return left.Text == right.Text;
            case ValueKind.Truth:
                return left.Truth == right.Truth;
            case ValueKind.Fact:
                return ReferenceEquals(left.Fact, right.Fact);
            case ValueKind.Date:
                DateRange d = left.Date!, e = right.Date!;
                return d.Earliest == d.Latest && d == e ? true : d.Latest < e.Earliest || e.Latest < d.Earliest ? false : null;
            default:
                return null;
        }
    }

    /// <summary>True where some value is allowed by both.</summary>
    public static bool? MayBeEqual(Value left, Value right)
    {
        if (left.Number is { } a && right.Number is { } b)
        {
            return a.Intersects(b);
        }

        return left.Date is { } d && right.Date is { } e ? d.Earliest <= e.Latest && e.Earliest <= d.Latest : null;
    }

    /// <summary>True where every value of the one is below every value of the other.</summary>
    public static bool? IsLess(Value left, Value right)
    {
        if (left.Number is { } a && right.Number is { } b)
        {
            return a.IsBelow(b) ? true : a.Low is { } low && b.High is { } high && low >= high ? false : null;
        }

        if (left.Date is { } d && right.Date is { } e)
        {
            return d.Latest < e.Earliest ? true : d.Earliest >= e.Latest ? false : null;
        }

        return null;
    }
}
