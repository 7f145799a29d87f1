using System.Buffers;
using System.Text;

namespace ReportLint.Formats.Html;

/// <summary>Finds the encoding that a page declares: <c>&lt;meta charset&gt;</c>, <c>content="…; charset=…"</c>, <c>&lt;?xml encoding=…?&gt;</c>.</summary>
internal static class HtmlEncoding
{
    /// <summary>Bytes at the start that are looked at.</summary>
    private const int Head = 4096;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\"' />;?\r\n");

    /// <summary>The encoding; null where none is declared, or one that is not known, or UTF-8, which is tried in any case.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var name = After(head, "charset=") ?? (head.StartsWith("<?xml", StringComparison.Ordinal) ? After(head, "encoding=") : null);
        if (name is null)
        {
            return null;
        }

        try
        {
            // What calls itself ISO-8859-1 is Windows-1252 to every browser (https://encoding.spec.whatwg.org/).
            var encoding = name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii"
                ? CodePagesEncodingProvider.Instance.GetEncoding(1252)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? After(string head, string key)
    {
        var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = head.AsSpan(at + key.Length).TrimStart("\"' ");
        var end = rest.IndexOfAny(Ends);
        return end <= 0 ? null : rest[..end].ToString().ToLowerInvariant();
    }
}
