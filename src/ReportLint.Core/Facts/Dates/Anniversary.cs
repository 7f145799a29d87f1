using System.Globalization;
using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Dates;

/// <summary>The fact type that phrases make of a counted anniversary or year with the beginning that it is counted from.</summary>
public static class Anniversary
{
    private const int CountSlot = 0;
    private const int NumeralSlot = 4;

    internal static readonly FactType FactType = ClaimTypes.Declare(
        "Anniversary", "a counted anniversary or year with the beginning that it is counted from", "founded in 1985, it celebrated its 30th anniversary in 2015",
        static slot => new FactProperty("count", ValueKind.Number, "which one it is", static f => Value.Of(CountOf((PhraseFact)f))) { IsFilledByPhrases = true },
        static slot => PhraseFact.Property(slot, "founded", ValueKind.Fact, "the beginning") with { ElementType = "DateMention" },
        static slot => PhraseFact.Property(slot, "when", ValueKind.Fact, "when it was; unknown for 'this year'") with { ElementType = "DateMention" },
        ClaimTypes.Symbol("wording", "anniversary: so many years lie between; year: the first of them begins with the beginning itself", "anniversary", "year"),
        static slot => PhraseFact.Property(slot, "nth", ValueKind.Fact, "its number where it is written in figures: 30th") with { ElementType = "Identifier" });

    /// <summary>The number that a word means, or that stands in figures before the ending of an ordinal.</summary>
    private static decimal? CountOf(PhraseFact fact)
    {
        var text = fact.Slot(CountSlot).Text ?? fact.Slot(NumeralSlot).Fact?.Text;
        return decimal.TryParse(text.AsSpan().TrimEnd("stndrh"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
