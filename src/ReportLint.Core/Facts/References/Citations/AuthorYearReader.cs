using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Citations;

/// <summary>
/// Finds citations by author and year, <c>(see Clark and Dieleman, 1996, ch. 3)</c>, <c>Kemp (2014a)</c>, in a document that lists works by author. A name that
/// no entry has is a citation only in the very form of others that are answered, for a place and a year look much the same.
/// </summary>
internal sealed class AuthorYearReader
{
    private readonly AnalysisContext _context;
    private readonly ReferenceList _list;
    private readonly Lexicon _leads;
    private readonly Lexicon _particles;
    private readonly Lexicon _months;
    private readonly Lexicon _places;
    private readonly Lexicon _verbs;
    private readonly Lexicon _secondHand;
    private readonly List<Candidate> _found = [];
    private Dictionary<string, int>? _named;
    private readonly ILookup<string, BibliographyEntry> _byYear;
    private readonly ILookup<string, BibliographyEntry> _byName;

    private AuthorYearReader(AnalysisContext context, ReferenceList list)
    {
        _context = context;
        _list = list;
        _leads = context.Knowledge.Lexicon("citation-leads");
        _particles = context.Knowledge.Lexicon("name-particles");
        _months = context.Knowledge.Lexicon("months");
        _places = context.Knowledge.Lexicon("place-prepositions");
        _verbs = context.Knowledge.Lexicon("claim-verbs");
        _secondHand = context.Knowledge.Lexicon("second-hand-words");
        var authored = list.Entries.Where(static e => e.Style == CitationStyle.AuthorYear).ToArray();
        _byYear = authored.SelectMany(static e => YearsOf(e).Select(year => (year, e))).ToLookup(static p => p.year, static p => p.e, StringComparer.Ordinal);
        _byName = authored.SelectMany(static e => e.Names.Select(name => (name, e))).ToLookup(static p => p.name, static p => p.e, StringComparer.Ordinal);
    }

    private sealed record Candidate(TokenizedBlock Block, int First, int Year, string YearText, IReadOnlyList<string> Names, bool IsBracketed, bool HasComma, bool IsJoint, bool IsBehindVerb, bool IsSecondHand)
    {
        public BibliographyEntry? Entry { get; set; }

        public BibliographyEntry? Nearest { get; set; }
    }

    /// <summary>Adds the citations of a document to a list.</summary>
    public static void Read(AnalysisContext context, ReferenceList list, List<CitationMark> marks)
    {
        if (!list.Entries.Any(static e => e.Style == CitationStyle.AuthorYear))
        {
            return;
        }

        var reader = new AuthorYearReader(context, list);
        foreach (var block in context.Blocks)
        {
            if (!list.Contains(block.Block.Index))
            {
                reader.ReadBlock(block);
            }
        }

        reader.AddMarks(marks);
    }

