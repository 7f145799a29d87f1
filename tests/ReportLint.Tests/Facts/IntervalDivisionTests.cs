using FsCheck;
using FsCheck.Fluent;
using Interval = ReportLint.Core.Facts.Interval;

namespace ReportLint.Tests.Facts;

public class IntervalDivisionTests
{
    [Theory]
    [InlineData(9, 3, 3)]
    [InlineData(1, 8, 0.125)]
    [InlineData(-9, 3, -3)]
    [InlineData(7, -2, -3.5)]
    public void A_quotient_that_has_an_end_is_exact(int dividend, int divisor, double quotient) =>
        Assert.Equal((decimal)quotient, (Interval.Exactly(dividend) / Interval.Exactly(divisor)).Single);

    [Fact]
    public void A_quotient_without_an_end_lies_inside_what_it_is_taken_for()
    {
        var third = Interval.Exactly(1) / Interval.Exactly(3);
        Assert.True(third.Low * 3 < 1 && third.High * 3 > 1);
        Assert.True((third * Interval.Exactly(3)).Contains(1));
    }

    [Fact]
    public void Dividing_and_multiplying_again_never_loses_a_value() => Prop.ForAll(
        Gen.Choose(-9999, 9999).Two().Zip(Gen.Choose(1, 999).Two()).ToArbitrary(), static pair =>
        {
            var ((a, b), (c, d)) = pair;
            var (left, right) = (Interval.Between(a, b), Interval.Between(c, d));
            var back = left / right * right;
            Assert.True(back.Contains(a) && back.Contains(b), $"{left} / {right} * {right} is {back}");
            var negative = left / -right * -right;
            Assert.True(negative.Contains(a) && negative.Contains(b), $"{left} / {-right} * {-right} is {negative}");
        }).QuickCheckThrowOnFailure();
}
