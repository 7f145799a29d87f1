using ReportLint.Core.Documents;
using ReportLint.Core.Facts.References;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Finds terms that a document writes in several ways: <c>per cent</c> and <c>%</c>, <c>organise</c> and <c>organize</c>, <c>e-mail</c> and
/// <c>email</c>, <c>12,000</c> and <c>12000</c>, <c>4 May</c> and <c>May 4</c>. Only running prose counts: not quotations, links, italics, code, names nor references. Words are data.
/// </summary>
public sealed class StyleFormExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [StyleForm.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var pass = new Pass(context);
        foreach (var block in context.Blocks.With(Cues.Hyphen))
        {
            if (pass.Counts(block))
            {
                pass.Learn(block);
            }
        }

        foreach (var block in context.Blocks)
        {
            if (pass.Counts(block))
            {
                pass.Read(block);
            }
        }

        pass.AddFacts();
    }

    private sealed class Pass
    {
        private const int LongPlainNumber = 5;

        private readonly AnalysisContext _context;
        private readonly CueTable _cues;
        private readonly Lexicon _forms;
        private readonly Lexicon _measures;
        private readonly Lexicon _months;
        private readonly StyleEndings _endings;
        private readonly StyleCompounds _compounds;
        private readonly StyleTally _tally = new();
        private readonly HashSet<Block> _references = [];

        public Pass(AnalysisContext context)
        {
            _context = context;
            _cues = context.Knowledge.Cues;
            _forms = context.Knowledge.Lexicon("style-forms");
            _measures = context.Knowledge.Lexicon("style-measures");
            _months = context.Knowledge.Lexicon("months");
            _endings = StyleEndings.Of(context.Knowledge);
            _compounds = new(context.Knowledge);
            foreach (var entry in context.Facts.OfType(References.Citations.BibliographyEntry.FactType))
            {
                _references.Add(entry.Block);
            }
        }

        public void AddFacts() => _tally.AddFacts(_context);

        public bool Counts(TokenizedBlock block) =>
            block.Block is { Kind: BlockKind.Paragraph or BlockKind.ListItem, IsQuoted: false } && (_references.Count == 0 || !_references.Contains(block.Block));

        public void Learn(TokenizedBlock block)
        {
            var text = block.Block.Prose.Text;
            for (var i = 1; i + 1 < block.Tokens.Length; i++)
            {
                if (block.Tokens[i].Kind == TokenKind.Mark && text[block.Tokens[i].Start] is '-' or '‑')
                {
                    _compounds.Learn(block, i);
                }
            }
        }

        public void Read(TokenizedBlock block)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            var marks = block.Block.InlineMarks ?? [];
            var quotes = new QuoteTracker();
            var (brackets, mark, endOfMarks, sentence) = (0, 0, 0, 0);
            for (var i = 0; i < tokens.Length; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.Kind == TokenKind.Mark)
                {
                    quotes.Read(text, token);
                    brackets += text[token.Start] switch
                    {
                        '(' or '[' => 1,
                        ')' or ']' when brackets > 0 => -1,
                        _ => 0,
                    };
                }

                for (; mark < marks.Length && marks[mark].Prose.Start <= token.Start; mark++)
                {
                    // Links, italics and code are passed over to their furthest end.
                    endOfMarks = marks[mark].Kind is MarkKind.Link or MarkKind.Emphasis or MarkKind.Code ? Math.Max(endOfMarks, marks[mark].Prose.End) : endOfMarks;
                }

                if (quotes.IsInside || token.Start < endOfMarks)
                {
                    continue;
                }

                if (token.Kind == TokenKind.Number)
                {
                    ReadNumber(block, i);
                }

                if (brackets == 0 && i > 0 && tokens[i - 1].Kind == TokenKind.Number && _measures.Match(tokens, i) is { Length: > 0 } measure && block.MentionAt(i - 1) is NumericFact number && number == block.MentionAt(i))
                {
                    // Money may be told in m and people in millions.
                    _tally.Add(number is Percentage || number.Unit.Length == 0 ? measure.Meaning : $"{measure.Meaning} of {number.Unit}", text[token.Start..tokens[i + measure.Length - 1].End].ToLowerInvariant(), block, i - 1, i + measure.Length);
                }
                else if (token.Kind == TokenKind.Word)
                {
                    while (block.Sentences[sentence].End.Value <= i)
                    {
                        sentence++;
                    }

                    ReadWord(block, i, i == block.Sentences[sentence].Start.Value);
                }
            }
        }

        private void ReadWord(TokenizedBlock block, int at, bool isFirst)
        {
            var tokens = block.Tokens;
            ref readonly var token = ref tokens[at];
            var isOfForms = (_cues.Of(token.Word) & Cues.StyleForm) != Cues.None;
            if (isOfForms && block.MentionAt(at) is Dates.DateMention && _months.Match(tokens, at).Length > 0)
            {
                ReadDate(block, at);
            }

            // A capital inside a sentence is a part of a name.
            if (token.Capital && !isFirst)
            {
                return;
            }

            if (isOfForms && _forms.Match(tokens, at) is { Length: > 0 } form && !HangsOn(block, at, at + form.Length))
            {
                _tally.Add(form.Meaning, block.Block.Prose.Text[token.Start..tokens[at + form.Length - 1].End].ToLowerInvariant(), block, at, at + form.Length);
                return;
            }

            if (token.Length < StyleEndings.ShortestWord && _compounds.IsEmpty)
            {
                return;
            }

            var hash = WordFilter.HashOf(token, block.Block.Prose.Text);
            if (_endings.Find(block.TextOf(token), hash) is { } ending)
            {
                _tally.Add(ending.Term, ending.Form, block, at, at + 1);
            }

            if (_compounds.MayBegin(hash))
            {
                _compounds.Count(block, at, _tally);
            }
        }

        /// <summary>Part of an address, a longer compound or a name of a file: <c>e-mail-list</c>, <c>email_4</c>.</summary>
        private static bool HangsOn(TokenizedBlock block, int first, int end)
        {
            var text = block.Block.Prose.Text;
            return (first > 0 && !block.Tokens[first].SpaceBefore && text[block.Tokens[first].Start - 1] is '-' or '/' or '_' or '@' or '.') ||
                (end < block.Tokens.Length && !block.Tokens[end].SpaceBefore && text[block.Tokens[end].Start] is '-' or '/' or '_' or '@' && end + 1 < block.Tokens.Length && !block.Tokens[end + 1].SpaceBefore);
        }

        /// <summary><c>4 May</c> or <c>May 4</c>.</summary>
        private void ReadDate(TokenizedBlock block, int month)
        {
            var isDayFirst = IsDay(block, month - 1);
            if (isDayFirst != IsDay(block, month + 1))
            {
                var first = isDayFirst ? month - 1 : month;
                _tally.Add("order of day and month", isDayFirst ? "day first" : "month first", block, first, first + 2);
            }
        }

        private static bool IsDay(TokenizedBlock block, int at) =>
            at >= 0 && at < block.Tokens.Length && block.Tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } && block.MentionAt(at) is Dates.DateMention;

        /// <summary>Five digits and more with separators of thousands or without.</summary>
        private void ReadNumber(TokenizedBlock block, int at)
        {
            var digits = block.TextOf(block.Tokens[at]);
            if (digits.Length >= LongPlainNumber && block.MentionAt(at) is Quantity && !HangsOn(block, at, at + 1))
            {
                if (AsciiText.IsDigits(digits))
                {
                    _tally.Add("separators of thousands", "none", block, at, at + 1);
                }
                else if (digits.Length > LongPlainNumber && digits.Count(',') > 0 && !digits.Contains('.'))
                {
                    _tally.Add("separators of thousands", "commas", block, at, at + 1);
                }
            }
        }
    }
}
