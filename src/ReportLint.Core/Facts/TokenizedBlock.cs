using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts;

/// <summary>A block cut into tokens and sentences.</summary>
public sealed class TokenizedBlock
{
    /// <summary>The block.</summary>
    public required Block Block { get; init; }

    /// <summary>Its tokens in order.</summary>
    public required Token[] Tokens { get; init; }

    /// <summary>Its sentences as half-open ranges of token indexes; together they cover all tokens.</summary>
    public required IReadOnlyList<Range> Sentences { get; init; }

    /// <summary>Number in the document of its first sentence.</summary>
    public required int FirstSentence { get; init; }

    /// <summary>
    /// What was recognised, in order and without overlap: numbers, dates, identifiers. Filled by the recognisers.
    /// </summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>The text of a token.</summary>
    public ReadOnlySpan<char> TextOf(Token token) => Block.Prose.Text.AsSpan(token.Start, token.Length);

    /// <summary>Number in the document of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        for (var i = Sentences.Count - 1; i > 0; i--)
        {
            if (Sentences[i].Start.Value <= token)
            {
                return FirstSentence + i;
            }
        }

        return FirstSentence;
    }

    /// <summary>The prose covered by a half-open range of tokens.</summary>
    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End);
}

/// <summary>Tokens that were understood as one thing.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="Fact">What it is.</param>
public readonly record struct Mention(int FirstToken, int EndToken, Fact Fact);
