namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds tables with a column of days of the week beside a column of dates. That the one names the day of the other, the rows prove:
/// by chance one in seven fits.
/// </summary>
public sealed class WeekdayColumnExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [WeekdayCell.FactType];

    private readonly record struct Row(TokenizedBlock Cell, int Weekday, DateMention When, DateRange Date)
    {
        public bool Fits => (int)Date.Earliest.DayOfWeek == Weekday;
    }

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (context.Document.Tables.Count == 0 || context.Facts.OfType(DateMention.FactType).Count == 0)
        {
            return;
        }

        var words = DateWords.Of(context.Knowledge);
        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        foreach (var table in context.Document.Tables)
        {
            var weekdays = new Dictionary<(int Row, int Column), (TokenizedBlock Cell, int Weekday)>();
            var dates = new Dictionary<(int Row, int Column), (DateMention When, DateRange Date)>();
            for (var at = table.PrecedingBlock + 1; at < context.Blocks.Count && context.Blocks[at] is var block && ReferenceEquals(block.Block.Cell?.Table, table); at++)
            {
                var place = (block.Block.Cell!.Row, block.Block.Cell.Column);
                var reader = new TokenReader(block, words);
                if (reader.WeekdayAt(0) is > 0 and var weekday && (reader.Count == 1 || (reader.Count == 2 && reader.MarkAt(1) == '.')))
                {
                    weekdays.TryAdd(place, (block, weekday));
                }
                else if (DayOf(context, block, settings) is { } day)
                {
                    dates.TryAdd(place, day);
                }
            }

            if (weekdays.Count > settings.FewestFitting && dates.Count > settings.FewestFitting)
            {
                Find(context, table.ColumnCount, weekdays, dates, words, settings);
            }
        }
    }

    /// <summary>The day that fills a cell without a day of the week.</summary>
    private static (DateMention When, DateRange Date)? DayOf(AnalysisContext context, TokenizedBlock cell, DateSettings settings)
    {
        if (cell.Tokens.Length == 0 || cell.MentionAt(0) is not DateMention { Weekday: null, Form: "day", IsValid: true, IsDoubted: false } when || cell.MentionAt(cell.Tokens.Length - 1) != when)
        {
            return null;
        }

        var date = when.Date ?? (context.Time is { } time ? WeekdayYears.Near(time, when, settings.WeekdayReach) : null);
        return date is not null && date.Earliest == date.Latest ? (when, date) : null;
    }

    private static void Find(
        AnalysisContext context, int columns, Dictionary<(int Row, int Column), (TokenizedBlock Cell, int Weekday)> weekdays, Dictionary<(int Row, int Column), (DateMention When, DateRange Date)> dates, DateWords words, DateSettings settings)
    {
        var rows = new List<Row>();
        for (var column = 0; column < columns; column++)
        {
            // The column of dates is the one next to that of the days, whichever side.
            foreach (var other in (ReadOnlySpan<int>)[column + 1, column - 1])
            {
                rows.Clear();
                foreach (var (place, (cell, weekday)) in weekdays)
                {
                    if (place.Column == column && dates.TryGetValue((place.Row, other), out var day))
                    {
                        rows.Add(new Row(cell, weekday, day.When, day.Date));
                    }
                }

                context.Work += rows.Count;
                var fitting = rows.Count(static r => r.Fits);
                if (fitting >= settings.FewestFitting && fitting >= 2 * (rows.Count - fitting))
                {
                    Add(context, rows, words);
                    break;
                }
            }
        }
    }

    private static void Add(AnalysisContext context, List<Row> rows, DateWords words)
    {
        foreach (var row in rows)
        {
            context.Facts.Add(new PhraseFact(WeekdayCell.FactType, [Value.Of(words.WeekdayName(row.Weekday)), Value.Of(row.Date), Value.Of(row.When)])
            {
                Document = context.Document,
                Block = row.Cell.Block,
                Prose = row.Cell.SpanOf(0, 1),
                Sentence = row.Cell.FirstSentence,
            });
        }
    }
}
