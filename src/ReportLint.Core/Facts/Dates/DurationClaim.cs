using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a length of time stated beside the period it is the length of.</summary>
public static class DurationClaim
{
    internal static readonly FactType FactType = ClaimTypes.Declare(
        "DurationClaim", "a length of time beside the period, or the two ends, that it is the length of", "for 14 years, between 1999 and 2009; a 90-minute session from 09:30 to 10:45; ten days after the order of 10 May",
        Fact("duration", "the stated length, a number with a unit of time", "Duration"),
        Fact("period", "the period", "Period"),
        ClaimTypes.Symbol("wording", "exact: the words say that it is the whole length; over: a word before it means more than or during; within: it may lie inside the period", "exact", "over", "within"),
        Fact("first", "the day on which it begins, where its ends stand apart", "DateMention"),
        Fact("last", "the day on which it ends, where its ends stand apart", "DateMention"),
        Fact("from", "the time of day at which it begins, where its ends stand apart", "TimeMention"),
        Fact("until", "the time of day at which it ends, where its ends stand apart", "TimeMention"));

    private static Func<int, FactProperty> Fact(string name, string summary, string type) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Fact, summary) with { ElementType = type };
}
