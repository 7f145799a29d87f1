using NodaTime;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

public class DocumentStampTests
{
    [Theory]
    [InlineData("---\ndate: 2014-05-06\n---\n\nText.", "published property 2014-05-06")]
    [InlineData("---\ncreated: 6 May 2014\nlastmod: 2014-05-09\n---\n\nText.", "created property 2014-05-06; updated property 2014-05-09")]
    [InlineData("---\nreview_date: 2016-05-06\n---\n\nText.", "review property 2016-05-06")]
    [InlineData("# Keys\n\n*First issued 11 May 2015; last revised 13 May 2015.*", "published label 2015-05-11; updated label 2015-05-13")]
    [InlineData("Published at 9.05 am on 4 July 2014 · Corrected: 5 July 2014", "published label 2014-07-04; updated label 2014-07-05")]
    [InlineData("| Published | 9 January 2014 |\n|---|---|\n| Last updated | 12 January 2014 |", "published label 2014-01-09; updated label 2014-01-12")]
    [InlineData("LEEDS, 3 March 2015 — The bridge is shut.", "published dateline 2015-03-03")]
    [InlineData("By Jane Doe, 3 March 2015", "published byline 2015-03-03")]
    [InlineData("# Bulletin\n\n*14 March 2014*\n\nThank you all.", "published dateline 2014-03-14")]
    [InlineData("# Trading update, 21 November 2012\n\nSales rose.", "published dateline 2012-11-21")]
    [InlineData("Minutes of the board, 14 July 2016", "meeting label 2016-07-14")]
    [InlineData("*Approved by the trustees on 17 June 2014*", "published label 2014-06-17")]
    [InlineData("*September 2013*", "published dateline 2013-09-01…2013-09-30")]
    [InlineData("Year ended 31 March 2014", "")]
    [InlineData("# Balance sheet\n\nAt 31 March 2019", "")]
    [InlineData("*Embargoed until 00:01, 18 September 2014*", "published label 2014-09-18")]
    [InlineData("Report of the director, 15 June 2012", "published dateline 2012-06-15")]
    [InlineData("# The siege of 12 May 1864\n\nText.", "")]
    [InlineData("The map was last updated on 30 April 2012.", "")]
    [InlineData("- 19 November 2013, Lower Cray\n- 22 November 2013", "")]
    [InlineData("On 3 March 2015 the bridge was shut.", "")]
    [InlineData("> Published 3 March 2015", "")]
    [InlineData("3 May 2016\n\nRain.\n\nA long walk up the hill and down again, with the dogs, in the rain, all day and half of the night, alone.\n\n12 May 2016\n\nSun.", "")]
    public void The_dates_that_a_document_bears_of_itself(string markdown, string expected) =>
        Assert.Equal(expected, string.Join("; ", Stamps(markdown).Select(static s => $"{s.Kind} {s.Source} {Value.Of(s.Date)}")));

    [Fact]
    public void A_second_notice_begins_a_second_group() =>
        Assert.Equal([0, 0, 1, 1], Stamps("Published 14 June 2016, updated 20 June 2016.\n\nPublished 1 May 2017, updated 2 May 2017.").Select(static s => s.Group));

    [Fact]
    public void A_stamp_in_a_property_shows_the_property()
    {
        var stamp = Assert.Single(Stamps("---\nlastmod: 2014-05-09T10:00:00Z\n---\n\nText."));
        Assert.Equal("2014-05-09T10:00:00Z", stamp.Text);
        Assert.True(stamp.IsTimed);
    }

    [Theory]
    [InlineData("---\ndate: 2014-05-06\n---\n\nLEEDS, 3 March 2015 — Text.", "property", "2014-05-06", "2014-05-06", "2015-03-03")]
    [InlineData("Published: 3 March 2015\n\nUpdated: 9 March 2015", "label", "2015-03-03", "2015-03-03", "2015-03-09")]
    [InlineData("Minutes of the board, 14 July 2016", "label", "2016-07-14", "2016-07-14", "unknown")]
    [InlineData("# The siege of 12 May 1864\n\nText.", "none", "unknown", "unknown", "unknown")]
    public void The_time_of_a_document_is_that_of_the_most_trusted_stamp(string markdown, string source, string date, string first, string last)
    {
        var time = Assert.Single(DateReading.Find<DocumentTime>(markdown, DocumentTime.FactType));
        Assert.Equal((source, date, first, last), (time.Source, Value.Of(time.Date).ToString(), Value.Of(time.FirstDate).ToString(), Value.Of(time.LastDate).ToString()));
    }

    [Fact]
    public void The_year_of_the_title_is_known_where_it_lies_before_the_date()
    {
        Assert.Equal(2013, Time("# Annual report 2013\n\n*20 May 2014*\n\nText.").TitleYear);
        Assert.Equal(2013, Time("# Accounts 2012–13\n\n*20 May 2014*\n\nText.").TitleYear);
        Assert.Null(Time("# Budget 2015\n\n*20 May 2014*\n\nText.").TitleYear);
        Assert.Null(Time("# The fire of 1996\n\n*20 May 2014*\n\nText.").TitleYear);
    }

    [Theory]
    [InlineData("Read on Friday 03/04/2015.", 4)]
    [InlineData("Read on 03/04/2015 (4 March 2015).", 3)]
    [InlineData("Dates are mm/dd/yyyy. Read on 03/04/2015.", 3)]
    [InlineData("---\nlang: en-GB\n---\n\nRead on 03/04/2015.", 4)]
    [InlineData("Read on 03/04/2015 and 25/04/2015.", 4)]
    public void What_shows_the_order_of_numeric_dates(string markdown, int month) => Assert.Equal(month, DateReading.Dates(markdown)[0].Month);

    [Fact]
    public void The_order_stays_open_where_nothing_shows_it()
    {
        var date = Assert.Single(DateReading.Dates("Read on 03/04/2015."));
        Assert.Equal(("open", null), (date.Order, date.Date));
        Assert.Equal(new LocalDate(2015, 4, 4), Assert.Single(DateReading.Dates("Read on 04/04/2015.")).Date?.Earliest);
    }

    private static DocumentStamp[] Stamps(string markdown) => DateReading.Find<DocumentStamp>(markdown, DocumentStamp.FactType);

    private static DocumentTime Time(string markdown) => DateReading.Find<DocumentTime>(markdown, DocumentTime.FactType)[0];
}
