using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds what a review left in the text: marks of changes (CriticMarkup), comments in brackets and draft marks whose words are in
/// <c>lexicon/review-words.yml</c>.
/// </summary>
public sealed class ReviewLeftoverExtractor : IFactExtractor
{
    private static readonly (string Open, string Close, string Kind)[] Changes =
        [("{++", "++}", "change"), ("{--", "--}", "change"), ("{~~", "~~}", "change"), ("{>>", "<<}", "comment")];

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [ReviewLeftover.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var words = context.Knowledge.Lexicon("review-words");
        HashSet<string>? numbers = null;
        var isDeclared = context.Document.Properties.Any(static p => (p.Name is "status" or "draft") && (p.Value.StartsWith("draft", StringComparison.OrdinalIgnoreCase) || p.Value == "true"));
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind == BlockKind.TableCell || block.Tokens.Length == 0)
            {
                continue;
            }

            var text = block.Block.Prose.Text;
            if (block.MayHave(Cues.Brace))
            {
                AddAllChanges(block);
            }

            // A comment is told by its words, wherever its brackets stand.
            for (var i = 0; i < block.Tokens.Length && block.MayHave(Cues.Review); i++)
            {
                if ((i == 0 || text[block.Tokens[i].Start] is '[' or '(') && CommentAt(block, words, i) is { } comment)
                {
                    Add(block, "comment", comment);
                }
            }

            if (block.Block is { Kind: BlockKind.Paragraph, List: null, IsQuoted: false })
            {
                AddStruck(block);
            }

