namespace ReportLint.Core.Facts.Dates;

/// <summary>When the document itself was written, as far as it says; at most one in a document.</summary>
public sealed class DocumentTime : Fact
{
    internal static readonly FactType FactType = new(
        "DocumentTime", "when the document was written, and the years it is about; at most one in a document", "date: 2013-06-24 in the front matter; Issued 9 September 2013",
        new FactProperty("date", ValueKind.Date, "its date; unknown where it bears none", static f => Value.Of(((DocumentTime)f).Date)),
        new FactProperty("source", ValueKind.Text, "where its date stands; given where the user told it, none where only its years are known", static f => Value.Of(((DocumentTime)f).Source))
        {
            Symbols = ["given", "property", "label", "byline", "dateline", "none"],
        },
        new FactProperty("first_date", ValueKind.Date, "the earliest of its own dates: nothing that is told as future lies before it", static f => Value.Of(((DocumentTime)f).FirstDate)),
        new FactProperty("last_date", ValueKind.Date, "the latest of its own dates: nothing that is told as past lies after it; unknown for minutes, which are written some time after the meeting", static f => Value.Of(((DocumentTime)f).LastDate)),
        new FactProperty("day_known", ValueKind.Truth, "whether its latest own date is a day; a month or a year may be the one that it reports on", static f => Value.Of((bool?)(((DocumentTime)f).LastDate is { } last && last.Earliest == last.Latest))),
        new FactProperty("title_year", ValueKind.Number, "the last year that its title names, where that is another than the year of its date: an annual report of 2013 may be dated 2014, and its last year is 2012", static f => Value.Of((decimal?)((DocumentTime)f).TitleYear)),
        new FactProperty("latest", ValueKind.Number, "the year of its date, or the last year of the cluster in which most of its years lie", static f => Value.Of(((DocumentTime)f).LatestYear)),
        new FactProperty("earliest", ValueKind.Number, "the first year that it mentions", static f => Value.Of(((DocumentTime)f).EarliestYear)),
        new FactProperty("years", ValueKind.List, "the years that a date in it is likely to have, the likeliest first", static f => Value.Of(((DocumentTime)f).Years)))
    {
        IsSingleton = true,
    };

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override Text.TextSpan Span => PropertySpan ?? base.Span;

    /// <summary>Where the date stands in the front matter, or null.</summary>
    public Text.TextSpan? PropertySpan { get; init; }

    /// <summary>The thresholds by which its dates are read.</summary>
    internal DateSettings? Settings { get; init; }

    /// <summary>Its date, or null.</summary>
    public DateRange? Date { get; init; }

    /// <summary>The earliest of its own dates, or null.</summary>
    public DateRange? FirstDate { get; init; }

    /// <summary>The latest of its own dates, or null.</summary>
    public DateRange? LastDate { get; init; }

    /// <summary><c>given</c>, <c>property</c>, <c>label</c>, <c>byline</c>, <c>dateline</c> or <c>none</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The last year that its title names, where that is another than the year of its date; else null.</summary>
    public int? TitleYear { get; init; }

    /// <summary>The year of its date, or the last of its cluster.</summary>
    public required int LatestYear { get; init; }

    /// <summary>The first year that it mentions, or that of its date.</summary>
    public required int EarliestYear { get; init; }

    /// <summary>The years that a date in it is likely to have, the likeliest first.</summary>
    public required IReadOnlyList<Value> Years { get; init; }
}
