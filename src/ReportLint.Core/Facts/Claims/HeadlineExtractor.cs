using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Claims;

/// <summary>
/// Finds changes and multiples that a heading claims of the two figures in the first sentences below it: <c>Complaints fall by a third</c>
/// over <c>There were 1,240 complaints in 2015 and 1,120 in 2016</c>. The two are the only ones there, and a word of the heading stands with
/// them, or they are told of two times in one sentence.
/// </summary>
public sealed class HeadlineExtractor : IFactExtractor
{
    /// <summary>How many sentences below the heading are looked at.</summary>
    private const int Sentences = 2;

    /// <summary>Most tokens that are looked at on either side: a sentence without an end must not make the work grow.</summary>
    private const int Reach = 120;

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [ClaimTypes.Change, ClaimTypes.Multiple];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        Reader? reader = null;
        var blocks = context.Document.Blocks;
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && blocks[i + 1].Kind == BlockKind.Paragraph && context.Blocks[i + 1].HasMentions)
            {
                reader ??= new Reader(context);
                reader.Read(context.Blocks[i], context.Blocks[i + 1]);
            }
        }
    }

    /// <summary>What a heading says that a figure did.</summary>
    /// <param name="Direction"><c>up</c> or <c>down</c>; empty for a multiple.</param>
    /// <param name="Size">The number that says by how much, or null.</param>
    /// <param name="Factor">The multiple, or null.</param>
    /// <param name="First">First token of the words that make the claim.</param>
    /// <param name="End">Token behind them.</param>
    private readonly record struct Claim(string Direction, NumericFact? Size, string? Factor, int First, int End);

    private sealed class Reader(AnalysisContext context)
    {
        private readonly Lexicon _direction = context.Knowledge.Lexicon("direction");
        private readonly Lexicon _multiples = context.Knowledge.Lexicon("headline-multiples");
        private readonly Lexicon _silencers = context.Knowledge.Lexicon("headline-silencers");
        private readonly Lexicon _hedges = context.Knowledge.Lexicon("hedges");
        private readonly Lexicon _sizeLeads = context.Knowledge.Lexicon("size-leads");
        private readonly Lexicon _nonNouns = context.Knowledge.Lexicon("non-nouns");

        public void Read(TokenizedBlock heading, TokenizedBlock below)
        {
            context.Work += Math.Min(heading.Tokens.Length, Reach);
            if (heading.Tokens.Length > Reach || ClaimOf(heading) is not { } claim)
            {
                return;
            }

            var end = Math.Min(below.Sentences[Math.Min(Sentences, below.Sentences.Length) - 1].End.Value, Reach);
            context.Work += end;
            if (PairIn(below, end, claim) is not var (first, second) || first is null || second is null || !IsTied(heading, below, claim, first, second, end))
            {
                return;
            }

            context.Facts.Add(claim.Factor is null ? Change(heading, claim, first, second) : Multiple(heading, claim, first, second));
        }

        /// <summary>The one claim of a heading; null where it has other numbers or words that take the claim elsewhere.</summary>
        private Claim? ClaimOf(TokenizedBlock heading)
        {
            string? direction = null;
            NumericFact? size = null;
            Claim? multiple = null;
            var (first, end) = (-1, -1);
            for (var at = 0; at < heading.Tokens.Length; at++)
            {
                if (_silencers.Match(heading.Tokens, at).Length > 0)
                {
                    return null;
                }

                if (heading.MentionAt(at) is NumericFact number)
                {
                    if (size is not null && size != number)
                    {
                        return null;
                    }

                    size = number;
                    end = at + 1;
                    first = first < 0 ? at : first;
                    continue;
                }

                if (_multiples.Match(heading.Tokens, at) is { Length: > 0 } word && IsVerb(heading, at + word.Length) && multiple is null)
                {
                    if (IsHedged(heading, at))
                    {
                        return null;
                    }

                    multiple = new Claim("", null, word.Meaning, at, at + word.Length);
                    at += word.Length - 1;
                }
                else if (_direction.Match(heading.Tokens, at) is { Length: > 0 } way)
                {
                    if (direction is not null && direction != way.Meaning)
                    {
                        return null;
                    }

                    direction = way.Meaning;
                    first = first < 0 ? at : first;
                    end = Math.Max(end, at + way.Length);
                    at += way.Length - 1;
                }
            }

            return multiple is not null ? size is null && direction is null ? multiple : null
                : direction is not null && size is Percentage or Fraction ? new Claim(direction, size, null, first, end) : null;
        }

        /// <summary>Behind <c>double</c> as a verb stands the end, or a word that begins no noun.</summary>
        private bool IsVerb(TokenizedBlock heading, int behind) =>
            behind >= heading.Tokens.Length || heading.Tokens[behind].Kind == TokenKind.Mark || _nonNouns.Match(heading.Tokens, behind).Length > 0;

        private bool IsHedged(TokenizedBlock heading, int at)
        {
            const int longest = 4;
            for (var back = 1; back <= longest && back <= at; back++)
            {
                if (_hedges.Match(heading.Tokens, at - back).Length == back)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The only two figures of one unit in the first sentences that can be ends of the claim; the size itself may be told again.</summary>
        private (NumericFact? First, NumericFact? Second)? PairIn(TokenizedBlock below, int end, in Claim claim)
        {
            NumericFact? first = null, second = null;
            for (var at = 0; at < end; at++)
            {
                if (below.MentionAt(at) is not NumericFact number || (at > 0 && below.MentionAt(at - 1) == number) || number.IsCompound || number.Dimension is "time" or "age" || number is Fraction
                    || (number is Percentage && (claim.Size is null || number.Nominal == claim.Size.Nominal)))
                {
                    continue;
                }

                if (second is not null || number.IsRangeEnd || number.IsBareYear || number is not Quantity || IsSize(below, at))
                {
                    return null;
                }

                (first, second) = first is null ? (number, second) : (first, number);
            }

            return first is not null && second is not null && first.Unit == second.Unit && first.Dimension == second.Dimension && first.Nominal > 0 && second.Nominal > 0 ? (first, second) : null;
        }

        private bool IsSize(TokenizedBlock below, int at)
        {
            const int longest = 2;
            for (var back = 1; back <= longest && back <= at; back++)
            {
                if (_sizeLeads.Match(below.Tokens, at - back).Length == back)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>True where both figures are told of two times, and stand in one sentence or share a word with the heading.</summary>
        private bool IsTied(TokenizedBlock heading, TokenizedBlock below, in Claim claim, NumericFact first, NumericFact second, int end)
        {
            var (was, became) = (first.Key.Period, second.Key.Period);
            if (was.Length == 0 || became.Length == 0 || was == became)
            {
                return false;
            }

            if (first.Sentence == second.Sentence)
            {
                return true;
            }

            for (var at = 0; at < heading.Tokens.Length; at++)
            {
                if ((at >= claim.First && at < claim.End) || heading.Tokens[at] is not { Kind: TokenKind.Word, Length: > 3 } || heading.MentionAt(at) is DateMention || _nonNouns.Match(heading.Tokens, at).Length > 0)
                {
                    continue;
                }

                var word = NounPhrase.Singular(heading.TextOf(heading.Tokens[at]));
                for (var i = 0; i < end; i++)
                {
                    if (below.Tokens[i].Kind == TokenKind.Word && below.MentionAt(i) is null && NounPhrase.Singular(below.TextOf(below.Tokens[i])) == word)
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private PhraseFact Change(TokenizedBlock heading, in Claim claim, NumericFact first, NumericFact second) =>
            Make(ClaimTypes.Change, heading, claim, second.Sentence, [Value.Of(claim.Direction), Value.Of(first), Value.Of(second), Value.Unknown, claim.Size is Percentage ? Value.Of(claim.Size) : Value.Unknown, claim.Size is Fraction ? Value.Of(claim.Size) : Value.Unknown, Value.Of("contrasted")]);

        private PhraseFact Multiple(TokenizedBlock heading, in Claim claim, NumericFact first, NumericFact second) =>
            Make(ClaimTypes.Multiple, heading, claim, second.Sentence, [Value.Of(claim.Factor), Value.Of(first), Value.Of(second), Value.Unknown, Value.Of("paired"), Value.Unknown, Value.Of(PieceAt(heading, claim))]);

        private PhraseFact Make(FactType type, TokenizedBlock heading, in Claim claim, int sentence, Value[] slots) => new(type, slots)
        {
            Document = context.Document,
            Block = heading.Block,
            Prose = heading.SpanOf(claim.First, claim.End),
            Sentence = sentence,
            Time = context.Time,
        };

        private Piece PieceAt(TokenizedBlock heading, in Claim claim) => new()
        {
            Document = context.Document,
            Block = heading.Block,
            Prose = heading.SpanOf(claim.First, claim.End),
            Sentence = heading.FirstSentence,
        };
    }
}
