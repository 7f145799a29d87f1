using System.Runtime.CompilerServices;
using NodaTime;

namespace ReportLint.Core.Facts;

/// <summary>The types of the rule language.</summary>
public enum ValueKind
{
    /// <summary>Nothing is known: a missing property, or an operation on one.</summary>
    Unknown,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A number as an <see cref="Interval"/>.</summary>
    Number,

    /// <summary>Text, or a symbol such as <c>complete</c>.</summary>
    Text,

    /// <summary>A stretch of days as a <see cref="DateRange"/>.</summary>
    Date,

    /// <summary>A <see cref="Facts.Fact"/>.</summary>
    Fact,

    /// <summary>A list of values.</summary>
    List,
}

/// <summary>The days that a piece of writing allows, both ends inside: <c>May 2015</c> is 1 to 31 May 2015.</summary>
/// <param name="Earliest">First day allowed.</param>
/// <param name="Latest">Last day allowed.</param>
public sealed record DateRange(LocalDate Earliest, LocalDate Latest);

/// <summary>A value of the rule language. Immutable.</summary>
public readonly struct Value
{
    // Of the type that the kind says: only the methods below make values, and no cast is checked a second time.
    private readonly object? _payload;

    private readonly bool _truth;

    private Value(ValueKind kind, object? payload)
    {
        Kind = kind;
        _payload = payload;
    }

    private Value(bool truth)
    {
        Kind = ValueKind.Truth;
        _truth = truth;
    }

    /// <summary>Nothing is known.</summary>
    public static Value Unknown => default;

    /// <summary>Its type.</summary>
    public ValueKind Kind { get; }

    /// <summary>True where nothing is known.</summary>
    public bool IsUnknown => Kind == ValueKind.Unknown;

    /// <summary>The truth value, or null where it is unknown or no truth value.</summary>
    public bool? Truth => Kind == ValueKind.Truth ? _truth : null;

    /// <summary>True where it is known to be true.</summary>
    public bool IsTrue => _truth;

    /// <summary>True where it is known to be false.</summary>
    public bool IsFalse => Kind == ValueKind.Truth && !_truth;

    /// <summary>It where it is a truth value, otherwise unknown.</summary>
    internal Value TruthAlone => Kind == ValueKind.Truth ? this : default;

    /// <summary>The number, or null.</summary>
    public Interval? Number => Kind == ValueKind.Number ? Unsafe.As<Interval>(_payload) : null;

    /// <summary>The text, or null.</summary>
    public string? Text => Kind == ValueKind.Text ? Unsafe.As<string>(_payload) : null;

    /// <summary>The days, or null.</summary>
    public DateRange? Date => Kind == ValueKind.Date ? Unsafe.As<DateRange>(_payload) : null;

    /// <summary>The fact, or null.</summary>
    public Fact? Fact => Kind == ValueKind.Fact ? Unsafe.As<Fact>(_payload) : null;

    /// <summary>The elements, or null. Not to be written to.</summary>
    public Value[]? List => Kind == ValueKind.List ? Unsafe.As<Value[]>(_payload) : null;

    /// <summary>A truth value; unknown for null.</summary>
    public static Value Of(bool? truth) => truth is { } known ? new(known) : default;

    /// <summary>A truth value.</summary>
    internal static Value OfTruth(bool truth) => new(truth);

    /// <summary>A number; unknown for null.</summary>
    public static Value Of(Interval? number) => number is null ? default : new(ValueKind.Number, number);

    /// <summary>An exact number; unknown for null.</summary>
    public static Value Of(decimal? number) => number is { } known ? new(ValueKind.Number, Interval.Exactly(known)) : default;

    /// <summary>An exact whole number.</summary>
    public static Value Of(int number) => new(ValueKind.Number, Interval.Exactly(number));

    /// <summary>Text; unknown for null.</summary>
    public static Value Of(string? text) => text is null ? default : new(ValueKind.Text, text);

    /// <summary>Days; unknown for null.</summary>
    public static Value Of(DateRange? date) => date is null ? default : new(ValueKind.Date, date);

    /// <summary>A fact; unknown for null.</summary>
    public static Value Of(Fact? fact) => fact is null ? default : new(ValueKind.Fact, fact);

    /// <summary>A list; unknown for null.</summary>
    public static Value Of(IReadOnlyList<Value>? list) => list is null ? default : new(ValueKind.List, list as Value[] ?? [.. list]);

    /// <summary>A list of facts; unknown for null.</summary>
    public static Value Of(IReadOnlyList<Fact>? facts)
    {
        if (facts is null)
        {
            return default;
        }

        var values = new Value[facts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Of(facts[i]);
        }

        return new(ValueKind.List, values);
    }

    /// <summary>The value in a form for people; invariant culture.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Unknown => "unknown",
        ValueKind.Truth => Truth == true ? "true" : "false",
        ValueKind.Date when Date is { } d => d.Earliest == d.Latest ? $"{d.Earliest:uuuu'-'MM'-'dd}" : $"{d.Earliest:uuuu'-'MM'-'dd}…{d.Latest:uuuu'-'MM'-'dd}",
        ValueKind.Fact => Fact!.Text,
        ValueKind.List => string.Join(", ", List!),
        _ => _payload!.ToString()!,
    };
}
