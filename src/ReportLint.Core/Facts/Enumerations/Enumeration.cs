namespace ReportLint.Core.Facts.Enumerations;

/// <summary>A count with the things that it counts, listed.</summary>
public sealed class Enumeration : Fact
{
    internal static readonly FactType FactType = new(
        "Enumeration", "a stated count with the items listed behind it", "four districts: Hull, Goole, Selby and York",
        new FactProperty("count", ValueKind.Fact, "the stated count", static f => Value.Of(((Enumeration)f).Count)) { ElementType = "Quantity" },
        new FactProperty("items", ValueKind.Number, "the number of items listed; an interval where an 'and' inside an item could part two", static f => Value.Of(((Enumeration)f).Items)),
        new FactProperty("form", ValueKind.Text, "how they are listed", static f => Value.Of(((Enumeration)f).Form)) { Symbols = ["list", "sentence", "ordinals"] },
        new FactProperty("last", ValueKind.Fact, "the last item", static f => Value.Of(((Enumeration)f).Last)) { ElementType = "Piece" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The stated count.</summary>
    public required Quantity Count { get; init; }

    /// <summary>How many items are listed.</summary>
    public required Interval Items { get; init; }

    /// <summary><c>list</c>, <c>sentence</c> or <c>ordinals</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The last item.</summary>
    public required Piece Last { get; init; }
}
