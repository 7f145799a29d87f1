namespace ReportLint.Core.Facts.Dates;

/// <summary>Finds the date of a document and the years that it is about.</summary>
internal static class DocumentTimeFinder
{
    /// <summary>The time of the document, or null where nothing tells of it.</summary>
    public static DocumentTime? Find(AnalysisContext context, IReadOnlyList<DocumentStamp> stamps)
    {
        if (context.Document.Blocks.Count == 0)
        {
            return null;
        }

        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        var mentions = context.Facts.OfType(DateMention.FactType);
        var years = new List<int>();
        foreach (var fact in mentions)
        {
            if (fact is DateMention { Year: { } year, HasInferredYear: false } && year >= settings.FirstYear && year <= settings.LastYear)
            {
                years.Add(year);
            }
        }

        years.Sort();
        if (context.AsOf is { } asOf)
        {
            var given = new DateRange(asOf, asOf);
            return Make(context, settings, new Origin("given", null, given, given, given), asOf.Year, years);
        }

        if (OriginOf(stamps) is { } origin)
        {
            return Make(context, settings, origin, origin.Date!.Latest.Year, years);
        }

        var loose = FromDateline(mentions, settings)?.Date?.Latest.Year;
        return loose is not null || years.Count > 0 ? Make(context, settings, new Origin("none", null, null, null, null), loose, years) : null;
    }

    /// <summary>Where the date of a document is from, and the first and the last of its own dates.</summary>
    private readonly record struct Origin(string Source, DocumentStamp? Stamp, DateRange? Date, DateRange? First, DateRange? Last);

    /// <summary>The most trusted stamp: a property, a labelled date or a dateline of publication, one of a change, a meeting; the times of saving only where there is none.</summary>
    private static Origin? OriginOf(IReadOnlyList<DocumentStamp> stamps)
    {
        DocumentStamp? best = null;
        DateRange? first = null, last = null;
        var hasOwn = stamps.Any(static s => s.Kind is not ("review" or "first_saved" or "last_saved"));
        foreach (var stamp in stamps)
        {
            if (stamp.Kind == "review" || (hasOwn && stamp.Kind is "first_saved" or "last_saved"))
            {
                continue;
            }

            best = best is null || TrustOf(stamp) < TrustOf(best) ? stamp : best;
            first = first is null || stamp.Date.Earliest < first.Earliest ? stamp.Date : first;
            last = last is null || stamp.Date.Latest > last.Latest ? stamp.Date : last;
        }

        // Minutes are written after the meeting, and nobody knows how long after.
        return best is null ? null : new Origin(best.Source, best, best.Date, first, best.Kind == "meeting" ? null : last);
    }

    private static int TrustOf(DocumentStamp stamp) => (stamp.Source, stamp.Kind) switch
    {
        ("property", "published") => 0,
        ("property", "created") => 1,
        ("property", "last_saved") => 7,
        ("property", "first_saved") => 8,
        ("property", _) => 2,
        (_, "published") => 3,
        (_, "created") => 4,
        (_, "updated") => 5,
        _ => 6,
    };

    /// <summary>
    /// The first full date, or else month, in a short line near the top: not surely the document's own, but of its time.
    /// </summary>
    private static DateMention? FromDateline(IReadOnlyList<Fact> mentions, DateSettings settings)
    {
        DateMention? partial = null;
        (Documents.Block? Block, bool IsLong) last = default;
        foreach (var fact in mentions)
        {
            if (fact is not DateMention { Date: not null, HasInferredYear: false, IsInQuotation: false } mention || mention.OtherEndYear is not null)
            {
                continue;
            }

            if (mention.Block.Index >= settings.DatelineBlocks)
            {
                continue;
            }

            if (mention.Block != last.Block)
            {
                last = (mention.Block, IsLong(mention.Block.Prose.Text, settings.DatelineWords));
            }

            if (mention.Block.Kind is not (Documents.BlockKind.Paragraph or Documents.BlockKind.Heading) || last.IsLong)
            {
                continue;
            }

            if (mention.Form == "day")
            {
                return mention;
            }

            if (mention.Block.Kind == Documents.BlockKind.Paragraph && mention.Form is "month" or "year" && mention.Year >= settings.FirstDatelineYear && mention.Year <= settings.LastDatelineYear)
            {
                partial ??= mention;
            }
        }

        return partial;
    }

    private static bool IsLong(string text, int most)
    {
        var words = 0;
        foreach (var c in text)
        {
            if (c == ' ' && ++words > most)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The last year that the first heading names, where it lies before the year of the document, and not long before: 2013 for
    /// <c>Annual report 2013</c> and for <c>Accounts 2012–13</c>.
    /// </summary>
    private static int? TitleYear(AnalysisContext context, DateWords words, int year, int lag)
    {
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind != Documents.BlockKind.Heading)
            {
                continue;
            }

            var tokens = new TokenReader(block, words);
            int? last = null;
            for (var at = 0; at < tokens.Count; at++)
            {
                if (tokens.Digits(at, out var named) == 4)
                {
                    named += tokens.IsJoined(at + 1) && tokens.Digits(at + 2, out var brief) == 2 && brief == (named + 1) % 100 ? 1 : 0;
                    last = named < year && named > year - lag ? Math.Max(named, last ?? 0) : last;
                }
            }

            return last;
        }

        return null;
    }

    private static DocumentTime Make(AnalysisContext context, DateSettings settings, Origin origin, int? stated, List<int> years)
    {
        var (first, last) = stated is { } known ? (known - settings.YearsBack, known) : Cluster(years, settings.ClusterWidth);
        var likely = new List<Value>();
        for (var year = last; year >= first; year--)
        {
            likely.Add(Value.Of(year));
            if (year > last - settings.YearsAhead)
            {
                likely.Add(Value.Of(last + (last - year) + 1));
            }
        }

        return new DocumentTime
        {
            Document = context.Document,
            Block = origin.Stamp?.Block ?? context.Document.Blocks[0],
            Prose = origin.Stamp?.Prose ?? default,
            PropertySpan = origin.Stamp is null ? default(Text.TextSpan) : origin.Stamp.PropertySpan,
            Settings = settings,
            Date = origin.Date,
            FirstDate = origin.First,
            LastDate = origin.Last,
            Source = origin.Source,
            TitleYear = origin.Date is { } dated ? TitleYear(context, DateWords.Of(context.Knowledge), dated.Latest.Year, settings.ReportingLag) : null,
            LatestYear = last,
            EarliestYear = years.Count > 0 ? years[0] : last,
            Years = likely.ToArray(),
        };
    }

    /// <summary>The years among which most mentions lie, within the width of one; the earlier of two equal clusters.</summary>
    private static (int First, int Last) Cluster(List<int> years, int width)
    {
        int best = 0, bestFirst = 0, first = 0;
        for (var last = 0; last < years.Count; last++)
        {
            while (years[last] - years[first] > width)
            {
                first++;
            }

            if (last - first + 1 > best)
            {
                best = last - first + 1;
                bestFirst = first;
            }
        }

        return (years[bestFirst], years[bestFirst + best - 1]);
    }
}
