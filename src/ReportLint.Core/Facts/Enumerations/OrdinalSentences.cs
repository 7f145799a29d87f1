using System.Globalization;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>A count with the sentences behind it that begin with ordinals.</summary>
/// <param name="Counted">The count.</param>
/// <param name="Reached">How far the ordinals go.</param>
/// <param name="Last">The last such sentence, a place in the prose.</param>
internal readonly record struct OrdinalSentences(AnnouncedCount Counted, int Reached, TextSpan Last)
{
    /// <summary>Reads <c>There are three weaknesses. First, … Second, …</c>; null where the last may stand elsewhere.</summary>
    public static OrdinalSentences? Read(AnalysisContext context, TokenizedBlock block, int sentence, EnumerationWords words)
    {
        if (sentence + 2 >= block.Sentences.Length || OrdinalAt(block, sentence + 1, words) != "1" ||
            AnnouncedCount.Find(block, block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value, words) is not { IsListNoun: true } counted)
        {
            return null;
        }

        // A last one without its ordinal hides where more is said behind the last ordinal than behind the others.
        var (reached, lastSentence, longest, end) = (1, sentence + 1, 1, block.Sentences.Length);
        for (var next = sentence + 2; next < end; next++)
        {
            context.Work++;
            var ordinal = OrdinalAt(block, next, words);
            if (ordinal == "last")
            {
                return null;
            }

            // What follows another "first" is told of something else.
            end = ordinal == "1" ? next : end;

            if (ordinal.Length > 0 && int.Parse(ordinal, CultureInfo.InvariantCulture) == reached + 1)
            {
                reached++;
                longest = Math.Max(longest, next - lastSentence);
                lastSentence = next;
            }
        }

        var isGoingOn = block.Block.Index + 1 < context.Blocks.Count && OrdinalAt(context.Blocks[block.Block.Index + 1], 0, words).Length > 0;
        return reached < 2 || isGoingOn || Math.Abs(counted.Count.Nominal - reached) > 1 || (reached < counted.Count.Nominal && end - 1 - lastSentence > longest)
            ? null
            : new(counted, reached, block.SpanOf(block.Sentences[lastSentence].Start.Value, block.Sentences[lastSentence].End.Value));
    }

    /// <summary>The meaning of the ordinal that opens a sentence, behind an "and" where one stands; empty where none does.</summary>
    private static string OrdinalAt(TokenizedBlock block, int sentence, EnumerationWords words)
    {
        if (sentence >= block.Sentences.Length || block.Sentences[sentence].Start.Value is var at && at >= block.Tokens.Length)
        {
            return "";
        }

        return words.Ordinals.Match(block.Tokens, words.IsConjunction(block, at) ? at + 1 : at).Meaning;
    }
}
