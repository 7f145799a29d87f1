namespace ReportLint.Core.Facts;

/// <summary>How a number was hedged.</summary>
public enum Hedge
{
    /// <summary>Stated plainly.</summary>
    None,

    /// <summary><c>about 1,400</c>.</summary>
    About,

    /// <summary><c>nearly 80</c>: a little less.</summary>
    Nearly,

    /// <summary><c>just over 80</c>: a little more.</summary>
    JustOver,

    /// <summary><c>more than 40</c>.</summary>
    MoreThan,

    /// <summary><c>at least 40</c>.</summary>
    AtLeast,

    /// <summary><c>less than 40</c>.</summary>
    LessThan,

    /// <summary><c>up to 40</c>, <c>at most 40</c>.</summary>
    AtMost,
}

/// <summary>A fact with a number: a quantity, a percentage or a fraction.</summary>
public abstract class NumericFact : Fact
{
    /// <summary>The values that the writing allows: rounding, scale and hedges included.</summary>
    public required Interval Value { get; init; }

    /// <summary>The number as written, scale applied: <c>£1.4m</c> is 1,400,000.</summary>
    public required decimal Nominal { get; init; }

    /// <summary>The weight of the last written digit, scale applied: <c>1.4m</c> has 100,000, <c>1,400</c> has 1, <c>0.50</c> has 0.01.</summary>
    public required decimal Step { get; init; }

    /// <summary>How it was hedged; the span does not cover the hedge.</summary>
    public Hedge Hedge { get; init; }

    /// <summary>True where it was written in words: <c>twenty-one</c>.</summary>
    public bool InWords { get; init; }

    /// <summary>The unit, a name from <c>lexicon/units.yml</c> or a currency code: <c>day</c>, <c>kilometre</c>, <c>GBP</c>; empty for a bare count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What kind of unit: <c>count</c>, <c>money</c>, <c>time</c>, <c>length</c>, <c>percent</c> …</summary>
    public string Dimension { get; init; } = "count";

    /// <summary>True where it is part of a compound that names a kind rather than counts: <c>40-page</c>, <c>six-month</c>.</summary>
    public bool IsCompound { get; init; }

    /// <summary>True where it is told in several units, <c>2 hours 15 minutes</c>, so that no other number can be written in its place.</summary>
    internal bool IsInPieces { get; init; }

    /// <summary>True where it is an end of a range.</summary>
    public bool IsRangeEnd { get; internal set; }

    /// <summary>The digits or words of the number alone, without currency, scale or unit; a place in the prose.</summary>
    public required Text.TextSpan Digits { get; init; }

    /// <summary>True where it is a bare count that is written as a year is.</summary>
    internal bool IsBareYear { get; init; }

    private Interval? _valueForRules;

    /// <summary><see cref="Value"/> with <see cref="Nominal"/> as its nominal value, as rules see it.</summary>
    internal Interval ValueForRules => _valueForRules ??= Value.As(this);

    /// <inheritdoc/>
    internal sealed override Value Compared => Facts.Value.Of(Value);

    /// <summary>True between double quotation marks, whose words are not the writer's to change.</summary>
    public bool IsInQuotation { get; internal set; }

    /// <summary>True once a comparison with it was found to hold.</summary>
    internal bool IsVerified { get; set; }

    /// <summary>True once it was found to be an operand of a finding.</summary>
    internal bool IsFlagged { get; set; }

    /// <summary>Where <see cref="Key"/> is read; null in the cells of tables.</summary>
    internal Keys.KeySite? KeySite { get; set; }

    private Keys.FactKey? _key;

    /// <summary>What it says something of; read on first use. One thread at a time.</summary>
    public Keys.FactKey Key => _key ??= KeySite is { } site ? new(site, this) : Keys.FactKey.Empty;

