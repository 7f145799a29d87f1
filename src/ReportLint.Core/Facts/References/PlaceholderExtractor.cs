using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds text that was left to be filled in. Words are data: <c>lexicon/placeholder-marks.yml</c>, <c>placeholder-brackets.yml</c>, <c>placeholder-closers.yml</c>,
/// <c>placeholder-followers.yml</c>, <c>placeholder-mentions.yml</c>.
/// </summary>
public sealed class PlaceholderExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [Placeholder.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var pass = new Pass(context);
        foreach (var block in context.Blocks)
        {
            pass.Read(block);
        }
    }

    private sealed class Pass(AnalysisContext context)
    {
        private readonly Lexicon _marks = context.Knowledge.Lexicon("placeholder-marks");
        private readonly Lexicon _brackets = context.Knowledge.Lexicon("placeholder-brackets");
        private readonly Lexicon _closers = context.Knowledge.Lexicon("placeholder-closers");
        private readonly Lexicon _followers = context.Knowledge.Lexicon("placeholder-followers");
        private readonly Lexicon _mentions = context.Knowledge.Lexicon("placeholder-mentions");
        private readonly Lexicon _currencies = context.Knowledge.Lexicon("currency-symbols");
        private readonly Lexicon _percents = context.Knowledge.Lexicon("percent-signs");

        private bool _hasFiller;

        /// <summary>True where a colon stands before a block quote, which then is a letter or a form that the text shows.</summary>
        private bool _isIntroduced;

        /// <summary>Blanks so far: the first of a paragraph is told.</summary>
        private int _blanks;

        public void Read(TokenizedBlock block)
        {
            _hasFiller = false;
            _blanks = 0;
            var text = block.Block.Prose.Text;
            var isForm = block.Block.IsQuoted && _isIntroduced;
            _isIntroduced = isForm || (!block.Block.IsQuoted && text.EndsWith(':'));
            if (!block.MayHave(Cues.Placeholder | Cues.LetterX | Cues.SquareBracket | Cues.Angle | Cues.Underscore | Cues.Question))
            {
                return;
            }

            var quotes = new QuoteTracker();
            for (var i = 0; i < block.Tokens.Length;)
            {
                quotes.Read(text, block.Tokens[i]);
                var (end, kind) = block.Tokens[i].Kind switch
                {
                    TokenKind.Word => ReadWord(block, i, isForm || quotes.IsInside),
                    TokenKind.Mark when text[block.Tokens[i].Start] == '[' => ReadBrackets(block, i, isForm || quotes.IsInside),
                    TokenKind.Mark when text[block.Tokens[i].Start] == '<' => ReadAngles(block, i, isForm || quotes.IsInside),
                    TokenKind.Mark when text[block.Tokens[i].Start] == '_' => ReadBlank(block, i),
                    TokenKind.Mark when text[block.Tokens[i].Start] == '?' => ReadQuestionMarks(block, i),
                    _ => (0, ""),
                };
                if (end == 0)
                {
                    i++;
                    continue;
                }

                var first = kind == "pending behind" || (kind is "figure" or "pending" or "brackets" && i > 0 && !block.Tokens[i].SpaceBefore && IsCurrency(block, i - 1)) ? i - 1 : i;
                kind = kind == "pending behind" ? "pending" : kind;
                context.Facts.Add(new Placeholder
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = block.SpanOf(first, end),
                    Sentence = block.SentenceOf(i),
                    Kind = kind,
                });
                i = end;
            }
        }

        private (int End, string Kind) ReadWord(TokenizedBlock block, int at, bool isQuoted)
        {
            if (IsRunOfX(block, at) || (at > 0 && !block.Tokens[at].SpaceBefore && IsScaledX(block.TextOf(block.Tokens[at])) && IsCurrency(block, at - 1)))
            {
                return ReadFigure(block, at);
            }

            var (length, kind) = _marks.Match(block.Tokens, at);
            if (length == 0 || block.Block.Kind == BlockKind.Heading && kind == "pending")
            {
                return (0, "");
            }

            var end = at + length;
            switch (kind)
            {
                case "filler":
                    // A paragraph of filler text is told of once.
                    while (_marks.Match(block.Tokens, end) is { Length: > 0, Meaning: "filler" } more)
                    {
                        end += more.Length;
                    }

                    var isMention = end == at + length && (IsMentionedBefore(block, at) || IsMentionedBehind(block, end));
                    var isFirst = !_hasFiller && !isQuoted && !isMention;
                    _hasFiller |= isFirst;
                    return isFirst ? (end, kind) : (0, "");
                case "phrase":
                    return IsMentionedBefore(block, at) ? (0, "") : (end, kind);
                case "pending":
                    // DATE TBC
                    if (IsCapitals(block, at) && at > 0 && block.Block.Kind == BlockKind.Paragraph && block.Tokens[at].SpaceBefore && block.Tokens[at - 1] is { Kind: TokenKind.Word, Length: > 2 } && IsCapitals(block, at - 1))
                    {
                        return (end, "pending behind");
                    }

                    // TBC is an answer in an agenda or a table; alone in a paragraph, or as an amount, something is missing.
                    return IsCapitals(block, at) && ((block.Tokens.Length == 1 && block.Block.Kind == BlockKind.Paragraph) || (at > 0 && IsCurrency(block, at - 1) && !block.Tokens[at].SpaceBefore))
                        ? (end, kind)
                        : (0, "");
                default:
                    return IsCapitals(block, at) && StandsAlone(block, at, end) && !isQuoted && !IsMentionedBefore(block, at) ? (end, "mark") : (0, "");
            }
        }

        /// <summary>Spoken of, not left there: <c>one TODO</c>, <c>where XX</c>.</summary>
        private bool IsMentionedBefore(TokenizedBlock block, int at) => at > 0 && _mentions.Match(block.Tokens, at - 1) is { Length: 1, Meaning: "before" };

        /// <summary><c>XX stands for letters</c>, <c>lorem ipsum is filler</c>.</summary>
        private bool IsMentionedBehind(TokenizedBlock block, int end) => end < block.Tokens.Length && _mentions.Match(block.Tokens, end).Meaning == "behind";

        /// <summary>It and nothing else stands in quotation marks.</summary>
        private static bool IsWholeQuotation(TokenizedBlock block, int at, int end) =>
            at > 0 && end < block.Tokens.Length && block.Block.Prose.Text[block.Tokens[at - 1].Start] is '"' or '“' or '‘' &&
            block.Block.Prose.Text[block.Tokens[end].Start] is '"' or '”' or '’';

        /// <summary>TK and TODO in capitals, with no digits, hyphens or capitalised names hanging on them: <c>TK Maxx</c>, <c>TK-12</c>.</summary>
        private bool StandsAlone(TokenizedBlock block, int at, int end)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            if (end < tokens.Length && ((!tokens[end].SpaceBefore && (tokens[end].Kind != TokenKind.Mark || text[tokens[end].Start] is '-' or '/' or '_' or '&' or '\'' or '’')) ||
                (tokens[end].Kind != TokenKind.Mark && tokens[end].SpaceBefore && (tokens[end].Capital || tokens[end].Kind == TokenKind.Number)) ||
                _followers.Match(tokens, end).Length > 0))
            {
                return false;
            }

            // A short form that the text itself explains: "Tjänstekoncessionen (TK)".
            return at == 0 || (tokens[at].SpaceBefore && !(tokens[at - 1].Kind == TokenKind.Word && tokens[at - 1].Capital && at > 1)) ||
                (text[tokens[at - 1].Start] is '“' or '"' or '[' or '£' or '$' or '€');
        }

        /// <summary><c>XX%</c>, <c>£X</c>, <c>£XXX</c>, <c>in XX schools</c>; not <c>Super Bowl XX</c> nor <c>XX chromosome</c>.</summary>
        private (int End, string Kind) ReadFigure(TokenizedBlock block, int at)
        {
            var tokens = block.Tokens;
            var token = tokens[at];
            var end = at + 1;
            var hasCurrency = at > 0 && IsCurrency(block, at - 1) && !token.SpaceBefore;
            var percent = end < tokens.Length && block.Block.Prose.Text[tokens[end].Start] == '%' ? 1 : _percents.Match(tokens, end).Length;
            if (hasCurrency || percent > 0)
            {
                // "£X now and £Y then", "X% of Y": letters that stand for any number.
                while (end + 1 < tokens.Length && !tokens[end].SpaceBefore && block.Block.Prose.Text[tokens[end].Start] is ',' or '.' && !tokens[end + 1].SpaceBefore && IsRunOfX(block, end + 1))
                {
                    end += 2;
                }

                return (token.Length == 1 && HasOtherVariable(block, at)) || IsWholeQuotation(block, at, end + percent) ? (0, "") : (end + percent, "figure");
            }

            if (token.Length < 2 || !token.Capital || block.Block.Kind == BlockKind.Heading || at == 0 || end >= tokens.Length)
            {
                return (0, "");
            }

            var (before, after) = (tokens[at - 1], tokens[end]);
            var isLoneNumber = before is { Kind: TokenKind.Word, Capital: false } && token.SpaceBefore && after is { Kind: TokenKind.Word, Capital: false, SpaceBefore: true } &&
                _followers.Match(tokens, end).Length == 0 && !HasVariableNextTo(block, at) && !IsMentionedBefore(block, at) && !IsMentionedBehind(block, end);
            return isLoneNumber ? (end, "figure") : (0, "");
        }

        private static bool HasVariableNextTo(TokenizedBlock block, int at)
        {
            for (var i = Math.Max(0, at - 4); i < Math.Min(block.Tokens.Length, at + 5); i++)
            {
                // "Y" beside it is another variable; "XX and XXX" are Roman numerals.
                if (block.TextOf(block.Tokens[i]) is "XY" or "YY" or "Y" || (i != at && IsRunOfX(block, i) && block.Tokens[i].Length != block.Tokens[at].Length))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool HasOtherVariable(TokenizedBlock block, int at)
        {
            for (var i = Math.Max(0, at - 40); i < Math.Min(block.Tokens.Length, at + 40); i++)
            {
                if (block.TextOf(block.Tokens[i]) is "Y" or "N" or "Z" or "y" or "P")
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>
        /// <c>[insert name]</c>, <c>[name of …]</c>, <c>[date]</c>, <c>[citation needed]</c>, <c>[?]</c>. The lexicon's meaning tells whether the words open the
        /// brackets (<c>opens</c>, <c>describes</c>) or fill them (<c>fills</c>); inside quotation marks a filled bracket is the quoter's word for something left out.
        /// </summary>
        private (int End, string Kind) ReadBrackets(TokenizedBlock block, int at, bool isQuoted)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            if (at + 2 >= tokens.Length)
            {
                return (0, "");
            }

            var close = at + 1;
            while (close < tokens.Length && close - at < 25 && text[tokens[close].Start] is not (']' or '['))
            {
                close++;
            }

            if (close >= tokens.Length || text[tokens[close].Start] != ']' || close == at + 1 || block.Block.HasMark(MarkKind.Link, tokens[at].Start) || block.Block.HasMark(MarkKind.Link, tokens[at + 1].Start) || IsTemplateLink(block, close + 1))
            {
                return (0, "");
            }

            var (length, meaning) = _brackets.Match(tokens, at + 1);
            var fills = length > 0 && at + 1 + length == close;
            var isPlaceholder = (meaning == "always" && fills) || (meaning == "fills" && fills && !isQuoted) || (meaning is "opens" or "describes" && !isQuoted && !IsInstructed(block, at)) ||
                (!isQuoted && ClosesAt(block, at, close)) ||
                (IsRunOfX(block, at + 1) && tokens[at + 1].Length > 1 && close == at + 2) ||
                (_marks.Match(tokens, close - 1) is { Length: 1, Meaning: "mark" or "pending" } && IsCapitals(block, close - 1));
            return isPlaceholder ? (close + 1, "brackets") : (0, "");
        }

        /// <summary><c>[quote from leader to come]</c>, <c>[sum to be agreed by the owner]</c>.</summary>
        private bool ClosesAt(TokenizedBlock block, int open, int close)
        {
            for (var i = open + 2; i < close; i++)
            {
                if (_closers.Match(block.Tokens, i) is { Length: > 0 } match && (i + match.Length == close || (match.Meaning == "by" && block.TextOf(block.Tokens[i + match.Length]) is "by" or "with")))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The reader is told what to do with it: <c>put [your name] where the form says so</c>.</summary>
        private bool IsInstructed(TokenizedBlock block, int at)
        {
            for (var i = Math.Max(block.Sentences[block.SentenceOf(at) - block.FirstSentence].Start.Value, at - 6); i < at; i++)
            {
                if (_mentions.Match(block.Tokens, i).Meaning == "instructs")
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary><c>&lt;insert date&gt;</c>: what would open or describe in square brackets.</summary>
        private (int End, string Kind) ReadAngles(TokenizedBlock block, int at, bool isQuoted)
        {
            var tokens = block.Tokens;
            var close = at + 1;
            while (close < tokens.Length && close - at < 10 && block.Block.Prose.Text[tokens[close].Start] is not ('>' or '<'))
            {
                close++;
            }

            return close < tokens.Length && close > at + 1 && block.Block.Prose.Text[tokens[close].Start] == '>' && !isQuoted && !tokens[at + 1].SpaceBefore && _brackets.Match(tokens, at + 1).Meaning is "opens" or "describes"
                ? (close + 1, "brackets")
                : (0, "");
        }

        /// <summary>Three underscores or more between the words of a paragraph; at the end of a line they are a form's.</summary>
        private (int End, string Kind) ReadBlank(TokenizedBlock block, int at)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            var end = at + 1;
            while (end < tokens.Length && text[tokens[end].Start] == '_' && !tokens[end].SpaceBefore)
            {
                end++;
            }

            var isBetweenWords = block.Block.Kind == BlockKind.Paragraph && at > 1 && tokens[at].SpaceBefore && tokens[at - 1].Kind == TokenKind.Word &&
                end + 1 < tokens.Length && tokens[end].Kind != TokenKind.Mark && tokens[end].SpaceBefore;
            return end - at < 3 ? (0, "") : !isBetweenWords || _blanks++ > 0 ? (0, "") : (end, "blank");
        }

        /// <summary>Three question marks or more that stand by themselves; behind a word they are a cry.</summary>
        private static (int End, string Kind) ReadQuestionMarks(TokenizedBlock block, int at)
        {
            var tokens = block.Tokens;
            var text = block.Block.Prose.Text;
            var end = at + 1;
            while (end < tokens.Length && text[tokens[end].Start] == '?' && !tokens[end].SpaceBefore)
            {
                end++;
            }

            var standsAlone = tokens[at].SpaceBefore && at > 0 && tokens[at - 1].Kind == TokenKind.Word && (end >= tokens.Length || (tokens[end].Kind == TokenKind.Word && !tokens[end].Capital));
            return end - at >= 3 && (standsAlone || tokens.Length == end - at) ? (end, "mark") : (0, "");
        }

        private static bool IsRunOfX(TokenizedBlock block, int at) =>
            block.Tokens[at].Kind == TokenKind.Word && (block.TextOf(block.Tokens[at]).TrimStart('X').IsEmpty ||
                (block.Tokens[at].Length > 1 && block.TextOf(block.Tokens[at]).TrimStart('x').IsEmpty));

        /// <summary><c>x</c>, <c>XXm</c>, <c>XXXbn</c>: what may stand for an amount behind the sign of a currency.</summary>
        private static bool IsScaledX(ReadOnlySpan<char> word)
        {
            var rest = word.TrimStart("xX");
            return rest.Length < word.Length && rest is "" or "m" or "bn" or "k" or "M";
        }

        /// <summary><c>[a link]({{ … }})</c>: the address is made later.</summary>
        private static bool IsTemplateLink(TokenizedBlock block, int at) =>
            at < block.Tokens.Length && !block.Tokens[at].SpaceBefore && block.Block.Prose.Text[block.Tokens[at].Start] == '(';

        private bool IsCurrency(TokenizedBlock block, int at) => block.Tokens[at].Kind == TokenKind.Mark && _currencies.Match(block.Tokens, at).Length > 0;

        private static bool IsCapitals(TokenizedBlock block, int at) => AsciiText.IsCapitals(block.TextOf(block.Tokens[at]));
    }
}
