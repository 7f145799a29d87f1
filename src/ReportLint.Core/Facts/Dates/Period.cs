namespace ReportLint.Core.Facts.Dates;

/// <summary>A stretch of time given by its two ends, or as a financial year.</summary>
public sealed class Period : Fact
{
    internal static readonly FactType FactType = new(
        "Period", "a stretch of time given by its two ends, or a financial year", "between April 2014 and May 2015; 7 to 11 October 2013; 2013-14; 09:30 to 10:45",
        new FactProperty("kind", ValueKind.Text, "what its ends are", static f => Value.Of(((Period)f).Kind))
        {
            Symbols = ["dates", "months", "quarters", "years", "times", "financial_year", "financial_years"],
        },
        new FactProperty("first", ValueKind.Fact, "the date written first", static f => Value.Of(((Period)f).First)) { ElementType = "DateMention" },
        new FactProperty("last", ValueKind.Fact, "the date written second", static f => Value.Of(((Period)f).Last)) { ElementType = "DateMention" },
        new FactProperty("starts", ValueKind.Date, "the days that the first end allows; where no year is written, of one year that is no leap year", static f => Value.Of(((Period)f).Start)),
        new FactProperty("ends", ValueKind.Date, "the days that the second end allows; likewise", static f => Value.Of(((Period)f).End)),
        new FactProperty("dated", ValueKind.Truth, "whether its years are written or follow from what is written", static f => Value.Of((bool?)((Period)f).IsDated)),
        new FactProperty("minutes", ValueKind.Number, "for times: the minutes from the first to the second, over midnight where the second is not later", static f => Value.Of((decimal?)((Period)f).Minutes)),
        new FactProperty("marked", ValueKind.Truth, "whether 'from' or 'between' stands before it", static f => Value.Of((bool?)((Period)f).IsMarked)),
        new FactProperty("consecutive", ValueKind.Truth, "for a financial year: whether it runs to the next year", static f => Value.Of(((Period)f).IsConsecutive)),
        new FactProperty("odd_one_out", ValueKind.Truth, "whether it is the only one that does not run to the next year, among the financial years of a sentence or of a table's row or column", static f => Value.Of((bool?)((Period)f).IsOddOneOut)),
        new FactProperty("in_quotation", ValueKind.Truth, "whether it stands inside quotation marks", static f => Value.Of((bool?)((Period)f).IsInQuotation)),
        new FactProperty("doubted", ValueKind.Truth, "whether its sentence has words by which a writer stands off from a date (lexicon doubt)", static f => Value.Of((bool?)((Period)f).IsDoubted)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>One of <c>dates</c>, <c>months</c>, <c>quarters</c>, <c>years</c>, <c>times</c>, <c>financial_year</c>, <c>financial_years</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The date written first; null for times.</summary>
    public DateMention? First { get; init; }

    /// <summary>The date written second; null for times.</summary>
    public DateMention? Last { get; init; }

    /// <summary>The days that the first end allows, or null where they are unknown.</summary>
    public DateRange? Start { get; init; }

    /// <summary>The days that the second end allows, or null where they are unknown.</summary>
    public DateRange? End { get; init; }

    /// <summary>True where its years are written or follow from what is written.</summary>
    public bool IsDated => First?.Year is not null && Last?.Year is not null;

    /// <summary>For times: minutes from the first to the second, 1 to 1440; else null.</summary>
    public int? Minutes { get; init; }

    /// <summary>True where <c>from</c> or <c>between</c> stands before it.</summary>
    public bool IsMarked { get; init; }

    /// <summary>For a financial year: whether it runs to the next year; else null.</summary>
    public bool? IsConsecutive { get; init; }

    /// <summary>True for the only one that does not run to the next year among financial years of one sentence or table line.</summary>
    public bool IsOddOneOut { get; internal set; }

    /// <summary>True inside quotation marks.</summary>
    public bool IsInQuotation { get; init; }

    /// <summary>True where the sentence casts doubt on it.</summary>
    public bool IsDoubted { get; init; }
}
