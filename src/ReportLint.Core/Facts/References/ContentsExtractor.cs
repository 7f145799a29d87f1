using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>Holds tables of contents and lists of figures against the headings and captions of their document.</summary>
public sealed class ContentsExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [ContentsEntry.FactType, UnlistedHeading.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var region = ContentsRegion.Of(context);
        if (region.Lists.Count + region.Lines.Count == 0)
        {
            return;
        }

        const int mostLists = 10;
        var titles = new Titles(context, region);
        for (var i = 0; i < region.Lists.Count && i < mostLists; i++)
        {
            Add(Entries(context, region.Lists[i]), region.Lists[i].End.Value);
        }

        foreach (var (line, first) in region.Lines)
        {
            Add(EntriesOfLine(context, context.Blocks[line], first), line + 1);
        }

        void Add(List<(ContentsEntry Entry, TitleText Text)> entries, int end)
        {
            if (entries.Count > 0)
            {
                titles.Answer(entries);
                titles.AddUnlisted(end);
                foreach (var (entry, _) in entries)
                {
                    context.Facts.Add(entry);
                }
            }
        }
    }

    /// <summary>
    /// The entries of one line, between marks of <c>lexicon/contents-marks.yml</c>; none of fewer than three. What names exhibits
    /// (<c>Annexes A–D</c>) is no title.
    /// </summary>
    private static List<(ContentsEntry Entry, TitleText Text)> EntriesOfLine(AnalysisContext context, TokenizedBlock block, int first)
    {
        const int fewest = 3;
        const int longestEntry = 12;
        var marks = context.Knowledge.Lexicon("contents-marks");
        var kinds = context.Knowledge.Lexicon("cross-reference-words");
        var entries = new List<(ContentsEntry, TitleText)>();
        var count = 0;
        for (var from = first; from < block.Tokens.Length;)
        {
            var to = from;
            while (to < block.Tokens.Length && marks.Match(block.Tokens, to).Length == 0)
            {
                to++;
            }

            if (to - from > longestEntry)
            {
                return [];
            }

            count++;
            if (to > from && kinds.Match(block.Tokens, from).Length == 0 && TitleText.Of(block, from, to) is { } text)
            {
                entries.Add((Entry(context, block, text, text.Span), text));
            }

            from = to + 1;
        }

        return count >= fewest ? entries : [];
    }

    /// <summary>The entries of a list; none where one of its blocks holds several entries, which cannot be told apart.</summary>
    private static List<(ContentsEntry Entry, TitleText Text)> Entries(AnalysisContext context, Range list)
    {
        const int longestEntry = 25;
        var entries = new List<(ContentsEntry, TitleText)>();
        for (var i = list.Start.Value; i < list.End.Value; i++)
        {
            var block = context.Blocks[i];
            if (block.Block.Cell is { IsHeader: true } || TitleText.Of(block) is not { } text)
            {
                continue;
            }

            if (block.Tokens.Length > longestEntry || text.HasNumberInside)
            {
                return [];
            }

            entries.Add((Entry(context, block, text, new(0, block.Block.Prose.Text.Length)), text));
        }

        return entries;
    }

    /// <summary>An entry with its title; a link that touches <paramref name="around"/> is its own.</summary>
    private static ContentsEntry Entry(AnalysisContext context, TokenizedBlock block, TitleText title, TextSpan around) => new()
    {
        Document = context.Document,
        Block = block.Block,
        Prose = title.Span,
        Title = block.Block.Prose.Text.Substring(title.Span.Start, title.Span.Length),
        Number = title.Number,
        IsLinked = block.Block.Marks.Any(m => m.Kind == MarkKind.Link && m.Prose.Start <= around.End && m.Prose.End >= around.Start),
    };

    /// <summary>The words of a heading, a caption or an entry, in the forms in which they are compared.</summary>
    private sealed class TitleText
    {
        /// <summary>Its place without the number before it and the page behind it.</summary>
        public required TextSpan Span { get; init; }

        /// <summary>The number before it, or null.</summary>
        public string? Number { get; init; }

        /// <summary>Its letters and digits, lower case, without the page; and with it, for a title may end in a year.</summary>
        public required string Key { get; init; }

        public required string LongKey { get; init; }

        /// <summary>What stands before a colon, dash or bracket, in the same form; empty where none does.</summary>
        public required string Opening { get; init; }

        /// <summary>True where a number stands between words, as the page of an entry does before the next entry.</summary>
        public bool HasNumberInside { get; init; }

        /// <summary>Reads a block; null where it has no word.</summary>
        public static TitleText? Of(TokenizedBlock block) => Of(block, 0, block.Tokens.Length);

        /// <summary>Reads the tokens of a half-open range; null where it has no word.</summary>
        public static TitleText? Of(TokenizedBlock block, int from, int to)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            var first = from;
            string? number = null;
            if (to - from > 1 && tokens[from].Kind == TokenKind.Number && (tokens[from + 1].SpaceBefore || text[tokens[from + 1].Start] is '.' or ')' or ':'))
            {
                number = text.Substring(tokens[from].Start, tokens[from].Length);
                first = from + 1;
            }

            while (first < to && tokens[first].Kind == TokenKind.Mark)
            {
                first++;
            }

            var end = to;
            while (end > first && (tokens[end - 1].Kind != TokenKind.Word || (end < to - 1 && RomanNumeral.Read(block.TextOf(tokens[end - 1])) is not null)))
            {
                end--;
            }

            if (end <= first)
            {
                return null;
            }

            var isInside = false;
            var opening = "";
            for (var i = first; i < end; i++)
            {
                isInside |= tokens[i].Kind == TokenKind.Number && i > first + 1;
                if (opening.Length == 0 && i > first && text[tokens[i].Start] is ':' or '–' or '—' or '(')
                {
                    opening = KeyOf(block, first, i);
                }
            }

            return new TitleText
            {
                Span = block.SpanOf(first, end),
                Number = number,
                Key = KeyOf(block, first, end),
                LongKey = KeyOf(block, first, to),
                Opening = opening,
                HasNumberInside = isInside && block.Block.Kind == BlockKind.Paragraph,
            };
        }

        private static string KeyOf(TokenizedBlock block, int first, int end)
        {
            var key = new StringBuilder();
            for (var i = first; i < end; i++)
            {
                if (block.Tokens[i].Kind != TokenKind.Mark)
                {
                    foreach (var c in block.TextOf(block.Tokens[i]))
                    {
                        if (char.IsLetterOrDigit(c))
                        {
                            key.Append(char.ToLowerInvariant(c));
                        }
                    }
                }
            }

            return key.ToString();
        }
    }

    /// <summary>What entries can lead to.</summary>
    private sealed class Titles
    {
        private const int LongestTitle = 40;

        private readonly AnalysisContext _context;
        private readonly Dictionary<string, (int Block, string? Number)> _byKey = new(StringComparer.Ordinal);
        private readonly HashSet<string> _openings = new(StringComparer.Ordinal);
        private readonly List<(TokenizedBlock Block, TitleText Text)> _headings = [];
        private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
        private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
        private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

        public Titles(AnalysisContext context, ContentsRegion region)
        {
            _context = context;
            foreach (var block in context.Blocks)
            {
                if (region.Contains(block.Block.Index) || region.IsOpening(block.Block.Index) || block.Tokens.Length is 0 or > LongestTitle || TitleText.Of(block) is not { } text)
                {
                    continue;
                }

                var isHeading = block.Block.Kind == BlockKind.Heading;
                if (isHeading)
                {
                    if (!_titles.Add(text.LongKey))
                    {
                        _repeated.Add(text.LongKey);
                    }

                    _headings.Add((block, text));
                }

                foreach (var key in new[] { text.Key, text.LongKey })
                {
                    // A heading goes before a paragraph of the same words, and the first of two headings before the second.
                    if (!_byKey.TryGetValue(key, out var known) || (isHeading && context.Blocks[known.Block].Block.Kind != BlockKind.Heading))
                    {
                        _byKey[key] = (block.Block.Index, isHeading ? text.Number : null);
                    }
                }

                _openings.Add(text.Opening.Length > 0 ? text.Opening : text.Key);
            }
        }

        /// <summary>Tells each entry of one list what it leads to.</summary>
        public void Answer(List<(ContentsEntry Entry, TitleText Text)> entries)
        {
            var before = -1;
            foreach (var (entry, text) in entries)
            {
                ListLinked(entry);
                if (_byKey.TryGetValue(text.LongKey, out var target) || _byKey.TryGetValue(text.Key, out target))
                {
                    entry.IsAnswered = true;
                    entry.TargetNumber = target.Number;
                    _listed.Add(text.Key);
                    _listed.Add(text.LongKey);
                    if (_context.Blocks[target.Block].Block.Kind == BlockKind.Heading && !_repeated.Contains(text.LongKey))
                    {
                        entry.IsLate = target.Block < before;
                        before = target.Block;
                    }
                }
                else
                {
                    entry.IsAnswered = _openings.Contains(text.Opening.Length > 0 ? text.Opening : text.Key) || (text.Opening.Length > 0 && _byKey.ContainsKey(text.Opening));
                }
            }

            for (var i = 1; i < entries.Count; i++)
            {
                var (entry, above) = (entries[i].Entry, entries[i - 1].Entry);
                entry.IsSwapped = entry.Number is not null && entry.Number != above.Number && entry.Number == above.TargetNumber && above.Number == entry.TargetNumber;
            }

            var answered = entries.Count(static e => e.Entry.IsAnswered);
            foreach (var (entry, _) in entries)
            {
                entry.ListAnswered = answered;
                entry.ListUnanswered = entries.Count - answered;
            }
        }

        /// <summary>A heading is listed by a link to it, whatever the link's words.</summary>
        private void ListLinked(ContentsEntry entry)
        {
            foreach (var mark in entry.Block.Marks)
            {
                if (mark is { Kind: MarkKind.Link, Target: ['#', .. var fragment] })
                {
                    var key = Links.LinkTarget.WithoutNumber(Links.LinkTarget.KeyOf(fragment));
                    _listed.Add(key);
                    _listed.Add(key.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']));
                }
            }
        }

        /// <summary>Makes facts of the headings behind a list whose level it lists and that it leaves out.</summary>
        public void AddUnlisted(int end)
        {
            var listed = new Dictionary<int, int>();
            var unlisted = new Dictionary<int, int>();
            var last = -1;
            foreach (var (block, text) in _headings)
            {
                var isListed = _listed.Contains(text.LongKey);
                var counts = isListed ? listed : unlisted;
                if (block.Block.Index >= end)
                {
                    counts[block.Block.Level] = counts.GetValueOrDefault(block.Block.Level) + 1;
                    last = isListed ? block.Block.Index : last;
                }
            }

            foreach (var (block, text) in _headings)
            {
                if (block.Block.Index >= end && !_listed.Contains(text.LongKey) && listed.TryGetValue(block.Block.Level, out var others))
                {
                    _context.Facts.Add(new UnlistedHeading
                    {
                        Document = _context.Document,
                        Block = block.Block,
                        Prose = text.Span,
                        Level = block.Block.Level,
                        Listed = others,
                        Unlisted = unlisted[block.Block.Level],
                        IsLast = block.Block.Index > last,
                    });
                }
            }
        }
    }
}
