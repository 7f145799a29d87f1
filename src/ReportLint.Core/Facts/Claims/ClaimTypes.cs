using System.Globalization;

namespace ReportLint.Core.Facts.Claims;

/// <summary>
/// The fact types that phrases make: what a sentence claims of its numbers. A property that a phrase did not capture is unknown.
/// </summary>
public static class ClaimTypes
{
    /// <summary>A whole and its parts.</summary>
    public static readonly FactType Breakdown = Declare(
        "Breakdown", "a whole that is stated with its parts", "Of 576 cases, 177 were good, 220 inadequate and 179 adequate.",
        Number("total", "the whole"),
        Numbers("parts", "the parts, in order"),
        Symbol("wording", "complete: the words say that the parts are all of it; apposed: they follow it behind a colon or in brackets; listed: parts follow the whole as a list; overlapping: listed with verbs that can hold of one thing at once, such as 'had'; loose: numbers near each other; scattered: a list, and behind it a number that may be their sum", "complete", "apposed", "listed", "overlapping", "loose", "scattered"),
        _ => new("periods", ValueKind.Number, "how many different dates the whole and its parts are told of", static f => Value.Of(Periods((PhraseFact)f))));

    /// <summary>A change from one value to another.</summary>
    public static readonly FactType Change = Declare(
        "Change", "a change between two values, with its size or direction", "rose from 56 to 81, an increase of 25",
        Symbol("direction", "which way the words say that it went", "up", "down"),
        Number("from", "the value before"),
        Number("to", "the value after"),
        Number("by", "the stated size of the change, in the unit of the values or in percentage points"),
        Percent("percent", "the stated size of the change in percent of the value before"),
        Plain("fraction", "the stated size of the change as a plain fraction of the value before"),
        Symbol("wording", "across: its ends stand in two sentences, and may be of two things; paired: its ends are the only two numbers beside it, in the order of the text; contrasted: so too, and words compare two times", "across", "paired", "contrasted"),
        _ => new("alike", ValueKind.Truth, "whether its ends are told in one unit, which one of them may leave out", static f => Value.Of((bool?)AreAlike(((PhraseFact)f).Slot(1).Fact as NumericFact, ((PhraseFact)f).Slot(2).Fact as NumericFact))));

    /// <summary>A part, its whole and the percentage.</summary>
    public static readonly FactType Share = Declare(
        "Share", "a part of a whole with the percentage that it is said to be", "177 of the 576 cases (31%)",
        Number("part", "the numerator"),
        Number("whole", "the denominator"),
        Percent("percent", "the stated percentage, in percent"),
        Number("fraction", "the stated fraction, from 0 to 1"),
        Symbol("wording", "explicit: the words tie the three together; inferred: the whole is that of the breakdown around them; apart: the whole stands a clause or a sentence before them; paired: part and whole are the only two numbers beside the percentage, in the order of the text", "explicit", "inferred", "apart", "paired"));

    /// <summary>A part and a whole without a percentage.</summary>
    public static readonly FactType PartOf = Declare(
        "PartOf", "a part that is said to be of a whole", "27 of the 24 doors",
        Number("part", "the part"),
        Number("whole", "the whole"),
        Symbol("wording", "close: the words leave no other whole; loose: another number of the sentence could be the whole; apart: a pronoun stands for the only number before it, in its sentence or the one before", "close", "loose", "apart"));

    /// <summary>A number with a percentage in brackets behind it.</summary>
    public static readonly FactType PartShare = Declare(
        "PartShare", "a number with a percentage in brackets behind it", "accepted 140 (56%)",
        Number("part", "the number"),
        Percent("percent", "the percentage, in percent"));

    /// <summary>A plain fraction beside the figures that it speaks of.</summary>
    public static readonly FactType FractionClaim = Declare(
        "FractionClaim", "a plain fraction beside the figures that it speaks of", "two thirds of the 72 grants, 48",
        Plain("fraction", "the fraction, from 0 to 1"),
        Percent("percent", "the same as a percentage"),
        Number("part", "the numerator"),
        Number("whole", "the denominator"),
        Symbol("claim", "a share in looser words: majority: more than half; minority: less than half; most: nearly all", "majority", "minority", "most"),
        Symbol("wording", "paired: part and whole are the only two numbers beside it, in the order of the text", "paired"));

