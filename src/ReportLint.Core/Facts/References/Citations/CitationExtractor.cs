using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Citations;

/// <summary>
/// Finds the works that a document lists and the citations in its text, and tells which entry answers which citation. In a document
/// that lists nothing, nothing is taken for a citation.
/// </summary>
public sealed class CitationExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [CitationMark.FactType, BibliographyEntry.FactType, Identifier.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var list = ReferenceList.Of(context);
        if (list.Entries.Count == 0)
        {
            return;
        }

        var marks = new List<CitationMark>();
        AddKeys(context, list, marks);
        AddNumbers(context, list, marks);
        AuthorYearReader.Read(context, list, marks);
        foreach (var mark in marks)
        {
            context.Facts.Add(mark);
            if (mark.Entry is { } entry)
            {
                entry.IsCited = true;
            }
        }

        MarkCitedByName(context, list);
        foreach (var style in list.Entries.Where(static e => e.IsInCitedList).GroupBy(static e => e.Style))
        {
            var mustBeCited = style.Count(static e => e.IsCited) * 2 >= style.Count();
            foreach (var entry in style)
            {
                entry.MustBeCited = mustBeCited;
            }
        }

        foreach (var entry in list.Entries)
        {
            context.Facts.Add(entry);
        }
    }

    /// <summary>An author who is named anywhere in the text, and a number set high, count as cited: which work is meant the reader will know.</summary>
    private static void MarkCitedByName(AnalysisContext context, ReferenceList list)
    {
        if (list.Entries.Count == 0)
        {
            return;
        }

        var byAuthor = list.Entries.Where(static e => e is { IsCited: false, Style: CitationStyle.AuthorYear, Author: not null }).ToLookup(static e => e.Author!, StringComparer.OrdinalIgnoreCase);
        var byNumber = list.Entries.Where(static e => e is { IsCited: false, Style: CitationStyle.Numeric }).ToLookup(static e => e.Key, StringComparer.Ordinal);
        if (context.Document.Properties.Any(static p => p.Name.StartsWith("nocite", StringComparison.Ordinal)))
        {
            foreach (var entry in list.Entries)
            {
                entry.IsCited = true;
            }
        }

        foreach (var block in context.Blocks)
        {
            if (list.Contains(block.Block.Index))
            {
                continue;
            }

            for (var i = 0; byAuthor.Count > 0 && i < block.Tokens.Length; i++)
            {
                if (block.Tokens[i] is { Kind: TokenKind.Word, Capital: true })
                {
                    Cite(byAuthor[AuthorYearReader.Plain(block.TextOf(block.Tokens[i]))]);
                }
            }

            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.FootnoteReference, Label: { } label })
                {
                    Cite(byNumber[label]);
                }
            }
        }

        static void Cite(IEnumerable<BibliographyEntry> entries)
        {
            foreach (var entry in entries)
            {
                entry.IsCited = true;
            }
        }
    }

    /// <summary><c>[@jay2014, p. 3; @kemp2011]</c>. Outside of brackets an @ may begin a handle, so only a key that is listed counts there.</summary>
    private static void AddKeys(AnalysisContext context, ReferenceList list, List<CitationMark> marks)
    {
        var entries = new Dictionary<string, BibliographyEntry>(StringComparer.Ordinal);
        foreach (var entry in list.Entries.Where(static e => e.Style == CitationStyle.Key))
        {
            entries.TryAdd(entry.Key, entry);
        }

        if (entries.Count == 0)
        {
            return;
        }

        var exhibits = new HashSet<string>(context.Knowledge.Lexicon("exhibit-keys").Phrases, StringComparer.Ordinal);
        var isComplete = context.Surroundings.Bibliographies.Values.All(static text => text is not null);
        foreach (var block in context.Blocks)
        {
            var text = block.Block.Prose.Text;
            for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
            {
                if (KeyAt(text, at) is not { } key || block.Block.HasMark(MarkKind.Link, at))
                {
                    continue;
                }

                var entry = entries.GetValueOrDefault(key);
                var isInBrackets = IsInBrackets(text, at);
                if (entry is null && (!isInBrackets || IsReferenceToExhibit(key, exhibits)))
                {
                    continue;
                }

                marks.Add(new CitationMark
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = new TextSpan(at, key.Length + 1),
                    Style = CitationStyle.Key,
                    Key = key,
                    Entry = entry,
                    IsCertain = isInBrackets && isComplete,
                });
            }
        }
    }

    /// <summary>The key behind an @ (pandoc: letters, digits, underscores and single marks between them), or null.</summary>
    private static string? KeyAt(string text, int at)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_'))
        {
            return null;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' ||
               (end > at + 1 && text[end] is ':' or '.' or '#' or '$' or '%' or '&' or '-' or '+' or '?' or '<' or '>' or '~' or '/' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end > at + 1 ? text[(at + 1)..end] : null;
    }

    /// <summary>Quarto and pandoc-crossref refer to figures and tables by keys too: <c>@fig:map</c>, <c>@tbl-costs</c>.</summary>
    private static bool IsReferenceToExhibit(string key, HashSet<string> exhibits) =>
        key.IndexOfAny([':', '-']) is var at and > 0 && exhibits.Contains(key[..at]);

    private static bool IsInBrackets(string text, int at)
    {
        const int longest = 300;
        var before = text.AsSpan(Math.Max(0, at - longest), Math.Min(at, longest));
        var behind = text.AsSpan(at, Math.Min(text.Length - at, longest));
        return before.LastIndexOfAny('[', ']') is >= 0 and var open && before[open] == '[' && behind.IndexOfAny('[', ']') is >= 0 and var close && behind[close] == ']';
    }

    /// <summary><c>[1, 2]</c>, <c>[2–4]</c>: whole numbers of up to three digits in square brackets, none of them 0.</summary>
    private static void AddNumbers(AnalysisContext context, ReferenceList list, List<CitationMark> marks)
    {
        var entries = new Dictionary<int, BibliographyEntry>();
        foreach (var entry in list.Entries.Where(static e => e.Style == CitationStyle.Numeric))
        {
            entries.TryAdd(int.Parse(entry.Key, CultureInfo.InvariantCulture), entry);
        }

        if (entries.Count == 0)
        {
            return;
        }

        var found = new List<(TokenizedBlock Block, int First, int End, List<(int Number, TextSpan Prose)> Numbers)>();
        foreach (var block in context.Blocks)
        {
            if (!block.Block.Prose.Text.Contains('[', StringComparison.Ordinal) || list.Contains(block.Block.Index))
            {
                continue;
            }

            var quotes = new QuoteTracker();
            for (var i = 0; i < block.Tokens.Length; i++)
            {
                quotes.Read(block.Block.Prose.Text, block.Tokens[i]);
                if (!quotes.IsInside && block.Block.Prose.Text[block.Tokens[i].Start] == '[' && NumbersAt(block, i) is { } numbers)
                {
                    found.Add((block, i, numbers.End, numbers.All));
                }
            }
        }

        // Brackets that hold numbers are citations where most of them are answered.
        var answered = found.Count(f => f.Numbers.All(n => entries.ContainsKey(n.Number)));
        if (answered * 2 < found.Count || answered == 0)
        {
            return;
        }

        foreach (var (block, first, end, numbers) in found)
        {
            Claim(context, block, first, end);
            foreach (var (number, prose) in numbers)
            {
                marks.Add(new CitationMark
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = prose,
                    Sentence = block.SentenceOf(first),
                    Style = CitationStyle.Numeric,
                    Key = number.ToString(CultureInfo.InvariantCulture),
                    Entry = entries.GetValueOrDefault(number),
                    IsCertain = entries.Count >= 2,
                });
            }
        }
    }

    private static void Claim(AnalysisContext context, TokenizedBlock block, int first, int end)
    {
        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(first, end),
            Sentence = block.SentenceOf(first),
            Scheme = "citation",
            Name = block.Block.Prose.Text[block.Tokens[first].Start..block.Tokens[end - 1].End],
        };
        if (block.Claim(first, end, fact))
        {
            context.Facts.Add(fact);
        }
    }

    private static (int End, List<(int Number, TextSpan Prose)> All)? NumbersAt(TokenizedBlock block, int at)
    {
        const int longestRange = 30;
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;

        // A cell of an array: row[1].
        if (at > 0 && !tokens[at].SpaceBefore && text[tokens[at].Start - 1] is '\uFFFC' or '[' or ']' or '_')
        {
            return null;
        }

        var all = new List<(int, TextSpan)>();
        var rangeFrom = 0;
        for (var i = at + 1; i + 1 < tokens.Length; i += 2)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Length > 3 || !int.TryParse(block.TextOf(tokens[i]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return null;
            }

            if (rangeFrom > 0)
            {
                if (number <= rangeFrom || number - rangeFrom > longestRange)
                {
                    return null;
                }

                for (var n = rangeFrom + 1; n < number; n++)
                {
                    all.Add((n, block.SpanOf(i - 2, i + 1)));
                }
            }

            all.Add((number, tokens[i].Span));
            var mark = text[tokens[i + 1].Start];
            if (mark == ']')
            {
                var whole = TextSpan.FromBounds(tokens[at].Start, tokens[i + 1].End);
                return (i + 2, all.Count == 1 ? [(number, whole)] : all);
            }

            rangeFrom = mark is '-' or '–' or '—' ? number : 0;
            if (rangeFrom == 0 && mark is not (',' or ';'))
            {
                return null;
            }
        }

        return null;
    }
}
