using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Holds the days of lists of dates (<c>12 May 1893: the weavers walk out</c>), of tables with one day a row, and of phrases (<c>the fire of 7 November</c>)
/// against the sentences that tell of the same with the same words. Only days that one slip turns into each other are compared: of other
/// days, two may well be right.
/// </summary>
public sealed class RetoldDateExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [RetoldDate.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var days = context.Facts.OfType(DateMention.FactType).Count(static f => f is DateMention { Form: "day" });
        if (days < 2 || days > context.Knowledge.Settings("consistency").Get("retold_days", 40))
        {
            return;
        }

        var pass = new Pass(context);
        foreach (var block in context.Blocks)
        {
            if (block.HasMentions && !block.Block.IsQuoted)
            {
                pass.Read(block);
            }
        }

        pass.Compare();
    }

    private sealed class Pass(AnalysisContext context)
    {
        private const int LongestLabel = 14;
        private const int LongestPhrase = 4;
        private const int WordsBefore = 8;
        private const int WordsBehind = 4;

        private readonly Lexicon _small = context.Knowledge.Lexicon("non-nouns");
        private readonly Lexicon _change = context.Knowledge.Lexicon("date-change-words");
        private readonly Lexicon _occasions = context.Knowledge.Lexicon("once-occasions");
        private readonly Lexicon _words = context.Knowledge.Lexicon("event-words");
        private readonly List<DateTelling> _labels = [];
        private readonly List<DateTelling> _told = [];

        public void Read(TokenizedBlock block)
        {
            if (block.Block.Cell is { } cell)
            {
                ReadCell(block, cell);
                return;
            }

            foreach (var mention in block.Mentions)
            {
                if (mention.Fact is DateMention { Form: "day", IsValid: true, IsDoubted: false, IsInQuotation: false } date)
                {
                    ReadDate(block, mention.FirstToken, mention.EndToken, date);
                }
            }
        }

        private void ReadDate(TokenizedBlock block, int first, int end, DateMention date)
        {
            var tokens = block.Tokens;
            if (first == 0 && end + 1 < tokens.Length && IsLabelMark(block, end))
            {
                AddLabel(block, date, end + 1, EndOfLabel(block, end + 1), true);
                return;
            }

            if (block.Block.Kind == BlockKind.ListItem && first > 1 && end >= tokens.Length - 1 && (IsLabelMark(block, first - 1) || block.TextOf(tokens[first - 1]) is ","))
            {
                AddLabel(block, date, 0, first - 1, true);
                return;
            }

            var sentence = block.Sentences[block.SentenceOf(first) - block.FirstSentence];
            var (from, to) = (first, end);
            while (from > sentence.Start.Value && block.MentionAt(from - 1) is not DateMention { Form: "day" })
            {
                from--;
            }

            while (to < sentence.End.Value && block.MentionAt(to) is not DateMention { Form: "day" })
            {
                to++;
            }

            var isChanging = HasChange(block, Math.Max(from, first - WordsBefore), Math.Min(to, end + WordsBehind)) || (first > 0 && _change.Match(block.Tokens, first - 1).Meaning == "beside");
            _told.Add(new(date, block, () => WordsOf(block, from, to)) { IsChanging = isChanging });
            ReadPhrase(block, sentence.Start.Value, first, date);
        }

        /// <summary><c>the fire of 7 November</c>, <c>the extraordinary meeting on 6 April</c>.</summary>
        private void ReadPhrase(TokenizedBlock block, int start, int first, DateMention date)
        {
            var to = first;
            while (to > start && (_words.Match(block.Tokens, to - 1).Meaning == "link" || block.TextOf(block.Tokens[to - 1]) is "of"))
            {
                to--;
            }

            var from = to;
            while (from > start && to - from < LongestPhrase && block.Tokens[from - 1].Kind == TokenKind.Word && block.MentionAt(from - 1) is null && _small.Match(block.Tokens, from - 1).Length == 0)
            {
                from--;
            }

            if (to == first || from == to || from == start || _words.Match(block.Tokens, from - 1).Meaning is not ("definite" or "own" or "possessive"))
            {
                return;
            }

            for (var at = from; at < to; at++)
            {
                if (_occasions.Match(block.Tokens, at) is { Length: > 0 } occasion && at + occasion.Length == to)
                {
                    AddLabel(block, date, from, to, false);
                    return;
                }
            }
        }

        /// <summary>A cell that holds a day and nothing else, the only one of its row, under no heading of what was planned.</summary>
        private void ReadCell(TokenizedBlock block, TableCell cell)
        {
            if (cell.IsHeader || block.MentionAt(0) is not DateMention { Form: "day", IsValid: true } date || !ReferenceEquals(block.MentionAt(block.Tokens.Length - 1), date))
            {
                return;
            }

            var row = block.Block.Index - cell.Column;
            var label = row + (cell.Column == 0 ? 1 : 0);
            for (var column = 0; column < cell.Table.ColumnCount; column++)
            {
                var other = context.Blocks[row + column];
                if (!ReferenceEquals(other.Block.Cell?.Table, cell.Table) || other.Block.Cell.Row != cell.Row ||
                    (column != cell.Column && HasDay(other)))
                {
                    return;
                }
            }

            var head = context.Blocks[block.Block.Index - (cell.Row * cell.Table.ColumnCount)];
            if (cell.Table.ColumnCount > 1 && cell.Table.HeaderRows <= 1 && !HasChange(head, 0, head.Tokens.Length) && context.Blocks[label] is { Tokens.Length: <= LongestLabel } labels)
            {
                AddLabel(labels, date, 0, labels.Tokens.Length, true);
            }
        }

        private static bool HasDay(TokenizedBlock block)
        {
            foreach (var mention in block.Mentions)
            {
                if (mention.Fact is DateMention)
                {
                    return true;
                }
            }

            return false;
        }

        private void AddLabel(TokenizedBlock block, DateMention date, int from, int to, bool isListed)
        {
            if (to > from && !HasIdentifier(block, from, to))
            {
                _labels.Add(new(date, block, () => WordsOf(block, from, to))
                {
                    Label = block.Block.Prose.Text[block.Tokens[from].Start..block.Tokens[to - 1].End],
                    IsListed = isListed,
                    IsChanging = HasChange(block, from, to),
                });
            }
        }

        /// <summary><c>parser-team#589</c> is the name of a record.</summary>
        private static bool HasIdentifier(TokenizedBlock block, int from, int to) =>
            block.Block.Prose.Text.AsSpan(block.Tokens[from].Start, block.Tokens[to - 1].End - block.Tokens[from].Start).ContainsAny('#', '_', '@');

        private static bool IsLabelMark(TokenizedBlock block, int at) => block.TextOf(block.Tokens[at]) is ":" or "–" or "—" || (block.TextOf(block.Tokens[at]) is "-" && block.Tokens[at].SpaceBefore);

        private static int EndOfLabel(TokenizedBlock block, int from)
        {
            var to = from;
            while (to < block.Tokens.Length && to - from < LongestLabel && block.TextOf(block.Tokens[to]) is not ("." or ";" or "("))
            {
                to++;
            }

            return to;
        }

        private HashSet<string> WordsOf(TokenizedBlock block, int from, int to)
        {
            const int shortest = 3;
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var i = from; i < to; i++)
            {
                if (block.Tokens[i] is { Kind: TokenKind.Word, Length: >= shortest } token && block.MentionAt(i) is null && (_small.Match(block.Tokens, i).Length == 0 || block.TextOf(token) is "again"))
                {
                    words.Add(NounPhrase.Singular(block.TextOf(token)));
                }
            }

            return words;
        }

        private bool HasChange(TokenizedBlock block, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (block.MentionAt(i) is null && _change.Match(block.Tokens, i).Meaning == "change")
                {
                    return true;
                }
            }

            return false;
        }

        public void Compare()
        {
            foreach (var label in _labels)
            {
                context.Work += _told.Count;
                if (_told.Find(told => MayRetell(label, told)) is not { } other)
                {
                    continue;
                }

                context.Facts.Add(new RetoldDate
                {
                    Document = context.Document,
                    Block = label.Date.Block,
                    Prose = label.Date.Prose,
                    Sentence = label.Date.Sentence,
                    Label = label.Label,
                    When = label.Date,
                    Other = other.Date,
                    IsChanging = label.IsChanging || other.IsChanging,
                    IsSettled = _labels.Exists(l => l.IsListed && DateTelling.AreSame(l.Date, other.Date)) || (CountOf(label.Date) > 1 && CountOf(other.Date) > 1) ||
                        _told.Exists(t => t.Date.Sentence == other.Date.Sentence && DateTelling.AreSame(t.Date, label.Date)),
                });
            }
        }

        private static bool MayRetell(DateTelling label, DateTelling told)
        {
            const int fewestWords = 2;
            if (label.Date.Sentence == told.Date.Sentence || !DateTelling.AreSlip(label.Date, told.Date))
            {
                return false;
            }

            var shared = told.Shared(label.Words);
            return label.Words.Count == 0 ? false : label.IsListed ? shared >= fewestWords && shared * 5 >= label.Words.Count * 3 : shared == label.Words.Count;
        }

        private int CountOf(DateMention date) => _told.Count(t => DateTelling.AreSame(t.Date, date)) + _labels.Count(l => l.IsListed && DateTelling.AreSame(l.Date, date));
    }
}
