using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>Tells from the words around a reference whether it speaks of another document or of this one. One document at a time.</summary>
internal sealed class ReferenceOwnership(KnowledgeBase knowledge, ReferenceScanner scanner)
{
    private readonly Lexicon _works = knowledge.Lexicon("work-nouns");
    private readonly Lexicon _gone = knowledge.Lexicon("gone-words");
    private readonly Lexicon _here = knowledge.Lexicon("here-words");
    private readonly Lexicon _own = knowledge.Lexicon("own-words");
    private readonly Lexicon _outside = knowledge.Lexicon("outside-words");
    private readonly Lexicon _followers = knowledge.Lexicon("law-followers");
    private readonly Lexicon _earlier = knowledge.Lexicon("earlier-words");
    private readonly Lexicon _possessives = knowledge.Lexicon("possessives");
    private readonly Lexicon _owners = knowledge.Lexicon("reference-owners");
    private readonly Lexicon _statutes = knowledge.Lexicon("statutes");
    private readonly Lexicon _articles = knowledge.Lexicon("articles");
    private readonly Lexicon _months = knowledge.Lexicon("months");

    private TokenizedBlock? _edgesOf;
    private (HashSet<int> Starts, HashSet<int> Ends) _edges = ([], []);

    /// <summary>True where the words behind the reference say that it is this document: <c>below</c>, <c>of this report</c>.</summary>
    public bool IsHere(TokenizedBlock block, int end)
    {
        var tokens = block.Tokens;
        return _here.Match(tokens, end).Length > 0 ||
            (end + 1 < tokens.Length && block.Block.Prose.Text[tokens[end].Start] is '(' or ',' && _here.Match(tokens, end + 1).Length > 0);
    }

    /// <summary>True where the words around the reference name another document.</summary>
    public bool IsElsewhere(TokenizedBlock block, int first, int end) => IsElsewhereBehind(block, first, end) || IsTaken(block, first);

    /// <summary>What stands behind: <c>of the bulletin</c>, <c>to the Treasury's letter</c>, <c>(Smith, 2010)</c>.</summary>
    public bool IsElsewhereBehind(TokenizedBlock block, int first, int end)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (end + 1 >= tokens.Length)
        {
            return false;
        }

        if (_gone.Match(tokens, end).Length > 0)
        {
            return true;
        }

        var next = end + 1;
        if (_owners.Match(tokens, end) is { Length: > 0, Meaning: var owner })
        {
            return !scanner.IsReferenceWord(block, next) && (owner == "any" || (tokens[next].Kind == TokenKind.Word && _months.Match(tokens, next).Length == 0 &&
                (tokens[next].Capital || _articles.Match(tokens, next).Length > 0 || _possessives.Match(tokens, next).Length > 0)));
        }

