using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>Which numbers may be years, from <c>rules/settings/dates.yml</c>. Both ends of each span are years.</summary>
internal sealed class PlausibleYears(KnowledgeBase knowledge)
{
    private readonly int _first = (int)knowledge.Settings("dates").Get("first_year", 1000);
    private readonly int _last = (int)knowledge.Settings("dates").Get("last_year", 2199);
    private readonly int _firstBare = (int)knowledge.Settings("dates").Get("first_bare_year", 1900);
    private readonly int _lastBare = (int)knowledge.Settings("dates").Get("last_bare_year", 2100);
    private readonly int _firstCell = (int)knowledge.Settings("dates").Get("first_cell_year", 1500);

    /// <summary>True for four digits that words around them may make a year.</summary>
    public bool MayBeYear(int number) => number >= _first && number <= _last;

    /// <summary>True for four digits that are a year in a form that other numbers have too: <c>2013 Q4</c>, <c>3.12.2013</c>.</summary>
    public bool IsRecent(int number) => number >= _firstBare && number <= _last;

    /// <summary>True for a number that is written as a year is: a writer who counts to 1,950 mostly parts the thousands.</summary>
    public bool IsBare(decimal number, int digits) => digits == 4 && number >= _firstBare && number <= _lastBare;

    /// <summary>True for plain digits that are a year where they fill a cell of a table.</summary>
    public bool IsCell(decimal number) => number >= _firstCell && number <= _lastBare;
}
