namespace ReportLint.Core.Facts;

/// <summary>The extractors in the order in which they run: identifiers, dates, numbers, then what is built on them.</summary>
public static class Extractors
{
    /// <summary>All extractors, in order.</summary>
    public static readonly IReadOnlyList<IFactExtractor> All =
    [
        new Statistics.TestStatisticExtractor(),
        new References.CrossReferenceExtractor(),
        new References.Citations.CitationExtractor(),
        new References.FootnoteExtractor(),
        new References.IdentifierExtractor(),
        new Dates.DateExtractor(),
        new Tables.TableExtractor(),
        new Numbers.NumberExtractor(),
        new Dates.TenseExtractor(),
        new Dates.AgeTableExtractor(),
        new Dates.CourseTableExtractor(),
        new Dates.WeekdayColumnExtractor(),
        new Keys.KeyExtractor(),
        new Compositions.CompositionExtractor(),
        new Claims.HeadlineExtractor(),
        new Balances.BalanceExtractor(),
        new Rankings.RankingExtractor(),
        new Rankings.TableRankingExtractor(),
        new References.PageExtractor(),
        new References.Links.LinkExtractor(),
        new References.ContentsExtractor(),
        new References.PlaceholderExtractor(),
        new References.ReviewLeftoverExtractor(),
        new References.RepeatedTextExtractor(),
        new Enumerations.EnumerationExtractor(),
        new Enumerations.ListBreakdownExtractor(),
        new References.SourceClaimExtractor(),
        new Consistency.NameExtractor(),
        new Consistency.AcronymExtractor(),
        new Consistency.FigureExtractor(),
        new Consistency.DatedEventExtractor(),
        new Consistency.RetoldDateExtractor(),
        new Consistency.StatedMeasureExtractor(),
        new Consistency.TableFigureExtractor(),
        new Consistency.StyleFormExtractor(),
    ];
}
