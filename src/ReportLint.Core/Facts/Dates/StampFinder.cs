using System.Globalization;
using NodaTime;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds the dates that a document bears of itself: properties of the file, labelled dates (<c>Updated: 4 July 2014</c>),
/// datelines and bylines at its top. What the labels are is data (<c>lexicon/date-labels.yml</c>, <c>document-dates.yml</c>).
/// </summary>
internal sealed class StampFinder
{
    private const int LongestLead = 14;
    private const int LongestLink = 10;

    private readonly AnalysisContext _context;
    private readonly DateWords _words;
    private readonly Lexicon _labels;
    private readonly Lexicon _nouns;
    private readonly int _lastTopBlock;
    private readonly List<DocumentStamp> _found = [];
    private int _group;
    private bool _isGroupPublished;
    private bool _isDiary;

    public StampFinder(AnalysisContext context, DateWords words)
    {
        _context = context;
        _words = words;
        _labels = context.Knowledge.Lexicon("date-labels");
        _nouns = context.Knowledge.Lexicon("document-nouns");
        _lastTopBlock = LastTopBlock(context.Document, new DateSettings(context.Knowledge.Settings("dates")));
    }

    /// <summary>The stamps in reading order, those of properties first.</summary>
    public IReadOnlyList<DocumentStamp> Found => _isDiary ? [.. _found.Where(static s => !IsBare(s))] : _found;

    /// <summary>Finds the properties that date the file; they stand before everything else.</summary>
    public void ReadProperties()
    {
        if (_context.Document.Properties.Count == 0)
        {
            return;
        }

        foreach (var (kind, names) in _context.Knowledge.Lexicon("document-dates").Entries)
        {
            foreach (var name in names)
            {
                foreach (var property in _context.Document.Properties)
                {
                    if (property.Name == name && Parse(property.Value) is { } date)
                    {
                        _found.Add(new DocumentStamp
                        {
                            Document = _context.Document,
                            Block = _context.Document.Blocks[0],
                            Prose = default,
                            PropertySpan = property.Span,
                            Kind = kind,
                            Source = "property",
                            Date = date,
                            IsTimed = property.Value.Length > 10 && property.Value.Contains(':', StringComparison.Ordinal),
                        });
                    }
                }
            }
        }
    }

    /// <summary>Finds the stamps among the dates of one block. Blocks come in reading order, the order of numeric dates decided.</summary>
    public void ReadBlock(BlockDates read)
    {
        var tokens = read.Tokens;
        var block = tokens.Block.Block;
        if (block.IsQuoted)
        {
            return;
        }

        foreach (var date in read.Dates)
        {
            if (block.Index > _lastTopBlock && date is { First: 0, Form: DateForm.Day } && (date.End == tokens.Count || block.Kind == BlockKind.Heading))
            {
                NoteEntry(Calendar.RangeOf(date));
            }

            if (date is { Form: DateForm.Day or DateForm.Month, Year: not null, YearIsInferred: false, IsShortYear: false, IsInPeriod: false }
                && (Labelled(tokens, date) ?? AtTop(tokens, date)) is var (kind, source) && Calendar.RangeOf(date) is { } range)
            {
                Add(tokens, date, range, kind, source);
            }
        }
    }

    private static bool IsBare(DocumentStamp stamp) => stamp.Source == "dateline" && stamp.Prose.Start == 0;

    /// <summary>Where another date stands by itself further down, the one at the top is that of the first entry of a diary or log.</summary>
    private void NoteEntry(DateRange? date)
    {
        foreach (var stamp in _isDiary ? [] : _found)
        {
            _isDiary |= date is not null && IsBare(stamp) && stamp.Date != date;
        }
    }

    /// <summary>The last block of the matter at the top: that of the first long paragraph.</summary>
    private static int LastTopBlock(ReportDocument document, DateSettings settings)
    {
        for (var i = 0; i < document.Blocks.Count && i < settings.DatelineBlocks; i++)
        {
            if (document.Blocks[i].Kind != BlockKind.Heading && document.Blocks[i].Prose.Text.AsSpan().Count(' ') > settings.DatelineWords)
            {
                return i;
            }
        }

        return settings.DatelineBlocks - 1;
    }

