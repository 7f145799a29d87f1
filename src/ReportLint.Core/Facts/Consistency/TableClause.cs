using ReportLint.Core.Facts.Keys;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>The words around a number that is held against a table; read when asked for.</summary>
internal sealed class TableClause(KeySite site, Lexicon contrast)
{
    private readonly TokenizedBlock _block = site.Block;
    private readonly (int From, int To) _clause = Clause(site);
    private (int From, int To)? _around;

    /// <summary>True where a word of the clause contrasts it with another time, place or source.</summary>
    public bool IsContrasted
    {
        get
        {
            for (var i = _clause.From; i < _clause.To; i++)
            {
                if (contrast.Match(_block.Tokens, i).Length > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The words of the sentence around the number, up to semicolons and dashes.</summary>
    public HashSet<string> Words => field ??= WordsOf(_clause);

    /// <summary>Those of them up to other numbers.</summary>
    public HashSet<string> Around => field ??= WordsOf(AroundNumber);

    /// <summary>Those up to any mark as well.</summary>
    public HashSet<string> Tight => field ??= WordsOf(UpToMarks());

    private (int From, int To) AroundNumber => _around ??= UpToNumbers();

    private static (int From, int To) Clause(KeySite site)
    {
        var block = site.Block;
        var sentence = block.Sentences[block.SentenceOf(site.First) - block.FirstSentence];
        var (from, to) = (site.First, site.End);
        while (from > sentence.Start.Value && !EndsClause(block, from - 1))
        {
            from--;
        }

        while (to < sentence.End.Value && !EndsClause(block, to))
        {
            to++;
        }

        return (from, to);
    }

    private static bool EndsClause(TokenizedBlock block, int at) => block.Tokens[at] is { Kind: TokenKind.Mark, Length: 1 } mark && block.TextOf(mark)[0] is ';' or '–' or '—';

    private (int From, int To) UpToNumbers()
    {
        var (near, far) = (site.First, site.End);
        while (near > _clause.From && _block.MentionAt(near - 1) is not NumericFact)
        {
            near--;
        }

        while (far < _clause.To && _block.MentionAt(far) is not NumericFact)
        {
            far++;
        }

        return (near, far);
    }

    private (int From, int To) UpToMarks()
    {
        var (near, far) = AroundNumber;
        var (left, right) = (site.First, site.End);
        while (left > near && _block.Tokens[left - 1].Kind != TokenKind.Mark)
        {
            left--;
        }

        while (right < far && _block.Tokens[right].Kind != TokenKind.Mark)
        {
            right++;
        }

        return (left, right);
    }

    private HashSet<string> WordsOf((int From, int To) range)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = range.From; i < range.To; i++)
        {
            if (_block.Tokens[i].Kind != TokenKind.Mark)
            {
                words.Add(NounPhrase.Singular(_block.TextOf(_block.Tokens[i])));
            }
        }

        return words;
    }
}
