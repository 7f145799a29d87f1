namespace ReportLint.Core.Facts;

/// <summary>All fact types: the public surface that rules are written against.</summary>
public static class FactTypes
{
    /// <summary>All types by name.</summary>
    public static readonly IReadOnlyList<FactType> All = ByNameOrder([
        NumericFact.NumberType,
        NumericFact.DurationType,
        NumericFact.AgeType,
        NumericFact.MeasureType,
        Quantity.FactType,
        Percentage.FactType,
        Fraction.FactType,
        NumberRange.FactType,
        Identifier.FactType,
        Piece.FactType,
        Dates.DateMention.FactType,
        Dates.TimeMention.FactType,
        Dates.Period.FactType,
        Dates.CalendarFault.FactType,
        Dates.DocumentTime.FactType,
        Dates.DocumentStamp.FactType,
        Tables.TableTotal.FactType,
        Tables.TableShare.FactType,
        Tables.Relations.TableRelation.FactType,
        Enumerations.Enumeration.FactType,
        Dates.DurationClaim.FactType,
        Dates.Anniversary.FactType,
        Dates.SingleYear.FactType,
        Dates.Course.FactType,
        Dates.WeekdayCell.FactType,
        Dates.AgeClaim.FactType,
        Dates.Birth.FactType,
        Dates.Founding.FactType,
        Dates.Revision.FactType,
        Dates.AgeRow.FactType,
        Dates.TenseClaim.FactType,
        Dates.RelativeDate.FactType,
        .. Claims.ClaimTypes.All,
        .. Claims.FigureClaims.All,
        .. References.ReferenceTypes.All,
        .. Consistency.ConsistencyTypes.All,
    ]);

    private static readonly Dictionary<string, FactType> ByName = All.ToDictionary(static t => t.Name, StringComparer.Ordinal);

    private static FactType[] ByNameOrder(FactType[] types)
    {
        Array.Sort(types, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return types;
    }

    /// <summary>The type of this name, or null.</summary>
    public static FactType? Find(string name) => ByName.GetValueOrDefault(name);
}
