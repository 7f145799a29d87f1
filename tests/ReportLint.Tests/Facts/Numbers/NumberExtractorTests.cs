using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Humanizer;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Numbers;

namespace ReportLint.Tests.Facts.Numbers;

public class NumberExtractorTests
{
    [Theory]
    [InlineData("About 79,000,000,000,000,000 trillion birds came, and 12 stayed.")]
    [InlineData("Of about 75,000,000,000,000,000 trillion birds 12 stayed.")]
    [InlineData("Just over 79,000,000,000,000,000 trillion, about 79,228,162,514,264,337,593,543,950,335 and 12 stayed.")]
    [InlineData("It read 1 400 400 400 400 400 400 400 400 400 400 400 400 in all, and 12 stayed.")]
    [InlineData("Two hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred birds came and 12 stayed.")]
    [InlineData("Two dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen dozen trillion birds came and 12 stayed.")]
    public void A_number_too_large_to_reckon_with_hides_no_other(string text) => Assert.Equal(12, Read(text)[^1].Nominal);

    [Theory]
    [InlineData("The rates were 7 1.5 and 12 in turn.")]
    [InlineData("The rates were 7 1,5 and 12 in turn.")]
    [InlineData("The pairs 3 1.4 came before 12 others.")]
    public void A_space_groups_digits_only(string text) => Assert.Contains(Read(text), static n => n.Nominal == 12);

