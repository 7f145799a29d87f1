using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Dates;

namespace ReportLint.Tests.Facts.Dates;

public class TenseTests
{
    [Theory]
    [InlineData("The panel met on 2 April 2014.", "past 2014-04-02")]
    [InlineData("It was held in York on 2 April 2014.", "past 2014-04-02")]
    [InlineData("On 2 April 2014, the panel agreed two grants.", "past 2014-04-02")]
    [InlineData("It has been running since April 2014.", "past 2014-04-01…2014-04-30")]
    [InlineData("It ran from 2 to 5 April 2014.", "past 2014-04-02")]
    [InlineData("Police arrested two men on 2 April 2014.", "past 2014-04-02")]
    [InlineData("It was shut in April this year.", "past 2013-04-01…2013-04-30")]
    [InlineData("It will be held on 2 April 2014.", "future 2014-04-02")]
    [InlineData("It will not be ready by 2 April 2014.", "future 2014-04-02")]
    [InlineData("It is due to open on 2 April 2014.", "future 2014-04-02")]
    [InlineData("It will run from 2 to 5 April 2014.", "future 2014-04-05")]
    [InlineData("On 2 April 2014 the hall will open.", "future 2014-04-02")]
    [InlineData("Next meeting: 2 April 2014.", "future 2014-04-02")]
    [InlineData("The sale opens on 2 April 2014.", "present 2014-04-02")]
    [InlineData("It was due to open on 2 April 2014.", "")]
    [InlineData("They agreed to meet on 2 April 2014.", "")]
    [InlineData("They announced a concert on 2 April 2014.", "")]
    [InlineData("They agreed a rise in April 2014.", "")]
    [InlineData("We will discuss the fire on 2 April 2014.", "")]
    [InlineData("He will be remembered for what he said.", "")]
    [InlineData("It was paid for by 2 April 2014.", "")]
    [InlineData("If it opened on 2 April 2014, we would know.", "")]
    [InlineData("He said that it will open on 2 April 2014.", "")]
    [InlineData("Goods ordered on 2 April 2014 will be late.", "")]
    [InlineData("“It opened on 2 April 2014,” he wrote.", "")]
    [InlineData("The deadline was moved from 2 April 2014 to 3 May 2014.", "")]
    [InlineData("They may have met on 2 April 2014.", "")]
    [InlineData("The meeting of 2 April 2014 was short.", "")]
    public void The_verb_that_governs_a_date(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", DateReading.Find<TenseClaim>(DateReading.Dated(sentence), TenseClaim.FactType, withNumbers: true).Select(static c => $"{c.Tense} {Value.Of(c.Date)}")));

    [Fact]
    public void Nothing_is_claimed_where_the_document_bears_no_date() =>
        Assert.Empty(DateReading.Find<TenseClaim>("The panel met on 2 April 2014, in the great hall of the castle above the town, with all of its members present.", TenseClaim.FactType, withNumbers: true));
}
