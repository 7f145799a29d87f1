namespace ReportLint.Core.Facts.Tables;

/// <summary>How the parts of a sum are signed.</summary>
internal enum SignMode
{
    /// <summary>As written, but lines labelled as deductions are subtracted.</summary>
    Labelled,

    /// <summary>As written.</summary>
    Written,

    /// <summary>The first less all others.</summary>
    FirstLessRest,
}

/// <summary>A guess that a line is the sum of some others, with how well it does in each lane.</summary>
internal readonly record struct TotalHypothesis
{
    /// <summary>Positions of the lines that are summed, in order.</summary>
    public required int[] Parts { get; init; }

    /// <summary>How they are signed.</summary>
    public required SignMode Signs { get; init; }

    /// <summary>True where the parts end at a natural boundary: a section, an earlier total, the table's end.</summary>
    public required bool IsNatural { get; init; }

    /// <summary>Number of lanes that fit.</summary>
    public required int Holds { get; init; }

    /// <summary>Number of lanes that do not fit and are not shares.</summary>
    public required int Misses { get; init; }

    /// <summary>Decimal digits of agreement, summed over the lanes that fit.</summary>
    public required decimal Digits { get; init; }

    /// <summary>The mean gap of the lanes that do not fit; 0 where all fit.</summary>
    public required decimal Gap { get; init; }

    /// <summary>True where this explains the figures better than another guess.</summary>
    public bool IsBetterThan(TotalHypothesis? another)
    {
        if (another is not { } other)
        {
            return true;
        }

        if (Holds - Misses != other.Holds - other.Misses && (Holds > 0 || other.Holds > 0))
        {
            return Holds - Misses > other.Holds - other.Misses;
        }

        if (Holds != other.Holds)
        {
            return Holds > other.Holds;
        }

        if (IsNatural != other.IsNatural)
        {
            return IsNatural;
        }

        return Misses > 0 && Gap < other.Gap;
    }
}
