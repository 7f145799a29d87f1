namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>How the figures of a record hang together.</summary>
internal enum RelationKind
{
    /// <summary>The first is the product of the second and the third.</summary>
    Product,

    /// <summary>The first is the sum of the others.</summary>
    Sum,

    /// <summary>The third is the change from the second to the first, in per cent of the second.</summary>
    Change,

    /// <summary>The first is the first of the record before, plus the second.</summary>
    Running,

    /// <summary>The first is always the same multiple of the second.</summary>
    Multiple,

    /// <summary>The first is the second of the record before: what closed it opens the next.</summary>
    Carried,
}
