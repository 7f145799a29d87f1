using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Compares numbers that may tell of one thing, and gathers what speaks for and against it.</summary>
internal sealed class FigureComparer(AnalysisContext context)
{
    /// <summary>Digits of a year in the periods of keys.</summary>
    private const int YearLength = 4;

    private readonly Lexicon _change = context.Knowledge.Lexicon("figure-change-words");
    private readonly HashSet<string> _relatives = [.. context.Knowledge.Lexicon("key-roles").PhrasesOf("relative")];
    private HashSet<string>? _narrowsNothing;
    private readonly Dictionary<string, string> _alike = Alike(context.Knowledge.Lexicon("alike-nouns"));
    private readonly HashSet<NumericFact> _told = [];
    private readonly Dictionary<string, HashSet<string>> _qualifierWords = new(StringComparer.Ordinal);
    private readonly FigureWords _words = new(context);
    private readonly SummaryPlaces _summaries = new(context);

    public void Compare(List<NumericFact> group)
    {
        for (var i = 1; i < group.Count; i++)
        {
            if (group[i].Span < group[i - 1].Span)
            {
                group.Sort(static (a, b) => a.Span.CompareTo(b.Span));
                break;
            }
        }

        var values = -1;
        foreach (var number in group)
        {
            // What was told before is what it speaks of.
            if (!IsExact(number) || IsTold(group, number))
            {
                continue;
            }

            NumericFact? first = null;
            foreach (var other in group)
            {
                if (ReferenceEquals(other, number))
                {
                    break;
                }

                if ((first is null || (!HaveSameWords(first, number) && HaveSameWords(other, number))) && MayRestate(other, number))
                {
                    first = other;
                }
            }

            if (first is not null)
            {
                values = values < 0 ? CountValues(group) : values;
                Add(group, first, number, values);
            }
        }
    }

