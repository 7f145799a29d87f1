namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Reads the dates, times and periods of one block in one pass. Every step consumes at least one token and looks ahead a
/// bounded number of tokens, so the cost is linear.
/// </summary>
internal sealed class BlockDateReader(TokenReader tokens)
{
    private const int LongestList = 8;

    // Most blocks have none: the lists are made when they are needed.
    private List<WrittenDate>? _dates;
    private List<WrittenTime>? _times;
    private List<WrittenPeriod>? _periods;

    public List<WrittenDate> Dates => _dates ??= [];

    public List<WrittenTime> Times => _times ??= [];

    public List<WrittenPeriod> Periods => _periods ??= [];

    /// <summary>True where anything was found.</summary>
    public bool HasAny => (_dates is { Count: > 0 }) || (_times is { Count: > 0 }) || (_periods is { Count: > 0 });

    /// <summary>Words and marks that no date begins with are passed over with one table look-up.</summary>
    public void Read()
    {
        const DateWord Starts = DateWord.Month | DateWord.Weekday | DateWord.Quarter | DateWord.FiscalYear | DateWord.Noon | DateWord.Midnight;
        var at = 0;
        while (at < tokens.Count)
        {
            var token = tokens.Tokens[at];
            var may = token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && token.Word != 0 && (tokens.Words.ClassOf(token.Word) & Starts) != 0);
            var next = may && tokens.Block.MentionAt(at) is null ? ReadAt(at) : at;
            at = Math.Max(next, at + 1);
        }
    }

    private int ReadAt(int at)
    {
        if (tokens.IsNumber(at))
        {
            if (ReadDayList(at) is var behindList && behindList > at)
            {
                return behindList;
            }
        }

        if (DateReader.Read(tokens, at) is { } date)
        {
            return TakeDate(date);
        }

        if (ReadSplitYear(at) is { } split)
        {
            return TakeSplitYear(split);
        }

        if (ReadTime(at) is var behindTime && behindTime > at)
        {
            return behindTime;
        }

        return ReadBareYear(at);
    }

    private int TakeDate(WrittenDate date)
    {
        TakeTrailingWeekday(date);
        if (Join(date) is { } joined)
        {
            return joined;
        }

        if (IsWorthwhile(date))
        {
            Dates.Add(date);
        }

        return date.End;
    }

    /// <summary>A lone month is a mention only where it cannot be another word.</summary>
    private bool IsWorthwhile(WrittenDate date) =>
        date.Form != DateForm.Month || date.Year is not null || !tokens.Is(date.First, DateWord.EverydayMonth) || tokens.Is(date.First - 1, DateWord.YearLead);

    /// <summary>27 November 2013 (Wednesday); 27 November 2013, a Wednesday.</summary>
    private void TakeTrailingWeekday(WrittenDate date)
    {
        if (date.Form != DateForm.Day || date.Weekday is not null)
        {
            return;
        }

        var bracket = tokens.MarkAt(date.End) == '(';
        var at = date.End + 1;
        if (!bracket)
        {
            if (tokens.MarkAt(date.End) != ',' || !tokens.Is(at, DateWord.Article))
            {
                return;
            }

            at++;
        }

        if (tokens.WeekdayAt(at) is var weekday and > 0 && (bracket ? tokens.MarkAt(at + 1) == ')' : !tokens.Has(at + 1) || tokens.Tokens[at + 1].Kind == TokenKind.Mark))
        {
            date.Weekday = weekday;
            date.WeekdayPart = TokenRange.At(at);
        }
    }

    /// <summary>Reads a second date behind a first one that <c>to</c>, a dash or <c>between … and</c> joins.</summary>
    /// <returns>The token behind the period, or null where the date stands alone.</returns>
    private int? Join(WrittenDate start)
    {
        var joiner = start.End;
        var isDash = tokens.IsDash(joiner);
        var isAnd = tokens.Is(joiner, DateWord.And);
        var lead = tokens.LeadBefore(start.First);
        if (!isDash && !isAnd && !tokens.Is(joiner, DateWord.To))
        {
            return null;
        }

        var at = joiner + 1;
        if (start is { Form: DateForm.Day, Order: DateOrder.MonthFirst, Year: null } && ReadLastDay(start, at) is { } sameMonth)
        {
            return AddPeriod(start, sameMonth, lead);
        }

        at = tokens.SkipLead(at);
        var last = DateReader.Read(tokens, at);
        if (last is null)
        {
            return start.Year is not null && !isAnd && YearReader.PairEnd(tokens, at) is { } year && start.Form is not DateForm.Day && year.Value is > 1700
                ? AddPeriod(start, YearDate(year), lead)
                : null;
        }

        TakeTrailingWeekday(last);
        if (isAnd && (lead & DateWord.Between) == 0)
        {
            if (start.Year is null && last is { Year: not null } && start.Month <= last.Month && start.Form == last.Form)
            {
                InferYear(start, last.Year.Value);
                Dates.Add(start);
                return start.End;
            }

            return null;
        }

        ShareYear(start, last);
        return AddPeriod(start, last, lead);
    }

    private static void InferYear(WrittenDate date, int year)
    {
        date.Year = year;
        date.YearIsInferred = true;
    }

    /// <summary>In a period one year serves both ends; over the new year the start is of the year before.</summary>
    private static void ShareYear(WrittenDate start, WrittenDate last)
    {
        if ((start.Month ?? start.Quarter) is null || (last.Month ?? last.Quarter) is null)
        {
            return;
        }

        var overNewYear = Calendar.RunsOverNewYear(start, last);
        if (start.Year is null && last.Year is { } end)
        {
            InferYear(start, overNewYear ? end - 1 : end);
        }
        else if (last.Year is null && start.Year is { } begin)
        {
            InferYear(last, overNewYear ? begin + 1 : begin);
        }
    }

    /// <summary>The second day of <c>January 3–15, 2013</c>.</summary>
    private WrittenDate? ReadLastDay(WrittenDate start, int at)
    {
        var end = DateReader.ReadDay(tokens, at, out var day, out _);
        if (end == at || day > 31 || tokens.MonthAt(end) > 0 || (tokens.IsGluedAfter(end) && !tokens.IsDash(end)) || tokens.Is(end, DateWord.Of))
        {
            return null;
        }

        var last = new WrittenDate
        {
            First = at,
            End = end,
            Form = DateForm.Day,
            Order = DateOrder.MonthFirst,
            Month = start.Month,
            Day = day,
            DayPart = TokenRange.At(at),
        };
        var comma = tokens.MarkAt(end) == ',';
        if (YearReader.AfterMonth(tokens, comma ? end + 1 : end, comma) is { } year)
        {
            last.Year = year.Value;
            last.YearPart = year.Part;
            last.End = year.End;
            InferYear(start, year.Value);
        }
        else if (tokens.IsCounted(end))
        {
            return null;
        }

        return last;
    }

    private int AddPeriod(WrittenDate start, WrittenDate last, DateWord lead)
    {
        Dates.Add(start);
        Dates.Add(last);
        var kind = (start.Form, last.Form) switch
        {
            (DateForm.Day, DateForm.Day) => PeriodKind.Dates,
            (DateForm.Month, DateForm.Month) => PeriodKind.Months,
            (DateForm.Quarter, DateForm.Quarter) => PeriodKind.Quarters,
            (DateForm.Year or DateForm.Decade, DateForm.Year or DateForm.Decade) => PeriodKind.Years,
            (DateForm.Year or DateForm.Decade, _) or (_, DateForm.Year or DateForm.Decade) => PeriodKind.Years,
            _ => PeriodKind.Months,
        };
        Periods.Add(new WrittenPeriod(start.First, last.End, kind)
        {
            Start = start,
            Last = last,
            IsMarked = (lead & (DateWord.Between | DateWord.From)) != 0,
        });
        return last.End;
    }

    /// <summary>Reads <c>7 to 11 October</c>, <c>30 and 31 July 2014</c>, <c>3, 4 and 5 May</c>, <c>Tuesday 7 and Thursday 9 May</c>.</summary>
    private int ReadDayList(int first)
    {
        var at = first;
        var end = DateReader.ReadDay(tokens, at, out var day, out _);
        if (end == at || day > 31 || tokens.MonthAt(end) > 0 || tokens.IsGluedBefore(at))
        {
            return first;
        }

        var isList = false;
        var isRange = false;
        List<(int Token, int End, int Day)>? days = null;
        for (var count = 0; count < LongestList; count++)
        {
            var mark = tokens.MarkAt(end);
            if (tokens.IsDash(end) || tokens.Is(end, DateWord.To))
            {
                isRange = true;
            }
            else if (tokens.Is(end, DateWord.List) || mark == '&')
            {
                isList = true;
            }
            else if (mark != ',')
            {
                return first;
            }

            var next = end + 1;
            if (mark == ',' && tokens.Is(next, DateWord.List))
            {
                isList = true;
                next++;
            }

            if (tokens.Is(next, DateWord.Article))
            {
                next++;
            }

            var dayToken = tokens.WeekdayAt(next) > 0 ? next + 1 : next;
            var behind = DateReader.ReadDay(tokens, dayToken, out var later, out _);
            if (behind == dayToken || later > 31)
            {
                return first;
            }

            (days ??= []).Add((at, end, day));
            if (tokens.MonthAt(behind) > 0 || (tokens.Is(behind, DateWord.Of) && tokens.MonthAt(behind + 1) > 0))
            {
                return DateReader.Read(tokens, next) is { Form: DateForm.Day } last ? TakeDays(days, last, isRange, isList) : first;
            }

            at = dayToken;
            end = behind;
            day = later;
        }

        return first;
    }

    private int TakeDays(List<(int Token, int End, int Day)> days, WrittenDate last, bool isRange, bool isList)
    {
        TakeTrailingWeekday(last);
        var first = days[0].Token;
        var lead = tokens.LeadBefore(first);
        var isBetween = (lead & DateWord.Between) != 0 && isList && days.Count == 1;
        if (isRange && isList && !isBetween)
        {
            Dates.Add(last);
            return last.End;
        }

        if (!isRange && !isList)
        {
            return first;
        }

        var isPeriod = (isRange && days.Count == 1) || isBetween;
        if (isPeriod && days[0].Day > last.Day && (lead & (DateWord.Between | DateWord.From)) == 0)
        {
            return first;
        }

        WrittenDate? start = null;
        foreach (var (token, end, day) in days)
        {
            var weekday = tokens.WeekdayAt(token - 1);
            start = new WrittenDate
            {
                First = weekday > 0 ? token - 1 : token,
                End = end,
                Form = DateForm.Day,
                Order = DateOrder.DayFirst,
                Day = day,
                Month = last.Month,
                Year = last.Year,
                YearIsInferred = last.Year is not null,
                DayPart = TokenRange.At(token),
                Weekday = weekday > 0 ? weekday : null,
                WeekdayPart = weekday > 0 ? TokenRange.At(token - 1) : default,
                IsOtherCalendar = last.IsOtherCalendar,
            };
            if (!isPeriod)
            {
                Dates.Add(start);
            }
        }

        if (isPeriod)
        {
            return AddPeriod(start!, last, lead);
        }

        return Join(last) ?? AddDate(last);
    }

    private int AddDate(WrittenDate date)
    {
        Dates.Add(date);
        return date.End;
    }

    private static WrittenDate YearDate(WrittenYear year) => new()
    {
        First = year.Part.First,
        End = year.End,
        Form = DateForm.Year,
        Year = year.Value,
        YearPart = year.Part,
        IsOtherCalendar = year.IsOtherCalendar,
        IsShortYear = year.IsShort,
    };

    private static WrittenDate YearDate(int year, int token, bool isShort = false) =>
        YearDate(new WrittenYear(year, TokenRange.At(token), token + 1, isShort, false));

    /// <summary>Reads 2013-14, 2013/14, 1999–00, 1995–98, 1797–8, FY2014/15 and FY13.</summary>
    private WrittenPeriod? ReadSplitYear(int at)
    {
        var first = at;
        var fiscal = tokens.Is(at, DateWord.FiscalYear);
        if (fiscal)
        {
            at++;
        }
        else if (tokens.IsGluedBefore(at))
        {
            return null;
        }

        var digits = tokens.Digits(at, out var year);
        if (digits != 4 && !(fiscal && digits == 2))
        {
            return null;
        }

        year = digits == 2 ? YearReader.Century(year) : year;
        if (year is < 1000 or > 2199)
        {
            return null;
        }

        var separator = tokens.MarkAt(at + 1);
        var second = 0;
        var brief = tokens.IsJoined(at + 1) && tokens.IsJoined(at + 2) && (separator == '/' || tokens.IsDash(at + 1)) ? tokens.Digits(at + 2, out second) : 0;
        if (brief == 0 || tokens.IsGluedAfter(at + 3) || (brief == 4 && separator != '/'))
        {
            return fiscal && !tokens.IsGluedAfter(at + 1)
                ? new WrittenPeriod(first, at + 1, PeriodKind.FinancialYear) { Start = YearDate(year - 1, at, true), Last = YearDate(year, at, digits == 2), IsMarked = true }
                : null;
        }

        var next = year + 1;
        var isNext = brief switch
        {
            1 => false,
            2 => second == next % 100,
            _ => second == next,
        };
        var end = brief switch
        {
            1 => (year / 10 * 10) + second,
            2 => (year / 100 * 100) + second,
            _ => second,
        };
        if (isNext)
        {
            return Split(first, at, year, next, PeriodKind.FinancialYear, true);
        }

        if (brief == 1)
        {
            return separator is not ('/' or '-') && second > year % 10 ? Split(first, at, year, end, PeriodKind.Years, null) : null;
        }

        if (fiscal || separator == '/')
        {
            return fiscal || (end >= year - 1 && end <= year + 4) ? Split(first, at, year, end, PeriodKind.FinancialYear, false) : null;
        }

        if (second > year % 100 && (second > 12 || separator != '-'))
        {
            return Split(first, at, year, end, PeriodKind.Years, null);
        }

        return year % 100 >= 50 && second <= 30 && separator != '-' ? Split(first, at, year, end + 100, PeriodKind.Years, null) : null;
    }

    private static WrittenPeriod Split(int first, int at, int year, int last, PeriodKind kind, bool? consecutive) => new(first, at + 3, kind)
    {
        Start = YearDate(year, at),
        Last = YearDate(last, at + 2, true),
        Consecutive = consecutive,
    };

    private int TakeSplitYear(WrittenPeriod split)
    {
        var lead = tokens.LeadBefore(split.First);
        var joiner = split.End;
        if (split.Kind == PeriodKind.FinancialYear
            && (tokens.IsDash(joiner) || tokens.Is(joiner, DateWord.To) || (tokens.Is(joiner, DateWord.And) && (lead & DateWord.Between) != 0))
            && ReadSplitYear(joiner + 1) is { Kind: PeriodKind.FinancialYear } last)
        {
            Periods.Add(new WrittenPeriod(split.First, last.End, PeriodKind.FinancialYears)
            {
                Start = split.Start,
                Last = last.Last,
                IsMarked = (lead & (DateWord.Between | DateWord.From)) != 0,
            });
            Periods.Add(split);
            Periods.Add(last);
            return last.End;
        }

        Periods.Add(split);
        return split.End;
    }

    private int ReadTime(int at)
    {
        if (TimeReader.ReadSharedHalf(tokens, at) is { } shared)
        {
            return AddTimes(shared.Start, shared.Last);
        }

        if (TimeReader.Read(tokens, at) is not { } time)
        {
            return at;
        }

        var lead = tokens.LeadBefore(time.First);
        var joiner = time.End;
        if ((tokens.IsDash(joiner) || tokens.Is(joiner, DateWord.To) || (tokens.Is(joiner, DateWord.And) && (lead & DateWord.Between) != 0))
            && TimeReader.Read(tokens, joiner + 1) is { } last)
        {
            return AddTimes(time, last);
        }

        Times.Add(time);
        return time.End;
    }

    private int AddTimes(WrittenTime start, WrittenTime last)
    {
        Times.Add(start);
        Times.Add(last);
        Periods.Add(new WrittenPeriod(start.First, last.End, PeriodKind.Times) { StartTime = start, LastTime = last, IsMarked = true });
        return last.End;
    }

    private int ReadBareYear(int at)
    {
        var pair = ReadYearPair(at);
        if (pair != at)
        {
            return Math.Abs(pair);
        }

        if (YearReader.Alone(tokens, at) is not { } year)
        {
            return at;
        }

        var date = YearDate(year);
        var next = tokens.SkipLead(date.End + 1);
        if ((tokens.IsDash(date.End) || tokens.Is(date.End, DateWord.To) || (tokens.Is(date.End, DateWord.And) && (tokens.LeadBefore(at) & DateWord.Between) != 0))
            && DateReader.Read(tokens, next) is { Year: not null } last)
        {
            return AddPeriod(date, last, tokens.LeadBefore(at));
        }

        return AddDate(date);
    }

    /// <summary>Reads <c>between 1999 and 2009</c>, <c>from 1999 to 2009</c>, <c>1999–2009</c>.</summary>
    /// <returns>The token behind it; <paramref name="at"/> where there is no pair; negative where the pair is two plain numbers.</returns>
    private int ReadYearPair(int at)
    {
        if (tokens.Digits(at, out var start) != 4 || start is < 1000 or > 2199 || tokens.IsGluedBefore(at))
        {
            return at;
        }

        var joiner = at + 1;
        var lead = tokens.LeadBefore(at);
        var isMarked = (lead & (DateWord.Between | DateWord.From)) != 0;
        var isDash = tokens.IsDash(joiner);
        if (!isDash && !tokens.Is(joiner, DateWord.To) && !(tokens.Is(joiner, DateWord.And) && (lead & DateWord.Between) != 0))
        {
            return at;
        }

        if (isDash && tokens.IsJoined(joiner) != tokens.IsJoined(joiner + 1))
        {
            return at;
        }

        if (tokens.Digits(joiner + 1, out var end) != 4)
        {
            return at;
        }

        var before = tokens.ClassAt(at - 1);
        var afterVerb = (lead & DateWord.From) != 0 && tokens.Is(at - 2, DateWord.PageLead);
        var isLed = (isMarked || (before & DateWord.YearLead) != 0) && !afterVerb && end > start && start >= 1900 && end <= 2100 && (start % 50 != 0 || end % 50 != 0);
        if (YearReader.PairEnd(tokens, joiner + 1, isLed) is not { } last)
        {
            return tokens.IsCounted(joiner + 2) ? -(joiner + 2) : at;
        }

        if (last.IsOtherCalendar)
        {
            var early = YearDate(start, at);
            early.IsOtherCalendar = true;
            return AddPeriod(early, YearDate(last), lead);
        }

        var isPages = (before & DateWord.PageLead) != 0 || (tokens.MarkAt(at - 1) == '.' && tokens.Is(at - 2, DateWord.PageLead));
        var isRecent = start is >= 1500 && end is >= 1500;
        if (isPages || (afterVerb && (end < start || start < 1900 || end > 2100)))
        {
            return -(joiner + 2);
        }

        if (isDash && !isMarked)
        {
            var closed = tokens.MarkAt(at - 1) is '(' or '[' || (before & (DateWord.YearLead | DateWord.YearLeadWeak)) != 0 || tokens.MarkAt(at - 1) == ',';
            return (end > start ? isRecent : closed && isRecent) ? AddPeriod(YearDate(start, at), YearDate(last), lead) : at;
        }

        if (!isMarked && (end < start || !isRecent || (start % 50 == 0 && end % 50 == 0)))
        {
            return at;
        }

        return AddPeriod(YearDate(start, at), YearDate(last), lead);
    }
}
