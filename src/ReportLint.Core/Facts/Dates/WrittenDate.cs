namespace ReportLint.Core.Facts.Dates;

/// <summary>How exactly a date is known.</summary>
internal enum DateForm
{
    Day,
    Month,
    Quarter,
    Year,
    Decade,
}

/// <summary>In which order a date is written.</summary>
internal enum DateOrder
{
    None,
    DayFirst,
    MonthFirst,
    Iso,

    /// <summary>Numbers with slashes or points whose order the document decides.</summary>
    Open,
}

/// <summary>A half-open range of tokens; empty where a date has no such part.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public static TokenRange At(int token) => new(token, token + 1);

    public bool IsEmpty => End <= First;
}

/// <summary>A date as it stands in the tokens of one block, before the document has decided the order of its numbers.</summary>
internal sealed class WrittenDate
{
    public required int First { get; set; }

    public int End { get; set; }

    public DateForm Form { get; set; }

    public DateOrder Order { get; set; }

    public int? Year { get; set; }

    public int? Quarter { get; init; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int? Weekday { get; set; }

    public TokenRange YearPart { get; set; }

    public TokenRange MonthPart { get; set; }

    public TokenRange DayPart { get; set; }

    public TokenRange WeekdayPart { get; set; }

    /// <summary>True where the year was taken from a neighbouring date.</summary>
    public bool YearIsInferred { get; set; }

    /// <summary>True for years before Christ and for dual years such as 1648/9: they are read, and their days stay unknown.</summary>
    public bool IsOtherCalendar { get; set; }

    /// <summary>True where the year has two digits only, so that its century is a guess.</summary>
    public bool IsShortYear { get; set; }

    /// <summary>True where it is an end of a period.</summary>
    public bool IsInPeriod { get; set; }

    /// <summary>The fact that was made of it, or null.</summary>
    public DateMention? Mention { get; set; }

    /// <summary>A year that stands for itself.</summary>
    public static WrittenDate OfYear(WrittenYear year)
    {
        var date = new WrittenDate { First = year.Part.First, Form = DateForm.Year };
        date.Take(year);
        return date;
    }

    /// <summary>A year of one token.</summary>
    public static WrittenDate OfYear(int year, int token, bool isShort = false) =>
        OfYear(new WrittenYear(year, TokenRange.At(token), token + 1, isShort, false));

    /// <summary>Takes in the year behind it.</summary>
    public void Take(WrittenYear year)
    {
        Year = year.Value;
        YearPart = year.Part;
        IsShortYear = year.IsShort;
        IsOtherCalendar = year.IsOtherCalendar;
        End = year.End;
    }

    /// <summary>Gives it the year of a neighbouring date.</summary>
    public void InferYear(int year)
    {
        Year = year;
        YearIsInferred = true;
    }
}

/// <summary>A time of day as it stands in the tokens of one block.</summary>
internal sealed record WrittenTime(int First, int End, int Hour, int Minute, int Second)
{
    public bool IsValid => (Hour < 24 && Minute < 60 && Second <= 60) || (Hour == 24 && Minute == 0 && Second == 0);

    public int MinuteOfDay => (Hour * 60) + Minute;
}

/// <summary>What joins the two ends of a period.</summary>
internal enum PeriodKind
{
    Dates,
    Months,
    Years,
    Quarters,
    FinancialYear,
    FinancialYears,
    Times,
}

/// <summary>A period as it stands in the tokens of one block.</summary>
internal sealed record WrittenPeriod(int First, int End, PeriodKind Kind)
{
    public WrittenDate? Start { get; init; }

    public WrittenDate? Last { get; init; }

    public WrittenTime? StartTime { get; init; }

    public WrittenTime? LastTime { get; init; }

    /// <summary>For a financial year: whether it runs to the next year.</summary>
    public bool? Consecutive { get; init; }

    /// <summary>True where words such as "from" or "between" stand before it.</summary>
    public bool IsMarked { get; init; }
}
