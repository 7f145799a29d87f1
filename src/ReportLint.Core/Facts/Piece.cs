namespace ReportLint.Core.Facts;

/// <summary>A piece of text that a finding can point at, such as the year inside a date. It has the common properties only.</summary>
public sealed class Piece : Fact
{
    /// <summary>The type under which a place that a rule points at is handed on; no rule can look for it.</summary>
    public static readonly FactType FactType = new("Piece", "a piece of text that a finding can point at", "the 2105 in May 2105");

    /// <inheritdoc/>
    public override FactType Type => FactType;
}
