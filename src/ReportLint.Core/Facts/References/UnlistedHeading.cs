namespace ReportLint.Core.Facts.References;

/// <summary>A heading that the table of contents leaves out while it lists the others of the level.</summary>
public sealed class UnlistedHeading : Fact
{
    internal static readonly FactType FactType = new(
        "UnlistedHeading", "a heading behind a table of contents that leaves it out while it lists others of its level", "## 4. Risks, where the contents have 1 to 3 and 5",
        new FactProperty("level", ValueKind.Number, "its level, from 1", static f => Value.Of((decimal?)((UnlistedHeading)f).Level)),
        new FactProperty("listed", ValueKind.Number, "how many headings of its level the contents list", static f => Value.Of((decimal?)((UnlistedHeading)f).Listed)),
        new FactProperty("unlisted", ValueKind.Number, "how many they leave out", static f => Value.Of((decimal?)((UnlistedHeading)f).Unlisted)),
        new FactProperty("last", ValueKind.Truth, "whether no heading that the contents list stands behind it: annexes and notes are often left out", static f => Value.Of((bool?)((UnlistedHeading)f).IsLast)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Its level, from 1.</summary>
    public required int Level { get; init; }

    /// <summary>How many headings of its level the contents list.</summary>
    public required int Listed { get; init; }

    /// <summary>How many they leave out.</summary>
    public required int Unlisted { get; init; }

    /// <summary>True where no heading that the contents list stands behind it.</summary>
    public required bool IsLast { get; init; }
}
