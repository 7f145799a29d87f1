using NodaTime;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Which order the full numeric dates of a document show: a part above 12 can only be a day, a weekday fits one order only,
/// the same date stands beside it in another form, the text says it (<c>dd/mm/yyyy</c>), or the file names its language.
/// </summary>
internal readonly record struct NumericOrder(bool HasOpen, bool ShowsDayFirst, bool ShowsMonthFirst)
{
    private const int ReasonableYears = 9998;

    /// <summary>True where there are dates of either order and nothing has decided it.</summary>
    public bool IsOpen => HasOpen && !ShowsDayFirst && !ShowsMonthFirst;

    /// <summary>Takes in what the dates of one block show.</summary>
    public NumericOrder With(BlockDates read)
    {
        var order = this;
        var dates = read.Dates;
        for (var i = 0; i < dates.Length; i++)
        {
            if (dates[i].Order == DateOrder.Open)
            {
                order = order.With(dates[i], i > 0 ? dates[i - 1] : null, i + 1 < dates.Length ? dates[i + 1] : null);
            }
        }

        return order;
    }

    /// <summary>Takes in what the words of the document and the language of the file show.</summary>
    public NumericOrder With(AnalysisContext context)
    {
        var orders = context.Knowledge.Lexicon("date-orders");
        var order = this;
        foreach (var property in context.Document.Properties)
        {
            if (IsEntry(orders, "property", property.Name))
            {
                order = order with
                {
                    ShowsDayFirst = order.ShowsDayFirst || IsEntry(orders, "day-first", property.Value),
                    ShowsMonthFirst = order.ShowsMonthFirst || IsEntry(orders, "month-first", property.Value),
                };
            }
        }

        foreach (var block in context.Blocks)
        {
            for (var at = 0; at < block.Tokens.Length; at++)
            {
                if (orders.StartsWith(block.Tokens[at].Word))
                {
                    order = orders.Match(block.Tokens, at).Meaning switch
                    {
                        "day-first" => order with { ShowsDayFirst = true },
                        "month-first" => order with { ShowsMonthFirst = true },
                        _ => order,
                    };
                }
            }
        }

        return order;
    }

    /// <summary>Decides the order of one date, day and month exchanged where the month stands first.</summary>
    public void Decide(WrittenDate date)
    {
        if (date.Order != DateOrder.Open)
        {
            return;
        }

        var isDotted = date.DayPart.IsEmpty;
        var weekday = OfWeekday(date);
        if ((date.Month > 12 && date.Day <= 12) || weekday == DateOrder.MonthFirst)
        {
            Exchange(date);
        }
        else if (date.Day > 12 || isDotted || weekday == DateOrder.DayFirst || (ShowsDayFirst && !ShowsMonthFirst))
        {
            date.Order = DateOrder.DayFirst;
        }
        else if (ShowsMonthFirst && !ShowsDayFirst)
        {
            Exchange(date);
        }
    }

    private static bool IsEntry(Lexicon lexicon, string meaning, string text)
    {
        foreach (var (name, entries) in lexicon.Entries)
        {
            if (name == meaning && entries.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private NumericOrder With(WrittenDate date, WrittenDate? before, WrittenDate? behind)
    {
        var shown = (date.Day > 12, date.Month > 12) switch
        {
            (true, false) => DateOrder.DayFirst,
            (false, true) => DateOrder.MonthFirst,
            (true, true) => DateOrder.None,
            _ => OfWeekday(date) is var weekday and not DateOrder.None ? weekday
                : OfTwin(date, before) is var twin and not DateOrder.None ? twin
                : OfTwin(date, behind),
        };
        return shown switch
        {
            DateOrder.DayFirst => this with { HasOpen = true, ShowsDayFirst = true },
            DateOrder.MonthFirst => this with { HasOpen = true, ShowsMonthFirst = true },
            _ => this with { HasOpen = true },
        };
    }

    /// <summary>The order in which the weekday written fits, where it fits one only.</summary>
    private static DateOrder OfWeekday(WrittenDate date)
    {
        if (date is not { Weekday: { } weekday, Year: > 1752 and <= ReasonableYears and var year, Month: { } second, Day: { } first } || first > 12 || second > 12 || first == second)
        {
            return DateOrder.None;
        }

        var dayFirst = (int)new LocalDate(year, second, first).DayOfWeek == weekday;
        var monthFirst = (int)new LocalDate(year, first, second).DayOfWeek == weekday;
        return dayFirst == monthFirst ? DateOrder.None : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    /// <summary>The order in which the date is the one that is written in words beside it.</summary>
    private static DateOrder OfTwin(WrittenDate date, WrittenDate? other)
    {
        if (other is not { Form: DateForm.Day, Order: DateOrder.DayFirst or DateOrder.MonthFirst or DateOrder.Iso } || other.Year != date.Year || date.Day == date.Month)
        {
            return DateOrder.None;
        }

        return (other.Day == date.Day && other.Month == date.Month) ? DateOrder.DayFirst
            : (other.Day == date.Month && other.Month == date.Day) ? DateOrder.MonthFirst
            : DateOrder.None;
    }

    private static void Exchange(WrittenDate date)
    {
        date.Order = DateOrder.MonthFirst;
        (date.Day, date.Month) = (date.Month, date.Day);
        (date.DayPart, date.MonthPart) = (date.MonthPart, date.DayPart);
    }
}
