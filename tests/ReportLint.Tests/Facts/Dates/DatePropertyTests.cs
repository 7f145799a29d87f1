using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ReportLint.Core.Facts;

namespace ReportLint.Tests.Facts.Dates;

public class DatePropertyTests
{
    private static readonly string[] Forms =
    [
        "d MMMM yyyy", "dddd d MMMM yyyy", "dddd, MMMM d, yyyy", "MMMM d, yyyy", "yyyy-MM-dd", "dd.MM.yyyy", "d MMM yyyy", "ddd d MMM yyyy", "d-MMM-yyyy",
        "MMM dd yyyy", "yyyy/MM/dd", "'the 'd'th of 'MMMM yyyy",
    ];

    [Fact]
    public void A_date_reads_back_to_the_same_day_in_every_form()
    {
        var days = Gen.Choose(0, 400 * 365).Select(static n => new LocalDate(1760, 1, 1).PlusDays(n));
        Prop.ForAll(days.ToArbitrary(), static day =>
        {
            foreach (var form in Forms)
            {
                var written = day.ToDateOnly().ToString(form, CultureInfo.InvariantCulture);
                var mention = DateReading.Dates($"It was held on {written}; many came.");
                if (form == "dd.MM.yyyy" && day.Year < 1900)
                {
                    Assert.Empty(mention);
                    continue;
                }

                Assert.Equal(new DateRange(day, day), Assert.Single(mention).Date);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_the_reader_throw_and_all_spans_lie_inside()
    {
        string[] pieces = ["4", "31", "2013", "2105", "20014", "May", "March ", " June ", "-", "–", "/", ".", ",", ":", " to ", " and ", "between ", "from ", "th", "Q", "FY", " 09:30", "am", "(", ")", "Tue", "’", "\"", "“", "31.12.2012", " of ", "the ", "T", "s", "BC", "\n\n", "| ", "sic", "é", "\uFFFC"];
        var texts = Gen.Elements(pieces).ListOf(24).Select(static parts => string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), static text => DateReading.Extract(text, withNumbers: true).Facts.Count >= 0).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_characters_can_be_read() =>
        Prop.ForAll<string>(static text => DateReading.Extract(text ?? "").Facts.Count >= 0).QuickCheckThrowOnFailure();
}
