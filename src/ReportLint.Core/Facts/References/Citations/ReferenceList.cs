using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Citations;

/// <summary>Reads the works that a document lists: under a heading (<c>lexicon/reference-headings.yml</c>), in its front matter, in bibliographies handed in.</summary>
internal sealed class ReferenceList
{
    private readonly AnalysisContext _context;
    private readonly HashSet<int> _blocks = [];

    private ReferenceList(AnalysisContext context) => _context = context;

    /// <summary>All entries.</summary>
    public List<BibliographyEntry> Entries { get; } = [];

    /// <summary>True where a block of this index is part of the list.</summary>
    public bool Contains(int block) => _blocks.Contains(block);

    /// <summary>Reads the lists of a document.</summary>
    public static ReferenceList Of(AnalysisContext context)
    {
        var list = new ReferenceList(context);
        list.ReadFrontMatter();
        list.ReadBibliographies();
        var headings = context.Knowledge.Lexicon("reference-headings");
        for (var i = 0; i < context.Blocks.Count; i++)
        {
            if (MeaningOfHeading(context.Blocks[i], headings) is { } meaning)
            {
                i = list.ReadSection(i, meaning == "cited") - 1;
            }
        }

        return list;
    }

    private static string? MeaningOfHeading(TokenizedBlock block, Lexicon headings)
    {
        if (block.Block.Kind is not (BlockKind.Heading or BlockKind.Paragraph) || block.Tokens.Length is 0 or > 8)
        {
            return null;
        }

        var at = block.Block.Kind == BlockKind.Heading ? SectionNumber.Length(block) : 0;
        var (length, meaning) = headings.Match(block.Tokens, at);
        var end = at + length;
        return length > 0 && (end == block.Tokens.Length || (end + 1 == block.Tokens.Length && block.Block.Prose.Text[block.Tokens[end].Start] == ':')) ? meaning : null;
    }

    /// <summary>Reads the blocks behind a heading up to the next one of its level.</summary>
    /// <returns>Index of the first block behind.</returns>
    private int ReadSection(int heading, bool isCited)
    {
        var level = _context.Blocks[heading].Block.Kind == BlockKind.Heading ? _context.Blocks[heading].Block.Level : int.MaxValue;
        var at = heading + 1;
        for (; at < _context.Blocks.Count; at++)
        {
            var block = _context.Blocks[at];
            if (block.Block.Kind == BlockKind.Heading && block.Block.Level <= level)
            {
                break;
            }

            _blocks.Add(at);
            if (block.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.Tokens.Length > 2)
            {
                ReadBlock(block, isCited);
            }
        }

        return at;
    }

    private void ReadBlock(TokenizedBlock block, bool isCited)
    {
        if (block.Block is { Kind: BlockKind.ListItem, List: { Depth: 0 } list, ItemIndex: >= 0 } && list.Items[block.Block.ItemIndex].Number is { } number)
        {
            AddNumbered(block, 0, block.Tokens.Length, number.ToString(CultureInfo.InvariantCulture), isCited);
            return;
        }

        if (NumberAt(block, 0) is not { } first)
        {
            ReadAuthored(block, isCited);
            return;
        }

        // Lines of one paragraph: "[1] … [2] …".
        var (start, next) = (0, first + 1);
        for (var i = 1; i < block.Tokens.Length; i++)
        {
            if (NumberAt(block, i) == next && IsBracket(block, i) == IsBracket(block, 0))
            {
                AddNumbered(block, start, i, (next - 1).ToString(CultureInfo.InvariantCulture), isCited);
                (start, next) = (i, next + 1);
            }
        }

        AddNumbered(block, start, block.Tokens.Length, (next - 1).ToString(CultureInfo.InvariantCulture), isCited);
    }

    private static bool IsBracket(TokenizedBlock block, int at) => block.Block.Prose.Text[block.Tokens[at].Start] == '[';