    [Theory]
    [InlineData("The rod is 2,75 m long.", "")]
    [InlineData("It cost €1,5 or €3.", "3")]
    [InlineData("We counted 2,750 rods.", "2750")]
    [InlineData("The pens hold 4, 5 and 6 goats.", "4, 5, 6")]
    public void A_comma_that_may_be_a_decimal_point_binds_nothing(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(text).Select(static n => n.Nominal.ToString("0", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void The_grid_of_the_largest_number_is_its_own_last_digit_that_is_not_zero()
    {
        Assert.Equal(1e28m, WrittenInterval.Grid(7e28m, 1));
        Assert.Equal(100, WrittenInterval.Grid(-1400, 1));
        Assert.Equal(0.1m, WrittenInterval.Grid(0.3m, 0.1m));
    }

    [Theory]
    [InlineData("We counted 1,400 birds.", "1400", "1,400")]
    [InlineData("We counted 1 400 birds.", "1400", "1 400")]
    [InlineData("We counted 1\u202F400 birds.", "1400", "1\u202F400")]
    [InlineData("It cost £500,000 to build.", "500000", "£500,000")]
    [InlineData("It cost £1.4m to build.", "1400000", "£1.4m")]
    [InlineData("It cost $2 billion to build.", "2000000000", "$2 billion")]
    [InlineData("We counted twenty-one birds.", "21", "twenty-one")]
    [InlineData("We counted two hundred and twenty birds.", "220", "two hundred and twenty")]
    [InlineData("We counted a dozen birds.", "12", "a dozen")]
    [InlineData("It has one and a half million readers.", "1500000", "one and a half million")]
    [InlineData("It has half a million readers.", "500000", "half a million")]
    [InlineData("About 90 thousand tonnes came in.", "90000", "90 thousand tonnes")]
    [InlineData("It fell to –2 that night.", "-2", "2")]
    [InlineData("It weighs 0.5 kg today.", "0.5", "0.5 kg")]
    [InlineData("Three hundred thousand people came.", "300000", "Three hundred thousand")]
    public void Reads_one_number(string text, string value, string span)
    {
        var number = Assert.Single(Read(text));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), number.Nominal);
        Assert.Equal(span, number.Text);
    }

    [Theory]
    [InlineData("It was 31% last time.", "31")]
    [InlineData("It was 12.5 per cent last time.", "12.5")]
    [InlineData("Fifty-seven per cent said yes.", "57")]
    [InlineData("It rose by four percentage points.", "4")]
    public void Reads_a_percentage(string text, string value)
    {
        var number = Assert.IsType<Percentage>(Assert.Single(Read(text)));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), number.Nominal);
    }

    [Theory]
    [InlineData("A third of them left.", "A third")]
    [InlineData("Two thirds were late.", "Two thirds")]
    [InlineData("Three quarters of them had none.", "Three quarters")]
    [InlineData("More than half of the homes are old.", "half")]
    [InlineData("One in five had no phone.", "One in five")]
    [InlineData("Some 3 in 10 had no phone.", "3 in 10")]
    public void Reads_a_fraction(string text, string span) => Assert.Equal(span, Assert.IsType<Fraction>(Assert.Single(Read(text))).Text);

    [Theory]
    [InlineData("The B1077 is closed.")]
    [InlineData("See the third quarter in full.")]
    [InlineData("It runs on version v2.31.0 of the program.")]
    [InlineData("On the 3rd they came back.")]
    [InlineData("Half past is far too late.")]
    [InlineData("No one came, and one of them said why.")]
    [InlineData("The 24/7 service ran.")]
    [InlineData("In Ward 7 nobody slept.")]
    [InlineData("It stood there in 1998.")]
    public void Leaves_names_and_pronouns_alone(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("She read a 40-page report.", "compound", "part")]
    [InlineData("The 90-minute talk was long.", "compound", "time")]
    [InlineData("A 13-year-old boy spoke.", "compound", "age")]
    [InlineData("They moved into a four-bedroom house.", "compound", "compound")]
    public void Keeps_compounds_apart(string text, string kind, string dimension)
    {
        var number = Assert.Single(Read(text));
        Assert.Equal(kind == "compound", number.IsCompound);
        Assert.Equal(dimension, number.Dimension);
    }

    [Theory]
    [InlineData("almost 80 of them", Hedge.Nearly, "68", "80")]
    [InlineData("more than 40 of them", Hedge.MoreThan, "40", null)]
    [InlineData("up to 12 of them", Hedge.AtMost, null, "12")]
    [InlineData("at least 12 of them", Hedge.AtLeast, "12", null)]
    [InlineData("about 1,400 of them", Hedge.About, "1260", "1540")]
    public void Reads_a_hedge(string text, Hedge hedge, string? low, string? high)
    {
        var number = Assert.Single(Read("There were " + text + "."));
        Assert.Equal(hedge, number.Hedge);
        Assert.Equal(low, number.Value.Low?.ToString("0.##", CultureInfo.InvariantCulture));
        Assert.Equal(high, number.Value.High?.ToString("0.##", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("£0.5m", "450000", "550000")]
    [InlineData("£12.50", "12.5", "12.5")]
    [InlineData("1,400", "1400", "1400")]
    [InlineData("31%", "30.5", "31.5")]
    [InlineData("29.7%", "29.65", "29.75")]
    public void Carries_how_it_was_written(string written, string low, string high)
    {
        var number = Assert.Single(Read($"The figure was {written} then."));
        Assert.Equal(low, number.Value.Low!.Value.ToString("0.##", CultureInfo.InvariantCulture));
        Assert.Equal(high, number.Value.High!.Value.ToString("0.##", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Numbers_of_a_range_share_scale_and_unit()
    {
        var money = Read("It will be between £165 and £172 million.");
        Assert.Equal([165_000_000m, 172_000_000m], money.Select(static n => n.Nominal));
        var percent = Read("Between 5 and 10% of them left.");
        Assert.All(percent, static n => Assert.IsType<Percentage>(n));
        var days = Read("It took from one to five days.");
        Assert.Equal(["day", "day"], days.Select(static n => n.Unit));
    }

    [Theory]
    [InlineData("people aged 24 to 16", true)]
    [InlineData("between 20 and 10 of them", true)]
    [InlineData("between stops 14–19", false)]
    public void Marks_a_range_only_behind_range_words(string text, bool marked)
    {
        var range = Assert.IsType<NumberRange>(Assert.Single(NumberReading.Facts("It was for " + text + ".").OfType(NumberRange.FactType)));
        Assert.Equal(marked, range.IsMarked);
    }

    [Theory]
    [InlineData("The vote was 14–9.")]
    [InlineData("It is on sheets 345–7.")]
    public void Makes_no_range_of_a_second_number_that_may_be_cut_short(string text) =>
        Assert.Empty(NumberReading.Facts(text).OfType(NumberRange.FactType));

    [Theory]
    [InlineData("It fell by 130 basis points.", "1.3", true)]
    [InlineData("It fell by 1.3 percentage points.", "1.3", true)]
    [InlineData("It fell by $2,415 or 17.9% then.", "17.9", false)]
    public void Reads_points_and_the_second_size_of_a_change(string text, string nominal, bool isPoints)
    {
        var percentage = Assert.Single(Read(text).OfType<Percentage>());
        Assert.Equal(nominal, percentage.Nominal.ToString("0.##", CultureInfo.InvariantCulture));
        Assert.Equal(isPoints, percentage.IsPoints);
    }

    [Theory]
    [InlineData("The rate was 48% (318/540).", 3)]
    [InlineData("We heard from 318/540 (59%) of them.", 3)]
    [InlineData("The desk is open 24/7 for all.", 0)]
    public void Reads_a_part_and_its_whole_beside_their_percentage(string text, int numbers) => Assert.Equal(numbers, Read(text).Count);

    [Fact]
    public void Every_number_that_Humanizer_writes_reads_back() =>
        Prop.ForAll(Gen.Choose(2, 999_999).ToArbitrary(), static n =>
        {
            var british = Read($"There were {n.ToWords()} of them.");
            var american = Read($"There were {n.ToWords(addAnd: false)} of them.");
            return british.Count == 1 && british[0].Nominal == n && american.Count == 1 && american[0].Nominal == n;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Every_span_lies_inside_and_nothing_throws() =>
        Prop.ForAll<string>(static text =>
        {
            var facts = NumberReading.Facts(text ?? "");
            return facts.Types.SelectMany(facts.OfType).All(static f => f.Span.Start >= 0 && f.Span.End <= f.Document.Source.Length && f.Text.Length == f.Prose.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IReadOnlyList<NumericFact> Read(string text) => NumberReading.Numbers(text);
}
