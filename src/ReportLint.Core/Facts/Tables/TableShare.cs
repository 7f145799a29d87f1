namespace ReportLint.Core.Facts.Tables;

/// <summary>A percentage in a table that stands for one count as a share of another, as the other rows prove.</summary>
public sealed class TableShare : Fact
{
    internal static readonly FactType FactType = new(
        "TableShare", "a percentage in a table that stands for a count as a share of another, as the other rows prove", "the 31% beside 177 above a total of 576",
        new("share", ValueKind.Fact, "the percentage", static f => Facts.Value.Of(((TableShare)f).Share)) { ElementType = "Number" },
        new("part", ValueKind.Fact, "the count that it is the share of", static f => Facts.Value.Of(((TableShare)f).Part)) { ElementType = "Number" },
        new("whole", ValueKind.Fact, "the count that is 100 per cent; unknown where the table does not state it", static f => Facts.Value.Of(((TableShare)f).Whole)) { ElementType = "Number" },
        new("base", ValueKind.Number, "what 100 per cent is: the whole, or the sum of all counts", static f => Facts.Value.Of(((TableShare)f).Base)),
        new("computed", ValueKind.Number, "the part in percent of the base", static f => Facts.Value.Of(((TableShare)f).Computed)),
        new("support", ValueKind.Number, "how many other rows hold", static f => Facts.Value.Of(((TableShare)f).Support)),
        new("misses", ValueKind.Number, "how many rows do not hold, this one included", static f => Facts.Value.Of(((TableShare)f).Misses)),
        new("label", ValueKind.Text, "the label of the row", static f => Facts.Value.Of(((TableShare)f).Label)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The percentage.</summary>
    public required NumericFact Share { get; init; }

    /// <summary>The count that it is the share of.</summary>
    public required NumericFact Part { get; init; }

    /// <summary>The count that is 100 per cent, or null.</summary>
    public NumericFact? Whole { get; init; }

    /// <summary>What 100 per cent is.</summary>
    public required Interval Base { get; init; }

    /// <summary>The part in percent of the base.</summary>
    public required Interval Computed { get; init; }

    /// <summary>How many other rows hold.</summary>
    public int Support { get; internal set; }

    /// <summary>How many rows do not hold, this one included.</summary>
    public int Misses { get; internal set; }

    /// <summary>True where the percentage is what follows, as far as rounding allows.</summary>
    internal bool IsHolding { get; init; }

    /// <summary>The label of the row.</summary>
    public required string Label { get; init; }
}
