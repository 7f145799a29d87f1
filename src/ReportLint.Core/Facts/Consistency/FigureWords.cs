using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>The words around a number: its clause, its sentence, what stands before it.</summary>
internal sealed class FigureWords(AnalysisContext context)
{
    private readonly Lexicon _definite = context.Knowledge.Lexicon("definite-words");
    private readonly Lexicon _times = context.Knowledge.Lexicon("seasons");
    private readonly Lexicon _weekdays = context.Knowledge.Lexicon("weekdays");
    private readonly Lexicon _sources = context.Knowledge.Lexicon("attribution-words");
    private readonly Lexicon _corrections = context.Knowledge.Lexicon("correction-words");
    private readonly Lexicon _small = context.Knowledge.Lexicon("non-nouns");
    private readonly Lexicon _clauseMarks = context.Knowledge.Lexicon("clause-marks");
    private readonly Dictionary<int, HashSet<string>> _sentenceWords = [];

    /// <summary>Behind <c>the</c>, <c>its</c>, <c>all</c>, <c>every one of the</c> or a genitive.</summary>
    public bool IsDefinite(NumericFact number)
    {
        var site = number.KeySite!;
        if (site.First == 0)
        {
            return false;
        }

        // "in all 2,340 residents answered" opens what "in the three wards" goes on with.
        if (site.First > 1 && _definite.Match(site.Block.Tokens, site.First - 2) is (2, "not"))
        {
            return false;
        }

        var word = site.Block.TextOf(site.Block.Tokens[site.First - 1]);
        return _definite.Match(site.Block.Tokens, site.First - 1).Length > 0 || (word.Length > 2 && word[^2] is '\'' or '’' && word[^1] == 's') || word is "’" or "'";
    }

    /// <summary>The names in a range around a number and in its location, in small letters.</summary>
    public HashSet<string> NamesOf(NumericFact number, (int From, int To) range)
    {
        var names = new HashSet<string>(number.Key.Location.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        var block = number.KeySite!.Block;
        var (from, to) = range;
        for (var i = from; i < to; i++)
        {
            if (block.Tokens[i] is { Kind: TokenKind.Word, Capital: true, Length: > 1 } token && block.MentionAt(i) is null && _small.Match(block.Tokens, i).Length == 0 && _weekdays.Match(block.Tokens, i).Length == 0)
            {
                names.Add(block.TextOf(token).ToString().ToLowerInvariant());
            }
        }

        return names;
    }

    /// <summary>True where all words of the first are among the second; the sets' own test looks up what kinds of collections they are each time.</summary>
    public static bool AreIn(HashSet<string> words, HashSet<string> others)
    {
        if (words.Count > others.Count)
        {
            return false;
        }

        foreach (var word in words)
        {
            if (!others.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words of its sentence say who told it.</summary>
    public bool HasSource(NumericFact number) => Has(number.KeySite!.Block, SentenceOf(number), _sources);

    /// <summary>True where its sentence tells of a mistake: <c>we said that it has 312</c>.</summary>
    public bool IsCorrected(NumericFact number) => Has(number.KeySite!.Block, SentenceOf(number), _corrections);

    /// <summary>The words of its sentence that name a time of the year.</summary>
    public HashSet<int> Times(NumericFact number)
    {
        var block = number.KeySite!.Block;
        var (from, to) = SentenceOf(number);
        var times = new HashSet<int>();
        for (var i = from; i < to; i++)
        {
            if (_times.Match(block.Tokens, i).Length > 0)
            {
                times.Add(block.Tokens[i].Word);
            }
        }

        return times;
    }

    /// <summary>Words of a lexicon stand in a range, other than those of some meanings.</summary>
    public static bool Has(TokenizedBlock block, (int From, int To) range, Lexicon words, string harmless = "not", string alsoHarmless = "not")
    {
        for (var i = range.From; i < range.To; i++)
        {
            var (length, meaning) = words.Match(block.Tokens, i);
            if (length > 0 && meaning != "not" && meaning != harmless && meaning != alsoHarmless)
            {
                return true;
            }

            i += Math.Max(0, length - 1);
        }

        return false;
    }

    /// <summary>The tokens of its sentence; the end is outside.</summary>
    public static (int From, int To) SentenceOf(NumericFact number)
    {
        var site = number.KeySite!;
        var sentence = site.Block.Sentences[site.Block.SentenceOf(site.First) - site.Block.FirstSentence];
        return (sentence.Start.Value, sentence.End.Value);
    }

    /// <summary>The tokens of its clause; the end is outside.</summary>
    public (int From, int To) ClauseOf(NumericFact number)
    {
        var site = number.KeySite!;
        var (from, to) = SentenceOf(number);
        var (start, end) = (site.First, site.End);
        while (start > from && !EndsClause(site.Block, start - 1))
        {
            start--;
        }

        while (end < to && !EndsClause(site.Block, end))
        {
            end++;
        }

        return (start, end);
    }

    private bool EndsClause(TokenizedBlock block, int at) => _clauseMarks.Match(block.Tokens, at).Length > 0;

    /// <summary>The telling words of its clause.</summary>
    public HashSet<string> ClauseWords(NumericFact number) => WordsOf(number.KeySite!.Block, ClauseOf(number));

    /// <summary>The telling words of its sentence.</summary>
    public HashSet<string> SentenceWords(NumericFact number)
    {
        if (!_sentenceWords.TryGetValue(number.Sentence, out var words))
        {
            _sentenceWords[number.Sentence] = words = WordsOf(number.KeySite!.Block, SentenceOf(number));
        }

        return words;
    }

    /// <summary>The telling words of a range: no small words, no numbers, singular; years among them.</summary>
    private HashSet<string> WordsOf(TokenizedBlock block, (int From, int To) range)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = range.From; i < range.To; i++)
        {
            var token = block.Tokens[i];
            if (token.Kind == TokenKind.Word && token.Length > 3 && block.MentionAt(i) is not NumericFact && _small.Match(block.Tokens, i).Length == 0)
            {
                words.Add(NounPhrase.Singular(block.TextOf(token)).TrimEnd('\''));
            }
            else if (token is { Kind: TokenKind.Number, Length: 4 } && block.MentionAt(i) is not NumericFact)
            {
                words.Add(block.TextOf(token).ToString());
            }
        }

        return words;
    }
}
