namespace ReportLint.Core;

/// <summary>What became of one number.</summary>
public enum NumberStatus
{
    /// <summary>Identifiers, years, page numbers and the like: not a claim.</summary>
    Ignored,

    /// <summary>Understood, with nothing to compare it with.</summary>
    Unbound,

    /// <summary>Compared with another number of the document, and it held or possibly held.</summary>
    Checked,

    /// <summary>An operand of a finding.</summary>
    Flagged,
}

/// <summary>How many numbers of a document ended in each way.</summary>
/// <param name="Checked">Compared and held.</param>
/// <param name="Flagged">Operand of a finding.</param>
/// <param name="Unbound">Nothing to compare with.</param>
/// <param name="Ignored">No claim.</param>
public readonly record struct Coverage(int Checked, int Flagged, int Unbound, int Ignored)
{
    /// <summary>(checked + flagged) / (checked + flagged + unbound), from 0 to 1; null where there is no number to check.</summary>
    public decimal? Ratio => Checked + Flagged + Unbound == 0 ? null : (Checked + Flagged) / (decimal)(Checked + Flagged + Unbound);

    /// <summary>Adds two documents' counts.</summary>
    public static Coverage operator +(Coverage a, Coverage b) =>
        new(a.Checked + b.Checked, a.Flagged + b.Flagged, a.Unbound + b.Unbound, a.Ignored + b.Ignored);
}
