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

    /// <summary>A closing balance.</summary>
    Balance,

    /// <summary>An opening balance.</summary>
    Opening,

    /// <summary>Holds no figures: the head of a section.</summary>
    Section,
}

/// <summary>A row, when columns are summed; a column, when rows are summed.</summary>
/// <param name="Index">Number of the row or column in the table.</param>
/// <param name="Role">What it is.</param>
/// <param name="Label">Its label as written; may be empty.</param>
internal readonly record struct TableLine(int Index, LineRole Role, string Label)
{
    /// <summary>True between an opening and a closing balance where the label tells of what went out: <c>Leavers</c>.</summary>
    public bool IsOut { get; init; }

    /// <summary>True where the label may tell that figures written without a minus are taken off.</summary>
    public bool MayBeTakenOff => Role == LineRole.Deduction || IsOut;

    /// <summary>1, or −1 for a figure written without a minus that is taken off.</summary>
    public int SignOf(decimal figure) => figure > 0 && MayBeTakenOff ? -1 : 1;
}
