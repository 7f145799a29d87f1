using System.Globalization;

namespace ReportLint.Core.Facts.References;

/// <summary>Puts the captions and headings of each series in line.</summary>
internal static class ExhibitSeries
{
    /// <summary>Sets <see cref="Exhibit.Previous"/> and <see cref="Exhibit.Missing"/>. The exhibits are in document order.</summary>
    public static void Link(IReadOnlyList<Exhibit> exhibits)
    {
        var last = new Dictionary<string, Exhibit?>(StringComparer.Ordinal);
        HashSet<string>? numbers = null;
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Number is not { } number)
            {
                continue;
            }

            if (!last.TryGetValue(exhibit.Series, out var previous))
            {
                // "Q:" and "A:" over questions and answers are no numbering.
                last[exhibit.Series] = exhibit is { Kind: "section", Label: [not 'A' and >= 'B' and <= 'Z'] } ? null : exhibit;
                continue;
            }

            if (previous is null)
            {
                continue;
            }

            // Numbers begin again at the start of a part or an annex.
            if (!IsRestart(previous, exhibit))
            {
                exhibit.Previous = previous;
                var next = previous.Number!.Value + 1;
                var missing = number > next && !(numbers ??= Numbers(exhibits)).Contains(NameOf(exhibit.Series, next)) ? WithNumber(exhibit, next) : null;
                exhibit.Missing = missing is not null && IsReadAsRoman(missing, exhibit.Kind, exhibits) ? null : missing;
            }

            last[exhibit.Series] = exhibit;
        }
    }

    /// <summary>The numbers of all series.</summary>
    private static HashSet<string> Numbers(IReadOnlyList<Exhibit> exhibits)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Number is { } number)
            {
                numbers.Add(NameOf(exhibit.Series, number));
            }
        }

        return numbers;
    }

    private static string NameOf(string series, decimal number) => string.Create(CultureInfo.InvariantCulture, $"{series}\n{number:0}");

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
