namespace ReportLint.Core.Facts;

/// <summary>A count or an amount.</summary>
public sealed class Quantity : NumericFact
{
    internal static readonly FactType FactType = new(
        "Quantity", "a count or an amount, in figures or in words", "1,400 children; £1.4m; twenty-one days", NumberProperties);

    /// <inheritdoc/>
    public override FactType Type => FactType;
}

/// <summary>A percentage, in percent: <c>31%</c> is 31.</summary>
public sealed class Percentage : NumericFact
{
    internal static readonly FactType FactType = new(
        "Percentage", "a percentage or a number of percentage points, in percent", "31%; 12.5 per cent; four percentage points",
        [
            .. NumberProperties,
            new("points", ValueKind.Truth, "whether it counts percentage points", static f => Facts.Value.Of((bool?)((Percentage)f).IsPoints)),
        ]);

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>True for percentage points.</summary>
    public bool IsPoints { get; init; }
}

/// <summary>A share in words or as one number in another: <c>a third</c>, <c>3 in 10</c>; from 0 to 1.</summary>
public sealed class Fraction : NumericFact
{
    internal static readonly FactType FactType = new(
        "Fraction", "a share as a plain fraction, from 0 to 1", "a third; three quarters; 3 in 10; more than half", NumberProperties);

    /// <inheritdoc/>
    public override FactType Type => FactType;
}