    /// <summary>The properties that all numbers share.</summary>
    protected internal static readonly FactProperty[] NumberProperties =
    [
        new("value", ValueKind.Number, "the values that the writing allows", static f => Facts.Value.Of(((NumericFact)f).ValueForRules)),
        new("nominal", ValueKind.Number, "the number as written, scale applied", static f => Facts.Value.Of((decimal?)((NumericFact)f).Nominal)),
        new("step", ValueKind.Number, "the weight of its last written digit", static f => Facts.Value.Of((decimal?)((NumericFact)f).Step)),
        new("unit", ValueKind.Text, "its unit or currency code; empty for a bare count", static f => Facts.Value.Of(((NumericFact)f).Unit)),
        new("dimension", ValueKind.Text, "what kind of unit: count, money, time, length, percent …", static f => Facts.Value.Of(((NumericFact)f).Dimension)),
        new("hedged", ValueKind.Truth, "whether words such as 'about' or 'more than' stand before it", static f => Facts.Value.Of((bool?)(((NumericFact)f).Hedge != Hedge.None))),
        new("compound", ValueKind.Truth, "whether it is part of a compound such as 40-page", static f => Facts.Value.Of((bool?)((NumericFact)f).IsCompound)),
        new("range_end", ValueKind.Truth, "whether it is an end of a range", static f => Facts.Value.Of((bool?)((NumericFact)f).IsRangeEnd)),
        new("in_words", ValueKind.Truth, "whether it is written in words", static f => Facts.Value.Of((bool?)((NumericFact)f).InWords)),
        new("bare_year", ValueKind.Truth, "whether it is written as a year is: four digits of our time without separator or unit (settings/dates.yml)", static f => Facts.Value.Of((bool?)((NumericFact)f).IsBareYear)),
        new("in_quotation", ValueKind.Truth, "whether it stands inside quotation marks", static f => Facts.Value.Of((bool?)((NumericFact)f).IsInQuotation)),
        new("head", ValueKind.Text, "the head noun of what it counts or measures, lower case and singular; unknown where none was read", static f => Facts.Value.Of(((NumericFact)f).Key.Head)),
        new("qualifiers", ValueKind.Text, "the words that narrow the head, singular, in alphabetical order; may be empty", static f => Facts.Value.Of(((NumericFact)f).Key.Qualifiers)),
        new("subject", ValueKind.Text, "the words that open its clause; may be empty", static f => Facts.Value.Of(((NumericFact)f).Key.Subject)),
        new("predicate", ValueKind.Text, "the word that says what is told of the thing counted: left in '40 nurses left'; may be empty", static f => Facts.Value.Of(((NumericFact)f).Key.Predicate)),
        new("location", ValueKind.Text, "names behind words of place, lower case; may be empty", static f => Facts.Value.Of(((NumericFact)f).Key.Location)),
        new("period", ValueKind.Text, "when: 2012, 2012-05, 2012/2013, last year; may be empty", static f => Facts.Value.Of(((NumericFact)f).Key.Period)),
        new("modality", ValueKind.Text, "whether its clause tells it, plans, denies, forecasts or supposes it", static f => Facts.Value.Of(((NumericFact)f).Key.Modality)) { Symbols = Keys.FactKey.Modalities },
    ];

    /// <summary>Stands for all types of numbers where a property or a phrase takes any of them.</summary>
    public static FactType NumberType { get; } = new("Number", "any of Quantity, Percentage and Fraction", "31%; 1,400; a third", NumberProperties);

    /// <summary>Stands for quantities of time, those in compounds included, where a property or a phrase takes a length of time.</summary>
    public static FactType DurationType { get; } = new("Duration", "a quantity of time, compounds included", "14 years; a 90-minute session; more than a decade", NumberProperties);

    /// <summary>Stands for numbers of years that can be an age, those in compounds included.</summary>
    public static FactType AgeType { get; } = new("Age", "a number of years that can be an age, compounds included", "aged 34; a 45-year-old; 34 years old", NumberProperties);

    /// <summary>Stands for quantities in a unit of measure, those in compounds included.</summary>
    public static FactType MeasureType { get; } = new("Measure", "a quantity in a unit of measure, compounds included; neither money nor a count", "16 km; a 12-mile walk; 180°C", NumberProperties);

    /// <summary>True where a phrase that asks for a type may capture a fact. A compound counts nothing, but it may be a length of time or another measure.</summary>
    internal static bool Fits(Fact fact, FactType type) => fact is not NumericFact number
        ? fact.Type == type
        : type == DurationType ? number is Quantity { Dimension: "time" }
        : type == AgeType ? number is Quantity { Dimension: "age" } or Quantity { IsCompound: false, Unit: "" or "year" }
        : type == MeasureType ? number is Quantity { Dimension: not ("count" or "money" or "compound" or "points" or "part" or "age") }
        : !number.IsCompound && (fact.Type == type || type == NumberType);

    /// <summary>True for a type whose facts are numbers.</summary>
    internal static bool IsNumeric(FactType type) =>
        type == NumberType || IsOfQuantities(type) || type == Quantity.FactType || type == Percentage.FactType || type == Fraction.FactType;

    /// <summary>The types of facts that a type takes in: itself, or all types of numbers.</summary>
    internal static FactType[] Includes(FactType type) =>
        type == NumberType ? Numbers : IsOfQuantities(type) ? Quantity.FactType.Alone : type.Alone;

    private static FactType[] Numbers => field ??= [Quantity.FactType, Percentage.FactType, Fraction.FactType];

    /// <summary>True for a type that stands for some of the quantities.</summary>
    internal static bool IsOfQuantities(FactType type) => type == DurationType || type == AgeType || type == MeasureType;
}
