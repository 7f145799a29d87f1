using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Numbers;

/// <summary>The lexicons and settings that reading numbers needs, looked up once for a document.</summary>
internal sealed class NumberLexicons(KnowledgeBase knowledge)
{
    public readonly Lexicon Words = knowledge.Lexicon("number-words");
    public readonly Lexicon Multipliers = knowledge.Lexicon("multipliers");
    public readonly Lexicon ScaleLetters = knowledge.Lexicon("scale-letters");
    public readonly Lexicon Currencies = knowledge.Lexicon("currency-symbols");
    public readonly Lexicon Units = knowledge.Lexicon("units");
    public readonly Lexicon AccountLeads = knowledge.Lexicon("account-leads");
    public readonly Lexicon Percents = knowledge.Lexicon("percent-signs");
    public readonly Lexicon Hedges = knowledge.Lexicon("hedges");
    public readonly Lexicon FractionWords = knowledge.Lexicon("fraction-words");
    public readonly Lexicon FractionFollowers = knowledge.Lexicon("fraction-followers");
    public readonly Lexicon HalfBlockers = knowledge.Lexicon("half-blockers");
    public readonly Lexicon OneBlockers = knowledge.Lexicon("one-blockers");
    public readonly Lexicon NonNouns = knowledge.Lexicon("non-nouns");
    public readonly Lexicon AgeWords = knowledge.Lexicon("age-words");
    public readonly Lexicon MetreFollowers = knowledge.Lexicon("metre-followers");
    public readonly Lexicon RangeWords = knowledge.Lexicon("range-words");
    public readonly Lexicon IntervalLeads = knowledge.Lexicon("interval-leads");
    public readonly Lexicon CountdownWords = knowledge.Lexicon("countdown-words");
    public readonly Lexicon YearBefore = knowledge.Lexicon("year-before");
    public readonly Lexicon IdentifierWords = knowledge.Lexicon("identifier-words");
    public readonly Lexicon TimeApart = knowledge.Lexicon("time-apart");
    public readonly Settings TimePieces = knowledge.Settings("time-pieces");
    public readonly PlausibleYears Years = new(knowledge);
    public readonly HedgeMargins Hedging = new(knowledge.Settings("hedges"));

    // Units that were come to of late, each where its meaning says: the meaning, the name, the dimension.
    private readonly string[] _units = new string[3 * 16];

    /// <summary>Name and dimension of a unit, by its meaning in the lexicon; the same texts for the same unit, mostly.</summary>
    public (string Name, string Dimension) UnitOf(string meaning)
    {
        var place = 3 * ((meaning.Length + meaning[^1]) % (_units.Length / 3));
        if (!ReferenceEquals(_units[place], meaning))
        {
            (_units[place + 1], _units[place + 2]) = UnitReader.Split(meaning);
            _units[place] = meaning;
        }

        return (_units[place + 1], _units[place + 2]);
    }
}
