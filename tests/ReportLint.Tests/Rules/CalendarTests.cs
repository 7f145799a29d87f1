using NodaTime;
using ReportLint.Core.Facts;
using ReportLint.Core.Rules;

namespace ReportLint.Tests.Rules;

public class CalendarTests
{
    private static DateRange Day(int year, int month, int day) => new(new LocalDate(year, month, day), new LocalDate(year, month, day));

    private static DateRange Month(int year, int month) => new(new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1));

    private static DateRange Year(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    private static (decimal?, decimal?) Span(DateRange start, DateRange end, string unit) =>
        Calendar.Span(start, end, unit) is { } interval ? (interval.Low, interval.High) : (null, null);

    [Fact]
    public void Exclusive_and_inclusive_counting_both_pass()
    {
        Assert.Equal((2, 3), Span(Day(2014, 5, 1), Day(2014, 5, 3), "day"));
        Assert.Equal((16, 17), Span(Year(1997), Year(2013), "year"));
        Assert.Equal((13, 14), Span(Month(2014, 4), Month(2015, 5), "month"));
        Assert.Equal((2, 3), Span(Day(2010, 1, 1), Day(2012, 12, 31), "year"));
        Assert.Equal((15, 16), Span(Day(1997, 6, 1), Day(2013, 3, 1), "year"));
        Assert.Equal((2, 3), Span(Day(2014, 5, 1), Day(2014, 5, 15), "week"));
    }

    [Fact]
    public void A_date_coarser_than_the_unit_allows_its_nearest_and_its_farthest_day() =>
        Assert.Equal((1, 61), Span(Month(2014, 5), Month(2014, 6), "day"));

    [Fact]
    public void A_period_that_runs_backwards_has_no_length() => Assert.Equal((null, null), Span(Year(2013), Year(2012), "year"));
}
