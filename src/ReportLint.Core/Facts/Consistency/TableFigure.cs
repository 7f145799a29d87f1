namespace ReportLint.Core.Facts.Consistency;

/// <summary>A number that a sentence takes from a table which it names by its number.</summary>
public sealed class TableFigure : Fact
{
    internal static readonly FactType FactType = new(
        "TableFigure", "a number in a sentence that names a table of the document by its number, or stands beside one and names a row of it", "Table 1 gives 310 berths for the east quay",
        new FactProperty("number", ValueKind.Fact, "the number", static f => Value.Of((Fact?)((TableFigure)f).Number)) { ElementType = "Number" },
        new FactProperty("table", ValueKind.Text, "the label of the table", static f => Value.Of(((TableFigure)f).Label)),
        new FactProperty("there", ValueKind.Truth, "whether a cell has it, or a sum, difference, share or change of two cells, of a column or a row comes to it", static f => Value.Of((bool?)((TableFigure)f).IsThere)),
        new FactProperty("row_named", ValueKind.Truth, "whether its clause names a row of the table", static f => Value.Of((bool?)((TableFigure)f).IsRowNamed)),
        new FactProperty("noun_named", ValueKind.Truth, "whether the caption or a heading of the table has its noun or its unit", static f => Value.Of((bool?)((TableFigure)f).IsNounNamed)),
        new FactProperty("meant", ValueKind.Fact, "the cell that one slip of the keys turns into it, in the row that the clause names, where it names one; or the one cell of the row and column that the words around it name", static f => Value.Of((Fact?)((TableFigure)f).Meant)) { ElementType = "Number" },
        new FactProperty("told", ValueKind.Truth, "whether the table's name and a verb of showing stand right before it: Table 2 shows that 47 …", static f => Value.Of((bool?)((TableFigure)f).IsTold)),
        new FactProperty("of_other_rows", ValueKind.Truth, "whether the words around it name one row, and only figures of other rows come to it", static f => Value.Of((bool?)((TableFigure)f).IsOfOtherRows)),
        new FactProperty("beside", ValueKind.Truth, "whether its sentence names no table, and it stands in the same section next to this one", static f => Value.Of((bool?)((TableFigure)f).IsBeside)),
        new FactProperty("contrasted", ValueKind.Truth, "whether its clause tells of another time, place or source", static f => Value.Of((bool?)((TableFigure)f).IsContrasted)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The number.</summary>
    public required NumericFact Number { get; init; }

    /// <summary>The label of the table.</summary>
    public required string Label { get; init; }

    /// <summary>True where the table has it or what comes to it.</summary>
    public required bool IsThere { get; init; }

    /// <summary>True where its clause names a row of the table.</summary>
    public required bool IsRowNamed { get; init; }

    /// <summary>True where the caption or a heading has its noun or its unit.</summary>
    public required bool IsNounNamed { get; init; }

    /// <summary>True where the table's name and a verb of showing stand right before it.</summary>
    public required bool IsTold { get; init; }

    /// <summary>True where the words around it name one row, and only figures of other rows come to it.</summary>
    public required bool IsOfOtherRows { get; init; }

    /// <summary>True where its sentence names no table, and it stands next to this one.</summary>
    public required bool IsBeside { get; init; }

    /// <summary>The cell that one slip turns into it, or null.</summary>
    public NumericFact? Meant { get; init; }

    /// <summary>True where its clause tells of another time, place or source.</summary>
    public required bool IsContrasted { get; init; }
}
