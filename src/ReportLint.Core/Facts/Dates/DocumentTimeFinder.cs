using NodaTime.Text;

namespace ReportLint.Core.Facts.Dates;

/// <summary>Finds the date of a document and the years that it is about.</summary>
internal static class DocumentTimeFinder
{
    private const int DatelineBlocks = 8;
    private const int DatelineTokens = 18;
    private const int ClusterWidth = 30;
    private const int YearsBack = 15;
    private const int YearsAhead = 3;
    private const int FirstYear = 1000;
    private const int LastYear = 2199;

    private static readonly LocalDatePattern IsoDay = LocalDatePattern.Iso;

    /// <summary>The time of the document, or null where nothing tells of it.</summary>
    public static DocumentTime? Find(AnalysisContext context, DateWords words)
    {
        if (context.Document.Blocks.Count == 0)
        {
            return null;
        }

        var mentions = context.Facts.OfType(DateMention.FactType);
        var years = new List<int>();
        foreach (var fact in mentions)
        {
            if (fact is DateMention { Year: >= FirstYear and <= LastYear and var year, HasInferredYear: false })
            {
                years.Add(year);
            }
        }

        years.Sort();
        if (FromProperty(context, words) is { } property)
        {
            return Make(context, property.Date, "property", context.Document.Blocks[0], default, property.Span, years);
        }

        if (FromDateline(mentions) is { } dateline)
        {
            return Make(context, dateline.Date, "dateline", dateline.Block, dateline.Prose, null, years);
        }

        return years.Count > 0 ? Make(context, null, "none", context.Document.Blocks[0], default, null, years) : null;
    }

    private static (DateRange Date, Text.TextSpan Span)? FromProperty(AnalysisContext context, DateWords words)
    {
        foreach (var (_, names) in context.Knowledge.Lexicon("document-dates").Entries)
        {
            foreach (var name in names)
            {
                foreach (var property in context.Document.Properties)
                {
                    if (property.Name == name && Parse(property.Value, context, words) is { } date)
                    {
                        return (date, property.Span);
                    }
                }
            }
        }

        return null;
    }

    private static DateRange? Parse(string value, AnalysisContext context, DateWords words)
    {
        if (value.Length >= 10 && IsoDay.Parse(value[..10]) is { Success: true } day)
        {
            return new DateRange(day.Value, day.Value);
        }

        var tokens = new List<Token>();
        Tokenizer.Tokenize(value, context.Knowledge.Vocabulary, tokens);
        var block = new TokenizedBlock
        {
            Block = new Documents.Block { Kind = Documents.BlockKind.Paragraph, Prose = new Documents.ProseBuilder().AddReplaced(value, default).Build() },
            Tokens = [.. tokens],
            Sentences = [0..tokens.Count],
            FirstSentence = 0,
        };
        var reader = new BlockDateReader(new TokenReader(block, words));
        reader.Read();
        return reader.Dates.Count == 1 ? Calendar.RangeOf(reader.Dates[0]) : null;
    }

    /// <summary>The first full date, or else month, in a short line near the top.</summary>
    private static DateMention? FromDateline(IReadOnlyList<Fact> mentions)
    {
        DateMention? partial = null;
        foreach (var fact in mentions)
        {
            if (fact is not DateMention { Date: not null, HasInferredYear: false, IsInQuotation: false } mention || mention.OtherEndYear is not null)
            {
                continue;
            }

            if (mention.Block.Index >= DatelineBlocks)
            {
                continue;
            }

            if (mention.Block.Kind is not (Documents.BlockKind.Paragraph or Documents.BlockKind.Heading) || IsLong(mention.Block.Prose.Text))
            {
                continue;
            }

            if (mention.Form == "day")
            {
                return mention;
            }

            if (mention.Block.Kind == Documents.BlockKind.Paragraph && mention.Form is "month" or "year" && mention.Year is >= 1500 and <= 2060)
            {
                partial ??= mention;
            }
        }

        return partial;
    }

    private static bool IsLong(string text)
    {
        var words = 0;
        foreach (var c in text)
        {
            if (c == ' ' && ++words > DatelineTokens)
            {
                return true;
            }
        }

        return false;
    }

    private static DocumentTime Make(AnalysisContext context, DateRange? date, string source, Documents.Block block, Text.TextSpan prose, Text.TextSpan? span, List<int> years)
    {
        var (first, last) = date is not null ? (date.Latest.Year - YearsBack, date.Latest.Year) : Cluster(years);
        var likely = new List<Value>();
        for (var year = last; year >= first; year--)
        {
            likely.Add(Value.Of(year));
            if (year > last - YearsAhead)
            {
                likely.Add(Value.Of(last + (last - year) + 1));
            }
        }

        return new DocumentTime
        {
            Document = context.Document,
            Block = block,
            Prose = prose,
            PropertySpan = span,
            Date = date,
            Source = source,
            LatestYear = last,
            EarliestYear = years.Count > 0 ? years[0] : last,
            Years = likely,
        };
    }

    /// <summary>The years among which most mentions lie, within <see cref="ClusterWidth"/>; the earlier of two equal clusters.</summary>
    private static (int First, int Last) Cluster(List<int> years)
    {
        int best = 0, bestFirst = 0, first = 0;
        for (var last = 0; last < years.Count; last++)
        {
            while (years[last] - years[first] > ClusterWidth)
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
