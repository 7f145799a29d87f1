using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// The compounds that a document writes with a hyphen, so that the same ones without (<c>follow up visit</c>) or closed up
/// (<c>subcommittee</c>) are known again. Two words side by side are the compound where the same word follows them as follows the
/// hyphenated one, or where the first is a prefix.
/// </summary>
internal sealed class StyleCompounds(KnowledgeBase knowledge)
{
    private readonly Lexicon _prefixes = knowledge.Lexicon("style-prefixes");
    private readonly Lexicon _different = knowledge.Lexicon("style-different");
    private readonly Lexicon _silencers = knowledge.Lexicon("style-silencers");
    private readonly Lexicon _functionWords = knowledge.Lexicon("function-words");

    private readonly Dictionary<string, List<Compound>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Compound> _byClosedForm = new(StringComparer.OrdinalIgnoreCase);

    // The words of both, made when all compounds are known.
    private WordFilter? _filter;

    private sealed record Compound(string First, string Second)
    {
        public HashSet<string> Followers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public string Term { get; } = $"{First}-{Second}".ToLowerInvariant();
    }

    /// <summary>True where the document has no such compound.</summary>
    public bool IsEmpty => _byFirstWord.Count == 0;

    /// <summary>False where a word, told by its hash, certainly begins no compound of the document; to be asked when all are learned.</summary>
    public bool MayBegin(uint hash) => !IsEmpty && (_filter ??= Filter()).MayHave(hash);

    /// <summary>Takes note of the compound whose hyphen stands at a token.</summary>
    public void Learn(TokenizedBlock block, int hyphen)
    {
        var tokens = block.Tokens;
        if (!IsCompound(block, hyphen) || _different.Match(tokens, hyphen - 1).Length == 3)
        {
            return;
        }

        var (first, second) = (block.TextOf(tokens[hyphen - 1]).ToString(), block.TextOf(tokens[hyphen + 1]).ToString());
        if (!_byFirstWord.TryGetValue(first, out var all))
        {
            _byFirstWord[first] = all = [];
        }

        var compound = all.Find(c => c.Second.Equals(second, StringComparison.OrdinalIgnoreCase));
        if (compound is null)
        {
            all.Add(compound = new(first, second));
            _byClosedForm.TryAdd(first + second, compound);
        }

        if (hyphen + 2 < tokens.Length && tokens[hyphen + 2] is { Kind: TokenKind.Word, SpaceBefore: true } && _functionWords.Match(tokens, hyphen + 2).Length == 0)
        {
            compound.Followers.Add(block.TextOf(tokens[hyphen + 2]).ToString());
        }
    }

    /// <summary>Takes note of the way in which a compound is written that begins at a token, where one does.</summary>
    public void Count(TokenizedBlock block, int at, StyleTally tally)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var word = block.TextOf(tokens[at]);
        if (_byClosedForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var closed))
        {
            tally.Add(closed.Term, "closed", block, at, at + 1);
        }

        if (at + 1 >= tokens.Length || !_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var compounds))
        {
            return;
        }

        var isHyphen = text[tokens[at + 1].Start] is '-' or '‑' && IsCompound(block, at + 1);
        var second = isHyphen ? at + 2 : at + 1;
        if (!isHyphen && (tokens[second] is not { Kind: TokenKind.Word, SpaceBefore: true, Capital: false } || (at > 0 && _silencers.Match(tokens, at - 1).Length > 0)))
        {
            return;
        }

        foreach (var compound in compounds)
        {
            if (!block.TextOf(tokens[second]).Equals(compound.Second, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (isHyphen)
            {
                tally.Add(compound.Term, "hyphen", block, at, second + 1);
            }
            else if (_prefixes.Match(tokens, at).Length == 1 ||
                (second + 1 < tokens.Length && tokens[second + 1] is { Kind: TokenKind.Word, SpaceBefore: true } next && compound.Followers.Contains(block.TextOf(next).ToString())))
            {
                tally.Add(compound.Term, "open", block, at, second + 1);
            }
        }
    }

    private WordFilter Filter()
    {
        var filter = new WordFilter(_byFirstWord.Count + _byClosedForm.Count, knowledge.Vocabulary);
        foreach (var (word, _) in _byFirstWord)
        {
            filter.Add(word);
        }

        foreach (var (word, _) in _byClosedForm)
        {
            filter.Add(word);
        }

        return filter;
    }

    /// <summary>Two words in small letters with nothing else hanging on them.</summary>
    private static bool IsCompound(TokenizedBlock block, int hyphen)
    {
        var tokens = block.Tokens;
        return hyphen > 0 && hyphen + 1 < tokens.Length && !tokens[hyphen].SpaceBefore && !tokens[hyphen + 1].SpaceBefore &&
            tokens[hyphen - 1] is { Kind: TokenKind.Word, Length: > 1 } or { Kind: TokenKind.Word, Capital: false } && tokens[hyphen + 1] is { Kind: TokenKind.Word, Capital: false, Length: > 1 } &&
            (hyphen < 2 || tokens[hyphen - 1].SpaceBefore || block.Block.Prose.Text[tokens[hyphen - 2].Start] is '(' or '“' or '"' or '‘') &&
            (hyphen + 2 >= tokens.Length || tokens[hyphen + 2].SpaceBefore || block.Block.Prose.Text[tokens[hyphen + 2].Start] is '.' or ',' or ';' or ':' or ')' or '?' or '!');
    }
}
