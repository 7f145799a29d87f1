using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Rankings;

/// <summary>
/// Finds superlatives that are tied to their figure by a name: <c>Leeds has 41, York 52 and Hull 12 … York has the most</c>, in the
/// sentence of the figures, behind the last of them, or in the next; or by the figure itself, which the claim tells again: <c>The marks were 61, 72, 83
/// and 75. The highest, 75, …</c> What ties a claim to figures is data (<c>lexicon/ranking-claims.yml</c>).
/// </summary>
internal sealed class RankingExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [FigureClaims.Superlative];

    public void Extract(AnalysisContext context)
    {
        Reader? reader = null;
        foreach (var block in context.Blocks)
        {
            if (block.HasNumbers(NamedFigures.Fewest) && block.Block.Kind is not (BlockKind.TableCell or BlockKind.Heading))
            {
                reader ??= new Reader(context);
                reader.Read(block);
            }
        }
    }

    /// <summary>Where and how a sentence ranks.</summary>
    private readonly record struct Claim(int First, int End, string Direction, string Dimension, string Tie, bool IsJudged);

    /// <summary>Reads the blocks of one document.</summary>
    private sealed class Reader(AnalysisContext context)
    {
        private readonly Lexicon _claims = context.Knowledge.Lexicon("ranking-claims");
        private readonly Lexicon _nonNouns = context.Knowledge.Lexicon("non-nouns");
        private readonly NamedFigures _figures = new(
            context.Knowledge.Lexicon("ranking-separators"), context.Knowledge.Lexicon("ranking-prepositions"), context.Knowledge.Lexicon("determiners"));

        /// <summary>Most tokens between a claim and the figure that it tells again.</summary>
        private const int Reach = 8;

        private readonly FigureRun _runs = new(context.Knowledge.Lexicon("list-conjunctions"));

        public void Read(TokenizedBlock block)
        {
            List<NamedFigure> figures = NamedFigures.None, run = NamedFigures.None;
            for (var i = 0; i < block.Sentences.Length; i++)
            {
                var sentence = block.Sentences[i];
                var (before, runBefore) = (figures, run);
                figures = _figures.Read(block, sentence);
                run = figures.Count > 0 || !_figures.AreEnough ? figures : _runs.Read(block, sentence);
                if (figures.Count > 0)
                {
                    Find(block, sentence, figures, Math.Max(figures[^1].Figure.EndToken, figures[^1].End), sentence.End.Value);
                }
                else if (run.Count > 0)
                {
                    FindTold(block, run, run[^1].Figure.EndToken, sentence.End.Value);
                }
                else if (runBefore.Count > 0)
                {
                    FindTold(block, runBefore, sentence.Start.Value, sentence.End.Value);
                    if (before.Count > 0)
                    {
                        Find(block, block.Sentences[i - 1], before, sentence.Start.Value, sentence.End.Value);
                    }
                }
            }
        }

        /// <summary>Looks for a claim that tells one of the figures of a sentence again, and no other number.</summary>
        private void FindTold(TokenizedBlock block, List<NamedFigure> figures, int from, int to)
        {
            if (TheOnlyNumber(block, from, to) is not { } told ||
                figures.FindAll(f => ((NumericFact)f.Figure.Fact).Nominal == told.Number.Nominal && NamedFigures.SameUnit((NumericFact)f.Figure.Fact, told.Number)) is not [var named] ||
                ClaimIn(block, from, to, told.Number.Dimension, out _, out _, out var since, told.Number) is not { } claim || since >= 0 ||
                told.First - claim.End > Reach || claim.First - told.First > Reach ||
                (claim.IsJudged && figures.TrueForAll(f => ((NumericFact)f.Figure.Fact).Nominal >= told.Number.Nominal)))
            {
                return;
            }

            Add(block, claim, figures, named with { First = told.First, End = told.First + 1 });
        }

        /// <summary>The one number of a range that is not in words, with its first token; null where there are none or several.</summary>
        private static (NumericFact Number, int First)? TheOnlyNumber(TokenizedBlock block, int from, int to)
        {
            (NumericFact Number, int First)? only = null;
            for (var at = from; at < to; at++)
            {
                if (block.MentionAt(at) is NumericFact { InWords: false, IsBareYear: false } number && only?.Number != number)
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = (number, at);
                }
            }

            return only is { Number: { IsCompound: false, IsRangeEnd: false, IsInQuotation: false } } ? only : null;
        }

        /// <summary>Looks for a claim about the figures of a sentence in a range of tokens.</summary>
        private void Find(TokenizedBlock block, Range sentence, List<NamedFigure> figures, int from, int to)
        {
            var last = (NumericFact)figures[^1].Figure.Fact;
            if (ClaimIn(block, from, to, last.Dimension, out var isGrouped, out var isSet, out var since) is not { } claim)
            {
                return;
            }

            if (since >= 0)
            {
                if (from < sentence.End.Value && block.MentionAt(since) is DateMention { Year: { } year } && figures[^1].Date?.Year is not null)
                {
                    Add(block, claim, figures.FindAll(f => f.Date?.Year > year), figures[^1]);
                }

                return;
            }

            if (Named(block, figures, from, to) is { } named &&
                (claim.Tie.Length == 0 || (claim.Tie == "dated" && named.Date is not null) || (claim.Tie != "tied" && isGrouped) || isSet || IsElliptical(block, claim, to) || SharesWord(block, sentence, figures, claim, from, to)))
            {
                Add(block, claim, figures, named);
            }
        }

        /// <summary>The one claim of a range that fits the dimension; null where there is none, or words take it back.</summary>
        private Claim? ClaimIn(TokenizedBlock block, int from, int to, string dimension, out bool isGrouped, out bool isSet, out int since, NumericFact? told = null)
        {
            Claim? found = null;
            (isGrouped, isSet, since) = (false, false, -1);
            for (var at = from; at < to; at++)
            {
                if (block.MentionAt(at) is NumericFact { InWords: false, IsBareYear: false } number && number != told)
                {
                    return null;
                }

                var (length, meaning) = _claims.Match(block.Tokens, at);
                switch (length == 0 ? "" : meaning)
                {
                    case "":
                        continue;
                    case "blocked":
                        return null;
                    case "set":
                        isSet = isGrouped = true;
                        break;
                    case "group":
                        isGrouped = true;
                        break;
                    case "since":
                        since = at + 1 < to ? at + 1 : since;
                        break;
                    default:
                        var words = meaning.Split(' ');
                        if (words[1] == "any" || words[1].Split('/').Contains(dimension))
                        {
                            if (found is not null)
                            {
                                return null;
                            }

                            found = new Claim(at, at + length, words[0], words[1], words.Length > 2 ? words[2] : "", words.Length > 3);
                        }

                        break;
                }

                at += length - 1;
            }

            return found;
        }

        /// <summary>The one figure whose name stands in a range, or null.</summary>
        private static NamedFigure? Named(TokenizedBlock block, List<NamedFigure> figures, int from, int to)
        {
            NamedFigure? named = null;
            foreach (var figure in figures)
            {
                for (var at = from; at < to; at++)
                {
                    // "The quietest year was 2017" ends in digits that nothing else tells from a number.
                    if (figure.Date is { } date && block.MentionAt(at) is DateMention other
                        ? other.Year == date.Year && other.Month == date.Month
                        : block.TextOf(block.Tokens[at]).Equals(block.TextOf(block.Tokens[figure.End - 1]), StringComparison.Ordinal))
                    {
                        if (named is not null)
                        {
                            return null;
                        }

                        named = figure with { First = at, End = at + 1 };
                        break;
                    }
                }
            }

            return named;
        }

        /// <summary><c>Hull had the most.</c>, <c>It was highest in York.</c>: of what, the figures say.</summary>
        private bool IsElliptical(TokenizedBlock block, in Claim claim, int to) =>
            claim.End == to || block.Tokens[claim.End].Kind == TokenKind.Mark
            || (claim.First - 2 is var subject and >= 0 && block.SentenceOf(subject) == block.SentenceOf(claim.First)
                && (subject == 0 || block.SentenceOf(subject - 1) != block.SentenceOf(subject)) && _claims.Match(block.Tokens, subject).Meaning == "group");

        /// <summary>True where a word of some weight stands both with the figures and with the claim.</summary>
        private bool SharesWord(TokenizedBlock block, Range sentence, List<NamedFigure> figures, Claim claim, int from, int to)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var at = sentence.Start.Value; at < figures[^1].Figure.EndToken; at++)
            {
                if (IsTelling(block, at) && !figures.Exists(f => at >= f.First && at < f.End))
                {
                    words.Add(NounPhrase.Singular(block.TextOf(block.Tokens[at])));
                }
            }

            for (var at = from; at < to; at++)
            {
                if ((at < claim.First || at >= claim.End) && IsTelling(block, at) && words.Contains(NounPhrase.Singular(block.TextOf(block.Tokens[at]))))
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsTelling(TokenizedBlock block, int at) =>
            block.Tokens[at].Kind == TokenKind.Word && block.MentionAt(at) is null && _nonNouns.Match(block.Tokens, at).Length == 0;

        private void Add(TokenizedBlock block, Claim claim, List<NamedFigure> figures, NamedFigure named)
        {
            var others = new List<Fact>();
            foreach (var figure in figures)
            {
                if (figure.Figure.Fact != named.Figure.Fact)
                {
                    others.Add(figure.Figure.Fact);
                }
            }

            if (others.Count == 0)
            {
                return;
            }

            context.Facts.Add(Superlative(context, block, claim.Direction, named.Figure.Fact, others, block.SpanOf(named.First, named.End), block.SpanOf(claim.First, claim.End), block.SentenceOf(claim.First)));
        }
    }

    /// <summary>A superlative with the figure of the name that it is said of, and the others.</summary>
    internal static PhraseFact Superlative(AnalysisContext context, TokenizedBlock block, string direction, Fact best, List<Fact> others, TextSpan named, TextSpan claim, int sentence)
    {
        return new PhraseFact(FigureClaims.Superlative, [Value.Of(direction), Value.Of(best), Value.Of(others), Value.Unknown, Value.Unknown, Value.Unknown, Value.Of(PieceAt(named)), Value.Of(PieceAt(claim))])
        {
            Document = context.Document,
            Block = block.Block,
            Prose = claim,
            Sentence = sentence,
        };

        Piece PieceAt(TextSpan prose) => new() { Document = context.Document, Block = block.Block, Prose = prose, Sentence = sentence };
    }
}