        switch (text[tokens[end].Start])
        {
            case ',' or ';':
                return tokens[next].Kind == TokenKind.Word && !scanner.IsReferenceWord(block, next) &&
                    (StartsEmphasis(block, next) || (tokens[next].Capital && !OpensSentence(block, first) && EndsSoon(block, next)));
            case '(' or '[':
                return (tokens[next].Capital && HasYearBeforeBracket(block, next)) || IsOutside(block, next);
            default:
                return _followers.Match(tokens, end).Length > 0 || tokens[end].SpaceBefore && StartsEmphasis(block, end) && tokens[end].Capital;
        }
    }

    /// <summary>True where a statute owns what stands before a token: <c>of the Data Protection Act</c>.</summary>
    public bool IsStatuteBehind(TokenizedBlock block, int end)
    {
        const int longestName = 8;
        if (end >= block.Tokens.Length || _owners.Match(block.Tokens, end).Length == 0)
        {
            return false;
        }

        for (var i = end + 1; i < block.Tokens.Length && i < end + longestName && block.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (_statutes.Match(block.Tokens, i).Meaning == "work")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a kind of things that statutes do not have.</summary>
    public bool IsLackedByStatutes(TokenizedBlock block, ReferenceMention mention) => _statutes.Match(block.Tokens, mention.First).Meaning == "lacked";

    /// <summary>What stands before: <c>Their Table 6</c>, <c>the Act's section 3</c>, <c>(isolation policy, table 2)</c>, <c>user guide, section 5.3</c>.</summary>
    private bool IsTaken(TokenizedBlock block, int first)
    {
        if (first == 0)
        {
            return false;
        }

        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var before = tokens[first - 1];
        if (before.Kind == TokenKind.Number)
        {
            return true;
        }

        if (before.Kind == TokenKind.Word)
        {
            return text[before.End - 1] == 's' && before.Length > 2 && text[before.End - 2] is '\'' or '’' ||
                _possessives.Match(tokens, first - 1).Length > 0 ||
                (before.Capital && !IsSentenceStart(block, first - 1)) ||
                IsWork(block, first - 1);
        }

        switch (text[before.Start])
        {
            case '’' or '\'':
                return first > 1 && tokens[first - 2].Kind == TokenKind.Word && !before.SpaceBefore && text[tokens[first - 2].End - 1] == 's';
            case '(' or '[':
                return first > 1 && (IsWork(block, first - 2) || EndsEmphasis(block, first - 2));
            case ',' or ':' or ';':
                return first > 1 && (block.Block.Kind == BlockKind.FootnoteText || IsWork(block, first - 2) || EndsEmphasis(block, first - 2) ||
                    EndsCitation(block, first - 2) || IsNamedInBrackets(block, first - 2));
            default:
                return false;
        }
    }

    private bool IsWork(TokenizedBlock block, int at)
    {
        if (_works.Match(block.Tokens, at).Length == 0)
        {
            return false;
        }

        for (var i = at; i >= 0 && i >= at - 5; i--)
        {
            if (block.Tokens[i].Kind != TokenKind.Word)
            {
                break;
            }

            if (_earlier.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }

            if (_own.Match(block.Tokens, i).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A year or a closing bracket: the end of <c>(Savage et al., 2005, …)</c>, <c>Smith (2010), …</c>.</summary>
    private static bool EndsCitation(TokenizedBlock block, int at) =>
        block.Tokens[at] is { Kind: TokenKind.Number, Length: 4 } || block.Block.Prose.Text[block.Tokens[at].Start] is ')' or '”' or '"' or '’';

    /// <summary>In <c>(isolation policy, table 2)</c> and <c>(NICE, section 4)</c> something is named between the bracket and the comma.</summary>
    private bool IsNamedInBrackets(TokenizedBlock block, int at)
    {
        var named = false;
        for (var i = at; i >= 0 && i > at - 12; i--)
        {
            if (block.Block.Prose.Text[block.Tokens[i].Start] is '(' or '[')
            {
                return named;
            }

            named |= (block.Tokens[i].Capital && block.MentionAt(i) is null) || _works.Match(block.Tokens, i).Length > 0;
        }

        return false;
    }

    /// <summary>A reference among the first words of its sentence: <c>According to Table 2, Avon …</c>.</summary>
    private static bool OpensSentence(TokenizedBlock block, int first)
    {
        var sentence = block.Sentences[block.SentenceOf(first) - block.FirstSentence];
        return first - sentence.Start.Value <= 3;
    }

    /// <summary>A title or a citation comes to its year, bracket or stop soon: <c>chapter 7, Crime in England.</c></summary>
    private static bool EndsSoon(TokenizedBlock block, int at)
    {
        for (var i = at + 1; i < at + 7; i++)
        {
            if (i >= block.Tokens.Length || block.Tokens[i] is { Kind: TokenKind.Number, Length: 4 } || block.Block.Prose.Text[block.Tokens[i].Start] is '.' or ')' or ']' or ';')
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasYearBeforeBracket(TokenizedBlock block, int at)
    {
        for (var i = at; i < block.Tokens.Length && i < at + 12; i++)
        {
            if (block.Tokens[i] is { Kind: TokenKind.Number, Length: 4 })
            {
                return true;
            }

            if (block.Block.Prose.Text[block.Tokens[i].Start] == ')')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>(separate file)</c>, <c>(not shown)</c>, <c>[in the online annex]</c>.</summary>
    private bool IsOutside(TokenizedBlock block, int at)
    {
        for (var i = at; i < block.Tokens.Length && i < at + 8 && block.Block.Prose.Text[block.Tokens[i].Start] is not (')' or ']'); i++)
        {
            if (_outside.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSentenceStart(TokenizedBlock block, int at) =>
        at == 0 || block.Block.Prose.Text[block.Tokens[at - 1].Start] is '.' or '!' or '?' or '(' or '“' or '‘' or '"' or ':' or '*';

    private bool StartsEmphasis(TokenizedBlock block, int at) => EdgesOf(block).Starts.Contains(block.Tokens[at].Start);

    private bool EndsEmphasis(TokenizedBlock block, int at) => EdgesOf(block).Ends.Contains(block.Tokens[at].End);

    private (HashSet<int> Starts, HashSet<int> Ends) EdgesOf(TokenizedBlock block)
    {
        if (_edgesOf != block)
        {
            _edgesOf = block;
            _edges = ([], []);
            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark.Kind == MarkKind.Emphasis)
                {
                    _edges.Starts.Add(mark.Prose.Start);
                    _edges.Ends.Add(mark.Prose.End);
                }
            }
        }

        return _edges;
    }
}
