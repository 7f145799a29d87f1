using System.Globalization;
using ReportLint.Core.Facts.Dates;

namespace ReportLint.Core.Facts.Keys;

/// <summary>Writes dates and periods in one form, so that equal times are equal texts.</summary>
internal static class PeriodNames
{
    /// <summary>ISO 8601 as far as the date is known: <c>2012-05-03</c>, <c>2012-05</c>, <c>2012</c>; <c>2012-q1</c>, <c>2010s</c>; <c>05</c> for May without a year.</summary>
    public static string Of(DateMention date) => date.PeriodName ??= Write(date);

    private static string Write(DateMention date)
    {
        var invariant = CultureInfo.InvariantCulture;
        var year = date.Year is { } known ? known.ToString("0000", invariant) : "";
        var rest = date switch
        {
            { Form: "decade" } => "s",
            { Quarter: { } quarter } => string.Create(invariant, $"-q{quarter}"),
            { Month: { } month, Day: { } day } => string.Create(invariant, $"-{month:00}-{day:00}"),
            { Month: { } month } => string.Create(invariant, $"-{month:00}"),
            _ => "",
        };
        return year.Length == 0 ? rest.TrimStart('-') : rest.Length == 0 ? year : year + rest;
    }

    /// <summary>Its two ends, <c>2012/2013</c>; the text of a period of times.</summary>
    public static string Of(Period period) =>
        period.First is { } start && period.Last is { } end ? $"{Of(start)}/{Of(end)}" : period.Text.ToLowerInvariant();
}