    /// <summary>A multiple beside its two ends.</summary>
    public static readonly FactType Multiple = Declare(
        "Multiple", "a multiple beside the two values that it speaks of", "doubled, from 34 to 68",
        Parsed("factor", "the value after over the value before", 5),
        Number("from", "the value before"),
        Number("to", "the value after"),
        Number("ago", "how long lies between them"),
        Symbol("hedge", "plain: the multiple as it is; more: more than it; nearly: nearly so; either: the order of the two ends does not say which is the greater; paired: nor does it where they are the only two numbers beside it", "plain", "more", "nearly", "either", "paired"),
        Number("times", "the multiple where it is a number of its own: the 'four' of 'four times as many'"),
        Place("claim", "the words of the multiple", 5));

    /// <summary>An amount and the same amount in another form.</summary>
    public static readonly FactType Restatement = Declare(
        "Restatement", "an amount and the same amount in brackets behind it", "twelve (12) months; £500,000 (£0.5m)",
        Number("first", "the amount"),
        Number("second", "the amount in brackets"),
        Symbol("wording", "plain: nothing but the brackets; formal: what is counted stands behind the brackets, as in contracts; alternative: 'or' stands between the two", "plain", "formal", "alternative"));

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FactType> All = [Breakdown, Change, Share, PartOf, PartShare, FractionClaim, Multiple, Restatement];

    /// <summary>Money and counts leave the unit out at either end; the second end of another measure does where it names nothing of its own: <c>from 19 weeks to 12</c>.</summary>
    private static bool AreAlike(NumericFact? from, NumericFact? to) =>
        from is not null && to is not null
        && (from.Unit == to.Unit
            || (from.Dimension is "money" or "count" && to.Dimension is "money" or "count" && (from.Unit.Length == 0 || to.Unit.Length == 0))
            || (from.Dimension is not ("percent" or "points") && to is Quantity { Dimension: "count", Unit: "", Key.Head: null }));

    /// <summary>Number of different dated periods among the numbers of a fact.</summary>
    private static int Periods(PhraseFact fact)
    {
        var periods = new HashSet<string>(StringComparer.Ordinal);
        for (var slot = 0; slot < 2; slot++)
        {
            foreach (var value in fact.Slot(slot).List ?? [fact.Slot(slot)])
            {
                if (value.Fact is NumericFact { Key.Period: [>= '0' and <= '9', ..] period })
                {
                    periods.Add(period);
                }
            }
        }

        return periods.Count;
    }

    internal static FactType Declare(string name, string summary, string example, params Func<int, FactProperty>[] properties) =>
        new(name, summary, example, [.. properties.Select(static (property, slot) => property(slot))]);

    internal static Func<int, FactProperty> Number(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Fact, summary) with { ElementType = "Number" };

    internal static Func<int, FactProperty> Percent(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Fact, summary) with { ElementType = "Percentage" };

    internal static Func<int, FactProperty> Plain(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Fact, summary) with { ElementType = "Fraction" };

    /// <summary>A number that a lexicon gives as the meaning of words, or that of the fact in another slot.</summary>
    internal static Func<int, FactProperty> Parsed(string name, string summary, int factSlot) =>
        slot => new(name, ValueKind.Number, summary, fact =>
            ((PhraseFact)fact).Slot(factSlot).Fact is NumericFact number ? Value.Of(number.ValueForRules)
            : decimal.TryParse(((PhraseFact)fact).Slot(slot).Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var meaning) ? Value.Of((decimal?)meaning)
            : Value.Unknown)
        {
            IsFilledByPhrases = true,
        };

    /// <summary>A piece of text that a finding can point at; the fact in another slot where there is no such piece.</summary>
    internal static Func<int, FactProperty> Place(string name, string summary, int orSlot = -1) =>
        slot => new(name, ValueKind.Fact, summary, fact => ((PhraseFact)fact).Slot(slot).Fact is not null || orSlot < 0 ? ((PhraseFact)fact).Slot(slot) : ((PhraseFact)fact).Slot(orSlot)) { ElementType = "Piece" };

    internal static Func<int, FactProperty> Numbers(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.List, summary) with { ElementType = "Number" };

    internal static Func<int, FactProperty> Symbol(string name, string summary, params string[] symbols) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Text, summary) with { Symbols = symbols };
}
