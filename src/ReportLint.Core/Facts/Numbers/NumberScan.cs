namespace ReportLint.Core.Facts.Numbers;

/// <summary>What the readers of numbers share while they go over a document, block by block.</summary>
internal sealed class NumberScan(AnalysisContext context, TokenizedBlock block, NumberLexicons lexicons)
{
    public AnalysisContext Context { get; } = context;

    /// <summary>The block that is being read.</summary>
    public TokenizedBlock Block { get; set; } = block;

    public NumberLexicons Lexicons { get; } = lexicons;

    public Token[] Tokens => Block.Tokens;

    /// <summary>True where the token is this word; for the grammar of numbers itself, not for knowledge.</summary>
    public bool Is(int at, string word) => NumeralReader.IsWord(Block, at, word);

    /// <summary>The index just behind a hyphen that glues a number to the word behind it, or the same index.</summary>
    public int SkipHyphen(int at) =>
        at + 1 < Tokens.Length && !Tokens[at].SpaceBefore && !Tokens[at + 1].SpaceBefore && Block.TextOf(Tokens[at]) is "-" or "‑" ? at + 1 : at;

    /// <summary>The meaning of the longest words of a lexicon that end right before a token, and where they begin; empty where none do.</summary>
    public (string Meaning, int Start) MeaningBefore(Knowledge.Lexicon lexicon, int at, int reach)
    {
        for (var back = Math.Min(reach, at); back >= 1; back--)
        {
            if (lexicon.Match(Tokens, at - back) is { Length: > 0 } match && match.Length == back)
            {
                return (match.Meaning, at - back);
            }
        }

        return ("", at);
    }

    /// <summary>True where an entry of a lexicon ends right before a token, at most <paramref name="reach"/> tokens long.</summary>
    public bool StandsBefore(Knowledge.Lexicon lexicon, int at, int reach)
    {
        for (var back = 1; back <= reach && back <= at; back++)
        {
            if (lexicon.Match(Tokens, at - back) is { Length: > 0 } match && match.Length == back)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What was read at a token.</summary>
/// <param name="Fact">The number or the name, or null where nothing was.</param>
/// <param name="End">Index of the token to go on at.</param>
/// <param name="Start">Index of its first token.</param>
internal readonly record struct NumberRead(Fact? Fact, int End, int Start);
