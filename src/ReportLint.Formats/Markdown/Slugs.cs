using System.Globalization;
using System.Text;

namespace ReportLint.Formats.Markdown;

/// <summary>
/// The names that GitHub gives headings: lower case, punctuation dropped, spaces to hyphens, <c>-1</c> and so on for repeats
/// (github-slugger's rule).
/// </summary>
internal sealed class Slugs
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    public string Next(string heading)
    {
        var name = heading.Length <= ShortHeading && System.Text.Ascii.IsValid(heading) ? OfAscii(heading) : Of(heading);
        var result = name;
        if (_used.TryGetValue(name, out var count))
        {
            do
            {
                count++;
                result = string.Create(CultureInfo.InvariantCulture, $"{name}-{count}");
            }
            while (_used.ContainsKey(result));
            _used[name] = count;
        }

        _used[result] = 0;
        return result;
    }

    private const int ShortHeading = 256;

    private static string OfAscii(string heading)
    {
        Span<char> slug = stackalloc char[ShortHeading];
        var length = 0;
        foreach (var c in heading)
        {
            if (c == ' ')
            {
                slug[length++] = '-';
            }
            else if (c is '-' or '_' || char.IsAsciiLetterOrDigit(c))
            {
                slug[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
        }

        return slug[..length].ToString();
    }

    private static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        Span<char> lower = stackalloc char[2];
        foreach (var rune in heading.EnumerateRunes())
        {
            if (rune.Value is ' ')
            {
                slug.Append('-');
            }
            else if (rune.Value is '-' or '_' || IsWordCharacter(rune))
            {
                slug.Append(lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)]);
            }
        }

        return slug.ToString();
    }

    private static bool IsWordCharacter(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;
}
