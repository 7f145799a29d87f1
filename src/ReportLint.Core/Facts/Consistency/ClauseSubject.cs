using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Tells what a clause speaks of: the noun phrase before its verb, or the one that a pronoun there stands for.</summary>
internal sealed class ClauseSubject(KnowledgeBase knowledge)
{
    private const int Longest = 6;

    private readonly Lexicon _events = knowledge.Lexicon("once-events");
    private readonly Lexicon _auxiliaries = knowledge.Lexicon("event-auxiliaries");
    private readonly Lexicon _words = knowledge.Lexicon("event-words");
    private readonly Lexicon _pronouns = knowledge.Lexicon("pronouns");
    private readonly Lexicon _small = knowledge.Lexicon("non-nouns");
    private readonly Lexicon _other = knowledge.Lexicon("other-one-words");

    /// <summary>True for a word that may be part of a name or of a noun with its adjectives.</summary>
    public bool IsPartOfName(TokenizedBlock block, int at) =>
        block.Tokens[at].Kind == TokenKind.Word && block.MentionAt(at) is null && _small.Match(block.Tokens, at).Length == 0;

    /// <summary>True for <c>pier's</c>.</summary>
    public static bool IsGenitive(TokenizedBlock block, int at) => block.TextOf(block.Tokens[at]) is [.., '\'' or '’', 's'];

    /// <summary>The noun phrase before a verb, or the one that a pronoun there stands for, as indexes of tokens; empty where there is none.</summary>
    public (int From, int To) Before(TokenizedBlock block, int sentence, int verb)
    {
        var start = block.Sentences[sentence].Start.Value;
        var to = EndBefore(block, start, verb);
        if (to <= start)
        {
            return default;
        }

        if (_pronouns.Match(block.Tokens, to - 1).Length > 0)
        {
            var first = OpeningOf(block, sentence, to - 1);
            return first.To > first.From ? first : sentence > 0 ? OpeningOf(block, sentence - 1, int.MaxValue) : default;
        }

        var from = to;
        while (from > start && IsPartOfName(block, from - 1) && to - from < Longest)
        {
            from--;
        }

        return (from, to);
    }

    /// <summary>Index of the pronoun that is the subject of a verb, or -1.</summary>
    public int PronounBefore(TokenizedBlock block, int sentence, int verb)
    {
        var start = block.Sentences[sentence].Start.Value;
        var to = EndBefore(block, start, verb);
        return to > start && _pronouns.Match(block.Tokens, to - 1).Length > 0 ? to - 1 : -1;
    }

    /// <summary>Over auxiliaries and marks before a verb.</summary>
    private int EndBefore(TokenizedBlock block, int start, int verb)
    {
        var to = verb;
        while (to > start && (_auxiliaries.Match(block.Tokens, to - 1).Length > 0 || block.TextOf(block.Tokens[to - 1]) is "(" or ","))
        {
            to--;
        }

        return to;
    }

    /// <summary>The noun phrase that opens a sentence.</summary>
    private (int From, int To) OpeningOf(TokenizedBlock block, int sentence, int limit)
    {
        var range = block.Sentences[sentence];
        var from = range.Start.Value;
        if (from < range.End.Value && _words.Match(block.Tokens, from).Meaning is "definite" or "own")
        {
            from++;
        }

        var to = from;
        while (to < Math.Min(range.End.Value, limit) && block.Tokens[to].Kind == TokenKind.Word && _small.Match(block.Tokens, to).Length == 0 && _auxiliaries.Match(block.Tokens, to).Length == 0 &&
               _events.Match(block.Tokens, to).Length == 0 && to - from < Longest)
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>
    /// Its words, lower case and singular, and whether it is a name; null for what may be another one each time: a common noun is the same one only behind
    /// <c>the</c>, and not as <c>another</c> or <c>the second</c>.
    /// </summary>
    public (List<string> Words, bool IsNamed)? Identify(TokenizedBlock block, int from, int to)
    {
        var isNamed = block.Tokens[to - 1].Capital && (to - from > 1 || from > 0);
        if ((!isNamed && !(from > 0 && _words.Match(block.Tokens, from - 1).Meaning is "definite" or "own")) || _other.Match(block.Tokens, from) is { Length: > 0, Meaning: not "telling" })
        {
            return null;
        }

        var words = new List<string>();
        for (var i = from; i < to; i++)
        {
            var word = block.TextOf(block.Tokens[i]);
            words.Add(NounPhrase.Singular(i == to - 1 && IsGenitive(block, i) ? word[..^2] : word));
        }

        return (words, isNamed);
    }
}
