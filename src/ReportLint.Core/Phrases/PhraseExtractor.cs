using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>Turns the phrases' matches into facts: gathers, silences, and decides between overlapping matches.</summary>
internal sealed class PhraseExtractor(PhraseProgram program) : IFactExtractor
{
    /// <summary>The phrases and their automaton.</summary>
    public PhraseProgram Program { get; } = program;

    // A matcher has a place for each instruction: one for each thread serves all documents.
    private readonly System.Collections.Concurrent.ConcurrentBag<PhraseMatcher> _matchers = [];

    internal const string TooMuchWork = "The numbers of the document could be taken together in too many ways, so no rule was run.";

    public IReadOnlyList<FactType> Types { get; } = [.. program.Phrases.Select(static p => p.File.Yields).Distinct()];

    public void Extract(AnalysisContext context)
    {
        var nonNouns = context.Knowledge.Lexicon("non-nouns");
        var sites = new PartSites(context.Knowledge);
        var completer = new MatchCompleter(context, sites);
        var candidates = new List<MatchCandidate>(8);
        var taken = new TakenFacts();
        var matcher = _matchers.TryTake(out var used) ? used : new PhraseMatcher(Program);
        var limits = context.Knowledge.Settings("limits");
        var most = (long)limits.Get("work_per_document", 30_000_000) + ((long)limits.Get("work_per_token", 60) * context.Blocks.TokenCount);
        var before = matcher.Work;
        matcher.MostWork = before + Math.Max(0, most - context.Work);
        matcher.WorkOfBeginning = (int)limits.Get("work_per_beginning", 40);
        var matches = new List<PhraseMatch>(16);
        foreach (var block in context.Blocks)
        {
            if (block.Tokens.Length < 2 || !block.HasMentions)
            {
                continue;
            }

            if (Program.Outlines.AllNeedWords && IsOneFact(block))
            {
                // The fact and the end of its sentence.
                matcher.Pass(2 * block.Sentences.Length);
                continue;
            }

            var items = PhraseItem.Fill(block, nonNouns, ref matcher.Room);
            sites.Begin(block, matcher.Room, items.Length);
            matches.Clear();
            matcher.Match(block, nonNouns, items, matches, sites);
            candidates.Clear();
            completer.Begin();
            foreach (var match in matches)
            {
                if (context.Work > most)
                {
                    throw new LimitExceededException(TooMuchWork);
                }

                if (completer.Complete(block, items, match) is { } candidate)
                {
                    candidates.Add(candidate);
                }
            }

            if (candidates.Count > 0)
            {
                AddFacts(context, block, items, candidates, taken);
            }
        }

        context.Work += matcher.Work - before;
        matcher.Forget();
        _matchers.Add(matcher);
    }

    /// <summary>True for a block that is one fact and nothing else, as many cells of tables are.</summary>
    private static bool IsOneFact(TokenizedBlock block)
    {
        const int mostTokens = 8;
        var fact = block.Tokens.Length <= mostTokens ? block.MentionAt(0) : null;
        for (var i = 1; i < block.Tokens.Length && fact is not null; i++)
        {
            fact = block.MentionAt(i) == fact ? fact : null;
        }

        return fact is not null;
    }

    private static void AddFacts(AnalysisContext context, TokenizedBlock block, ReadOnlySpan<PhraseItem> items, List<MatchCandidate> candidates, TakenFacts taken)
    {
        if (candidates.Count > 1)
        {
            candidates.Sort(static (a, b) => a.CompareTo(b));
        }

        taken.Clear();
        foreach (var candidate in candidates)
        {
            var type = candidate.Match.Phrase.File.Yields;
            if (candidate.HasTaken(taken) && !candidate.SharesOnlyAsOther(taken))
            {
                continue;
            }

            foreach (var operand in candidate.Operands)
            {
                taken.Add(type, operand);
            }

            context.Facts.Add(new PhraseFact(type, candidate.Slots.ToArray())
            {
                Time = context.Time,
                Document = context.Document,
                Block = block.Block,
                Prose = candidate.Prose,
                Sentence = block.SentenceOf(Math.Min(items[candidate.Match.Start].FirstToken, Math.Max(0, block.Tokens.Length - 1))),
            });
        }
    }
}
