using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Dates;
using ReportLint.Tests.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Facts.Dates;

/// <summary>Recognises dates in texts with the built-in lexicons.</summary>
internal static class DateReading
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    public static AnalysisContext Extract(string markdown, bool withNumbers = false)
    {
        var document = Reading.Markdown(markdown);
        var context = DocumentTokenizer.Tokenize(document, Rules.Knowledge);
        foreach (var extractor in Extractors.All)
        {
            if (withNumbers || extractor is DateExtractor)
            {
                extractor.Extract(context);
            }
        }

        context.Facts.Seal();
        var whole = new Core.Text.TextSpan(0, document.Source.Length);
        Assert.All(context.Facts.Types.SelectMany(context.Facts.OfType), fact => Assert.True(whole.Contains(fact.Span)));
        return context;
    }

    public static DateMention[] Dates(string markdown) => [.. Extract(markdown).Facts.OfType(DateMention.FactType).Cast<DateMention>()];

    public static Period[] Periods(string markdown) => [.. Extract(markdown).Facts.OfType(Period.FactType).Cast<Period>()];

    public static TimeMention[] Times(string markdown) => [.. Extract(markdown).Facts.OfType(TimeMention.FactType).Cast<TimeMention>()];

    public static string Show(DateMention date) => date.Date is null ? "?" : Value.Of(date.Date).ToString();
}
