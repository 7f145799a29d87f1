using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

/// <summary>Days of the week without a year, dated by the full dates around them.</summary>
public class WeekdaySiblingTests
{
    [Theory]
    [InlineData("They came on 3 February 2015 and on Friday 6 February.", "2015-02-06")]
    [InlineData("They came on 3 February 2015 and on 4 May 2014, and on Friday 6 February.", "unknown")]
    [InlineData("They came on 3 February 2015. They left on Friday 6 February.", "unknown")]
    [InlineData("They came on 3 February 2015 and come back on Saturday 6 February.", "unknown")]
    [InlineData("It burned on 3 February 2015 and on 4 May 2015. They left on Friday 6 February.", "2015-02-06")]
    [InlineData("It burned on 3 February 1966 and on 4 May 1966. They left on Friday 6 February.", "unknown")]
    public void The_year_is_that_of_the_sentence_or_of_the_document_that_it_fits(string draft, string expected) =>
        Assert.Equal(expected, DateReading.Get(DateReading.Find<DateMention>(draft, DateMention.FactType).Single(static d => d.Weekday is not null), "sibling_date"));
}
