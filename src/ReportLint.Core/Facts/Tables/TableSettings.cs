using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Thresholds of table reading, from <c>rules/settings/tables.yml</c>. Digits are decimal digits of agreement: a sum that
/// meets 1,400 exactly agrees in three.
/// </summary>
internal sealed class TableSettings(Settings values)
{
    /// <summary>Most lines that one total is tried to be the sum of.</summary>
    public int MaximumParts { get; } = (int)values.Get("maximum_parts", 400);

    /// <summary>Most lines that a line without any sign of being a total is tried to be the sum of.</summary>
    public int DiscoveryParts { get; } = (int)values.Get("discovery_parts", 24);

    /// <summary>How often in one table lines beyond those that a total should sum are looked at in vain.</summary>
    public int FarLooks { get; } = (int)values.Get("far_looks", 8);

    /// <summary>Digits from which sums prove that a line is a line of totals for its other columns.</summary>
    public decimal ProofDigits { get; } = values.Get("proof_digits", 1.9m);

    /// <summary>Digits from which a line without a total's label is taken for one.</summary>
    public decimal DiscoveryDigits { get; } = values.Get("discovery_digits", 5);

    /// <summary>As <see cref="DiscoveryDigits"/>, for the last line, a bold line, or one with the label of a result.</summary>
    public decimal LikelyDigits { get; } = values.Get("likely_digits", 2.2m);

    /// <summary>Up to this gap, a total below its largest part is a slip in a sum rather than an average.</summary>
    public decimal CloseGap { get; } = values.Get("close_gap", 0.01m);

    /// <summary>From this gap in all its columns on, a line is no total of the lines above, whatever its label.</summary>
    public decimal FarGap { get; } = values.Get("far_gap", 0.9m);

    /// <summary>Steps of its last digit from which on a figure says something by being one slip away: 100 is a figure of three digits.</summary>
    public decimal SlipSteps { get; } = values.Get("slip_steps", 100);

    /// <summary>How many rows have to hold before columns whose headings speak of averages or rates count as parts of a total.</summary>
    public int DoubtfulLanes { get; } = (int)values.Get("doubtful_lanes", 3);

    /// <summary>How many records have to hold before they prove a relation among their figures.</summary>
    public int RelationRows { get; } = (int)values.Get("relation_rows", 4);

    /// <summary>How many records may fail where twice as many hold as prove it; one where fewer do.</summary>
    public int RelationMisses { get; } = (int)values.Get("relation_misses", 2);

    /// <summary>How many records may fail where so many hold.</summary>
    public int MissesAllowed(int holds) => holds >= 2 * RelationRows ? RelationMisses : 1;

    /// <summary>Digits of agreement that prove a relation, above those that so many tries give by chance.</summary>
    public decimal RelationDigits { get; } = values.Get("relation_digits", 4);

    /// <summary>Most digits of a number that a column is always multiplied with.</summary>
    public int MultipleDigits { get; } = (int)values.Get("multiple_digits", 5);

    /// <summary>How many neighbouring fields are tried together.</summary>
    public int RelationReach { get; } = (int)values.Get("relation_reach", 8);

    /// <summary>Digits of agreement that bear out a relation that the headings declare.</summary>
    public decimal DeclaredDigits { get; } = values.Get("declared_digits", 2);

    /// <summary>Digits that the rows must agree more closely than rounding demands before results count as worked out from the figures as written.</summary>
    public decimal ExactDigits { get; } = values.Get("exact_digits", 3);

    /// <summary>Up to this gap a single record is a slip in a relation that its headings declare.</summary>
    public decimal DeclaredGap { get; } = values.Get("declared_gap", 0.1m);

    /// <summary>How many fields apart of a price its quantity and its amount may stand for headings to declare their product.</summary>
    public int DeclaredReach { get; } = (int)values.Get("declared_reach", 3);

    /// <summary>Fewest rows of a column of shares without a total.</summary>
    public int FewestRows { get; } = (int)values.Get("fewest_rows", 3);

    /// <summary>How many blocks of text before and behind a table are read for words about it.</summary>
    public int Surroundings { get; } = (int)values.Get("surroundings", 4);

    /// <summary>With more movements than this between two balances, their signs are taken as they are.</summary>
    public int Movements { get; } = (int)values.Get("movements", 30);

    /// <summary>As <see cref="SlipSteps"/>, where a total could be an average too.</summary>
    public decimal SureSlipSteps { get; } = values.Get("sure_slip_steps", 1000);

    /// <summary>A total that is more than its lines by less than this share may have lost one; one that is more by more sums other things.</summary>
    public decimal MissingGap { get; } = values.Get("missing_gap", 0.5m);

    /// <summary>From how many figures on a shared power of ten means that they are rounded to it.</summary>
    public int GridCells { get; } = (int)values.Get("grid_cells", 4);

    /// <summary>The smallest power of ten that counts as such a grid.</summary>
    public decimal SmallestGrid { get; } = values.Get("smallest_grid", 100);

    /// <summary>How many rows have to hold before a column counts as shares of another.</summary>
    public int ShareRows { get; } = (int)values.Get("share_rows", 3);

    /// <summary>A sum of more parts than this is shown with its first and last ones only.</summary>
    public int ShownParts { get; } = (int)values.Get("shown_parts", 12);

    /// <summary>How many columns away from a column of shares the figures may stand that they are shares of.</summary>
    public int ShareReach { get; } = (int)values.Get("share_reach", 40);

    /// <summary>How many lines of totals, the last ones, are tried as the whole of shares.</summary>
    public int ShareWholes { get; } = (int)values.Get("share_wholes", 60);
}
