using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Rules;
using static ReportLint.Tests.Rules.TestFact;
using Interval = ReportLint.Core.Facts.Interval;

namespace ReportLint.Tests.Rules;

public class ExpressionTests
{
    private static readonly KnowledgeBase Knowledge = Phrases.PhraseReading.Load("lexicon: herds\nentries: [goat]").Knowledge;
    private static readonly Binder Binder = new(new TypeCatalog(Types), Knowledge,
    [
        new("a", 0, StaticType.Fact(Item)),
        new("b", 1, StaticType.Fact(Item)),
        new("g", 2, StaticType.List(StaticType.Fact(Item))),
        new("o", 3, StaticType.Fact(Other)),
    ]);

    private static Value Evaluate(string expression, Fact? a = null, Fact? b = null, params Fact[] g)
    {
        var frame = new Frame(4, long.MaxValue);
        frame.Slots[0] = Value.Of(a);
        frame.Slots[1] = Value.Of(b);
        frame.Slots[2] = Value.Of(g);
        return Binder.Any(ExpressionParser.Parse(expression)).Evaluate(frame);
    }

    private static ExpressionException Wrong(string expression) => Assert.Throws<ExpressionException>(() => Binder.Bind(ExpressionParser.Parse(expression)));

    private static TestFact Of(decimal value) => Make(Item, 0, ("value", Number(value)));

