namespace ReportLint.Core.Facts.Tables;

/// <summary>What a line of figures (a row, or a column) is among its neighbours.</summary>
internal enum LineRole
{
    /// <summary>One of the things that may be summed.</summary>
    Part,

    /// <summary>Labelled as a total.</summary>
    Total,

    /// <summary>Labelled as the outcome of the lines above (<c>Surplus</c>), or set in bold.</summary>
    Result,

    /// <summary>The last line, or one below lines with labels, without a label of its own.</summary>
    Unlabelled,

    /// <summary><c>Less …</c>.</summary>
    Deduction,

    /// <summary>Not to be summed: averages, rates, <c>of which</c>.</summary>
    Aside,

    /// <summary>An opening or closing balance.</summary>
    Balance,

    /// <summary>Holds no figures: the head of a section.</summary>
    Section,
}

/// <summary>A row, when columns are summed; a column, when rows are summed.</summary>
/// <param name="Index">Number of the row or column in the table.</param>
/// <param name="Role">What it is.</param>
/// <param name="Label">Its label as written; may be empty.</param>
internal readonly record struct TableLine(int Index, LineRole Role, string Label);
