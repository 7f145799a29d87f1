using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

public class RelativeDateTests
{
    [Theory]
    [InlineData("Sales fell last year (2011).", "2012", "2012-01-01…2012-12-31", "2011-01-01…2011-12-31")]
    [InlineData("It closes next year, 2017, for good.", "2014", "2014-01-01…2014-12-31", "2017-01-01…2017-12-31")]
    [InlineData("We moved last month (April).", "2013-04", "2013-04-01…2013-04-30", "2013-04-01…2013-04-30")]
    [InlineData("It ended yesterday (Thursday 2 May).", "2013-05-02", "2013-05-02", "2013-05-02")]
    [InlineData("It was built three years ago, in 2008.", "2010", "2009-05-04…2011-05-02", "2008-01-01…2008-12-31")]
    [InlineData("It was built in 1963, forty years ago.", "1973", "1969-05-04…1977-05-02", "1963-01-01…1963-12-31")]
    [InlineData("It was shut a decade ago (2003).", "between 2002-04-03 and 2004-06-03", "2002-04-03…2004-06-03", "2003-01-01…2003-12-31")]
    [InlineData("It was mended last summer (2011).", "2012", "2012-01-01…2012-12-31", "2011-01-01…2011-12-31")]
    [InlineData("It was mended last autumn (2011).", "2012", "2012-01-01…2012-12-31", "2011-01-01…2011-12-31")]
    [InlineData("It opens next autumn (2015).", "2013 or 2014", "2013-01-01…2014-12-31", "2015-01-01…2015-12-31")]
    public void Relative_dates_are_counted_from_the_document(string sentence, string meant, string date, string stated)
    {
        var fact = Assert.Single(DateReading.Claims(DateReading.Dated(sentence), RelativeDate.FactType));
        Assert.Equal((meant, date, stated), (DateReading.Get(fact, "meant"), DateReading.Get(fact, "date"), DateReading.Get(fact, "stated_date")));
    }

    [Fact]
    public void Without_a_date_of_the_document_they_are_not_resolved() =>
        Assert.Equal("unknown", DateReading.Get(Assert.Single(DateReading.Claims("Sales fell last year (2011).", RelativeDate.FactType)), "date"));

    [Fact]
    public void The_date_that_the_user_gives_comes_first()
    {
        var result = DateReading.Lint(DateReading.Dated("Sales fell last year (2011)."), new NodaTime.LocalDate(2012, 1, 31));
        Assert.DoesNotContain(result.Diagnostics, static d => d.Descriptor.Id == "RL2010");
    }
}
