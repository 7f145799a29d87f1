using System.Runtime.InteropServices;

namespace ReportLint.Core.Facts.Dates;

/// <summary>The dates, times and periods that were read in one block so far.</summary>
internal sealed class BlockDates(TokenReader tokens)
{
    /// <summary>The tokens of the block.</summary>
    public TokenReader Tokens { get; private set; } = tokens;

    /// <summary>Goes on to another block, where nothing was found in this one.</summary>
    public void GoTo(TokenReader other) => Tokens = other;

    // Most blocks have none: the lists are made when they are needed.
    private List<WrittenDate>? _dates;
    private List<WrittenTime>? _times;
    private List<WrittenPeriod>? _periods;

    public ReadOnlySpan<WrittenDate> Dates => CollectionsMarshal.AsSpan(_dates);

    public ReadOnlySpan<WrittenTime> Times => CollectionsMarshal.AsSpan(_times);

    public ReadOnlySpan<WrittenPeriod> Periods => CollectionsMarshal.AsSpan(_periods);

    /// <summary>True where anything was found.</summary>
    public bool HasAny => (_dates ?? (object?)_times ?? _periods) is not null;

    /// <summary>Takes a date.</summary>
    /// <returns>The token behind it.</returns>
    public int Add(WrittenDate date)
    {
        (_dates ??= []).Add(date);
        return date.End;
    }

    /// <summary>Takes a time.</summary>
    /// <returns>The token behind it.</returns>
    public int Add(WrittenTime time)
    {
        (_times ??= []).Add(time);
        return time.End;
    }

    /// <summary>Takes a period whose ends are not dates of their own.</summary>
    /// <returns>The token behind it.</returns>
    public int Add(WrittenPeriod period)
    {
        (_periods ??= []).Add(period);
        period.Start?.IsInPeriod = true;
        period.Last?.IsInPeriod = true;
        return period.End;
    }

    /// <summary>Takes two dates and the period between them.</summary>
    /// <returns>The token behind it.</returns>
    public int Add(WrittenDate start, WrittenDate last, DateWord lead)
    {
        Add(start);
        Add(last);
        var kind = (start.Form, last.Form) switch
        {
            (DateForm.Day, DateForm.Day) => PeriodKind.Dates,
            (DateForm.Month, DateForm.Month) => PeriodKind.Months,
            (DateForm.Quarter, DateForm.Quarter) => PeriodKind.Quarters,
            (DateForm.Year or DateForm.Decade, _) or (_, DateForm.Year or DateForm.Decade) => PeriodKind.Years,
            _ => PeriodKind.Months,
        };
        return Add(new WrittenPeriod(start.First, last.End, kind)
        {
            Start = start,
            Last = last,
            IsMarked = (lead & (DateWord.Between | DateWord.From)) != 0,
        });
    }

    /// <summary>Takes two times and the period between them.</summary>
    /// <returns>The token behind it.</returns>
    public int Add(WrittenTime start, WrittenTime last)
    {
        Add(start);
        Add(last);
        return Add(new WrittenPeriod(start.First, last.End, PeriodKind.Times) { StartTime = start, LastTime = last, IsMarked = true });
    }
}
