using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Dates;

/// <summary>A date, full or partial, as the document writes it.</summary>
public sealed class DateMention : Fact
{
    internal static readonly FactType FactType = new(
        "DateMention", "a date, full or partial", "Tuesday 11 November 2013; May 2015; Q4 2013; the 1990s; in 2013",
        new FactProperty("form", ValueKind.Text, "how exactly it is known", static f => Facts.Value.Of(((DateMention)f).Form))
        {
            Symbols = ["day", "month", "quarter", "year", "decade"],
        },
        new FactProperty("order", ValueKind.Text, "in which order a full date is written; open for 03/04/2015 where the document shows no order; unknown for other dates", static f => Facts.Value.Of(((DateMention)f).Order))
        {
            Symbols = ["day_first", "month_first", "iso", "open"],
        },
        new FactProperty("year", ValueKind.Number, "the year; the first one of a decade", static f => Facts.Value.Of((decimal?)((DateMention)f).Year)),
        new FactProperty("quarter", ValueKind.Number, "the quarter, from 1", static f => Facts.Value.Of((decimal?)((DateMention)f).Quarter)),
        new FactProperty("month", ValueKind.Number, "the month, from 1", static f => Facts.Value.Of((decimal?)((DateMention)f).Month)),
        new FactProperty("day", ValueKind.Number, "the day of the month, from 1", static f => Facts.Value.Of((decimal?)((DateMention)f).Day)),
        new FactProperty("weekday", ValueKind.Text, "the day of the week that is written with it, in full: Monday", static f => Facts.Value.Of(((DateMention)f).Weekday)),
        new FactProperty("date", ValueKind.Date, "the days that it allows; unknown without a year", static f => Facts.Value.Of(((DateMention)f).Date)),
        new FactProperty("valid", ValueKind.Truth, "whether there is such a day", static f => Facts.Value.Of((bool?)((DateMention)f).IsValid)),
        new FactProperty("inferred_year", ValueKind.Truth, "whether the year was taken from a neighbouring date", static f => Facts.Value.Of((bool?)((DateMention)f).HasInferredYear)),
        new FactProperty("short_year", ValueKind.Truth, "whether the year is written with two digits", static f => Facts.Value.Of((bool?)((DateMention)f).HasShortYear)),
        new FactProperty("in_quotation", ValueKind.Truth, "whether it stands inside quotation marks", static f => Facts.Value.Of((bool?)((DateMention)f).IsInQuotation)),
        new FactProperty("doubted", ValueKind.Truth, "whether its sentence has words by which a writer stands off from a date (lexicon doubt)", static f => Facts.Value.Of((bool?)((DateMention)f).IsDoubted)),
        new FactProperty("far_subject", ValueKind.Truth, "whether its sentence speaks of things a century away (lexicon far-future)", static f => Facts.Value.Of((bool?)((DateMention)f).HasFarSubject)),
        new FactProperty("far_outlook", ValueKind.Truth, "whether its sentence looks ahead (lexicon far-future)", static f => Facts.Value.Of((bool?)((DateMention)f).HasOutlook)),
        new FactProperty("sequence_year", ValueKind.Number, "in a table's row or column of years: the year that its neighbours leave for it, where it breaks their sequence", static f => Facts.Value.Of((decimal?)((DateMention)f).SequenceYear)),
        new FactProperty("meant_year", ValueKind.Number, "where the year lies far from the time of the document: the likely year that one slip of the keys (a digit swapped, doubled, lost or mistyped) turns into it", static f => Facts.Value.Of((decimal?)((DateMention)f).MeantYear)),
        new FactProperty("other_end", ValueKind.Number, "in a period: the year of the other end", static f => Facts.Value.Of((decimal?)((DateMention)f).OtherEndYear)),
        new FactProperty("near_date", ValueKind.Date, "for a weekday with a day and a month but no year: the day nearest to the date of the document, where it is near", static f => Facts.Value.Of(((DateMention)f).NearDate)),
        new FactProperty("sibling_date", ValueKind.Date, "for a weekday with a day and a month but no year: the day in the year of the full dates of its sentence, or of all those of the document where another such weekday fits it", static f => Facts.Value.Of(((DateMention)f).SiblingDate)),
        new FactProperty("out_of_order", ValueKind.Truth, "whether it alone breaks the order in which its paragraph or its column tells of years; in a paragraph, one slip of the keys puts it in its place", static f => Facts.Value.Of((bool?)((DateMention)f).IsOutOfOrder)),
        new FactProperty("weekday_right", ValueKind.Text, "the day of the week that the date falls on, in the form of the one written", static f => Facts.Value.Of(((DateMention)f).RightWeekday)),
        new FactProperty("weekday_days", ValueKind.List, "the days of that month that fall on the weekday written", static f => Facts.Value.Of(((DateMention)f).DaysOfWeekday)),
        new FactProperty("year_part", ValueKind.Fact, "the year as written", static f => Facts.Value.Of(((DateMention)f).YearPart)) { ElementType = "Piece" },
        new FactProperty("month_part", ValueKind.Fact, "the month as written", static f => Facts.Value.Of(((DateMention)f).MonthPart)) { ElementType = "Piece" },
        new FactProperty("day_part", ValueKind.Fact, "the day as written", static f => Facts.Value.Of(((DateMention)f).DayPart)) { ElementType = "Piece" },
        new FactProperty("weekday_part", ValueKind.Fact, "the day of the week as written", static f => Facts.Value.Of(((DateMention)f).WeekdayPart)) { ElementType = "Piece" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>How exactly it is known: <c>day</c>, <c>month</c>, <c>quarter</c>, <c>year</c> or <c>decade</c>.</summary>
    public required string Form { get; init; }

    /// <summary><c>day_first</c>, <c>month_first</c>, <c>iso</c>, <c>open</c>, or null for other dates than full ones.</summary>
    public string? Order { get; init; }

    /// <summary>The year, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The quarter from 1, or null.</summary>
    public int? Quarter { get; init; }

    /// <summary>The month from 1, or null; outside 1 to 12 in an impossible date.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month from 1, or null.</summary>
    public int? Day { get; init; }

    /// <summary>The name of the weekday written with it, in full, or null.</summary>
    public string? Weekday { get; init; }

    /// <summary>The days that it allows; null without a year, for impossible dates and for other calendars.</summary>
    public DateRange? Date { get; init; }

    /// <summary>False where there is no such day.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>True where the year was taken from a neighbouring date.</summary>
    public bool HasInferredYear { get; init; }

    /// <summary>True where the year is written with two digits.</summary>
    public bool HasShortYear { get; init; }

    /// <summary>True inside quotation marks.</summary>
    public bool IsInQuotation { get; init; }

    /// <summary>True where the sentence casts doubt on it.</summary>
    public bool IsDoubted { get; init; }

    /// <summary>True where the sentence speaks of things a century away.</summary>
    public bool HasFarSubject { get; init; }

    /// <summary>True where the sentence looks ahead.</summary>
    public bool HasOutlook { get; init; }

    /// <summary>The year that a sequence of years in a table leaves for it, or null.</summary>
    public int? SequenceYear { get; init; }

    /// <summary>The likely year that one slip of the keys turns into a far one, or null.</summary>
    public int? MeantYear { get; internal set; }

    /// <summary>Where it bears a weekday but no year: the day nearest to the date of the document, or null.</summary>
    public DateRange? NearDate { get; internal set; }

    /// <summary>For a weekday with a day and a month but no year: the day that the full dates beside it, or all those of the document, leave for it; or null.</summary>
    public DateRange? SiblingDate { get; internal set; }

    /// <summary>True where it alone breaks the order in which its paragraph or its column tells of years.</summary>
    public bool IsOutOfOrder { get; internal set; }

    /// <summary>The year of the other end of its period, or null.</summary>
    public int? OtherEndYear { get; init; }

    /// <summary>The weekday that the date falls on, where one is written; else null.</summary>
    public string? RightWeekday { get; init; }

    /// <summary>The days of its month that fall on the weekday written, or null.</summary>
    public IReadOnlyList<Value>? DaysOfWeekday { get; init; }

    /// <summary>The year as written, or null.</summary>
    public Piece? YearPart => field ??= PieceAt(YearAt);

    /// <summary>Place in the prose of the year as written; empty for none.</summary>
    internal TextSpan YearAt { get; init; }

    /// <summary>The month as written, or null.</summary>
    public Piece? MonthPart => field ??= PieceAt(MonthAt);

    /// <summary>Place in the prose of the month as written; empty for none.</summary>
    internal TextSpan MonthAt { get; init; }

    /// <summary>The day as written, or null.</summary>
    public Piece? DayPart => field ??= PieceAt(DayAt);

    /// <summary>Place in the prose of the day as written; empty for none.</summary>
    internal TextSpan DayAt { get; init; }

    /// <summary>The weekday as written, or null.</summary>
    public Piece? WeekdayPart => field ??= PieceAt(WeekdayAt);

    /// <summary>Place in the prose of the weekday as written; empty for none.</summary>
    internal TextSpan WeekdayAt { get; init; }

    /// <summary>It in the form in which keys tell periods; null before one asked for it.</summary>
    internal string? PeriodName { get; set; }

    private Piece? PieceAt(TextSpan prose) => prose.Length == 0 ? null : new() { Document = Document, Block = Block, Prose = prose, Sentence = Sentence };
}

/// <summary>A time of day as the document writes it.</summary>
public sealed class TimeMention : Fact
{
    internal static readonly FactType FactType = new(
        "TimeMention", "a time of day", "09:30; 6.30pm; 9.25 p.m.; noon",
        new FactProperty("minute_of_day", ValueKind.Number, "minutes since midnight", static f => Facts.Value.Of(((TimeMention)f).MinuteOfDay)),
        new FactProperty("valid", ValueKind.Truth, "whether a clock can show it", static f => Facts.Value.Of((bool?)((TimeMention)f).IsValid)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Minutes since midnight, from 0; 1440 for 24:00.</summary>
    public required int MinuteOfDay { get; init; }

    /// <summary>False for times such as 25:10.</summary>
    public bool IsValid { get; init; } = true;
}

/// <summary>A day or a time that does not exist, with the reason.</summary>
public sealed class CalendarFault : Fact
{
    internal static readonly FactType FactType = new(
        "CalendarFault", "a day or a time that does not exist", "31 June 2013; 29 February 1900; at 25:10",
        new FactProperty("reason", ValueKind.Text, "why there is none: June has 30 days", static f => Facts.Value.Of(((CalendarFault)f).Reason)),
        new FactProperty("in_quotation", ValueKind.Truth, "whether it stands inside quotation marks", static f => Facts.Value.Of((bool?)((CalendarFault)f).IsInQuotation)),
        new FactProperty("doubted", ValueKind.Truth, "whether its sentence has words by which a writer stands off from a date (lexicon doubt)", static f => Facts.Value.Of((bool?)((CalendarFault)f).IsDoubted)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Why there is no such day or time.</summary>
    public required string Reason { get; init; }

    /// <summary>True inside quotation marks.</summary>
    public bool IsInQuotation { get; init; }

    /// <summary>True where the sentence casts doubt on it.</summary>
    public bool IsDoubted { get; init; }
}
