using ReportLint.Core.Facts.Keys;
using ReportLint.Core.Facts.References;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>What is asked of a number whose sentence names a table. Most numbers stand in the table or speak of none of its rows, so nothing is answered before it is asked.</summary>
internal sealed class TableFigureReading(KnowledgeBase knowledge, NumericFact number, KeySite site, CrossReference reference, TableFigures figures)
{
    private readonly TableClause _clause = new(site, knowledge.Lexicon("contrast-words"));
    private bool? _isQuotient;
    private bool? _isThere;

    /// <summary>The table has it or what comes to it.</summary>
    public bool IsThere => _isThere ??= figures.Gives(number, IsQuotient);

    /// <summary>Its clause names a row of the table.</summary>
    public bool IsRowNamed => Rows.Count > 0;

    /// <summary>The words around it name one row, and only figures of other rows come to it.</summary>
    public bool IsOfOtherRows => IsThere && figures.RowsNamedIn(_clause.Tight) is [var row] && !figures.GivesWith(row, number, IsQuotient);

    /// <summary>The cell that one slip turns into it, or the one that it is told of; null where the table has it.</summary>
    public NumericFact? Meant => IsThere ? null : figures.SlipOf(number, Rows) ?? figures.ExpectedFor(number, _clause.Around, _clause.Words);

    /// <summary>Its clause tells of another time, place or source.</summary>
    public bool IsContrasted => _clause.IsContrasted;

    /// <summary><c>Table 2 shows that 47</c>: the table is the one that tells the number.</summary>
    public bool IsTold
    {
        get
        {
            const int longestClause = 3;
            var tokens = site.Block.Tokens;
            var at = site.First;
            while (at > 0 && site.First - at <= longestClause && tokens[at - 1].Start >= reference.Prose.End)
            {
                at--;
            }

            return at > 0 && at < site.First && tokens[at - 1].Start < reference.Prose.End && reference.Block == site.Block.Block && knowledge.Lexicon("table-verbs").Match(tokens, at).Length > 0;
        }
    }

    private List<int> Rows => field ??= figures.RowsNamedIn(_clause.Words);

    /// <summary><c>30 beds to a home</c>, <c>12 a head</c>.</summary>
    private bool IsQuotient => _isQuotient ??= FindsQuotient(knowledge.Lexicon("quotient-words"));

    private bool FindsQuotient(Lexicon words)
    {
        for (var at = site.End; at < site.Block.Tokens.Length && at < site.End + 4; at++)
        {
            if (words.Match(site.Block.Tokens, at).Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
