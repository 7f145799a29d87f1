using System.Globalization;
using System.Runtime.CompilerServices;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>What a word can do in a date; from <c>lexicon/date-words.yml</c>.</summary>
[Flags]
internal enum DateWord : long
{
    None = 0,
    Month = 1 << 0,
    Weekday = 1 << 1,
    Between = 1 << 2,
    From = 1 << 3,
    To = 1 << 4,
    And = 1 << 5,
    List = 1 << 6,
    Of = 1 << 7,
    Article = 1 << 8,
    Ordinal = 1 << 9,
    AnteMeridiem = 1 << 10,
    PostMeridiem = 1 << 11,
    Ante = 1 << 12,
    Post = 1 << 13,
    Meridiem = 1 << 14,
    Noon = 1 << 15,
    Midnight = 1 << 16,
    Quarter = 1 << 17,
    FiscalYear = 1 << 18,
    Era = 1 << 19,
    DecadeEnding = 1 << 20,
    IsoTime = 1 << 21,
    EverydayMonth = 1 << 22,
    DayLead = 1 << 23,
    ClockLead = 1 << 24,
    YearLead = 1 << 25,
    YearLeadWeak = 1 << 26,
    YearAdjectiveLead = 1 << 27,
    AfterYear = 1 << 28,
    PageLead = 1 << 29,
    DoubtStart = 1 << 30,
    PartLead = 1L << 31,
    FarStart = 1L << 32,
    YearNoun = 1L << 33,
    NameFollower = 1L << 34,
    ClockZone = 1L << 35,
    Plural = 1L << 36,
}

/// <summary>The date lexicons as a table by word number, so that reading a token costs one look-up. Immutable and thread-safe.</summary>
internal sealed class DateWords
{
    private static readonly ConditionalWeakTable<KnowledgeBase, DateWords> Known = [];

    private static readonly KeyValuePair<string, DateWord>[] Meanings =
    [
        new("between", DateWord.Between), new("from", DateWord.From), new("to", DateWord.To), new("and", DateWord.And),
        new("list", DateWord.List), new("of", DateWord.Of), new("article", DateWord.Article), new("ordinal", DateWord.Ordinal),
        new("ante-meridiem", DateWord.AnteMeridiem), new("post-meridiem", DateWord.PostMeridiem), new("ante", DateWord.Ante),
        new("post", DateWord.Post), new("meridiem", DateWord.Meridiem), new("noon", DateWord.Noon), new("midnight", DateWord.Midnight),
        new("quarter", DateWord.Quarter), new("fiscal-year", DateWord.FiscalYear), new("era-before", DateWord.Era),
        new("decade-ending", DateWord.DecadeEnding), new("iso-time", DateWord.IsoTime), new("everyday-month", DateWord.EverydayMonth),
        new("day-lead", DateWord.DayLead), new("clock-lead", DateWord.ClockLead), new("year-lead", DateWord.YearLead),
        new("year-lead-weak", DateWord.YearLeadWeak), new("year-adjective-lead", DateWord.YearAdjectiveLead),
        new("after-year", DateWord.AfterYear), new("page-lead", DateWord.PageLead),
        new("part-lead", DateWord.PartLead), new("year-noun", DateWord.YearNoun), new("name-follower", DateWord.NameFollower),
        new("clock-zone", DateWord.ClockZone),
    ];

    private readonly DateWord[] _classes;
    private readonly byte[] _numbers;
    private readonly string[] _monthNames = new string[13];
    private readonly string[] _weekdayNames = new string[8];
    private readonly string[] _weekdayShortNames = new string[8];

    private DateWords(KnowledgeBase knowledge)
    {
        _classes = new DateWord[knowledge.Vocabulary.Count];
        _numbers = new byte[knowledge.Vocabulary.Count];
        var settings = new DateSettings(knowledge.Settings("dates"));
        Years = new PlausibleYears(knowledge);
        (TimesNear, LongestReversedDays) = (settings.TimesNear, settings.LongestReversedDays);
        Doubt = knowledge.Lexicon("doubt");
        FarFuture = knowledge.Lexicon("far-future");
        ReadNumbered(knowledge, "months", DateWord.Month, _monthNames, null);
        ReadNumbered(knowledge, "weekdays", DateWord.Weekday, _weekdayNames, _weekdayShortNames);
        foreach (var (meaning, words) in knowledge.Lexicon("date-words").Entries)
        {
            foreach (var (name, flag) in Meanings)
            {
                if (name == meaning)
                {
                    Mark(knowledge, words, flag);
                }
            }
        }

        foreach (var (_, words) in knowledge.Lexicon("plurals").Entries)
        {
            Mark(knowledge, words, DateWord.Plural);
        }

        for (var word = 1; word < _classes.Length; word++)
        {
            if (Doubt.StartsWith(word))
            {
                _classes[word] |= DateWord.DoubtStart;
            }

            if (FarFuture.StartsWith(word))
            {
                _classes[word] |= DateWord.FarStart;
            }
        }
    }

    /// <summary>How many tokens either side of a time others are looked for.</summary>
    public int TimesNear { get; }

    /// <summary>How far apart the days of a month may lie that are told the wrong way round.</summary>
    public int LongestReversedDays { get; }

    /// <summary>The words by which a writer stands off from a date.</summary>
    public Lexicon Doubt { get; }

    /// <summary>The words beside which a year far ahead is meant.</summary>
    public Lexicon FarFuture { get; }

    /// <summary>The table of a knowledge base, made on first use.</summary>
    public static DateWords Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, static k => new DateWords(k));

    /// <summary>Which numbers may be years.</summary>
    public PlausibleYears Years { get; }

    /// <summary>What a word can do; <see cref="DateWord.None"/> for words that no lexicon knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateWord ClassOf(int word) => (uint)word < (uint)_classes.Length ? _classes[word] : DateWord.None;

    /// <summary>Number of the month or day of the week that a word names; 0 for other words.</summary>
    public int NumberOf(int word) => (uint)word < (uint)_numbers.Length ? _numbers[word] : 0;

    /// <summary>Name of a month from 1 to 12, with a capital.</summary>
    public string MonthName(int month) => _monthNames[month] ?? month.ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of a weekday from 1 (Monday) to 7; the short one where <paramref name="brief"/>.</summary>
    public string WeekdayName(int weekday, bool brief = false) =>
        (brief ? _weekdayShortNames : _weekdayNames)[weekday] ?? weekday.ToString(CultureInfo.InvariantCulture);

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private void ReadNumbered(KnowledgeBase knowledge, string lexicon, DateWord flag, string[] names, string[]? shortNames)
    {
        foreach (var (meaning, words) in knowledge.Lexicon(lexicon).Entries)
        {
            if (!int.TryParse(meaning, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number >= names.Length || words.Count == 0)
            {
                continue;
            }

            names[number] = Capitalised(words[0]);
            shortNames?[number] = Capitalised(words[Math.Min(1, words.Count - 1)]);
            foreach (var word in words)
            {
                if (knowledge.Vocabulary.Find(word) is var id and > 0 && id < _classes.Length)
                {
                    _classes[id] |= flag;
                    _numbers[id] = (byte)number;
                }
            }
        }
    }

    private void Mark(KnowledgeBase knowledge, IReadOnlyList<string> words, DateWord flag)
    {
        foreach (var word in words)
        {
            if (knowledge.Vocabulary.Find(word) is var id and > 0 && id < _classes.Length)
            {
                _classes[id] |= flag;
            }
        }
    }
}
