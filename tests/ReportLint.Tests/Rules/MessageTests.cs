using System.Text;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Tests.Rules;

public class MessageTests
{
    /// <summary>A number as an extractor would make it; the digits are those of <paramref name="written"/>, without decoration.</summary>
    private static Quantity Money(string written, decimal scale, string unit = "GBP")
    {
        var source = new SourceText(written);
        var prose = new ProseBuilder().AddVerbatim(source, new TextSpan(0, written.Length)).Build();
        var block = new Block { Kind = BlockKind.Paragraph, Prose = prose };
        var document = new ReportDocument("test.md", source, DocumentFormat.Markdown, [block]);
        var start = written.IndexOfAny([.. "0123456789"]);
        var end = written.LastIndexOfAny([.. "0123456789"]) + 1;
        var digits = written[start..end];
        var number = decimal.Parse(digits.Replace(" ", "", StringComparison.Ordinal), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var step = scale;
        for (var i = 0; i < decimals; i++)
        {
            step /= 10;
        }

        return new Quantity
        {
            Document = document,
            Block = block,
            Prose = new TextSpan(0, written.Length),
            Digits = TextSpan.FromBounds(start, end),
            Nominal = number * scale,
            Step = step,
            Value = scale == 1 ? Interval.Exactly(number) : Interval.Around(number * scale, step / 2),
            Unit = unit,
        };
    }

    [Theory]
    [InlineData("£1.1m", "£0.8m", 1_000_000, "£1.1m + £0.8m = £1.9m, £0.3m apart")]
    [InlineData("11.3", "0.8 million", 1_000_000, "11.3 + 0.8 million = 12.1 million, 10.5 million apart")]
    [InlineData("345", "1,200", 1, "345 + 1,200 = 1,545, 855 apart")]
    [InlineData("4 days", "12 days", 1, "4 days + 12 days = 16 days, 8 days apart")]
    public void A_computed_number_is_shown_in_the_form_of_its_operands(string first, string second, int scale, string expected)
    {
        var rules = RuleSet.Load([new("test.yml", """
            id: T1
            name: test
            severity: error
            summary: A test.
            match:
              - group: Quantity
                as: g
                by: true
              - q: Quantity
                where: q.text = '
            """.TrimEnd() + first + """
            '
            report when: true
            message: "{g | sum} = {sum(g)}, {abs(max(g) - min(g))} apart"
            at: q
            why: Because.
            """)]);
        Assert.DoesNotContain(rules.Errors, static e => e.Severity == KnowledgeSeverity.Error);
        var facts = new FactStore();
        facts.Add(Money(first, scale));
        facts.Add(Money(second, scale));
        facts.Seal();
        var result = new ReportLint.Core.Engine.BuiltInEngine(rules.Rules, 1000).Run(facts);
        Assert.Empty(result.Failures);
        Assert.Equal(expected, Assert.Single(result.Findings).Message);
    }

    [Theory]
    [InlineData("£1.1m", 1_000_000, 1_900_000, "1.9")]
    [InlineData("£1.10m", 1_000_000, 1_900_000, "1.90")]
    [InlineData("1,942", 1, 1962, "1,962")]
    [InlineData("1942", 1, 1962, "1962")]
    [InlineData("48,658.95", 1, 48568.95, "48,568.95")]
    [InlineData("999", 1, 1001, "1,001")]
    [InlineData("12 345", 1, 12344, "12 344")]
    [InlineData("576", 1, 575, "575")]
    public void A_number_is_written_in_the_form_of_the_one_it_replaces(string original, int scale, double value, string expected) =>
        Assert.Equal(expected, NumberWriter.Like(Money(original, scale), (decimal)value));

    [Theory]
    [InlineData("Twenty-three people came.", 24, "Twenty-four")]
    [InlineData("We met two hundred people.", 220, "two hundred and twenty")]
    public void A_number_in_words_is_replaced_by_words(string text, int value, string expected)
    {
        var lexicon = new KnowledgeFile("number-words.yml", File.ReadAllText(Path.Combine(RulesFolder, "lexicon", "number-words.yml")));
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes(text));
        var number = Assert.Single(new Linter(RuleSet.Load([lexicon])).Lint(document).Facts.OfType(NumericFact.NumberType));
        Assert.Equal(expected, NumberWriter.Like((NumericFact)number, value));
    }

    private static string RulesFolder => Path.Combine(AppContext.BaseDirectory, "rules");
}
