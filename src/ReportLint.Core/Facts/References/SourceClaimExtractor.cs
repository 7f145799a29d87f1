using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds statements that lean on a source in general terms: <c>a recent study found that 40% …</c>, <c>experts say that …</c>,
/// <c>…, a report has found</c>, <c>according to one survey, …</c>. All words are data.
/// </summary>
public sealed class SourceClaimExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [SourceClaim.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var pass = new Pass(context);
        foreach (var block in context.Blocks.With(Cues.SourceClaim))
        {
            if (block.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                pass.Read(block);
            }
        }
    }

    private sealed class Pass(AnalysisContext context)
    {
        /// <summary>How far from its noun a verb may stand, in tokens, and how many blocks on a source may still be named.</summary>
        private readonly int _longestModifier = (int)context.Knowledge.Settings("references").Get("longest_modifier", 12);
        private readonly int _blocksAhead = (int)context.Knowledge.Settings("references").Get("blocks_ahead", 3);

        /// <summary>Counts in words up to this make no claim: a report shows marks in nine subjects.</summary>
        private const int LargestSmallNumber = 10;

        private readonly Lexicon _sources = context.Knowledge.Lexicon("claim-sources");
        private readonly Lexicon _verbs = context.Knowledge.Lexicon("claim-verbs");
        private readonly Lexicon _adverbs = context.Knowledge.Lexicon("claim-adverbs");
        private readonly Lexicon _determiners = context.Knowledge.Lexicon("vague-determiners");
        private readonly Lexicon _adjectives = context.Knowledge.Lexicon("vague-adjectives");
        private readonly Lexicon _openers = context.Knowledge.Lexicon("clause-openers");
        private readonly Lexicon _supposing = context.Knowledge.Lexicon("supposing-words");
        private readonly Lexicon _weak = context.Knowledge.Lexicon("weak-modals");
        private readonly Lexicon _ownVoice = context.Knowledge.Lexicon("own-voice");
        private readonly Lexicon _ownVerbs = context.Knowledge.Lexicon("own-study-verbs");
        private readonly Lexicon _blockers = context.Knowledge.Lexicon("claim-blockers");
        private readonly Lexicon _contrast = context.Knowledge.Lexicon("contrast-determiners");
        private readonly Lexicon _according = context.Knowledge.Lexicon("according-words");
        private readonly Lexicon _containers = context.Knowledge.Lexicon("claim-containers");
        private readonly Lexicon _leaningOpeners = context.Knowledge.Lexicon("leaning-openers");
        private readonly Lexicon _phrases = context.Knowledge.Lexicon("leaning-phrases");
        private readonly SourceNaming _naming = new(context);
        private readonly CueTable _cues = context.Knowledge.Cues;

        public void Read(TokenizedBlock block)
        {
            var quotes = new QuoteTracker();
            var text = block.Block.Prose.Text;
            for (var s = 0; s < block.Sentences.Length; s++)
            {
                var (start, end) = (block.Sentences[s].Start.Value, block.Sentences[s].End.Value);
                var isFound = false;
                for (var i = start; i < end; i++)
                {
                    quotes.Read(text, block.Tokens[i]);
                    if (isFound || (_cues.Of(block.Tokens[i].Word) & Cues.SourceClaim) == Cues.None)
                    {
                        continue;
                    }

                    if (LeaningAt(block, i, start) is { Length: > 0 } phrase && HasFigure(block, i + phrase.Length, end))
                    {
                        Add(block, s, i, i + phrase.Length - 1, null, quotes.IsInside);
                        isFound = true;
                    }

                    var (length, kind) = isFound ? (0, "") : _sources.Match(block.Tokens, i);
                    if (length > 0 && kind != "not" && !HasSample(block, i + length) && StartOfPhrase(block, start, i, kind) is var first and >= 0 && MakesClaim(block, start, end, first, i + length))
                    {
                        Add(block, s, first, i, block.TextOf(block.Tokens[i]).ToString().ToLowerInvariant(), quotes.IsInside);
                        isFound = true;
                    }
                }
            }
        }

        /// <summary><c>a survey of 1,012 adults</c>: so much told of it, a reader can ask for it.</summary>
        private static bool HasSample(TokenizedBlock block, int at)
        {
            const int smallestSample = 500;
            return at + 1 < block.Tokens.Length && block.TextOf(block.Tokens[at]) is "of" && block.MentionAt(at + 1) is Quantity { Nominal: >= smallestSample };
        }

        private (int Length, string Meaning) LeaningAt(TokenizedBlock block, int at, int start) =>
            at == start && _leaningOpeners.Match(block.Tokens, at) is { Length: > 0 } opener ? opener : _phrases.Match(block.Tokens, at);

        /// <summary>Index of the first token of the noun phrase, or -1 where it says which source is meant.</summary>
        private int StartOfPhrase(TokenizedBlock block, int start, int noun, string kind)
        {
            var first = noun;
            while (first > start && (_adjectives.Match(block.Tokens, first - 1).Length == 1 || IsAdjectivePair(block, start, first)))
            {
                first -= _adjectives.Match(block.Tokens, first - 1).Length == 1 ? 1 : 3;
            }

            for (var back = 3; back >= 1; back--)
            {
                if (first - back >= start && _determiners.Match(block.Tokens, first - back) is { Length: > 0 } match && match.Length == back)
                {
                    return (match.Meaning == "one") == (kind == "one") ? first - back : -1;
                }
            }

            if (kind == "one" || IsOneOfThem(block, start, first))
            {
                return -1;
            }

            return first == start || _openers.Match(block.Tokens, first - 1).Length > 0 || IsAccordingTo(block, start, first) ? first : -1;
        }

        /// <summary>The rest of a list that named somebody: <c>and other experts</c>.</summary>
        private bool IsOneOfThem(TokenizedBlock block, int start, int first) =>
            first > start && _contrast.Match(block.Tokens, first).Length > 0 && block.TextOf(block.Tokens[first - 1]) is "and" or "or";

        /// <summary><c>long-term</c>: three tokens.</summary>
        private bool IsAdjectivePair(TokenizedBlock block, int start, int first) =>
            first - 3 >= start && _adjectives.Match(block.Tokens, first - 3).Length == 3;

        private bool IsAccordingTo(TokenizedBlock block, int start, int first) => first - 2 >= start && _according.Match(block.Tokens, first - 2).Length == 2;

        /// <summary>
        /// True where a verb of telling follows with a figure or <c>that</c> behind it, where the phrase trails a sentence with a
        /// figure, or where <c>according to</c> stands before it in such a sentence.
        /// </summary>
        private bool MakesClaim(TokenizedBlock block, int start, int end, int first, int afterNoun)
        {
            if (IsAccordingTo(block, start, first))
            {
                return HasFigure(block, start, end);
            }

            if (IsContainer(block, start, first, afterNoun))
            {
                return HasFigure(block, afterNoun + 1, Math.Min(end, afterNoun + 2));
            }

            for (var i = afterNoun; i < end && i < afterNoun + _longestModifier; i++)
            {
                if (_verbs.Match(block.Tokens, i).Length > 0)
                {
                    // "Nine in ten, research has found, …" goes on behind the comma.
                    var isTrailing = i + 2 >= end || (block.TextOf(block.Tokens[i + 1]) is "," && first > start && block.TextOf(block.Tokens[first - 1]) is ",");
                    return isTrailing
                        ? first > start && block.TextOf(block.Tokens[first - 1]) is "," && HasFigure(block, start, first)
                        : (block.TextOf(block.Tokens[i + 1]) is "that" && !Contains(_weak, block, i + 1, end)) || HasFigure(block, i + 1, end);
                }

                if (_adverbs.Match(block.Tokens, i).Length == 0 && (block.Tokens[i].Kind == TokenKind.Mark || _supposing.Match(block.Tokens, i).Length > 0 || _blockers.Match(block.Tokens, i).Length > 0))
                {
                    return false;
                }
            }

            return false;
        }

        /// <summary><c>In a recent study, …</c> at the start of a sentence.</summary>
        private bool IsContainer(TokenizedBlock block, int start, int first, int afterNoun) =>
            first == start + 1 && afterNoun < block.Tokens.Length && block.TextOf(block.Tokens[start]) is "In" && block.TextOf(block.Tokens[afterNoun]) is "," &&
            _containers.Match(block.Tokens, afterNoun - 1).Length == 1 && block.TextOf(block.Tokens[first]) is not "one";

        private static bool HasFigure(TokenizedBlock block, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (block.MentionAt(i) is NumericFact number && !(number is Quantity { InWords: true, Unit: "" } && number.Nominal <= LargestSmallNumber))
                {
                    return true;
                }
            }

            return false;
        }

        private void Add(TokenizedBlock block, int sentence, int first, int noun, string? source, bool isQuoted)
        {
            var tokens = block.Tokens;
            var (start, end) = (block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value);
            var isContrast = _contrast.Match(tokens, first).Length > 0;
            context.Facts.Add(new SourceClaim
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.SpanOf(first, end),
                Sentence = block.FirstSentence + sentence,
                Source = source,
                Opening = block.Block.Prose.Text[tokens[first].Start..tokens[noun].End],
                IsCited = _naming.IsCited(block, sentence),
                IsNamed = _naming.IsNamed(block, sentence, noun, isContrast, _blocksAhead),
                IsOwn = IsOwn(block, sentence),
                IsSupposed = isQuoted || block.Block.IsQuoted || block.TextOf(tokens[end - 1]) is "?" || Contains(_supposing, block, start, noun),
            });
        }

        private bool IsOwn(TokenizedBlock block, int sentence)
        {
            if (Contains(_ownVoice, block, block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value))
            {
                return true;
            }

            for (var s = Math.Max(0, sentence - 3); s < sentence; s++)
            {
                var (start, end) = (block.Sentences[s].Start.Value, block.Sentences[s].End.Value);
                if (Contains(_ownVoice, block, start, end) && Contains(_ownVerbs, block, start, end))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool Contains(Lexicon lexicon, TokenizedBlock block, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (lexicon.Match(block.Tokens, i).Length > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
