using System.Globalization;

namespace ReportLint.Core.Facts.References;

/// <summary>Puts the captions and headings of each series in line.</summary>
internal static class ExhibitSeries
{
    /// <summary>Sets <see cref="Exhibit.Previous"/> and <see cref="Exhibit.Missing"/>. The exhibits are in document order.</summary>
    public static void Link(IReadOnlyList<Exhibit> exhibits)
    {
        if (exhibits.Count == 0)
        {
            return;
        }

        foreach (var series in exhibits.Where(static e => e.Number is not null).GroupBy(static e => e.Series, StringComparer.Ordinal))
        {
            // "Q:" and "A:" over questions and answers are no numbering.
            if (series.First() is { Kind: "section", Label: [not 'A' and >= 'B' and <= 'Z'] })
            {
                continue;
            }

            var labels = series.Select(static e => e.Number!.Value).ToHashSet();
            Exhibit? previous = null;
            foreach (var exhibit in series)
            {
                // Numbers begin again at the start of a part or an annex.
                if (previous is not null && !IsRestart(previous, exhibit))
                {
                    exhibit.Previous = previous;
                    var next = previous.Number!.Value + 1;
                    var missing = exhibit.Number > next && !labels.Contains(next) ? WithNumber(exhibit, next) : null;
                    exhibit.Missing = missing is not null && IsReadAsRoman(missing, exhibit.Kind, exhibits) ? null : missing;
                }

                previous = exhibit;
            }
        }
    }

    private static bool IsRestart(Exhibit previous, Exhibit exhibit) =>
        exhibit.Number == 1 && (previous.Number > 1 || previous.Block.Index != exhibit.Block.Index);

    /// <summary>True for a letter that the document has as a label, read there as a Roman numeral: H, I, J.</summary>
    private static bool IsReadAsRoman(string letter, string kind, IReadOnlyList<Exhibit> exhibits) =>
        letter.Length == 1 && RomanNumeral.Read(letter) is not null && exhibits.Any(e => e.Kind == kind && e.Text.EndsWith(letter, StringComparison.Ordinal) && (e.Text.Length == 1 || e.Text[^2] == ' '));

    /// <summary>The label with another last number.</summary>
    private static string WithNumber(Exhibit exhibit, decimal number)
    {
        if (exhibit.Label.Length == 1 && char.IsAsciiLetterUpper(exhibit.Label[0]))
        {
            return ((char)('A' + (int)number - 1)).ToString();
        }

        var own = exhibit.Number!.Value.ToString(CultureInfo.InvariantCulture);
        var at = exhibit.Label.LastIndexOf(own, StringComparison.Ordinal);
        return at < 0 ? number.ToString(CultureInfo.InvariantCulture) : string.Concat(exhibit.Label.AsSpan(0, at), number.ToString(CultureInfo.InvariantCulture));
    }
}
