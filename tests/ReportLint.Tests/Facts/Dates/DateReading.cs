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
    private static readonly Linter Linter = new(Rules);

    /// <summary>The dateline that <see cref="Dated"/> puts before a draft.</summary>
    private const string Dateline = "*3 May 2013*\n\n";

    /// <summary>A draft of 3 May 2013.</summary>
    public static string Dated(string draft) => Dateline + draft;

    /// <summary>A draft read with all built-in phrases and rules.</summary>
    public static LintResult Lint(string markdown, NodaTime.LocalDate? asOf = null) => Linter.Lint(Reading.Markdown(markdown), new LintOptions { AsOf = asOf });

    /// <summary>The facts of one type that the built-in phrases make.</summary>
    public static IReadOnlyList<Fact> Claims(string markdown, FactType type) => Lint(markdown).Facts.OfType(type);

    /// <summary>The facts of one class that extractors find.</summary>
    public static T[] Find<T>(string markdown, FactType type, bool withNumbers = false)
        where T : Fact => [.. Extract(markdown, withNumbers).Facts.OfType(type).Cast<T>()];

    /// <summary>A property as messages show it.</summary>
    public static string Get(Fact fact, string property) => fact.Type.Find(property)!.Get(fact).ToString();

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

    public static DateMention[] Dates(string markdown) => Find<DateMention>(markdown, DateMention.FactType);

    public static Period[] Periods(string markdown) => Find<Period>(markdown, Period.FactType);

    public static TimeMention[] Times(string markdown) => Find<TimeMention>(markdown, TimeMention.FactType);

    public static string Show(DateMention date) => date.Date is null ? "?" : Value.Of(date.Date).ToString();
}
