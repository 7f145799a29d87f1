namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds dates, times and periods, and the time of the document. Runs before numbers are read, and claims the tokens of
/// what it finds, so that a day or a year is no count.
/// </summary>
public sealed class DateExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } =
        [DateMention.FactType, TimeMention.FactType, Period.FactType, CalendarFault.FactType, DocumentTime.FactType, DocumentStamp.FactType, Piece.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var words = DateWords.Of(context.Knowledge);
        var blocks = new List<BlockDates>();
        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        var dotted = DottedTimeFinder.Find(context, words, settings);
        var times = new ListTimes();
        var order = default(NumericOrder);
        BlockDates? found = null;
        for (var i = 0; i < context.Blocks.Count; i++)
        {
            var block = context.Blocks[i];
            times.Enter(block.Block.List);
            if (!block.MayHave(Cues.Number | Cues.DateStart))
            {
                continue;
            }

            context.Work += block.Tokens.Length;
            var tokens = new TokenReader(block, words) { Dotted = dotted };
            if (found is null)
            {
                found = new(tokens);
            }
            else
            {
                found.GoTo(tokens);
            }

            BlockDateReader.Read(found);
            times.Take(found);
            if (found.HasAny || block.Block.List is not null)
            {
                blocks.Add(found);
                order = order.With(found);
                found = null;
            }
        }

        times.Close();

        if (order.IsOpen)
        {
            order = order.With(context);
        }

        var stamps = context.Document.Blocks.Count > 0 ? new StampFinder(context, words) : null;
        stamps?.ReadProperties();
        BlockFactMaker? maker = null;
        foreach (var read in blocks)
        {
            if (read.HasAny)
            {
                maker ??= new(context, order);
                maker.Make(read);
                stamps?.ReadBlock(read);
            }
        }

        foreach (var cell in TableYears.Find(context, words, settings))
        {
            BlockFactMaker.MakeCellYear(context, new TokenReader(context.Blocks[cell.Block], words), cell);
        }

        YearSeries.Mark(context);
        foreach (var stamp in stamps?.Found ?? [])
        {
            context.Facts.Add(stamp);
        }

        WeekdaySiblings.Find(context, settings);
        if (DocumentTimeFinder.Find(context, stamps?.Found ?? []) is { } time)
        {
            context.Time = time;
            context.Facts.Add(time);
            YearSlips.Find(context, time);
            YearOrder.Find(context, settings);
            WeekdayYears.Find(context, time, settings);
        }
    }
}
