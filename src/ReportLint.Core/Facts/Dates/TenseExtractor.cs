using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds the verb that governs a date: the nearest one before its preposition, a bounded number of words back. What the words
/// mean is data (<c>lexicon/tense-*.yml</c>, <c>event-nouns.yml</c>).
/// </summary>
public sealed class TenseExtractor : IFactExtractor
{
    /// <summary>Tokens to either side of a date that may silence it: what has no stops for so long is no sentence.</summary>
    private const int LongestSentence = 120;

    private const int LongestBehind = 25;
    private const int LongestPreposition = 6;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [TenseClaim.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (context.Time?.Date is null)
        {
            return;
        }

        var words = TenseWords.Of(context.Knowledge);
        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        var isOfAnotherTime = context.Time.TitleYear is not null;
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind == BlockKind.Heading)
            {
                isOfAnotherTime = HasYear(block);
            }

            if (!block.HasDates || block.Block.Kind == BlockKind.Heading || block.Block.IsQuoted || block.Block.Cell is not null)
            {
                continue;
            }

            foreach (var mention in block.Mentions)
            {
                if (mention.Fact is DateMention { IsInQuotation: false, IsDoubted: false } or Period { IsInQuotation: false, IsDoubted: false, Kind: "dates" or "months" })
                {
                    Read(context, block, mention, words, isOfAnotherTime ? null : settings);
                }
            }
        }
    }

    /// <summary>True where a block names a year: what is told below it, or beside, may be of that one.</summary>
    private static bool HasYear(TokenizedBlock block)
    {
        if (!block.HasDates)
        {
            return false;
        }

        foreach (var mention in block.Mentions)
        {
            if (mention.Fact is DateMention { Year: not null } or Period)
            {
                return true;
            }
        }

        return false;
    }

    private static void Read(AnalysisContext context, TokenizedBlock block, Mention mention, TenseWords words, DateSettings? yearless)
    {
        var sentence = block.Sentences[block.SentenceOf(mention.FirstToken) - block.FirstSentence];
        var start = sentence.Start.Value;
        var (preposition, use) = Preposition(block, mention.FirstToken, start, words);
        if (use.Length == 0)
        {
            return;
        }

        var verb = use == "label" ? new GoverningVerb(TenseForm.Future, preposition, mention.FirstToken, true)
            : preposition > start ? GoverningVerb.Before(block, preposition, start, mention.Fact, words)
            : use == "at" ? GoverningVerb.Behind(block, mention.EndToken, sentence.End.Value, words)
            : default;
        var isEvent = use == "at" || (use == "from" && mention.Fact is Period);
        var tense = verb.Form switch
        {
            TenseForm.Past when isEvent || use == "past" => "past",
            TenseForm.Future when isEvent || use is "future" or "from" or "label" => "future",
            TenseForm.Present when isEvent && verb.IsAdjacent => "present",
            _ => null,
        };
        if (tense is null || (!verb.IsAdjacent && mention.Fact is DateMention { Form: "year" or "decade" })
            || DateOf(mention, tense == "past", context, block, words, yearless) is not { } date || IsSilenced(block, sentence, mention.EndToken, tense, words))
        {
            return;
        }

        context.Work += Math.Min(LongestSentence, sentence.End.Value - sentence.Start.Value);
        context.Facts.Add(new TenseClaim
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(Math.Min(verb.First, preposition), Math.Max(verb.End, mention.EndToken)),
            Sentence = block.SentenceOf(mention.FirstToken),
            Tense = tense,
            Date = date,
            When = mention.Fact,
        });
    }

    /// <summary>
    /// The days of the event; a date without a year takes it from words behind it (<c>in April this year</c>), or lies where it is nearest to
    /// the document's own date, few days away.
    /// </summary>
    private static DateRange? DateOf(Mention mention, bool isPast, AnalysisContext context, TokenizedBlock block, TenseWords words, DateSettings? yearless)
    {
        if (mention.Fact is Period period)
        {
            return isPast ? period.Start : period.End;
        }

        var date = (DateMention)mention.Fact;
        return date.Date is null && date.Year is null && words.Relative.Match(block.Tokens, mention.EndToken) is { Length: > 0, Meaning: var meaning }
            ? RelativeDate.InYear(date, meaning, context.Time!)
            : date.Date ?? (yearless is not null && date is { Year: null, Form: "day" } && !HasYear(block) ? WeekdayYears.Near(context.Time!, date, yearless.TenseReach) : null);
    }

    /// <summary>The token at which the preposition before a date begins, and what it is good for; empty where there is none.</summary>
    private static (int At, string Use) Preposition(TokenizedBlock block, int first, int start, TenseWords words)
    {
        var use = "";
        var end = first;
        for (var at = first - 1; at >= start && at >= first - LongestPreposition; at--)
        {
            var (length, meaning) = words.Prepositions.Match(block.Tokens, at);
            if (length == 0 || at + length < end)
            {
                break;
            }

            if (meaning != "inner")
            {
                use = meaning;
                first = at;
                if (length == 1)
                {
                    break;
                }
            }

            end = at;
        }

        return use.Length == 0 && LabelBefore(block, first, start, words) is { } label ? (label, "label") : (first, use);
    }

    /// <summary>The first token of words such as <c>Next meeting:</c> before a date, or null.</summary>
    private static int? LabelBefore(TokenizedBlock block, int first, int start, TenseWords words)
    {
        var end = first;
        while (end > start && block.MentionAt(end - 1) is null && (block.Tokens[end - 1].Kind == TokenKind.Mark || words.FormAt(block, end - 1, end - 1, end).Form == TenseForm.Is))
        {
            end--;
        }

        for (var at = end - 1; end < first && at >= start && at >= end - LongestPreposition; at--)
        {
            if (words.Labels.Match(block.Tokens, at).Length is var length and > 0 && at + length == end)
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsSilenced(TokenizedBlock block, Range sentence, int behind, string tense, TenseWords words)
    {
        var isJoined = false;
        var end = Math.Min(sentence.End.Value, behind + LongestSentence);
        for (var at = Math.Max(sentence.Start.Value, behind - LongestSentence); at < end; at++)
        {
            if (block.MentionAt(at) is not null)
            {
                continue;
            }

            switch (words.Silencers.Match(block.Tokens, at).Meaning)
            {
                case "any":
                case "future" when tense != "past":
                case "behind" when tense == "past" && at >= behind && at < behind + LongestBehind && !isJoined:
                    return true;
                case "next" when tense == "past" && at == behind:
                    return true;
                case "joint":
                    isJoined |= at >= behind;
                    break;
            }
        }

        return false;
    }
}
