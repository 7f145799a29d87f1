using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Compositions;

/// <summary>The words by which percentages are, or need not be, the parts of one whole, and the limits of <c>settings/compositions.yml</c>.</summary>
internal sealed class CompositionWords(KnowledgeBase knowledge)
{
    /// <summary>No list of parts is as long as this.</summary>
    public readonly int MostParts = (int)knowledge.Settings("compositions").Get("most_parts", 40);

    /// <summary>How many tokens before or behind the last percentage may name what closes a list.</summary>
    public readonly int LabelLength = (int)knowledge.Settings("compositions").Get("label_length", 8);

    // Most tokens between a word for the rest and its percentage.
    private readonly int _restDistance = (int)knowledge.Settings("compositions").Get("rest_distance", 2);

    private readonly CueTable _cues = knowledge.Cues;
    private readonly Lexicon _words = knowledge.Lexicon("composition-words");
    private readonly Lexicon _blockers = knowledge.Lexicon("composition-blockers");
    private readonly Lexicon _kinds = knowledge.Lexicon("complement-kinds");
    private readonly Lexicon _conjunctions = knowledge.Lexicon("list-conjunctions");

    /// <summary>True where the words of a block say that one thing may be counted several times.</summary>
    public bool IsOverlapping(TokenizedBlock block) => Has(block, _blockers, "overlap", 0, block.Tokens.Length);

    /// <summary>True where words among these tokens forbid taking the percentages for parts.</summary>
    public bool Blocks(TokenizedBlock block, int from, int to) => Has(block, _blockers, "sentence", from, to);

    /// <summary>True where words among these tokens, which lie behind a percentage, compare it with another.</summary>
    public bool Compares(TokenizedBlock block, int from, int to) => Has(block, _blockers, "inside", from, to);

    /// <summary>True where words among these tokens announce all of the parts.</summary>
    public bool Opens(TokenizedBlock block, int from, int to) => Has(block, _words, "opener", from, to);

    /// <summary>True where words among these tokens announce parts, of which the small ones may be left out.</summary>
    public bool Labels(TokenizedBlock block, int from, int to) => Has(block, _words, "label", from, to);

    /// <summary>Index behind words such as "every pound" among these tokens, or -1.</summary>
    public int BehindOne(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((_cues.Of(block.Tokens[i].Word) & Cues.Composition) != Cues.None && _words.Match(block.Tokens, i) is { Length: > 0, Meaning: "one" } match)
            {
                return i + match.Length;
            }
        }

        return -1;
    }

    /// <summary>True where words among these tokens name what only a full list ends in.</summary>
    public bool Closes(TokenizedBlock block, int from, int to) => Has(block, _words, "closer", from, to);

    /// <summary>True where words among these tokens make a group the lowest of several.</summary>
    public bool IsLowest(TokenizedBlock block, int from, int to) => Has(block, _words, "lowest", from, to);

    /// <summary>True where words among these tokens make a group the highest of several.</summary>
    public bool IsHighest(TokenizedBlock block, int from, int to) => Has(block, _words, "highest", from, to);

    /// <summary>True where a block says that each thing is counted once.</summary>
    public bool IsExclusive(TokenizedBlock block) => Has(block, _words, "exclusive", 0, block.Tokens.Length);

    /// <summary>True where two percentages are each told of one of two kinds that there is no third beside: of women and of men.</summary>
    public bool AreComplements(TokenizedBlock block, Mention first, Mention second, int end)
    {
        var (a, b) = (KindIn(block, first.EndToken, second.FirstToken), KindIn(block, second.EndToken, end));
        return a >= 0 && b >= 0 && _kinds.Match(block.Tokens, a).Meaning == _kinds.Match(block.Tokens, b).Meaning &&
               !block.TextOf(block.Tokens[a]).Equals(block.TextOf(block.Tokens[b]), StringComparison.OrdinalIgnoreCase);
    }

    private int KindIn(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to && i < from + LabelLength; i++)
        {
            // "51% of women and 35% of men" are shares of two wholes.
            if (_kinds.Match(block.Tokens, i).Length > 0)
            {
                return i > from && block.TextOf(block.Tokens[i - 1]).Equals("of", StringComparison.OrdinalIgnoreCase) ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>True where words right before a token say that what follows is all that is left.</summary>
    public bool IsRest(TokenizedBlock block, int at, int from)
    {
        for (var end = at; end >= at - _restDistance && end > from; end--)
        {
            if (end < at && block.Tokens[end].Kind == TokenKind.Word && !IsBridge(block, end))
            {
                break;
            }

            for (var back = 1; back <= 3 && end - back >= from; back++)
            {
                if (_words.Match(block.Tokens, end - back) is { Meaning: "rest" } match && match.Length == back)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where the word right before a percentage makes it an end of a change: <c>to 36% from 53%</c>.</summary>
    public bool IsSetApart(TokenizedBlock block, int at) => at > 0 && _blockers.Match(block.Tokens, at - 1) is { Length: 1, Meaning: "before" };

    /// <summary>True where one of these tokens joins the last part to a list.</summary>
    public bool Joins(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_conjunctions.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words that may stand between: <c>the rest, some 4%</c>.</summary>
    private bool IsBridge(TokenizedBlock block, int at) => _words.Match(block.Tokens, at) is { Length: 1, Meaning: "bridge" };

    private bool Has(TokenizedBlock block, Lexicon lexicon, string meaning, int from, int to)
    {
        var cue = lexicon == _words ? Cues.Composition : Cues.CompositionBlocker;
        if (!block.MayHave(cue))
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if ((_cues.Of(block.Tokens[i].Word) & cue) != Cues.None && lexicon.Match(block.Tokens, i) is { Length: > 0 } match && match.Meaning == meaning)
            {
                return true;
            }
        }

        return false;
    }
}
