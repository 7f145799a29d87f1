using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Tables;

/// <summary>The lexicons that tables are read with.</summary>
internal sealed class TableWords(KnowledgeBase knowledge)
{
    private readonly Lexicon _multipliers = knowledge.Lexicon("multipliers");
    private readonly Lexicon _letters = knowledge.Lexicon("scale-letters");

    /// <summary>Which numbers may be years.</summary>
    public PlausibleYears Years { get; } = new(knowledge);

    /// <summary>Whole cells that hold no figure; meanings <c>zero</c>, <c>missing</c>, <c>suppressed</c>.</summary>
    public Lexicon Blanks { get; } = knowledge.Lexicon("cell-blanks");

    /// <summary>Words before a number that is not exact.</summary>
    public Lexicon Hedges { get; } = knowledge.Lexicon("hedges");

    /// <summary>Currency signs and codes; the meaning is the code.</summary>
    public Lexicon Currencies { get; } = knowledge.Lexicon("currency-symbols");

    /// <summary>The percent sign and its words.</summary>
    public Lexicon Percents { get; } = knowledge.Lexicon("percent-signs");

    /// <summary>Note marks behind a number.</summary>
    public Lexicon Notes { get; } = knowledge.Lexicon("cell-notes");

    /// <summary>Labels of totals; meanings <c>total</c>, <c>result</c>.</summary>
    public Lexicon Totals { get; } = knowledge.Lexicon("total-labels");

    /// <summary>Labels of what is subtracted.</summary>
    public Lexicon Deductions { get; } = knowledge.Lexicon("deduction-labels");

    /// <summary>Labels of what is a part of the line above.</summary>
    public Lexicon OfWhich { get; } = knowledge.Lexicon("of-which-labels");

    /// <summary>Labels of figures that are no sums; meanings <c>never</c>, <c>anywhere</c>, <c>aside</c>.</summary>
    public Lexicon NotSummed { get; } = knowledge.Lexicon("average-labels");

    /// <summary>Labels of opening and closing balances.</summary>
    public Lexicon Balances { get; } = knowledge.Lexicon("balance-labels");

    /// <summary>Words for what comes in and goes out between balances.</summary>
    private readonly Lexicon _movements = knowledge.Lexicon("balance-words");

    /// <summary>True where the first word for a movement tells of what goes out.</summary>
    public bool TellsOfOut(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_movements.Match(tokens, i) is { Length: > 0 } entry && entry.Meaning is "in" or "out")
            {
                return entry.Meaning == "out";
            }
        }

        return false;
    }

    /// <summary>Words by which a table does not list all that its total counts.</summary>
    public Lexicon Partial { get; } = knowledge.Lexicon("partial-words");

    /// <summary>Words that tell that the figures are weighted.</summary>
    public Lexicon Weighted { get; } = knowledge.Lexicon("weighted-words");

    /// <summary>Labels of rows that are the average of those above.</summary>
    public Lexicon Averages { get; } = knowledge.Lexicon("average-rows");

    /// <summary>Headings of columns of shares.</summary>
    public Lexicon Shares { get; } = knowledge.Lexicon("share-headings");

    /// <summary>The factor of a word or letter that multiplies: <c>million</c>, <c>m</c>.</summary>
    public (int Length, string Meaning) Scale(ReadOnlySpan<Token> tokens, int at) =>
        _multipliers.Match(tokens, at) is { Length: > 0 } word ? word : _letters.Match(tokens, at);

    /// <summary>True where an entry, of another meaning than <paramref name="but"/>, stands somewhere in the tokens.</summary>
    public static bool Contains(Lexicon lexicon, ReadOnlySpan<Token> tokens, string? but = null)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (lexicon.Match(tokens, i) is { Length: > 0 } entry && entry.Meaning != but)
            {
                return true;
            }
        }

        return false;
    }
}
