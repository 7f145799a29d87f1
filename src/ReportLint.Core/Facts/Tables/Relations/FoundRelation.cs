namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>A relation with what the records say to it.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="IsDeclared">True where the headings say it.</param>
/// <param name="Holds">How many records hold.</param>
/// <param name="Misses">How many do not, summaries left out where the relation need not hold for them.</param>
/// <param name="Digits">Decimal digits of agreement over the records that hold.</param>
/// <param name="WorstGap">The largest gap of a record that does not hold.</param>
/// <param name="IsExact">True where the records agree so closely that the results must have been worked out from the figures as written.</param>
internal sealed record FoundRelation(Relation Relation, bool IsDeclared, int Holds, int Misses, decimal Digits, decimal WorstGap, bool IsExact);
