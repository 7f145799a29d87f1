using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>Finds words, sentences and paragraphs that stand twice next to each other.</summary>
public sealed class RepeatedTextExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [RepeatedText.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var doubles = new DoubledWords(context.Knowledge);
        var sentences = new RepeatedSentences(context);
        TokenizedBlock? previous = null;
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind != BlockKind.TableCell && !block.Block.IsQuoted)
            {
                doubles.Find(context, block);
                sentences.Read(block);
                if (block.Block.Kind != BlockKind.Heading)
                {
                    FindSentences(context, block);
                    FindParagraph(context, previous, block);
                }
            }

            previous = block;
        }

        sentences.AddFacts();
    }

    /// <summary>A sentence that the next one repeats, told once where more repeat it; in a block without stops, a first half that the second half repeats.</summary>
    private static void FindSentences(AnalysisContext context, TokenizedBlock block)
    {
        var text = block.Block.Prose.Text;
        if (block.Sentences.Length == 1)
        {
            var half = block.Tokens.Length / 2;
            if (block.Tokens.Length % 2 == 0 && half > 0 && AreEqual(context.Document.Source.Content, block, 0, half, block, half, block.Tokens.Length))
            {
                Add(context, "sentence", block, 0, half, block, half, block.Tokens.Length);
            }

            return;
        }

        var quotes = new QuoteTracker();
        var (isRepeated, quotesAt) = (false, 0);
        for (var s = 1; s < block.Sentences.Length; s++)
        {
            var (first, second) = (block.Sentences[s - 1], block.Sentences[s]);
            if (first.End.Value - first.Start.Value != second.End.Value - second.Start.Value)
            {
                isRepeated = false;
                continue;
            }

            for (; quotesAt < first.End.Value; quotesAt++)
            {
                quotes.Read(text, block.Tokens[quotesAt]);
            }

            var wasRepeated = isRepeated;
            isRepeated = !quotes.IsInside && AreEqual(context.Document.Source.Content, block, first.Start.Value, first.End.Value, block, second.Start.Value, second.End.Value);
            if (isRepeated && !wasRepeated)
            {
                Add(context, "sentence", block, first.Start.Value, first.End.Value, block, second.Start.Value, second.End.Value);
            }
        }
    }

    /// <summary>A block that the block before it says word for word, with nothing but white space between them.</summary>
    private static void FindParagraph(AnalysisContext context, TokenizedBlock? previous, TokenizedBlock block)
    {
        // A line that ends in a comma is one of a verse.
        if (previous is null || previous.Block.Kind != block.Block.Kind || (block.Tokens.Length > 0 && block.TextOf(block.Tokens[^1]) is "," or ";") || previous.Block.IsQuoted || block.Tokens.Length == 0 || previous.Block.List != block.Block.List ||
            !AreEqual(context.Document.Source.Content, previous, 0, previous.Tokens.Length, block, 0, block.Tokens.Length) || !IsNextTo(context.Document.Source.Content, previous.Block, block.Block))
        {
            return;
        }

        Add(context, block.Block.Kind == BlockKind.ListItem ? "item" : "paragraph", previous, 0, previous.Tokens.Length, block, 0, block.Tokens.Length);
    }

    private static bool IsNextTo(string content, Block first, Block second)
    {
        var (start, end) = (first.Span.End, second.Span.Start);
        return start <= end && content.AsSpan(start, end - start).IsWhiteSpace();
    }

    internal static bool AreEqual(string content, TokenizedBlock a, int aStart, int aEnd, TokenizedBlock b, int bStart, int bEnd)
    {
        if (aEnd - aStart != bEnd - bStart)
        {
            return false;
        }

        for (int i = aStart, j = bStart; i < aEnd; i++, j++)
        {
            if (!a.TextOf(a.Tokens[i]).SequenceEqual(b.TextOf(b.Tokens[j])))
            {
                return false;
            }
        }

        return !HaveDifferentCode(content, a, aStart, aEnd, b, bStart, bEnd);
    }

    /// <summary>Code stands in the prose as one character, so that two sentences which differ in it only look the same.</summary>
    private static bool HaveDifferentCode(string content, TokenizedBlock a, int aStart, int aEnd, TokenizedBlock b, int bStart, int bEnd)
    {
        using var second = CodeOf(b, bStart, bEnd).GetEnumerator();
        foreach (var code in CodeOf(a, aStart, aEnd))
        {
            if (!second.MoveNext() || !content.AsSpan(code.Start, code.Length).SequenceEqual(content.AsSpan(second.Current.Start, second.Current.Length)))
            {
                return true;
            }
        }

        return second.MoveNext();
    }

    private static IEnumerable<TextSpan> CodeOf(TokenizedBlock block, int start, int end)
    {
        var span = block.SpanOf(start, end);
        return block.Block.MarksFrom(span.Start).TakeWhile(m => m.Prose.Start < span.End).Where(m => m.Kind == MarkKind.Code && span.Contains(m.Prose)).Select(static m => m.Source);
    }

    internal static void Add(AnalysisContext context, string kind, TokenizedBlock a, int aStart, int aEnd, TokenizedBlock b, int bStart, int bEnd)
    {
        var words = 0;
        for (var i = bStart; i < bEnd; i++)
        {
            // What hangs together without a space, such as an address, is one word.
            words += b.Tokens[i].Kind == TokenKind.Word && (i == bStart || b.Tokens[i].SpaceBefore) ? 1 : 0;
        }

        var hasFigures = false;
        for (var i = bStart; i < bEnd && !hasFigures; i++)
        {
            hasFigures = b.MentionAt(i) is NumericFact or Dates.DateMention;
        }

        context.Facts.Add(new RepeatedText
        {
            Document = context.Document,
            Block = b.Block,
            HasFigures = hasFigures,
            Prose = b.SpanOf(bStart, bEnd),
            Sentence = b.SentenceOf(bStart),
            Kind = kind,
            Words = words,
            First = PieceOf(context, a, aStart, aEnd),
        });
    }

    internal static Piece PieceOf(AnalysisContext context, TokenizedBlock block, int first, int end) => new()
    {
        Document = context.Document,
        Block = block.Block,
        Prose = block.SpanOf(first, end),
        Sentence = block.SentenceOf(first),
    };
}

