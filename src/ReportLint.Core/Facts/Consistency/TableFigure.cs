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

    private readonly TableFigureReading? _reading;
    private readonly TableFigures _figures;
    private bool? _isRowNamed;
    private bool? _isNounNamed;
    private bool? _isTold;
    private bool? _isOfOtherRows;
    private bool? _isContrasted;
    private NumericFact? _meant;
    private bool _isMeantKnown;

    /// <summary>A number whose sentence names the table.</summary>
    internal TableFigure(TableFigures figures, TableFigureReading reading) => (_figures, _reading) = (figures, reading);

    /// <summary>A number beside the table, which names a row and has the digits of one of its cells in another order.</summary>
    internal TableFigure(TableFigures figures, NumericFact meant, bool isContrasted) =>
        (_figures, _meant, _isMeantKnown, _isContrasted, _isRowNamed, _isTold, _isOfOtherRows) = (figures, meant, true, isContrasted, true, false, false);

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The number.</summary>
    public required NumericFact Number { get; init; }

    /// <summary>The label of the table.</summary>
    public required string Label { get; init; }

    /// <summary>True where the table has it or what comes to it.</summary>
    public bool IsThere => _reading is not null && _reading.IsThere;

    /// <summary>True where its clause names a row of the table.</summary>
    public bool IsRowNamed => _isRowNamed ??= _reading!.IsRowNamed;

    /// <summary>True where the caption or a heading has its noun or its unit.</summary>
    public bool IsNounNamed => _isNounNamed ??= _figures.Names(Number);

    /// <summary>True where the table's name and a verb of showing stand right before it.</summary>
    public bool IsTold => _isTold ??= _reading!.IsTold;

    /// <summary>True where the words around it name one row, and only figures of other rows come to it.</summary>
    public bool IsOfOtherRows => _isOfOtherRows ??= _reading!.IsOfOtherRows;

    /// <summary>True where its sentence names no table, and it stands next to this one.</summary>
    public bool IsBeside => _reading is null;

    /// <summary>The cell that one slip turns into it, or null.</summary>
    public NumericFact? Meant
    {
        get
        {
            if (!_isMeantKnown)
            {
                (_meant, _isMeantKnown) = (_reading!.Meant, true);
            }

            return _meant;
        }
    }

    /// <summary>True where its clause tells of another time, place or source.</summary>
    public bool IsContrasted => _isContrasted ??= _reading!.IsContrasted;
}
