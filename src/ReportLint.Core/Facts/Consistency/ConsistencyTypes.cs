namespace ReportLint.Core.Facts.Consistency;

/// <summary>The fact types by which a document is held against itself.</summary>
internal static class ConsistencyTypes
{
    public static readonly IReadOnlyList<FactType> All =
    [
        Acronym.FactType,
        DatedEvent.FactType,
        FigureRepeat.FactType,
        NameMention.FactType,
        NameVariant.FactType,
        RetoldDate.FactType,
        StatedMeasure.FactType,
        StyleForm.FactType,
        TableFigure.FactType,
    ];
}