    /// <summary>True where a number before it in its group can have its value.</summary>
    private static bool IsTold(List<NumericFact> group, NumericFact number)
    {
        foreach (var other in group)
        {
            if (ReferenceEquals(other, number))
            {
                return false;
            }

            if (other.Value.Intersects(number.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Neither about so much nor an end of a range, and more than one.</summary>
    private static bool IsExact(NumericFact number) => number is { Hedge: Hedge.None, IsRangeEnd: false, Nominal: > 1 };

    /// <summary>How many different values above one the numbers have.</summary>
    private static int CountValues(List<NumericFact> group)
    {
        var values = 0;
        for (var i = 0; i < group.Count; i++)
        {
            var isNew = group[i].Nominal > 1;
            for (var j = 0; j < i && isNew; j++)
            {
                isNew = group[j].Nominal != group[i].Nominal;
            }

            values += isNew ? 1 : 0;
        }

        return values;
    }

    /// <summary>Numbers of one unit and the same digits, of which each value is told once: they may tell of one thing whatever its noun is.</summary>
    public void CompareSwapped(NumericFact first, NumericFact number)
    {
        const int valuesOfTwo = 2;
        if (_told.Contains(number) || first.Block == number.Block || AreSiblings(first.Block, number.Block) || !FigureSlips.IsSwap(first, number) || !MayHaveOneNoun(first, number) ||
            !ArePeriodsCompatible(first.Key.Period, number.Key.Period) || !AreCompatible(first.Key.Location, number.Key.Location))
        {
            return;
        }

        Add([first, number], first, number, valuesOfTwo);
    }

    /// <summary>
    /// Numbers with a unit may tell of one thing whatever noun was read (the path is 3.45 km long; at 3.54 km the path), counts where their nouns are the same,
    /// several for the same people or things (<c>lexicon/alike-nouns.yml</c>), or the noun of one stands in the other's sentence.
    /// </summary>
    private bool MayHaveOneNoun(NumericFact a, NumericFact b)
    {
        var (first, second) = (a.Key.Head, b.Key.Head);
        return a.Unit.Length > 0 || IsSpokenOfBeside(b, first) || IsSpokenOfBeside(a, second) ||
            (first is not null && second is not null && _alike.TryGetValue(first, out var one) && _alike.TryGetValue(second, out var two) && one == two);
    }

    /// <summary>A noun stands in the sentence of a number, and no other number there counts it: the files of 418 people.</summary>
    private bool IsSpokenOfBeside(NumericFact number, string? noun)
    {
        if (noun is null || !_words.SentenceWords(number).Contains(noun))
        {
            return false;
        }

        var (from, to) = FigureWords.SentenceOf(number);
        for (var i = from; i < to; i++)
        {
            if (number.KeySite!.Block.MentionAt(i) is NumericFact other && !ReferenceEquals(other, number) && other.Key.Head == noun)
            {
                return false;
            }
        }

        return true;
    }

    private bool MayRestate(NumericFact a, NumericFact b)
    {
        if (a.Sentence == b.Sentence || AreSiblings(a.Block, b.Block) || !IsExact(a) || !IsExact(b))
        {
            return false;
        }

        // Periods and places are looked for in the text; few numbers come so far.
        var areNested = AreNested(a.Key.Qualifiers, b.Key.Qualifiers);
        return (areNested || _words.IsDefinite(b)) && ArePeriodsCompatible(a.Key.Period, b.Key.Period) && AreCompatible(a.Key.Location, b.Key.Location) && (areNested || IsRecalled(a, b));
    }

    /// <summary>Told as known already, and all that narrows it stands in the other's sentence: <c>we heard from 26 witnesses</c>, <c>the 29 witnesses from whom we heard</c>.</summary>
    public bool IsRecalled(NumericFact a, NumericFact b)
    {
        const int fewestWords = 2;
        if (!_words.IsDefinite(b))
        {
            return false;
        }

        var narrowing = QualifierWords(b.Key.Qualifiers);
        return (narrowing.Count >= fewestWords || FigureSlips.IsSlip(a, b)) && FigureWords.AreIn(narrowing, _words.SentenceWords(a));
    }

    /// <summary>The same days, in a year that one of them leaves out, are one period.</summary>
    private static bool ArePeriodsCompatible(string a, string b) => AreCompatible(a, b) || IsSamePeriod(a, b);

    /// <summary>The same days, in a year that one of them may leave out.</summary>
    public static bool IsSamePeriod(string a, string b) => a.Length > 0 && b.Length > 0 && (a == b || (HasYear(a) != HasYear(b) && WithoutYears(a) == WithoutYears(b)));

    private static bool HasYear(string period) => period.Length > YearLength && period[YearLength] == '-';

    /// <summary><c>2019-03-20/2019-05-11</c> without its years.</summary>
    private static string WithoutYears(string period) => string.Join('/', Array.ConvertAll(period.Split('/'), static d => HasYear(d) ? d[(YearLength + 1)..] : d));

    private bool HaveSameWords(NumericFact a, NumericFact b)
    {
        if (a.Key.Qualifiers == b.Key.Qualifiers)
        {
            return true;
        }

        var (one, two) = (QualifierWords(a.Key.Qualifiers), QualifierWords(b.Key.Qualifiers));
        return one.Count == two.Count && FigureWords.AreIn(one, two);
    }

    /// <summary>What narrows the noun here is told elsewhere in the sentence there: households in the dales, in the dales … households.</summary>
    private bool AreCovered(NumericFact a, NumericFact b) =>
        FigureWords.AreIn(QualifierWords(a.Key.Qualifiers), _words.SentenceWords(b)) && FigureWords.AreIn(QualifierWords(b.Key.Qualifiers), _words.SentenceWords(a));

    /// <summary>Items of one list speak of different things, each of its own.</summary>
    private static bool AreSiblings(Block a, Block b) => a != b && a.List is not null && a.List == b.List;

    private static bool AreCompatible(string a, string b) => a.Length == 0 || b.Length == 0 || a == b || (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    private bool AreNested(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0 || a == b)
        {
            return true;
        }

        var (first, second) = (QualifierWords(a), QualifierWords(b));
        return FigureWords.AreIn(first, second) || FigureWords.AreIn(second, first);
    }

    private HashSet<string> QualifierWords(string text)
    {
        if (!_qualifierWords.TryGetValue(text, out var words))
        {
            _qualifierWords[text] = words = new(StringComparer.Ordinal);
            _narrowsNothing ??= [.. context.Knowledge.Lexicon("non-nouns").Phrases];
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!_relatives.Contains(word) && !_narrowsNothing.Contains(word))
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    private void Add(List<NumericFact> group, NumericFact first, NumericFact number, int values)
    {
        _told.Add(number);
        context.Facts.Add(new FigureRepeat(this, group)
        {
            Document = context.Document,
            Block = number.Block,
            Prose = number.Prose,
            Sentence = number.Sentence,
            Number = number,
            First = first,
            Values = values,
        });
    }

    /// <summary>One of them is told as known already.</summary>
    public bool IsDefinite(NumericFact first, NumericFact number) => _words.IsDefinite(first) || _words.IsDefinite(number);

    /// <summary>The later one is told as known already, and is too large to be a part of the first.</summary>
    public bool IsGrown(NumericFact first, NumericFact number) =>
        number.Nominal > first.Nominal && _words.IsDefinite(number) && !_words.IsDefinite(first) && FigureWords.AreIn(QualifierWords(first.Key.Qualifiers), _words.SentenceWords(number));

    /// <summary>The same words narrow both, or those of each stand in the other's sentence.</summary>
    public bool AreAlike(NumericFact first, NumericFact number) => HaveSameWords(first, number) || AreCovered(first, number);

    /// <summary>How many telling words their sentences share besides the noun.</summary>
    public int Shared(NumericFact first, NumericFact number)
    {
        var others = _words.SentenceWords(number);
        var shared = 0;
        foreach (var word in _words.SentenceWords(first))
        {
            shared += word != number.Key.Head && others.Contains(word) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>All telling words of one clause, two at least, stand in the other.</summary>
    public bool AreTwins(NumericFact first, NumericFact number)
    {
        const int fewestWords = 2;
        var (one, two) = (_words.ClauseWords(first), _words.ClauseWords(number));
        var (smaller, larger) = one.Count <= two.Count ? (one, two) : (two, one);
        return smaller.Count >= fewestWords && FigureWords.AreIn(smaller, larger);
    }

    /// <summary>One stands where the document sums up, the other does not.</summary>
    public bool IsHeadline(NumericFact first, NumericFact number) => _summaries.IsSummary(first.Block) != _summaries.IsSummary(number.Block);

    /// <summary>Words of change or comparison stand in one of the clauses.</summary>
    public bool AreChanging(NumericFact first, NumericFact number) => IsChanging(first, number) || IsChanging(number, first) || AreAtOtherTimes(first, number);

    /// <summary>The sentences have different sources, or one does not tell it as fact.</summary>
    public bool AreAttributed(NumericFact first, NumericFact number) => (_words.HasSource(first) && _words.HasSource(number)) || _words.IsCorrected(first) || _words.IsCorrected(number) ||
        first.Key.Modality is "denied" or "forecast" || number.Key.Modality is "denied" or "forecast";

    /// <summary>A third number explains the two, or one sentence tells both values.</summary>
    public static bool AreDerived(List<NumericFact> group, NumericFact first, NumericFact number) => IsDerived(group, first, number) || HasValueOf(first, number) || HasValueOf(number, first);

    /// <summary>A whole with two parts, or two sets that are each spoken of more than once.</summary>
    private static bool IsDerived(List<NumericFact> group, NumericFact a, NumericFact b)
    {
        var (repeatsA, repeatsB) = (0, 0);
        foreach (var other in group)
        {
            if (ReferenceEquals(other, a) || ReferenceEquals(other, b) || other.Nominal <= 1)
            {
                continue;
            }

            repeatsA += other.Nominal == a.Nominal ? 1 : 0;
            repeatsB += other.Nominal == b.Nominal ? 1 : 0;
            if (other.Nominal == Math.Abs(a.Nominal - b.Nominal) || other.Nominal == a.Nominal + b.Nominal)
            {
                return true;
            }
        }

        return repeatsA > 0 && repeatsB > 0;
    }

    /// <summary>The sentence of the first number tells the value of the second as well: <c>the Guildhall has 420 seats and the Corn Exchange 402</c>.</summary>
    private static bool HasValueOf(NumericFact first, NumericFact number)
    {
        var (from, to) = FigureWords.SentenceOf(first);
        for (var i = from; i < to; i++)
        {
            if (first.KeySite!.Block.MentionAt(i) is NumericFact other && other.Nominal == number.Nominal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each clause names something that the other's sentence does not.</summary>
    public bool HaveRivals(NumericFact a, NumericFact b) =>
        !_words.NamesOf(a, _words.ClauseOf(a)).IsSubsetOf(_words.NamesOf(b, FigureWords.SentenceOf(b))) && !_words.NamesOf(b, _words.ClauseOf(b)).IsSubsetOf(_words.NamesOf(a, FigureWords.SentenceOf(a)));

    /// <summary>One in spring, one in autumn.</summary>
    private bool AreAtOtherTimes(NumericFact a, NumericFact b)
    {
        var (one, two) = (_words.Times(a), _words.Times(b));
        return one.Count > 0 && two.Count > 0 && !one.Overlaps(two);
    }

    /// <summary>Looks at the clause, and there at the words near the number. A rate changes nothing where both are told at it, nor does <c>now</c> before what is known already and differs by swapped digits.</summary>
    private bool IsChanging(NumericFact number, NumericFact other)
    {
        const int wordsBefore = 12;
        const int wordsBehind = 8;
        var (from, to) = _words.ClauseOf(number);
        var site = number.KeySite!;
        if (site.First > 0 && site.Block.TextOf(site.Block.Tokens[site.First - 1]) is "(")
        {
            from = FigureWords.SentenceOf(number).From;
        }

        var sentence = FigureWords.SentenceOf(number).From;
        var sameRate = number.Key.Period.Length > 0 && number.Key.Period == other.Key.Period ? "rate" : "not";
        var sameThing = _words.IsDefinite(number) && FigureSlips.IsSwap(number, other) ? "weak" : "not";
        return FigureWords.Has(site.Block, (sentence, sentence + 1), _change) ||
            FigureWords.Has(site.Block, (Math.Max(from, site.First - wordsBefore), Math.Min(to, site.End + wordsBehind)), _change, sameRate, sameThing);
    }

    private static Dictionary<string, string> Alike(Lexicon nouns)
    {
        var alike = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (meaning, all) in nouns.Entries)
        {
            foreach (var noun in all)
            {
                alike[noun] = meaning;
            }
        }

        return alike;
    }
}