    /// <summary>The number of an entry that begins at a token, <c>[3]</c> or <c>3.</c>; null where none does.</summary>
    private static int? NumberAt(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var digits = IsBracket(block, at) ? at + 1 : at;
        return tokens[at].SpaceBefore && digits + 1 < tokens.Length && tokens[digits].Kind == TokenKind.Number && text[tokens[digits + 1].Start] == (digits > at ? ']' : '.') &&
            int.TryParse(block.TextOf(tokens[digits]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000
            ? number
            : null;
    }

    private void AddNumbered(TokenizedBlock block, int first, int end, string number, bool isCited) => Add(block, first, end, CitationStyle.Numeric, number, null, null, isCited);

    /// <summary>One entry, or lines of one paragraph that each begin with an author: an entry's own second line begins with none.</summary>
    private void ReadAuthored(TokenizedBlock block, bool isCited)
    {
        var start = 0;
        for (var i = 1; i < block.Tokens.Length; i++)
        {
            if (block.Tokens[i].Capital && EntryAuthor.OpensEntry(block, i) && IsLineStart(block, i) && AddAuthored(block, start, i, isCited))
            {
                start = i;
            }
        }

        AddAuthored(block, start, block.Tokens.Length, isCited);
    }

    private bool IsLineStart(TokenizedBlock block, int at)
    {
        var prose = block.Block.Prose;
        var between = _context.Document.Source.Content.AsSpan()[prose.ToSource(block.Tokens[at - 1].Span).End..prose.ToSource(block.Tokens[at].Span).Start];
        return _context.Document.Format == DocumentFormat.Html ? between.Contains("<br", StringComparison.OrdinalIgnoreCase) : between.ContainsAny('\n', '\r');
    }

    /// <returns>False where it has no author or no year.</returns>
    private bool AddAuthored(TokenizedBlock block, int first, int end, bool isCited)
    {
        var (author, year) = EntryAuthor.Read(block, first, end);
        if (author is null || year is null)
        {
            return false;
        }

        Add(block, first, end, CitationStyle.AuthorYear, $"{author} {year}", author, year, isCited);
        return true;
    }

    private void Add(TokenizedBlock block, int first, int end, CitationStyle style, string key, string? author, string? year, bool isCited)
    {
        var prose = block.SpanOf(first, end);
        if (style == CitationStyle.Numeric)
        {
            (author, year) = EntryAuthor.Read(block, first, end);
        }

        Entries.Add(new BibliographyEntry
        {
            Document = _context.Document,
            Block = block.Block,
            Prose = prose,
            Source = block.Block.Prose.ToSource(prose),
            Sentence = block.SentenceOf(first),
            Style = style,
            Key = key,
            Author = author,
            Year = year,
            Names = style == CitationStyle.AuthorYear ? EntryAuthor.Names(block, first, end) : BibliographyEntry.NoNames,
            IsInCitedList = isCited,
        });
    }

    private void ReadFrontMatter()
    {
        if (_context.Document.Blocks.Count == 0)
        {
            return;
        }

        foreach (var property in _context.Document.Properties)
        {
            if (property.Name.StartsWith("references.", StringComparison.Ordinal) && property.Name.EndsWith(".id", StringComparison.Ordinal) && property.Name.Count('.') == 2)
            {
                AddKey(property.Value, property.Span, isInDocument: true);
            }
        }
    }

    private void ReadBibliographies()
    {
        if (_context.Surroundings.Bibliographies.Count == 0)
        {
            return;
        }

        foreach (var (_, text) in _context.Surroundings.Bibliographies.OrderBy(static b => b.Key, StringComparer.Ordinal))
        {
            foreach (var key in BibKeys.Read(text ?? ""))
            {
                AddKey(key, default, isInDocument: false);
            }
        }
    }

    private void AddKey(string key, TextSpan span, bool isInDocument) => Entries.Add(new BibliographyEntry
    {
        Document = _context.Document,
        Block = _context.Document.Blocks[0],
        Prose = default,
        Source = span,
        Style = CitationStyle.Key,
        Key = key,
        IsInCitedList = isInDocument,
    });
}