    private static TestFact OfRange(decimal low, decimal high) => Make(Item, 0, ("value", Between(low, high)));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-2 * 3 - 1", "-7")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("1 + 1 = 2 and not 3 < 2 or false", "true")]
    [InlineData("true or true and false", "true")]
    [InlineData("not true or true", "true")]
    [InlineData("not 1 = 2", "true")]
    [InlineData("2 in [1, 2]", "true")]
    [InlineData("'x' in ['a', 'b']", "false")]
    [InlineData("1 / 0 is known", "true")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("abs(-3)", "3")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max([3, 1, 2])", "3")]
    [InlineData("sum([1, 2, 3])", "6")]
    [InlineData("count([1, 2, 3])", "3")]
    [InlineData("ordinal(22)", "22nd")]
    [InlineData("ordinal(11)", "11th")]
    [InlineData("lower('ABC')", "abc")]
    [InlineData("listed('goat', 'herds')", "true")]
    [InlineData("listed('boat', 'herds')", "false")]
    [InlineData("distance('shaun', 'sean')", "2")]
    [InlineData("distance('form', 'from')", "1")]
    [InlineData("compatible('frontline staff', 'staff')", "true")]
    [InlineData("compatible('frontline staff', 'office staff')", "false")]
    [InlineData("checkdigit(isbn, '978-0-306-40615-7')", "true")]
    [InlineData("checkdigit(isbn, '978-0-306-40615-8')", "false")]
    [InlineData("checkdigit(isbn10, '0-306-40615-2')", "true")]
    [InlineData("checkdigit(isbn, '080442957X')", "true")]
    [InlineData("checkdigit(issn, '0378-5955')", "true")]
    [InlineData("checkdigit(issn, '0378-5954')", "false")]
    [InlineData("checkdigit(orcid, '0000-0002-1825-0097')", "true")]
    [InlineData("checkdigit(orcid, '0000-0002-1694-233X')", "true")]
    [InlineData("checkdigit(orcid, '0000-0002-1825-0098')", "false")]
    [InlineData("checkdigit(iban, 'GB82 WEST 1234 5698 7654 32')", "true")]
    [InlineData("checkdigit(iban, 'GB82 WEST 1234 5698 7654 33')", "false")]
    [InlineData("all([true, true])", "true")]
    [InlineData("any([false, false])", "false")]
    [InlineData("agree([2, 2, 2])", "true")]
    [InlineData("agree(['a', 'b'])", "false")]
    public void Values(string expression, string expected) => Assert.Equal(expected, Evaluate(expression).ToString());

    /// <summary>Kleene's tables; <c>a.sure</c> is unknown.</summary>
    [Theory]
    [InlineData("true and true", "true")]
    [InlineData("true and false", "false")]
    [InlineData("false and a.sure", "false")]
    [InlineData("a.sure and false", "false")]
    [InlineData("true and a.sure", "unknown")]
    [InlineData("a.sure and true", "unknown")]
    [InlineData("a.sure and a.sure", "unknown")]
    [InlineData("true or a.sure", "true")]
    [InlineData("a.sure or true", "true")]
    [InlineData("false or a.sure", "unknown")]
    [InlineData("a.sure or false", "unknown")]
    [InlineData("a.sure or a.sure", "unknown")]
    [InlineData("not a.sure", "unknown")]
    [InlineData("a.sure is unknown", "true")]
    [InlineData("a.value + 1 is known", "false")]
    [InlineData("a.value + 1 = 2", "unknown")]
    [InlineData("a.colour = red", "unknown")]
    [InlineData("a.key in [1, 2]", "unknown")]
    public void Unknown_spreads(string expression, string expected) => Assert.Equal(expected, Evaluate(expression, Make(Item, 0)).ToString());

    [Theory]
    [InlineData("a = b", 5, 5, 5, 5, "true")]
    [InlineData("a = b", 4, 6, 5, 5, "unknown")]
    [InlineData("a = b", 4, 6, 7, 8, "false")]
    [InlineData("a != b", 4, 6, 7, 8, "true")]
    [InlineData("a ~ b", 4, 6, 5, 9, "true")]
    [InlineData("a ~ b", 4, 6, 7, 9, "false")]
    [InlineData("a < b", 4, 6, 7, 9, "true")]
    [InlineData("a < b", 4, 6, 6, 9, "unknown")]
    [InlineData("a < b", 6, 9, 4, 6, "false")]
    [InlineData("a <= b", 4, 6, 6, 9, "true")]
    [InlineData("a <= b", 4, 7, 6, 9, "unknown")]
    [InlineData("a <= b", 7, 9, 4, 6, "false")]
    [InlineData("a > b", 7, 9, 4, 6, "true")]
    [InlineData("a >= b", 6, 9, 4, 6, "true")]
    public void Intervals_compare(string expression, int aLow, int aHigh, int bLow, int bHigh, string expected) =>
        Assert.Equal(expected, Evaluate(expression, OfRange(aLow, aHigh), OfRange(bLow, bHigh)).ToString());

    [Fact]
    public void Dates_compare_only_as_far_as_they_are_known()
    {
        var may = Make(Item, 0, ("day", Value.Of(new DateRange(new LocalDate(2015, 5, 1), new LocalDate(2015, 5, 31)))));
        var inMay = Make(Item, 0, ("day", Day(2015, 5, 9)));
        var june = Make(Item, 0, ("day", Day(2015, 6, 1)));
        Assert.Equal("unknown", Evaluate("a.day < b.day", may, inMay).ToString());
        Assert.Equal("true", Evaluate("a.day < b.day", may, june).ToString());
        Assert.Equal("false", Evaluate("a.day > b.day", may, june).ToString());
        Assert.Equal("unknown", Evaluate("a.day = b.day", may, inMay).ToString());
        Assert.Equal("true", Evaluate("a.day ~ b.day", may, inMay).ToString());
        Assert.Equal("Monday", Evaluate("weekday(a.day)", june).ToString());
        Assert.Equal("unknown", Evaluate("weekday(a.day)", may).ToString());
        Assert.Equal("23", Evaluate("b.day - a.day", inMay, june).ToString());
        Assert.Equal("14", Evaluate("years_between(a.day, b.day)", Make(Item, 0, ("day", Day(2000, 6, 2))), Make(Item, 0, ("day", Day(2015, 6, 1)))).ToString());
    }

    [Fact]
    public void Properties_of_a_list_map_and_lists_in_lists_are_joined()
    {
        var whole = Make(Item, 0, ("parts", Value.Of([Value.Of(Of(1)), Value.Of(Of(2))])));
        Assert.Equal("3", Evaluate("sum(a.parts)", whole).ToString());
        Assert.Equal("3", Evaluate("sum(a.parts.value)", whole).ToString());
        Assert.Equal("6", Evaluate("sum(g.parts)", null, null, whole, whole).ToString());
        Assert.Equal("true", Evaluate("all(a.parts < 3)", whole).ToString());
        Assert.Equal("unknown", Evaluate("sum(g)", null, null, Of(1), Make(Item, 0)).ToString());
    }

    [Fact]
    public void A_sum_of_rounded_parts_carries_their_roundings_and_its_nominal_value()
    {
        static Value Rounded(decimal nominal, decimal margin) => Value.Of(Interval.Around(nominal, margin).WithNominal(nominal));
        var sum = Evaluate("sum(g)", null, null, Make(Item, 0, ("value", Rounded(1.1m, 0.05m))), Make(Item, 0, ("value", Rounded(0.8m, 0.05m)))).Number!;
        Assert.Equal((1.8m, 2.0m, 1.9m), (sum.Low, sum.High, sum.Nominal));
    }

    [Theory]
    [InlineData("a.vlaue", 2, 5, "Item has no property 'vlaue'; did you mean 'value'?")]
    [InlineData("1 + c.value", 4, 1, "there is no variable 'c'")]
    [InlineData("sum(a.parts) + summ(a.parts)", 15, 4, "there is no function 'summ'; did you mean 'sum'?")]
    [InlineData("a.colour = gren", 11, 4, "'gren' is never the case here; did you mean 'green'?")]
    [InlineData("a.colour in [red, bleu]", 18, 4, "did you mean 'blue'?")]
    [InlineData("a.colour = 'gren'", 11, 6, "did you mean 'green'?")]
    [InlineData("a.name + 1", 0, 6, "expected a number, but this is text")]
    [InlineData("a.key = 'x'", 8, 3, "this text is compared with a number")]
    [InlineData("a.key = red", 8, 3, "there is no variable 'red'")]
    [InlineData("a.day < 3", 0, 9, "a date cannot be compared with a number")]
    [InlineData("a.name < a.name", 0, 15, "compares numbers and dates")]
    [InlineData("not a.key", 4, 5, "expected a truth value, but this is a number")]
    [InlineData("a.parts.value and true", 0, 13, "expected a truth value, but this is a list (of numbers)")]
    [InlineData("sum(a.key)", 4, 5, "takes a list, but this is a number")]
    [InlineData("sum(g.name)", 4, 6, "this is a list (of texts)")]
    [InlineData("near(1)", 0, 7, "takes 2 arguments, not 1")]
    [InlineData("checkdigit(isbm, a.name)", 11, 4, "did you mean 'isbn'?")]
    [InlineData("listed(a.name, 'herd')", 15, 6, "there is no lexicon 'herd'; did you mean 'herds'?")]
    [InlineData("listed(a.name, herds)", 15, 5, "takes the name of a lexicon in quotes")]
    [InlineData("a.key.value", 6, 5, "a number has no properties")]
    [InlineData("span(o, day)", 5, 1, "Other has none")]
    [InlineData("o < 3", 0, 5, "a fact of type Other cannot be compared with a number")]
    [InlineData("1 < 2 < 3", 6, 1, "comparisons do not chain")]
    [InlineData("1 +", 3, 1, "the expression ends")]
    [InlineData("(1", 2, 1, "expected ')'")]
    [InlineData("1 2", 2, 1, "expected an operator or the end, not '2'")]
    [InlineData("a.", 2, 1, "the name of a property")]
    [InlineData("'open", 0, 1, "never closed")]
    [InlineData("1 & 2", 2, 1, "write 'and'")]
    [InlineData("a.key is nothing", 9, 7, "'known' or 'unknown'")]
    [InlineData("a.key in 3", 9, 1, "a list is expected here")]
    [InlineData("99999999999999999999999999999999", 0, 32, "too large")]
    public void A_mistake_is_told_where_it_stands(string expression, int start, int length, string message)
    {
        var error = Wrong(expression);
        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_great_length_are_mistakes_and_no_crash()
    {
        Assert.Contains("nested deeper", Wrong(new string('(', 1500) + "1" + new string(')', 1500)).Message, StringComparison.Ordinal);
        Assert.Contains("nested deeper", Wrong(string.Concat(Enumerable.Repeat("not ", 900)) + "true").Message, StringComparison.Ordinal);
        Assert.Contains("longer than", Wrong(new string('-', 5000) + "1").Message, StringComparison.Ordinal);
        Assert.Equal("1,999", Evaluate(string.Join("+", Enumerable.Repeat("1", 1999))).ToString());
    }

    [Fact]
    public void No_text_makes_the_parser_or_the_checker_throw_anything_else()
    {
        string[] pieces = ["a", "b", ".", "value", "(", ")", "[", "]", ",", "sum", "near", "=", "~", "<", "and", "or", "not", "in", "is", "known", "1", "0.5", "'x'", "+", "-", "*", "/", " ", "red", "{", "|", "\"", "é", "\u0000"];
        var texts = Gen.ListOf(Gen.Elements(pieces)).Select(static list => string.Join(" ", list));
        Prop.ForAll(Gen.OneOf(texts, ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), static text =>
        {
            try
            {
                Binder.Bind(ExpressionParser.Parse(text ?? ""));
                return true;
            }
            catch (ExpressionException error)
            {
                return error.Start >= 0 && error.Start <= (text ?? "").Length && error.Length >= 1;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(57, 58, true)]
    [InlineData(214, 215, true)]
    [InlineData(576, 575, true)]
    [InlineData(263, 258, true)]
    [InlineData(1942, 1962, true)]
    [InlineData(23, 24, true)]
    [InlineData(1240, 124, true)]
    [InlineData(9, 7, false)]
    [InlineData(397, 576, false)]
    [InlineData(12, 17, false)]
    [InlineData(40, 90, false)]
    [InlineData(576, 576, true)]
    [InlineData(0, 5, false)]
    [InlineData(500, 900, false)]
    public void Near_is_one_slip_apart(int computed, int stated, bool expected) =>
        Assert.Equal(expected, Evaluate("near(a, b)", Of(computed), Of(stated)).Truth);

    [Fact]
    public void Near_sees_swapped_digits_in_amounts() => Assert.True(Evaluate("near(48658.95, 48568.95)").Truth);

    [Fact]
    public void Slips_finds_the_number_that_was_meant()
    {
        Assert.Equal("2,015", Evaluate("slips(2105, [2014, 2015, 1066])").ToString());
        Assert.True(Evaluate("slips(2105, [1066])").IsUnknown);
        Assert.True(Evaluate("slips(2105, [2015, 2115])").IsUnknown);
    }
}
