using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

/// <summary>Times that are written with a dot, as a whole document shows.</summary>
public class DottedTimeTests
{
    [Theory]
    [InlineData("It was seen at 17.42. It was over by 18.36.", "17.42, 18.36")]
    [InlineData("It was seen at 17.42.", "")]
    [InlineData("It was seen at 17.42 and cost £18.36.", "")]
    [InlineData("It rose from 17.42 to 18.36, which is 12.20 above the norm of 11.15.", "")]
    [InlineData("We cut it at 17.42 m and from 18.36 m.", "")]
    [InlineData("It was seen at 17.42 and again at 25.10.", "")]
    public void Words_of_time_before_several_make_them_times(string draft, string expected) =>
        Assert.Equal(expected, string.Join(", ", DateReading.Find<Fact>(draft, TimeMention.FactType).Select(static t => t.Text)));

    [Theory]
    [InlineData("Doors at 18.45. Coaches leave at 17.10, at 18.75 and at 20.30.", 1)]
    [InlineData("Coaches leave at 17.10, at 18.75 and at 20.30.", 0)]
    [InlineData("Doors at 18.45. Coaches leave at 17.10, at 18.75, at 19.80 and at 20.30.", 0)]
    public void Among_many_one_that_no_clock_shows_is_a_fault(string draft, int faults) =>
        Assert.Equal(faults, DateReading.Find<Fact>(draft, CalendarFault.FactType).Length);
}