            if (block.MayHave(Cues.Review) && DraftLength(block, words) is var length and > 0)
            {
                Add(block, "draft", block.SpanOf(0, length));
            }
        }

        void AddAllChanges(TokenizedBlock block) => AddChanges(block.Block.Prose.Text, (kind, span) => Add(block, kind, span));

        // A number that is struck out right before another one, in running text: the change was never taken over. Words are struck out in jest, and lists show what changed.
        void AddStruck(TokenizedBlock block)
        {
            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.Deleted, Label: { } struck } && struck.Length > 0 && Array.FindIndex(block.Tokens, t => t.Start >= mark.Prose.Start) is var at and > 0 &&
                    block.MentionAt(at) is NumericFact or Dates.DateMention && (struck.AsSpan().ContainsAnyInRange('0', '9') || (numbers ??= context.Knowledge.Lexicon("number-words").Phrases.ToHashSet(StringComparer.Ordinal)).Contains(struck.Trim().ToLowerInvariant())) && !IsInQuotes(block, at))
                {
                    context.Facts.Add(new ReviewLeftover
                    {
                        Document = context.Document,
                        Block = block.Block,
                        Prose = new TextSpan(mark.Prose.Start, 0),
                        Source = mark.Source,
                        Struck = struck,
                        Kind = "change",
                        IsDeclared = isDeclared,
                    });
                }
            }
        }

        void Add(TokenizedBlock block, string kind, TextSpan prose) => context.Facts.Add(new ReviewLeftover
        {
            Document = context.Document,
            Block = block.Block,
            Prose = prose,
            Kind = kind,
            IsDeclared = isDeclared,
        });
    }

    /// <summary><c>[Comment from JH: is this right?]</c>, <c>Comment [JB1]: check</c> at the start of a block; null where none begins at a token.</summary>
    private static TextSpan? CommentAt(TokenizedBlock block, Lexicon words, int at)
    {
        const int longestAuthor = 4;
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (text[tokens[at].Start] == '[' && at + 1 < tokens.Length && words.Match(tokens, at + 1) is { Length: > 0, Meaning: "comment" } comment)
        {
            var author = at + 1 + comment.Length;
            if (author < tokens.Length && text[tokens[author].Start] == '[' && EndOfAuthor(block, author) is { } colon)
            {
                return EndOfBrackets(block, colon + 1) is { } closed ? TextSpan.FromBounds(tokens[at].Start, closed) : null;
            }

            for (var i = author; i < tokens.Length && i <= at + 1 + comment.Length + longestAuthor && text[tokens[i].Start] is not (']' or '.'); i++)
            {
                if (text[tokens[i].Start] == ':')
                {
                    return text.IndexOf(']', tokens[at].Start) is var close and > 0 ? TextSpan.FromBounds(tokens[at].Start, close + 1) : null;
                }
            }
        }

        if (text[tokens[at].Start] == '(' && at + 3 < tokens.Length && AreInitials(block, at + 1) && block.TextOf(tokens[at + 2]) is "to" && words.Match(tokens, at + 3).Meaning == "request" &&
            EndOfBrackets(block, at + 3) is { } bracket)
        {
            return TextSpan.FromBounds(tokens[at].Start, bracket);
        }

        if (text[tokens[at].Start] == '[' && at + 2 < tokens.Length && words.Match(tokens, at + 1) is { Length: > 0, Meaning: "change" } change && at + 1 + change.Length < tokens.Length &&
            text[tokens[at + 1 + change.Length].Start] == ':' && EndOfBrackets(block, at + 1) is { } changed)
        {
            return TextSpan.FromBounds(tokens[at].Start, changed);
        }

        if (text[tokens[at].Start] == '[' && at + 2 < tokens.Length && AreInitials(block, at + 1) && text[tokens[at + 2].Start] == ':' && RequestTo(block, words, at + 3) is { } end)
        {
            return TextSpan.FromBounds(tokens[at].Start, end);
        }

        if (at == 0 && words.Match(tokens, 0) is { Length: > 0, Meaning: "comment" } opening && opening.Length < tokens.Length && text[tokens[opening.Length].Start] == '[')
        {
            for (var i = opening.Length + 1; i + 1 < tokens.Length && i <= opening.Length + longestAuthor; i++)
            {
                if (text[tokens[i].Start] == ']' && text[tokens[i + 1].Start] == ':')
                {
                    return block.SpanOf(0, block.Sentences[0].End.Value);
                }
            }
        }

        return null;
    }

    private static bool IsInQuotes(TokenizedBlock block, int at)
    {
        var quotes = new QuoteTracker();
        for (var i = 0; i < at; i++)
        {
            quotes.Read(block.Block.Prose.Text, block.Tokens[i]);
        }

        return quotes.IsInside;
    }

    /// <summary>Index of the colon behind <c>[DS2]</c>; null where what stands there is none.</summary>
    private static int? EndOfAuthor(TokenizedBlock block, int at)
    {
        const int longestAuthor = 4;
        var text = block.Block.Prose.Text;
        for (var i = at + 1; i + 1 < block.Tokens.Length && i <= at + longestAuthor; i++)
        {
            if (text[block.Tokens[i].Start] == ']')
            {
                return text[block.Tokens[i + 1].Start] == ':' ? i + 1 : null;
            }
        }

        return null;
    }

    /// <summary>The end of the brackets that stand open at a token; null where they do not end soon.</summary>
    private static int? EndOfBrackets(TokenizedBlock block, int from)
    {
        const int longestComment = 60;
        var text = block.Block.Prose.Text;
        for (var i = from; i < block.Tokens.Length && i < from + longestComment; i++)
        {
            if (text[block.Tokens[i].Start] is ']' or ')')
            {
                return block.Tokens[i].End;
            }
        }

        return null;
    }

    /// <summary>Two or three capitals, as a reviewer signs: <c>[JM: check with the registrar]</c>.</summary>
    private static bool AreInitials(TokenizedBlock block, int at) =>
        block.Tokens[at] is { Kind: TokenKind.Word, Length: 2 or 3, SpaceBefore: false } && !block.TextOf(block.Tokens[at]).ContainsAnyExceptInRange('A', 'Z');

    /// <summary>The end of the brackets where what they hold asks for something; null where it does not.</summary>
    private static int? RequestTo(TokenizedBlock block, Lexicon words, int first)
    {
        const int longestRequest = 30;
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (first >= tokens.Length || words.Match(tokens, first).Meaning != "request")
        {
            return null;
        }

        for (var i = first; i < tokens.Length && i < first + longestRequest; i++)
        {
            if (text[tokens[i].Start] == ']')
            {
                return tokens[i].End;
            }
        }

        return null;
    }

    /// <summary>Changes that touch, <c>{--lost--}{++won++}</c>, are one.</summary>
    private static void AddChanges(string text, Action<string, TextSpan> add)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at))
        {
            var (end, kind) = (at, "");
            while (ChangeAt(text, end) is { } change)
            {
                (end, kind) = (change.End, kind.Length > 0 ? kind : change.Kind);
            }

            if (end > at)
            {
                add(kind, TextSpan.FromBounds(at, end));
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static (int End, string Kind)? ChangeAt(string text, int at)
    {
        foreach (var (open, close, kind) in Changes)
        {
            if (text.AsSpan(at).StartsWith(open, StringComparison.Ordinal) && text.IndexOf(close, at + open.Length, StringComparison.Ordinal) is var end and > 0)
            {
                return (end + close.Length, kind);
            }
        }

        return null;
    }

    /// <summary>
    /// How many tokens of a line are a draft's mark: DRAFT in capitals alone or before a version, a dash or words such as "not for circulation"; the
    /// same words in any case behind "draft". A draft of something (Draft budget) is that thing.
    /// </summary>
    private static int DraftLength(TokenizedBlock block, Lexicon words)
    {
        const int longestMark = 12;
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (tokens.Length > longestMark || !tokens[0].Capital || words.Match(tokens, 0) is not { Length: 1, Meaning: "draft" })
        {
            return 0;
        }

        var isCapital = AsciiText.IsCapitals(block.TextOf(tokens[0]));
        var says = tokens.Length == 1 && isCapital;
        for (var i = 1; i < tokens.Length; i++)
        {
            var meaning = words.Match(tokens, i).Meaning;
            if (meaning == "purpose")
            {
                return 0;
            }

            says |= meaning == "restriction" || (i == 1 && isCapital && text[tokens[i].Start] is '–' or '—' or '-' or ':' or '/') ||
                (i == 1 && meaning == "version" && i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Number) || (i == 1 && isCapital && tokens[i].Kind == TokenKind.Number);
        }

        return says ? tokens.Length : 0;
    }
}
