using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>Cuts a whole document into tokens and sentences.</summary>
public static class DocumentTokenizer
{
    /// <summary>A context with all blocks tokenized and no facts yet.</summary>
    /// <exception cref="LimitExceededException">The document has more tokens than the settings allow.</exception>
    public static AnalysisContext Tokenize(ReportDocument document, KnowledgeBase knowledge, LintOptions? options = null)
    {
        options ??= LintOptions.Default;
        var (abbreviations, openers) = (knowledge.Lexicon("abbreviations"), knowledge.Lexicon("sentence-openers"));
        var blocks = new TokenizedBlock[document.Blocks.Count];
        var (buffer, cues) = (new Token[256], knowledge.Cues);
        var sentence = 0;
        var limits = knowledge.Settings("limits");
        var maximum = (long)limits.Get("tokens_per_document", 4_000_000);
        long count = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = document.Blocks[i];
            var length = Tokenizer.Tokenize(block.Prose.Text, knowledge.Vocabulary, ref buffer, (int)Math.Min(maximum - count + 1, int.MaxValue));
            count += length;
            if (count > maximum)
            {
                throw new LimitExceededException(FormattableString.Invariant($"The document has more than {maximum:#,0} words and marks, so nothing of it was checked."));
            }

            var tokens = buffer.AsSpan(0, length).ToArray();
            var sentences = SentenceSplitter.Split(tokens, block.Prose.Text, abbreviations, openers);
            blocks[i] = new TokenizedBlock { Block = block, Tokens = tokens, Sentences = sentences, FirstSentence = sentence, Cues = cues.Of(tokens, block.Prose.Text) };
            sentence += sentences.Length;
        }

        return new AnalysisContext { Document = document, Knowledge = knowledge.With(options.Settings), Blocks = new(blocks), Facts = new() { Limit = (long)limits.Get("facts_per_document", 1_000_000) }, AsOf = options.AsOf, Surroundings = options.Surroundings, Accepted = options.Accepted };
    }
}
