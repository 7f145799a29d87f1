using System.Globalization;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds for a year far from the document's own time the near year that was meant. A swapped or a doubled digit is the likelier
/// slip; a digit that is wrong, lost or put in comes second; of equals the nearest to its neighbours counts.
/// </summary>
internal static class YearSlips
{
    /// <summary>Sets the year meant of every date whose year is far.</summary>
    public static void Find(AnalysisContext context, DocumentTime time)
    {
        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        var ancient = 0;
        foreach (var fact in context.Facts.OfType(DateMention.FactType))
        {
            ancient += fact is DateMention { Year: { } old } && old <= settings.LastAncientYear ? 1 : 0;
        }

        foreach (var fact in context.Facts.OfType(DateMention.FactType))
        {
            if (fact is not DateMention { Year: { } year, HasInferredYear: false, Form: not "decade" } mention)
            {
                continue;
            }

            var isFar = (year >= settings.FirstFarYear && year > time.LatestYear + settings.FarAhead) ||
                (year <= settings.LastAncientYear && ancient == 1 && time.LatestYear >= settings.FirstModernYear);
            if (mention.SequenceYear is { } expected)
            {
                mention.MeantYear = SlipOf(expected, year) > 0 ? expected : null;
            }
            else if (isFar)
            {
                mention.MeantYear = Meant(year, mention.OtherEndYear, time, settings);
            }
        }
    }

    private static int? Meant(int year, int? otherEnd, DocumentTime time, DateSettings settings)
    {
        var near = otherEnd is { } end && Math.Abs(end - time.LatestYear) <= settings.FarAhead ? end : time.LatestYear;
        int? meant = null;
        var best = (Rank: int.MaxValue, Distance: int.MaxValue);
        foreach (var value in time.Years)
        {
            var candidate = (int)value.Number!.Single!.Value;
            var rank = SlipOf(candidate, year);
            var found = (Rank: rank, Distance: Math.Abs(candidate - near));
            if (rank > 0 && found.CompareTo(best) < 0)
            {
                best = found;
                meant = candidate;
            }
        }

        // Nobody writes of such a year, whatever the document is about: the nearest one slip away is meant.
        for (var candidate = time.LatestYear; meant is null && year > settings.LastYear && candidate > time.LatestYear - settings.Lifetime; candidate--)
        {
            meant = SlipOf(candidate, year) > 0 ? candidate : null;
        }

        return meant;
    }

    /// <summary>How likely the slip is: 1 for digits swapped or one doubled, 2 for one wrong, lost or put in, 0 where no one slip does it.</summary>
    internal static int SlipOf(int meant, int written)
    {
        var a = meant.ToString(CultureInfo.InvariantCulture);
        var b = written.ToString(CultureInfo.InvariantCulture);
        if (a.Length == b.Length)
        {
            var first = 0;
            while (first < a.Length && a[first] == b[first])
            {
                first++;
            }

            if (first == a.Length)
            {
                return 0;
            }

            var isSwapped = first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first];
            var rest = isSwapped ? first + 2 : first + 1;
            return a.AsSpan(rest).SequenceEqual(b.AsSpan(rest)) ? isSwapped ? 1 : 2 : 0;
        }

        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (longer.Length != shorter.Length + 1)
        {
            return 0;
        }

        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
        {
            at++;
        }

        if (!shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1)))
        {
            return 0;
        }

        return b.Length > a.Length && at > 0 && longer[at] == longer[at - 1] ? 1 : 2;
    }
}
