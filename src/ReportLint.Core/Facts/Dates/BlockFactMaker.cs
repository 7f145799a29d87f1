using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Dates;

/// <summary>Makes the facts of blocks from what was read in them, and claims their _tokens.</summary>
internal sealed class BlockFactMaker(AnalysisContext context, NumericOrder order)
{
    private readonly Surroundings _around = new();
    private TokenReader _tokens;

    /// <summary>Makes all facts of a block; a period claims the tokens of its two ends too.</summary>
    public void Make(BlockDates read)
    {
        _tokens = read.Tokens;
        _around.GoTo(_tokens);
        foreach (var date in read.Dates)
        {
            order.Decide(date);
        }

        foreach (var written in read.Periods)
        {
            var other = written.Kind is PeriodKind.FinancialYear or PeriodKind.FinancialYears;
            var first = written.Start is { } start ? MentionOf(start, other ? null : written.Last?.Year, !other) : null;
            var last = written.Last is { } end ? MentionOf(end, other ? null : written.Start?.Year, !other) : null;
            var (starts, ends) = written is { Start: not null, Last: not null } ? Calendar.EndsOf(written.Start, written.Last) : default;
            var period = new Period
            {
                Document = context.Document,
                Block = _tokens.Block.Block,
                Prose = _tokens.Block.SpanOf(written.First, written.End),
                Sentence = _around.SentenceOf(written.First),
                Kind = NameOf(written.Kind),
                First = first,
                Last = last,
                Start = starts,
                End = ends,
                Minutes = MinutesOf(written),
                IsMarked = written.IsMarked,
                IsConsecutive = written.Consecutive,
                IsInQuotation = _around.IsInQuotation(written.First),
                IsDoubted = _around.IsDoubted(written.First),
            };
            context.Facts.Add(period);
            _tokens.Block.Claim(written.First, written.End, period);
        }

        foreach (var date in read.Dates)
        {
            var mention = MentionOf(date, null, true);
            _tokens.Block.Claim(date.First, date.End, mention);
        }

        foreach (var time in read.Times)
        {
            Add(time);
        }
    }

    /// <summary>Makes the fact of a year that fills a table cell.</summary>
    public static void MakeCellYear(AnalysisContext context, TokenReader tokens, TableYears.CellYear cell)
    {
        var block = tokens.Block;
        var written = new WrittenDate { First = 0, End = 1, Form = DateForm.Year, Year = cell.Year, YearPart = TokenRange.At(0) };
        var span = block.SpanOf(0, 1);
        var mention = new DateMention
        {
            Document = context.Document,
            Block = block.Block,
            Prose = span,
            Sentence = block.FirstSentence,
            Form = "year",
            Year = cell.Year,
            Date = Calendar.RangeOf(written),
            SequenceYear = cell.Expected,
            IsOutOfOrder = cell.IsOutOfOrder,
            YearAt = span,
        };
        if (block.Claim(0, 1, mention))
        {
            context.Facts.Add(mention);
        }
    }

    private static string NameOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Dates => "dates",
        PeriodKind.Months => "months",
        PeriodKind.Years => "years",
        PeriodKind.Quarters => "quarters",
        PeriodKind.FinancialYear => "financial_year",
        PeriodKind.FinancialYears => "financial_years",
        _ => "times",
    };

    private static int? MinutesOf(WrittenPeriod period)
    {
        if (period is not { StartTime: { IsValid: true } start, LastTime: { IsValid: true } last })
        {
            return null;
        }

        var minutes = last.MinuteOfDay - start.MinuteOfDay;
        return minutes <= 0 ? minutes + 1440 : minutes;
    }

    private DateMention MentionOf(WrittenDate date, int? otherYear, bool isFact)
    {
        if (date.Mention is { } known)
        {
            return known;
        }

        var reason = Calendar.FaultOf(date, _tokens.Words);
        var range = Calendar.RangeOf(date);
        var hasWeekday = date.Weekday is not null && range is not null && range.Earliest == range.Latest;
        var mention = new DateMention
        {
            Document = context.Document,
            Block = _tokens.Block.Block,
            Prose = _tokens.Block.SpanOf(date.First, date.End),
            Sentence = _around.SentenceOf(date.First),
            Form = FormOf(date.Form),
            Order = date.Form == DateForm.Day ? OrderOf(date.Order) : null,
            Year = date.Year,
            Quarter = date.Quarter,
            Month = date.Month,
            Day = date.Day,
            Weekday = date.Weekday is { } weekday ? _tokens.Words.WeekdayName(weekday) : null,
            Date = range,
            IsValid = reason is null,
            HasInferredYear = date.YearIsInferred,
            HasShortYear = date.IsShortYear,
            IsInQuotation = _around.IsInQuotation(date.First),
            IsDoubted = _around.IsDoubted(date.First),
            HasFarSubject = _around.HasFarSubject(date.First),
            HasOutlook = _around.HasOutlook(date.First),
            OtherEndYear = otherYear,
            RightWeekday = hasWeekday
                ? _tokens.Words.WeekdayName((int)range!.Earliest.DayOfWeek, date.WeekdayPart.First < _tokens.Count && _tokens.Tokens[date.WeekdayPart.First].Length < 6)
                : null,
            DaysOfWeekday = hasWeekday
                ? DaysOf(Calendar.DaysOn(range!.Earliest.Year, range.Earliest.Month, date.Weekday!.Value))
                : null,
            YearAt = PlaceOf(date.YearPart),
            MonthAt = PlaceOf(date.MonthPart),
            DayAt = PlaceOf(date.DayPart),
            WeekdayAt = PlaceOf(date.WeekdayPart),
        };
        date.Mention = mention;
        if (isFact)
        {
            context.Facts.Add(mention);
            if (reason is not null)
            {
                AddFault(date.First, date.End, reason);
            }
        }

        return mention;
    }

    private static Value[] DaysOf(List<int> days)
    {
        var values = new Value[days.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value.Of(days[i]);
        }

        return values;
    }

    private void Add(WrittenTime time)
    {
        var mention = new TimeMention
        {
            Document = context.Document,
            Block = _tokens.Block.Block,
            Prose = _tokens.Block.SpanOf(time.First, time.End),
            Sentence = _around.SentenceOf(time.First),
            MinuteOfDay = time.MinuteOfDay,
            IsValid = time.IsValid,
        };
        context.Facts.Add(mention);
        _tokens.Block.Claim(time.First, time.End, mention);
        if (!time.IsValid)
        {
            AddFault(time.First, time.End, time.Hour > 23 ? "a day ends at 24:00" : time.Minute > 59 ? "an hour has 60 minutes" : "a minute has 60 seconds");
        }
    }

    private void AddFault(int first, int end, string reason) => context.Facts.Add(new CalendarFault
    {
        Document = context.Document,
        Block = _tokens.Block.Block,
        Prose = _tokens.Block.SpanOf(first, end),
        Sentence = _around.SentenceOf(first),
        Reason = reason,
        IsInQuotation = _around.IsInQuotation(first),
        IsDoubted = _around.IsDoubted(first),
    });

    private TextSpan PlaceOf(TokenRange range) => range.IsEmpty ? default : _tokens.Block.SpanOf(range.First, range.End);

    private static string FormOf(DateForm form) => form switch
    {
        DateForm.Day => "day",
        DateForm.Month => "month",
        DateForm.Quarter => "quarter",
        DateForm.Year => "year",
        _ => "decade",
    };

    private static string? OrderOf(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "day_first",
        DateOrder.MonthFirst => "month_first",
        DateOrder.Iso => "iso",
        DateOrder.Open => "open",
        _ => null,
    };
}
