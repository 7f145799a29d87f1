using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

public class YearOrderTests
{
    [Theory]
    [InlineData("It opened in 1887, grew in 1923, in 1291, in 1946 and in 1950.", "1291 1921")]
    [InlineData("It opened in 1887, in 1889, in 1983, in 1903 and in 1911.", "1983 1893")]
    [InlineData("We met in 1999, in 2006, in 2103 and in 2016.", "2103 2013")]
    [InlineData("It opened in 1887, in 1889, in 1954, in 1903 and in 1911.", "")]
    [InlineData("It opened in 1887, in 1983 and in 1903.", "")]
    [InlineData("It opened in 1887, in 1983, in 1903, in 1850 and in 1911.", "")]
    [InlineData("It opened in 1911, in 1983, in 1903, in 1887 and in 1870.", "")]
    public void One_year_out_of_order_is_a_slip_where_the_keys_explain_it(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Dates(text).Where(static d => d.IsOutOfOrder).Select(static d => $"{d.Year} {d.MeantYear}")));

    [Theory]
    [InlineData("We meet on Tuesday 14 May.", "2013-05-14")]
    [InlineData("We met on Tuesday 26 March.", "2013-03-26")]
    [InlineData("We meet on Friday 1 November.", "")]
    [InlineData("We met on Tuesday 14 May 2002.", "")]
    public void A_weekday_without_a_year_is_dated_by_the_document(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Dates(DateReading.Dated(text)).Where(static d => d.NearDate is not null).Select(static d => $"{DateReading.Get(d, "near_date")}")));

    [Theory]
    [InlineData("Founded in 1985, it celebrates its 30th anniversary in 2015.", "30 1985 2015 anniversary")]
    [InlineData("In 2015 the club marked its thirtieth season, having been founded in 1985.", "30 1985 2015 year")]
    [InlineData("Opened in 1985, the hall celebrated its silver jubilee this year.", "25 1985 unknown anniversary")]
    [InlineData("Founded in 1985, it moved to its 30th site in 2015.", "")]
    public void Anniversaries_are_bound_to_their_beginnings(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Claims(text, Anniversary.FactType).Where(static a => DateReading.Get(a, "founded") != "unknown").Select(static a => $"{DateReading.Get(a, "count")} {DateReading.Get(a, "founded")} {DateReading.Get(a, "when")} {DateReading.Get(a, "wording")}")));
}
