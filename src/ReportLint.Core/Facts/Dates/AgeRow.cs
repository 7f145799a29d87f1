namespace ReportLint.Core.Facts.Dates;

/// <summary>A row of a table with a year of birth and an age.</summary>
public sealed class AgeRow : Fact
{
    internal static readonly FactType FactType = new(
        "AgeRow", "a row of a table with a year of birth and an age, most of whose other rows fit", "| Ellen Roe | 1841 | 1903 | 61 |",
        new FactProperty("age", ValueKind.Number, "the age, in years", static f => Value.Of(((AgeRow)f).Age)),
        new FactProperty("born", ValueKind.Number, "the year of birth", static f => Value.Of(((AgeRow)f).Born)),
        new FactProperty("year", ValueKind.Number, "the year that it is the age in: of its own column, or the one that the other rows have in common", static f => Value.Of(((AgeRow)f).Year)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The age, in years.</summary>
    public required int Age { get; init; }

    /// <summary>The year of birth.</summary>
    public required int Born { get; init; }

    /// <summary>The year that it is the age in.</summary>
    public required int Year { get; init; }
}