    private void Add(in TokenReader tokens, WrittenDate date, DateRange range, string kind, string source)
    {
        if (kind is "published" or "created" or "meeting")
        {
            if (_isGroupPublished)
            {
                _group++;
            }

            _isGroupPublished = kind == "published";
        }

        if (source == "dateline" && date.First == 0)
        {
            NoteEntry(range);
        }

        _found.Add(new DocumentStamp
        {
            Document = _context.Document,
            Block = tokens.Block.Block,
            Prose = tokens.Block.SpanOf(date.First, date.End),
            Sentence = tokens.Block.SentenceOf(date.First),
            Kind = kind,
            Source = source,
            Date = range,
            Group = _group,
        });
    }

    /// <summary><c>Published: 3 May 2014</c>, <c>last updated on 3 May 2014</c>, and a cell of a table of two columns that a label stands before.</summary>
    private (string Kind, string Source)? Labelled(in TokenReader tokens, WrittenDate date)
    {
        if (date.First == 0 && tokens.Block.Block.Cell is { Column: 1, Table.Rows: var rows, Row: var row } && rows[row].Count == 2 && date.End == tokens.Count)
        {
            var label = _context.Blocks[tokens.Block.Block.Index - 1];
            var (length, meaning) = _labels.Match(label.Tokens, 0);
            return length > 0 && IsOwn(meaning) && OnlyMarks(new TokenReader(label, _words), length, label.Tokens.Length) ? (meaning, "label") : null;
        }

        for (var at = date.First - 1; at >= 0 && at >= date.First - LongestLink; at--)
        {
            var (length, meaning) = _labels.Match(tokens.Tokens, at);
            if (length > 0 && meaning != "link" && at + length <= date.First && OnlyLinks(tokens, at + length, date.First) && BeginsSegment(tokens, at))
            {
                return IsOwn(meaning) && meaning != "meeting" && (tokens.Block.Block.Index <= _lastTopBlock || StandsApart(tokens, at, date.End)) ? (meaning, "label") : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Below the top, a label and its date must be a sentence or a paragraph of their own: <c>version 1.34, released on 11 April,</c>
    /// and <c>Last modified: 5 April</c> in a list of facts are not about the document.
    /// </summary>
    private static bool StandsApart(in TokenReader tokens, int label, int end) =>
        tokens.Block.Block.List is null && (label == 0 || tokens.MarkAt(label - 1) is '.' or '|' or '·') && EndsSegment(tokens, end, out _);

    /// <summary>The dateline or byline in the matter at the top.</summary>
    private (string Kind, string Source)? AtTop(in TokenReader tokens, WrittenDate date)
    {
        var block = tokens.Block.Block;
        if (block.Index > _lastTopBlock || block.Cell is not null || block.List is not null || date.First > LongestLead || !EndsSegment(tokens, date.End, out var isLast) || IsOther(tokens, date.First))
        {
            return null;
        }

        if (date.First == 0)
        {
            return ("published", "dateline");
        }

        if (_labels.Match(tokens.Tokens, 0) is { Length: > 0, Meaning: var meaning } && IsOwn(meaning) && isLast)
        {
            return (meaning, "label");
        }

        if (isLast && block.Kind != BlockKind.Heading && _nouns.Match(tokens.Tokens, 0).Length > 0)
        {
            return ("published", "dateline");
        }

        var before = tokens.Tokens[date.First - 1].Kind == TokenKind.Mark ? date.First - 1 : date.First;
        if (isLast && EndsWithNoun(tokens, before))
        {
            return ("published", "dateline");
        }

        return block.Kind != BlockKind.Heading && IsNamesOnly(tokens, date.First, out var isByline) ? ("published", isByline ? "byline" : "dateline") : null;
    }

    private static bool IsOwn(string meaning) => meaning is "published" or "created" or "updated" or "review" or "meeting";

    private bool IsOther(in TokenReader tokens, int end)
    {
        for (var at = end - 1; at >= 0 && at >= end - LongestLink; at--)
        {
            if (_labels.Match(tokens.Tokens, at) is { Length: > 0, Meaning: "other" } found && at + found.Length <= end && OnlyLinks(tokens, at + found.Length, end))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsWithNoun(in TokenReader tokens, int end)
    {
        for (var at = Math.Max(0, end - 2); at < end; at++)
        {
            if (_nouns.Match(tokens.Tokens, at).Length is var length and > 0 && at + length == end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where only names and marks stand before a date: <c>LEEDS,</c>, <c>By Jane Doe,</c>.</summary>
    private bool IsNamesOnly(in TokenReader tokens, int end, out bool isByline)
    {
        isByline = false;
        for (var at = 0; at < end; at++)
        {
            var token = tokens.Tokens[at];
            if (token.Kind == TokenKind.Number || (at == 0 && IsPreposition(tokens)) || (token.Kind == TokenKind.Word && !token.Capital && _labels.Match(tokens.Tokens, at).Meaning != "link"))
            {
                return false;
            }

            isByline |= token.Kind == TokenKind.Word && tokens.TextAt(at).Equals("by", StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    /// <summary>"At 31 March 2019" is the day of a balance, "On 3 May 2014" the beginning of a sentence.</summary>
    private bool IsPreposition(in TokenReader tokens) =>
        _labels.Match(tokens.Tokens, 0) is { Length: 1, Meaning: "link" } && !tokens.TextAt(0).Equals("by", StringComparison.OrdinalIgnoreCase);

    /// <summary>True at the start of a block, and behind a mark or another date.</summary>
    private static bool BeginsSegment(in TokenReader tokens, int at) =>
        at == 0 || (tokens.Tokens[at - 1].Kind == TokenKind.Mark && tokens.MarkAt(at - 1) is not ('-' or '/')) || tokens.Block.MentionAt(at - 1) is DateMention or TimeMention;

    /// <summary>True where nothing but a time, a mark or a name follows.</summary>
    private static bool EndsSegment(in TokenReader tokens, int end, out bool isLast)
    {
        isLast = OnlyMarks(tokens, end, tokens.Count);
        if (isLast || tokens.IsDash(end) || tokens.MarkAt(end) is ':' or '|' or '·' or '•' or '/')
        {
            return true;
        }

        if (tokens.Count - end > LongestLead || (tokens.MarkAt(end) != ',' && !tokens.Is(end, DateWord.ClockLead)))
        {
            return false;
        }

        for (var at = end; at < tokens.Count; at++)
        {
            if (tokens.Tokens[at] is { Kind: TokenKind.Word, Capital: false } && (tokens.ClassAt(at) & (DateWord.ClockLead | DateWord.AnteMeridiem | DateWord.PostMeridiem | DateWord.Noon)) == 0)
            {
                return false;
            }
        }

        isLast = true;
        return true;
    }

    private static bool OnlyMarks(in TokenReader tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens.Tokens[at].Kind != TokenKind.Mark)
            {
                return false;
            }
        }

        return true;
    }

    private bool OnlyLinks(in TokenReader tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens.Tokens[at].Kind == TokenKind.Word && (tokens.ClassAt(at) & (DateWord.AnteMeridiem | DateWord.PostMeridiem)) == 0
                && _labels.Match(tokens.Tokens, at) is not { Length: 1, Meaning: "link" })
            {
                return false;
            }

            if (tokens.MarkAt(at) is '.' or ';' or ')')
            {
                return tokens.IsNumber(at + 1);
            }
        }

        return true;
    }

    private DateRange? Parse(string value)
    {
        // The patterns of NodaTime are compiled when they are first used, which costs as much as linting a page.
        if (value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateRange(LocalDate.FromDateOnly(day), LocalDate.FromDateOnly(day));
        }

        if (value.Length > 40)
        {
            return null;
        }

        var tokens = new List<Token>(16);
        Tokenizer.Tokenize(value, _context.Knowledge.Vocabulary, tokens);
        var block = new TokenizedBlock
        {
            Block = new Block { Kind = BlockKind.Paragraph, Prose = new ProseBuilder().AddReplaced(value, default).Build() },
            Tokens = [.. tokens],
            Sentences = [0..tokens.Count],
            FirstSentence = 0,
        };
        var found = new BlockDates(new TokenReader(block, _words));
        BlockDateReader.Read(found);
        return found.Dates is [var date] ? Calendar.RangeOf(date) : null;
    }
}