/// <summary>Finds a word, or a pair such as <c>of the</c>, that stands twice in a row.</summary>
internal sealed class DoubledWords(KnowledgeBase knowledge)
{
    private readonly Lexicon _allowed = knowledge.Lexicon("allowed-doubles");
    private readonly Lexicon _function = knowledge.Lexicon("function-words");

    /// <summary>Adds the doubled words of a block.</summary>
    public void Find(AnalysisContext context, TokenizedBlock block)
    {
        var tokens = block.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            // Equal words have one number.
            ref readonly var token = ref tokens[i];
            var length = tokens[i - 1].Word == token.Word && IsDoubledWord(block, i) ? 1
                : i >= 2 && token.Word != 0 && tokens[i - 2].Word == token.Word && i + 1 < tokens.Length && IsDoubledPair(block, i) ? 2
                : 0;
            if (length == 0)
            {
                continue;
            }

            context.Facts.Add(new RepeatedText
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(i - length, i + length),
                Sentence = block.SentenceOf(i),
                Kind = "word",
                HasFigures = false,
                Words = length,
                First = RepeatedTextExtractor.PieceOf(context, block, i - length, i),
            });
            i += length;
        }
    }

    private bool IsDoubledWord(TokenizedBlock block, int at)
    {
        var (first, second) = (block.Tokens[at - 1], block.Tokens[at]);
        if (!AreTwoWords(block, at - 1, at) || second.Capital || IsTautonym(block, at) || IsQuotedTerm(block, at) || HangsOn(block, at) || IsOneSetOff(block, first, second))
        {
            return false;
        }

        var (_, meaning) = _allowed.Match(block.Tokens, at);
        if (meaning == "always" || (meaning == "after-verb" && at >= 2 && block.Tokens[at - 2].Kind == TokenKind.Word && !IsFunction(block, at - 2)))
        {
            return false;
        }

        // A noun or verb may stand in one text set off from another (a term and its use); a function word may not.
        return (IsFunction(block, at) || (second.Length > 2 && IsEnglish(block, at) && !IsMarkedBetween(block, first.End, second.Start))) && IsPlainRun(block, at);
    }

    /// <summary>The end or the start of a longer word: <c>a break-in in May</c>, <c>the crew crew-list</c>.</summary>
    private static bool HangsOn(TokenizedBlock block, int at)
    {
        var text = block.Block.Prose.Text;
        return (at >= 2 && !block.Tokens[at - 1].SpaceBefore && text[block.Tokens[at - 1].Start - 1] is '-' or '‑' or '/') ||
            (at + 1 < block.Tokens.Length && !block.Tokens[at + 1].SpaceBefore && text[block.Tokens[at + 1].Start] is '-' or '‑' or '/' && at + 2 < block.Tokens.Length && !block.Tokens[at + 2].SpaceBefore);
    }

    /// <summary>One of the two is a word that is spoken of: <c>and or *or*</c>.</summary>
    private static bool IsOneSetOff(TokenizedBlock block, Token first, Token second)
    {
        foreach (var mark in block.Block.MarksFrom(first.Start))
        {
            if (mark.Kind is MarkKind.Emphasis or MarkKind.Strong && (mark.Prose == first.Span || mark.Prose == second.Span))
            {
                return true;
            }

            if (mark.Prose.Start > second.Start)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>A capital within a sentence and the same word without one: the name of a species, <c>the sole, Solea solea</c>.</summary>
    private static bool IsTautonym(TokenizedBlock block, int at) =>
        block.Tokens[at - 1].Capital && at >= 2 && block.SentenceOf(at - 2) == block.SentenceOf(at) && block.Block.Prose.Text[block.Tokens[at - 2].Start] is not ('"' or '“');

    /// <summary>The two words and nothing else in quotation marks: a term, <c>“done done”</c>.</summary>
    private static bool IsQuotedTerm(TokenizedBlock block, int at)
    {
        var text = block.Block.Prose.Text;
        return at >= 2 && at + 1 < block.Tokens.Length && text[block.Tokens[at - 2].Start] is '"' or '“' or '‘' && text[block.Tokens[at + 1].Start] is '"' or '”' or '’';
    }

    private bool IsDoubledPair(TokenizedBlock block, int at) =>
        AreTwoWords(block, at - 2, at) && block.Tokens[at - 1].Kind == TokenKind.Word && block.Tokens[at - 1].SpaceBefore && AreTwoWords(block, at - 1, at + 1) &&
        !block.Tokens[at].Capital && !block.Tokens[at + 1].Capital &&
        _function.Match(block.Tokens, at).Meaning == "preposition" && _function.Match(block.Tokens, at + 1).Meaning == "determiner";

    private bool IsFunction(TokenizedBlock block, int at) => _function.Match(block.Tokens, at).Length > 0;

    /// <summary>A word of another language may be doubled by its grammar: the neighbours must show that this is English.</summary>
    private bool IsEnglish(TokenizedBlock block, int at)
    {
        for (var i = Math.Max(0, at - 12); i < Math.Min(block.Tokens.Length, at + 12); i++)
        {
            if (i != at && i != at - 1 && IsFunction(block, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreTwoWords(TokenizedBlock block, int first, int second)
    {
        ref readonly var a = ref block.Tokens[first];
        ref readonly var b = ref block.Tokens[second];

        return a.Word == b.Word && a.Kind == TokenKind.Word && b.Kind == TokenKind.Word && b.SpaceBefore && a.Length == b.Length &&
            block.TextOf(a).Equals(block.TextOf(b), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Not three in a row, which are meant: <c>bla bla bla</c>, <c>"The the the bull is out"</c>.</summary>
    private static bool IsPlainRun(TokenizedBlock block, int at) =>
        (at + 1 >= block.Tokens.Length || !AreTwoWords(block, at, at + 1)) && (at < 2 || !AreTwoWords(block, at - 2, at));

    private static bool IsMarkedBetween(TokenizedBlock block, int end, int start) =>
        block.Block.HasMarkEndingAt(end) || block.Block.MarksFrom(start).FirstOrDefault()?.Prose.Start == start;
}
