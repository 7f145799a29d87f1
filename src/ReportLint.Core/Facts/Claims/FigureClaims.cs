using static ReportLint.Core.Facts.Claims.ClaimTypes;

namespace ReportLint.Core.Facts.Claims;

/// <summary>Fact types for what a sentence says that its figures are together: averages, balances, intervals, conversions.</summary>
public static class FigureClaims
{
    /// <summary>Percentages that are told as the parts of one whole.</summary>
    public static readonly FactType Composition = Declare(
        "Composition", "percentages, or hundredths of a pound, that are told as the parts of one whole", "57% said yes, 36% said no and the other 7% had no view",
        ClaimTypes.Numbers("parts", "the percentages but the last"),
        Number("last", "the last percentage"),
        Symbol("wording", "complete: the last is called the rest; opened: words before the first announce all of the parts; labelled: words before the first announce parts of which small ones may be left out; closed: the list ends in what only a full list ends in, such as 'other' or 'did not know'; joined: percentages in one sentence, a joining word before the last; listed: percentages in one sentence; hundredths: amounts that are told as the parts of one pound or dollar", "complete", "opened", "labelled", "closed", "joined", "listed", "hundredths"));

    /// <summary>A total or its parts, a count, and the average.</summary>
    public static readonly FactType Average = Declare(
        "Average", "an average with the total and the count, or with the figures, that it is made of", "18,400 parcels in 46 weeks, an average of 400 a week",
        Amount("total", "what is shared out"),
        Amount("count", "how many it is shared out over"),
        ClaimTypes.Numbers("parts", "the figures that are averaged"),
        Amount("average", "the stated average"),
        Noun("per", "what the average is said to be for one of: week, home; lower case and singular"),
        Symbol("wording", "over: the total is told 'over' the count, which means during and not more than; year: it is that of a year, and the average that of a day, week or month; paired: total and count are the only two numbers beside it, in the order of the text", "over", "year", "paired"));

    /// <summary>Counts at a price each, and what they come to.</summary>
    public static readonly FactType PricedSum = Declare(
        "PricedSum", "two or three counts at a price each, and the sum of money that they come to", "84 adults at £60 and 46 children at £30 bring in £6,420",
        Amount("count1", "how many at the first price"),
        Amount("price1", "the first price"),
        Amount("count2", "how many at the second price"),
        Amount("price2", "the second price"),
        Amount("count3", "how many at the third price, where there is one"),
        Amount("price3", "the third price, where there is one"),
        Amount("total", "what they come to"));

    /// <summary>A balance, what came in and went out, and the balance afterwards.</summary>
    public static readonly FactType Balance = Declare(
        "Balance", "a balance, its movements and the balance afterwards", "We began with 412 members; 57 joined, 38 left, and we ended with 431.",
        Number("opening", "the balance before"),
        ClaimTypes.Numbers("inflows", "what was added"),
        ClaimTypes.Numbers("outflows", "what was taken away"),
        Number("closing", "the balance afterwards"));

    /// <summary>Income, spending and their difference.</summary>
    public static readonly FactType Surplus = Declare(
        "Surplus", "income, spending and the difference between them", "Income was £352,800 and expenditure £340,319, a surplus of £12,481.",
        Number("income", "what came in, or all that there was"),
        Number("spending", "what went out, or is accounted for"),
        Number("surplus", "the difference, whichever of the two is larger"),
        Number("before", "the income of an earlier time, where it is told first"),
        Number("before2", "the spending of that time"));

    /// <summary>An estimate with its interval or range.</summary>
    public static readonly FactType IntervalEstimate = Declare(
        "IntervalEstimate", "an estimate with its confidence interval, or an average with its range", "34% (95% CI 31–37); a median of 21 days (range 2–90)",
        Number("estimate", "the estimate or average"),
        Number("low", "the low end"),
        Number("high", "the high end"),
        Percent("level", "the level of confidence, in percent"),
        Symbol("wording", "interval: a confidence or credible interval; range: from the least to the greatest; quartiles: the middle half", "interval", "range", "quartiles"));

    /// <summary>A superlative and the figures that it is told with.</summary>
    public static readonly FactType Superlative = Declare(
        "Superlative", "a figure that is called the most or the least, and those it is told with", "Leeds had the most, with 52, followed by York with 41",
        Symbol("direction", "top: the largest, the highest, the most; bottom: the smallest, the lowest, the fewest", "top", "bottom"),
        Number("best", "the figure that is called so"),
        ClaimTypes.Numbers("others", "the figures it is told with"),
        Number("other", "the one figure it is told with"),
        Number("among", "how many there are to compare"),
        Symbol("ranked", "next: the one other figure is said to come next", "next"),
        ClaimTypes.Place("named", "the name by which the words say which figure it is"),
        ClaimTypes.Place("claim", "the superlative", 1));

    /// <summary>A measure and the same in another unit.</summary>
    public static readonly FactType Conversion = Declare(
        "Conversion", "a measure and the same measure in another unit", "10 miles (16 km); 5 feet 10 inches (1.78 m)",
        Number("first", "the measure"),
        Number("minor", "what is added to it in a smaller unit: the inches of '5 feet 10 inches'"),
        Number("second", "the measure in the other unit"),
        Number("second_minor", "what is added to that in a smaller unit"));

    /// <summary>A mean and the number of answers that it is the mean of.</summary>
    public static readonly FactType MeanReport = Declare(
        "MeanReport", "a mean with the number of answers behind it", "The 14 families had 2.36 children on average.",
        Amount("mean", "the mean"),
        Amount("count", "how many answers it is made of"),
        Number("spread", "the standard deviation"),
        Symbol("wording", "things: it counts what its noun names; scale: each answer is a whole number on a scale; unsure: nothing says what the answers are", "things", "scale", "unsure"));

    /// <summary>A test statistic with its p-value.</summary>
    public static readonly FactType TestStatistic = Declare(
        "TestStatistic", "a test statistic with its degrees of freedom and its p-value", "t(28) = 2.20, p = .036; χ²(1, N = 90) = 4.2, p < .05",
        Symbol("test", "which test", "t", "f", "chi2", "z", "r"),
        Number("statistic", "the value of the statistic"),
        Plain("df1", "degrees of freedom: the only ones, or those of the numerator"),
        Plain("df2", "degrees of freedom of the denominator of F"),
        Number("p", "the reported p-value, as a bound where '<' or '>' stands before it; unknown for 'ns'"),
        Symbol("tails", "what the document says of its tests: one-sided or two-sided; unknown where it says neither or both", "one", "two"),
        Number("exact", "the reported p-value where it is no bound"));

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FactType> All =
        [Composition, PricedSum, Average, Balance, Surplus, IntervalEstimate, Superlative, Conversion, MeanReport, TestStatistic];

    private static Func<int, FactProperty> Amount(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Fact, summary) with { ElementType = "Quantity" };

    private static Func<int, FactProperty> Noun(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Text, summary);

    private static Func<int, FactProperty> Plain(string name, string summary) =>
        slot => PhraseFact.Property(slot, name, ValueKind.Number, summary);
}