    /// <summary>All years of an entry: a reprint has two.</summary>
    private static IEnumerable<string> YearsOf(BibliographyEntry entry)
    {
        var text = entry.Text;
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) &&
                (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
            {
                yield return i + 4 < text.Length && char.IsAsciiLetterLower(text[i + 4]) ? text.Substring(i, 5) : text.Substring(i, 4);
            }
        }
    }

    private void ReadBlock(TokenizedBlock block)
    {
        var text = block.Block.Prose.Text;
        Candidate? previous = null;
        for (var i = 1; i < block.Tokens.Length; i++)
        {
            if (EntryAuthor.YearAt(block, i, block.Tokens.Length) is not { } year)
            {
                continue;
            }

            var end = i + (year.Length > 4 ? 2 : 1);
            if (end >= block.Tokens.Length || text[block.Tokens[end].Start] is not (')' or ';' or ',' or ':' or ']'))
            {
                continue;
            }

            // (Kemp, 2011, 2014a): the author goes on.
            var continues = previous is not null && text[block.Tokens[i - 1].Start] == ',' && i - 1 == previous.Year + (previous.YearText.Length > 4 ? 2 : 1);
            var found = continues ? previous! with { First = i, Year = i, YearText = year }
                : text[block.Tokens[i - 1].Start] is '(' or '[' ? Narrative(block, i, end, year)
                : Bracketed(block, i, end, year);
            if (found is not null)
            {
                Resolve(found);
                _found.Add(found);
            }

            previous = found;
        }
    }

    /// <summary><c>Kemp (2011)</c>, <c>Clark and Dieleman’s (1996)</c>.</summary>
    private Candidate? Narrative(TokenizedBlock block, int year, int end, string yearText)
    {
        var last = year - 2;
        var first = last;
        var names = new List<string>();
        while (first >= 0 && last - first < 10 && IsPartOfNames(block, first, names))
        {
            first--;
        }

        first++;
        while (first <= last && !block.Tokens[first].Capital)
        {
            first++;
        }

        if (names.Count == 0 || first > last)
        {
            return null;
        }

        names.Reverse();
        var behind = end + 1;
        var isBehindVerb = behind < block.Tokens.Length && _verbs.Match(block.Tokens, behind).Length > 0;
        return new(block, first, year, yearText, names, false, false, IsJoint(block, first, last), isBehindVerb, IsSecondHand(block, end));
    }

    /// <summary><c>(see Hale 2011a; Stroud, 2013, p. 4)</c>.</summary>
    private Candidate? Bracketed(TokenizedBlock block, int year, int end, string yearText)
    {
        var text = block.Block.Prose.Text;
        var hasComma = text[block.Tokens[year - 1].Start] == ',';
        var last = hasComma ? year - 2 : year - 1;
        var first = last;
        var names = new List<string>();
        while (first >= 0 && last - first < 14 && IsPartOfNames(block, first, names))
        {
            first--;
        }

        if (names.Count == 0 || first < 0)
        {
            return null;
        }

        // Behind the bracket or a semicolon, words such as "see" may lead.
        var open = first;
        while (open >= 0 && first - open < 4 && _leads.Match(block.Tokens, open).Length > 0)
        {
            open--;
        }

        if (open < 0 || text[block.Tokens[open].Start] is not ('(' or ';' or '['))
        {
            return null;
        }

        first++;
        while (!block.Tokens[first].Capital && first < last)
        {
            first++;
        }

        names.Reverse();
        return new(block, first, year, yearText, names, true, hasComma, IsJoint(block, first, last), false, IsSecondHand(block, end));
    }

    /// <summary>Names, initials, <c>and</c>, <c>et al.</c>, <c>van</c>, and the marks between them; collects the names from the last to the first.</summary>
    private bool IsPartOfNames(TokenizedBlock block, int at, List<string> names)
    {
        var token = block.Tokens[at];
        var word = block.TextOf(token);
        if (token.Kind == TokenKind.Mark)
        {
            return word is "&" or "." or "," or "-" or "’" or "'";
        }

        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        if (token.Capital)
        {
            if (word.Length > 1)
            {
                names.Add(Plain(word));
            }

            return true;
        }

        return word is "and" or "et" or "al" or "s" || _particles.Match(block.Tokens, at).Length > 0;
    }

    private static bool IsJoint(TokenizedBlock block, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (block.TextOf(block.Tokens[i]) is "&" or "and" or "et")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lower case, without a genitive's ending.</summary>
    internal static string Plain(ReadOnlySpan<char> word)
    {
        var name = word.ToString().ToLowerInvariant();
        return name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
    }

    /// <summary><c>(Smith, 1990, cited in Jones, 2005)</c> lists Jones only.</summary>
    private bool IsSecondHand(TokenizedBlock block, int end)
    {
        for (var i = end; i < block.Tokens.Length && i < end + 6; i++)
        {
            if (_secondHand.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Resolve(Candidate candidate)
    {
        candidate.Entry = _byYear[candidate.YearText].FirstOrDefault(e => candidate.Names.Any(e.Names.Contains));
        for (var i = 0; candidate.Entry is null && candidate.Nearest is null && i < candidate.Names.Count; i++)
        {
            // "As Kemp (2011) says": a word that begins the sentence stands before the author.
            candidate.Nearest = i > 0 && candidate.IsBracketed ? null : _byName[candidate.Names[i]].FirstOrDefault(e => string.Equals(e.Author, candidate.Names[i], StringComparison.Ordinal));
        }
    }

    private void AddMarks(List<CitationMark> marks)
    {
        var answered = _found.Where(static f => f.Entry is not null).ToArray();
        var isHouseStyle = answered.Length >= 1 && _found.Count(static f => f.Entry is not null || f.Nearest is not null) * 2 >= _found.Count;
        HashSet<string>? placed = null;
        foreach (var found in _found)
        {
            var isCertain = isHouseStyle && !found.IsSecondHand && (found.Nearest is not null || IsLikeAnswered(found, answered, placed ??= PlacedNames()));
            if (found.Entry is null && !isCertain)
            {
                continue;
            }

            var end = found.Block.Tokens[found.Year].Start + found.YearText.Length;
            var closes = !found.IsBracketed && found.First < found.Year && found.Block.Block.Prose.Text[end] is ')' or ']';
            var prose = TextSpan.FromBounds(found.Block.Tokens[found.First].Start, closes ? end + 1 : end);
            marks.Add(new CitationMark
            {
                Document = _context.Document,
                Block = found.Block.Block,
                Prose = prose,
                Sentence = found.Block.SentenceOf(found.First),
                Style = CitationStyle.AuthorYear,
                Key = $"{found.Names[0]} {found.YearText}",
                Author = found.Names[0],
                Year = found.YearText,
                Entry = found.Entry,
                Nearest = found.Nearest,
                IsCertain = isCertain,
            });
        }
    }

    private bool IsLikeAnswered(Candidate found, Candidate[] answered, HashSet<string> placed)
    {
        if (found.Names.Any(placed.Contains) || _months.Entries.Any(m => m.Value.Contains(found.Names[0], StringComparer.OrdinalIgnoreCase)) || (found.Names.Count > 1 && !found.IsJoint))
        {
            return false;
        }

        return found.IsBracketed
            ? answered.Any(a => a.IsBracketed && a.HasComma == found.HasComma) || (answered.Any(static a => a.IsBracketed) && IsNamedOnlyThere(found))
            : found.IsJoint || found.IsBehindVerb;
    }

    /// <summary>A place, a band or a tournament that stands before a year in brackets is mostly named elsewhere too; an author seldom is.</summary>
    private bool IsNamedOnlyThere(Candidate found)
    {
        _named ??= _context.Blocks.SelectMany(static b => b.Tokens.Where(static t => t is { Kind: TokenKind.Word, Capital: true }).Select(t => Plain(b.TextOf(t)))).CountBy(static n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return found.Names.All(n => _named.GetValueOrDefault(n) <= 1);
    }

    /// <summary>Names that stand behind <c>in</c>, <c>at</c>, <c>near</c> anywhere in the text are places.</summary>
    private HashSet<string> PlacedNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in _context.Blocks)
        {
            for (var i = 1; i < block.Tokens.Length; i++)
            {
                if (block.Tokens[i] is { Kind: TokenKind.Word, Capital: true } && _places.Match(block.Tokens, i - 1).Length > 0 && !IsCitedThere(block, i))
                {
                    names.Add(Plain(block.TextOf(block.Tokens[i])));
                }
            }
        }

        return names;
    }

    /// <summary><c>in Kemp (2011)</c>.</summary>
    private static bool IsCitedThere(TokenizedBlock block, int at)
    {
        for (var i = at + 1; i < block.Tokens.Length && i < at + 6; i++)
        {
            if (EntryAuthor.YearAt(block, i, block.Tokens.Length) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
