using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>Thresholds of dates, from <c>rules/settings/dates.yml</c>. Years are those of the common era.</summary>
internal sealed class DateSettings(Settings values)
{
    /// <summary>A dateline stands among so many blocks at the top.</summary>
    public int DatelineBlocks { get; } = (int)values.Get("dateline_blocks", 8);

    /// <summary>Fewest numbers such as 17.42 behind words of time by which a document shows that it writes times so.</summary>
    public int FewestDotted { get; } = (int)values.Get("fewest_dotted", 2);

    /// <summary>How many of those must stand behind words of time for one of that form that does not.</summary>
    public int DottedToStray { get; } = (int)values.Get("dotted_to_stray", 3);

    /// <summary>Fewest of those by which one that no clock shows is a mistyped time.</summary>
    public int FewestDottedSure { get; } = (int)values.Get("fewest_dotted_sure", 3);

    /// <summary>A title's year lies fewer than so many years before the document's own.</summary>
    public int ReportingLag { get; } = (int)values.Get("reporting_lag", 4);

    /// <summary>Most spaces that a dateline has.</summary>
    public int DatelineWords { get; } = (int)values.Get("dateline_words", 18);

    /// <summary>The first year that a month or a year alone may give as a dateline.</summary>
    public int FirstDatelineYear { get; } = (int)values.Get("first_dateline_year", 1500);

    /// <summary>The last such year.</summary>
    public int LastDatelineYear { get; } = (int)values.Get("last_dateline_year", 2060);

    /// <summary>Years from the first to the last of one cluster, where no date is stated.</summary>
    public int ClusterWidth { get; } = (int)values.Get("cluster_width", 30);

    /// <summary>How many years before its date a document mostly speaks of.</summary>
    public int YearsBack { get; } = (int)values.Get("years_back", 15);

    /// <summary>How many years after its date.</summary>
    public int YearsAhead { get; } = (int)values.Get("years_ahead", 3);

    /// <summary>Years before this do not tell when a document was written.</summary>
    public int FirstYear { get; } = (int)values.Get("first_year", 1000);

    /// <summary>Nor do years after this.</summary>
    public int LastYear { get; } = (int)values.Get("last_year", 2199);

    /// <summary>No year before this is far in the future.</summary>
    public int FirstFarYear { get; } = (int)values.Get("first_far_year", 2040);

    /// <summary>How many years back the meant year of one that nobody writes of is looked for.</summary>
    public int Lifetime { get; } = (int)values.Get("lifetime", 120);

    /// <summary>Days of a month told the wrong way round lie at most so far apart.</summary>
    public int LongestReversedDays { get; } = (int)values.Get("longest_reversed_days", 15);

    /// <summary>A year is far where it lies more than so many years after the document.</summary>
    public int FarAhead { get; } = (int)values.Get("far_ahead", 30);

    /// <summary>A lone year up to this is far in a modern document.</summary>
    public int LastAncientYear { get; } = (int)values.Get("last_ancient_year", 1299);

    /// <summary>How many tokens either side of a time others are looked for.</summary>
    public int TimesNear { get; } = (int)values.Get("times_near", 24);

    /// <summary>The share by which a number of units that is "ago" may be rounded.</summary>
    public decimal AgoTolerance { get; } = values.Get("ago_tolerance", 0.1m);

    /// <summary>Months by which "a year ago" may miss.</summary>
    public int AgoMonths { get; } = (int)values.Get("ago_months", 3);

    /// <summary>Days from the date of the document within which a weekday tells the year of a date without one.</summary>
    public int WeekdayReach { get; } = (int)values.Get("weekday_reach", 100);

    /// <summary>Days from the date of the document within which a day and a month without a year are of the year in which they lie nearest to it.</summary>
    public int TenseReach { get; } = (int)values.Get("tense_reach", 31);

    /// <summary>Fewest other years of a paragraph, in order, among which one out of order is a slip.</summary>
    public int FewestInOrder { get; } = (int)values.Get("fewest_in_order", 4);

    /// <summary>Fewest of them where the year lies far from all of them.</summary>
    public int FewestInOrderFar { get; } = (int)values.Get("fewest_in_order_far", 3);

    /// <summary>A year out of order lies at least so many years outside those around it.</summary>
    public int OutOfOrder { get; } = (int)values.Get("out_of_order", 20);

    /// <summary>From so many years on it lies far from them.</summary>
    public int OutOfOrderFar { get; } = (int)values.Get("out_of_order_far", 80);

    /// <summary>The year meant by one that lies far from them may lie so many years outside them.</summary>
    public int SlackFar { get; } = (int)values.Get("slack_far", 5);

    /// <summary>The years around it lie at most so many years apart.</summary>
    public int LongestStep { get; } = (int)values.Get("longest_step", 60);

    /// <summary>Numbers above this are no ages.</summary>
    public int OldestAge { get; } = (int)values.Get("oldest_age", 125);

    /// <summary>Fewest rows of a table whose ages fit their births and events.</summary>
    public int FewestFitting { get; } = (int)values.Get("fewest_fitting", 2);

    /// <summary>Fewest rows that one common year must fit where the table has no column of events.</summary>
    public int FewestFittingYearless { get; } = (int)values.Get("fewest_fitting_yearless", 3);

    /// <summary>The first year of a modern document.</summary>
    public int FirstModernYear { get; } = (int)values.Get("first_modern_year", 1601);
}
