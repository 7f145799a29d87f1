using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Tables;

/// <summary>What the text of a table cell amounts to.</summary>
internal enum CellKind
{
    /// <summary>No text.</summary>
    Blank,

    /// <summary>A dash or <c>nil</c>: nought.</summary>
    Zero,

    /// <summary><c>n/a</c>: there is no figure.</summary>
    Missing,

    /// <summary><c>*</c>, <c>&lt;5</c>, <c>..</c>: there is a figure, which is not told.</summary>
    Suppressed,

    /// <summary>One number and nothing else but its signs, units and note marks.</summary>
    Number,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>A cell as its reader understood it. <see cref="Nominal"/> and what follows have a meaning for numbers only.</summary>
internal readonly record struct CellContent(CellKind Kind)
{
    /// <summary>The number as written, sign and the cell's own scale applied; a scale in a heading is not applied.</summary>
    public decimal Nominal { get; init; }

    /// <summary>The weight of the last written digit, the cell's own scale applied.</summary>
    public decimal Step { get; init; }

    /// <summary>Number of digits after the point.</summary>
    public int Decimals { get; init; }

    /// <summary>Currency code, or empty.</summary>
    public string Currency { get; init; } = "";

    /// <summary>True with a percent sign.</summary>
    public bool IsPercent { get; init; }

    /// <summary>True where the unit is percentage points.</summary>
    public bool IsPoints { get; init; }

    /// <summary>True with a scale such as <c>m</c> in the cell.</summary>
    public bool IsScaled { get; init; }

    /// <summary>True after <c>c.</c> or <c>~</c>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>True where the writing is that of a year: four digits from 1500 to 2100, nothing else.</summary>
    public bool IsYearLike { get; init; }

    /// <summary>True where an earlier recogniser (dates) has taken the tokens.</summary>
    public bool IsTaken { get; init; }

    /// <summary>First token of the number, signs and units included.</summary>
    public int FirstToken { get; init; }

    /// <summary>Token behind the last one of the number; note marks are not part of it.</summary>
    public int EndToken { get; init; }

    /// <summary>The digits alone; a place in the prose.</summary>
    public TextSpan Digits { get; init; }
}
