using ReportLint.Core.Facts.Dates;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>A day and the words that tell what happened on it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Block">Where it stands.</param>
/// <param name="Read">Gives the telling words, lower case and singular.</param>
internal sealed record DateTelling(DateMention Date, TokenizedBlock Block, Func<HashSet<string>> Read)
{
    private HashSet<string>? _words;

    /// <summary>The telling words; read when first asked for, since few days are one slip from another.</summary>
    public HashSet<string> Words => _words ??= Read();

    private const int YearDigits = 4;

    /// <summary>The words as written, for a label.</summary>
    public string Label { get; init; } = "";

    /// <summary>True in a list of dates or a table.</summary>
    public bool IsListed { get; init; }

    /// <summary>True where a word beside it lets the same thing have another day as well.</summary>
    public bool IsChanging { get; init; }

    /// <summary>True for one day, as far as both tell it.</summary>
    public static bool AreSame(DateMention a, DateMention b) => a.Day == b.Day && a.Month == b.Month && (a.Year is null || b.Year is null || a.Year == b.Year);

    /// <summary>
    /// True for two days that one slip turns into each other: in one month, a digit of the day mistyped, doubled or lost, its digits swapped, or the day beside it;
    /// else the year with one digit mistyped or two swapped.
    /// </summary>
    public static bool AreSlip(DateMention a, DateMention b)
    {
        if (a.Month != b.Month || a.Day is not { } one || b.Day is not { } two)
        {
            return false;
        }

        if (one == two)
        {
            return a.Year is { } first && b.Year is { } second && first != second && AreYearsSlip(first, second);
        }

        var isOneYear = a.Year is null || b.Year is null || a.Year == b.Year;
        return isOneYear && (Math.Abs(one - two) == 1 || one / 10 == two / 10 || one % 10 == two % 10 || (one / 10 == two % 10 && one % 10 == two / 10));
    }

    private static bool AreYearsSlip(int a, int b)
    {
        var (one, two) = (a.ToString(System.Globalization.CultureInfo.InvariantCulture), b.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return one.Length == YearDigits && two.Length == YearDigits && one[3] != two[3] && one[2] == two[3] && one[3] == two[2] && one.AsSpan(0, 2).SequenceEqual(two.AsSpan(0, 2));
    }

    /// <summary>How many of the words of a label have a word of the same stem here.</summary>
    public int Shared(HashSet<string> label)
    {
        var shared = 0;
        foreach (var word in label)
        {
            shared += Words.Contains(word) || Words.Any(w => AreAkin(w, word)) ? 1 : 0;
        }

        return shared;
    }

    /// <summary><c>destroyed</c> and <c>destroys</c>: the same letters up to an ending; <c>reopened</c> is <c>opened again</c>.</summary>
    private bool AreAkin(string a, string b)
    {
        const int shortestStem = 4;
        const int longestEnding = 3;
        const int prefix = 2;
        if (a.Length > shortestStem + prefix && a.StartsWith("re", StringComparison.Ordinal) && b.StartsWith(a.AsSpan(prefix, shortestStem), StringComparison.Ordinal))
        {
            return true;
        }

        if (b.Length > shortestStem + prefix && b.StartsWith("re", StringComparison.Ordinal) && Words.Contains("again") && a.AsSpan().StartsWith(b.AsSpan(prefix, shortestStem)))
        {
            return true;
        }

        var at = a.AsSpan().CommonPrefixLength(b);
        return at >= shortestStem && a.Length - at <= longestEnding && b.Length - at <= longestEnding;
    }
}
