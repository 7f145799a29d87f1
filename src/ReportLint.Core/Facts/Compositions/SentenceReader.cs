namespace ReportLint.Core.Facts.Compositions;

/// <summary>Percentages that are the parts of one whole.</summary>
/// <param name="Parts">The parts in order, two or more.</param>
/// <param name="Wording">How the words tell it, a symbol of <c>Composition</c>.</param>
internal sealed record PartsOfWhole(IReadOnlyList<Percentage> Parts, string Wording);

/// <summary>Decides which percentages of a sentence are the parts of one whole.</summary>
internal sealed class SentenceReader(TokenizedBlock block, Range sentence, CompositionWords words)
{
    private readonly int _start = sentence.Start.Value;
    private readonly int _end = sentence.End.Value;

    /// <summary>
    /// The parts in order and the wording, or null. Percentages of the sentences before are taken in where this one holds
    /// only the rest.
    /// </summary>
    /// <param name="before">Those of the sentences before, which have one each at least.</param>
    /// <param name="here">Those of this sentence, one or more.</param>
    public PartsOfWhole? Read(List<Mention> before, List<Mention> here)
    {
        if (words.Blocks(block, _start, _end) || words.Compares(block, here[0].EndToken, _end) || HasSeveralBases(here))
        {
            return null;
        }

        (before, here) = (WithoutChanges(before), WithoutChanges(here));
        var rest = here.FindIndex(m => words.IsRest(block, m.FirstToken, _start));
        var run = rest == 0 ? [.. Nearest(before, here[0]), here[0]] : rest > 0 ? here.GetRange(0, rest + 1) : here;
        if (run.Count < 2 || !run.TrueForAll(static m => m.Fact is Percentage { IsPoints: false, IsRangeEnd: false }) || run.Exists(m => words.IsSetApart(block, m.FirstToken)) ||
            (rest == 0 && (run.Count == 1 || words.Blocks(block, run[0].FirstToken, _start))))
        {
            return null;
        }

        var wording = rest >= 0 ? "complete"
            : IsAnnounced(words.Opens(block, _start, run[0].FirstToken), run) ? "opened"
            : run.Count >= 3 && IsInOrder(run) ? "opened"
            : IsAnnounced(words.Labels(block, _start, run[0].FirstToken), run) ? "labelled"
            : run.Count >= 3 && words.IsExclusive(block) && words.Joins(block, run[^2].EndToken, run[^1].FirstToken) ? "opened"
            : run.Count == 2 && words.AreComplements(block, run[0], run[1], _end) ? "opened"
            : run.Count >= 3 && ClosesWith(run) ? "closed"
            : run.Count >= 3 && HasNothingBetween(run) && words.Joins(block, run[^2].EndToken, run[^1].FirstToken) ? "joined"
            : run.Count >= 3 ? "listed"
            : null;
        return wording is null || IsNested(run) ? null : new(Fitting(run), wording);
    }

    /// <summary>
    /// The percentages of as many sentences before as come nearest to a hundred together with the rest: shares that are told in
    /// one sentence each belong together, those of an earlier time or whole do not.
    /// </summary>
    private static List<Mention> Nearest(List<Mention> before, Mention rest)
    {
        var (first, gap) = (before.Count, decimal.MaxValue);
        var sum = ((Percentage)rest.Fact).Nominal;
        for (var i = before.Count - 1; i >= 0; i--)
        {
            sum += ((Percentage)before[i].Fact).Nominal;
            if ((i == 0 || before[i - 1].Fact.Sentence != before[i].Fact.Sentence) && Math.Abs(sum - 100) < gap)
            {
                (first, gap) = (i, Math.Abs(sum - 100));
            }
        }

        return before.GetRange(first, before.Count - first);
    }

    /// <summary>Words announce the parts, which stand in a list that is closed: <c>61% …, 14% … and 25% …</c></summary>
    private bool IsAnnounced(bool byWords, List<Mention> run) =>
        byWords && HasNothingBetween(run) && (words.Joins(block, run[^2].EndToken, run[^1].FirstToken) || words.Opens(block, _start, run[0].FirstToken) && run.Count == 2);

    private List<Mention> WithoutChanges(List<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (IsChange(mention))
            {
                return mentions.FindAll(m => !IsChange(m));
            }
        }

        return mentions;
    }

    /// <summary><c>57% (+12%)</c>: a signed percentage in brackets is a change.</summary>
    private bool IsChange(Mention mention) =>
        mention.FirstToken >= 2 && block.TextOf(block.Tokens[mention.FirstToken - 1])[0] is '+' or '-' or '−' or '–' &&
        block.TextOf(block.Tokens[mention.FirstToken - 2])[0] == '(';

    /// <summary>True where the first percentage is itself the whole of those behind it, or of those behind a word such as "split into".</summary>
    private bool IsNested(List<Mention> run) =>
        (run.Count >= 3 && ((Percentage)run[0].Fact).Value.Contains(SumBehindFirst(run))) || words.Opens(block, run[0].EndToken, run[^1].FirstToken);

    private static decimal SumBehindFirst(List<Mention> run)
    {
        var sum = 0m;
        for (var i = 1; i < run.Count; i++)
        {
            sum += ((Percentage)run[i].Fact).Nominal;
        }

        return sum;
    }

    /// <summary>The whole run, or a shorter one at its end that comes to a hundred where the whole does not.</summary>
    private static List<Percentage> Fitting(List<Mention> run)
    {
        var parts = new List<Percentage>(run.Count);
        foreach (var mention in run)
        {
            parts.Add((Percentage)mention.Fact);
        }

        for (var first = 0; first + 2 <= parts.Count; first++)
        {
            var sum = Interval.Exactly(0);
            for (var i = first; i < parts.Count; i++)
            {
                sum += parts[i].Value;
            }

            if (sum.Contains(100))
            {
                return parts.GetRange(first, parts.Count - first);
            }
        }

        return parts;
    }

    /// <summary><c>48% of women and 52% of men</c>: shares of two wholes.</summary>
    private bool HasSeveralBases(List<Mention> here)
    {
        var bases = 0;
        foreach (var mention in here)
        {
            bases += mention.EndToken < _end && block.TextOf(block.Tokens[mention.EndToken]).Equals("of", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return bases > 1;
    }

    /// <summary>True where no other counted number stands between the percentages: a list of labels, not of sentences.</summary>
    private bool HasNothingBetween(List<Mention> run)
    {
        for (var i = run[0].EndToken; i < run[^1].FirstToken; i++)
        {
            if (block.MentionAt(i) is Dates.DateMention or Dates.Period)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>35% were under 40, 44% from 40 to 59 and 21% over 60</c>: groups in order, from the lowest to the highest.</summary>
    private bool IsInOrder(List<Mention> run) =>
        words.IsLowest(block, run[0].EndToken, run[1].FirstToken) && words.IsHighest(block, run[^1].EndToken, Math.Min(_end, run[^1].EndToken + words.LabelLength)) &&
        words.Joins(block, run[^2].EndToken, run[^1].FirstToken);

    private bool ClosesWith(List<Mention> run)
    {
        var last = run[^1];
        var from = Math.Max(run[^2].EndToken, last.FirstToken - words.LabelLength);
        var behind = Math.Min(_end, last.EndToken + words.LabelLength);
        return words.Closes(block, last.EndToken, behind) || words.Closes(block, from, last.FirstToken);
    }
}
