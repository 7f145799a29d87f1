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
        var (buffer, table, vocabulary) = (new Token[256], knowledge.Cues, knowledge.Vocabulary);
        var sentence = 0;
        var limits = knowledge.Settings("limits");
        var maximum = (long)limits.Get("tokens_per_document", 4_000_000);
        long count = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = document.Blocks[i];
            var text = block.Prose.Text;
            var length = Tokenizer.Tokenize(text, vocabulary, table, ref buffer, (int)Math.Min(maximum - count + 1, int.MaxValue), out var cues);
            count += length;
            if (count > maximum)
            {
                throw new LimitExceededException(FormattableString.Invariant($"The document has more than {maximum:#,0} words and marks, so nothing of it was checked."));
            }

            var tokens = new Token[length];
            Array.Copy(buffer, tokens, length);
            var sentences = (cues & Cues.Stop) == Cues.None ? SentenceSplitter.One(length) : SentenceSplitter.Split(tokens, text, abbreviations, openers);
            blocks[i] = new TokenizedBlock { Block = block, Tokens = tokens, Sentences = sentences, FirstSentence = sentence, Cues = cues };
            sentence += sentences.Length;
        }

        return new AnalysisContext { Document = document, Knowledge = knowledge.With(options.Settings), Blocks = new(blocks), Facts = new() { Limit = (long)limits.Get("facts_per_document", 1_000_000) }, AsOf = options.AsOf, Surroundings = options.Surroundings, Accepted = options.Accepted };
    }
}
