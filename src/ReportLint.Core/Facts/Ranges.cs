namespace ReportLint.Core.Facts;

/// <summary>Two numbers as the ends of a range.</summary>
public sealed class NumberRange : Fact
{
    internal static readonly FactType FactType = new(
        "Range", "two numbers as the ends of a range; scores and votes are none", "between 10 and 20; aged 16 to 24; pp. 45–112",
        new FactProperty("low", ValueKind.Fact, "the end written first", static f => Facts.Value.Of(((NumberRange)f).Low)) { ElementType = "Quantity" },
        new FactProperty("high", ValueKind.Fact, "the end written second", static f => Facts.Value.Of(((NumberRange)f).High)) { ElementType = "Quantity" },
        new FactProperty("marked", ValueKind.Truth, "whether words or units say that it is a range: between, aged, pp.", static f => Facts.Value.Of((bool?)((NumberRange)f).IsMarked)),
        new FactProperty("joint", ValueKind.Text, "what stands between the two", static f => Facts.Value.Of(((NumberRange)f).Joint)) { Symbols = ["and", "to", "dash"] });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The end written first.</summary>
    public required Fact Low { get; init; }

    /// <summary>The end written second.</summary>
    public required Fact High { get; init; }

    /// <summary>True where words or units say that it is a range.</summary>
    public bool IsMarked { get; init; }

    /// <summary>What stands between the two: <c>and</c>, <c>to</c> or <c>dash</c>.</summary>
    public required string Joint { get; init; }
}
