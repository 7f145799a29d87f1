using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>
/// Names findings so that they are known again after lines above them moved: a hash of the rule, the quoted text, the line
/// around it with its white space evened out, and the number of the same finding before it.
/// </summary>
internal sealed class Fingerprints
{
    /// <summary>Code units of the line that count, on either side of the quoted text.</summary>
    private const int Reach = 120;

    private readonly SourceText _source;

    // By the fingerprint of the first.
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[1024];
    private int _length;

    private Fingerprints(SourceText source) => _source = source;

    /// <summary>
    /// All findings of a draft, in the order of the document, each with its fingerprint of 32 hexadecimal digits. Suppressed ones stand in their
    /// places, so that suppressing one changes the fingerprint of no other.
    /// </summary>
    public static IEnumerable<(Diagnostic Diagnostic, string Fingerprint)> Of(LintResult result)
    {
        var fingerprints = new Fingerprints(result.Document.Source);
        IEnumerable<Diagnostic> all = result.Suppressed.Count == 0 ? result.Diagnostics : result.Diagnostics.Concat(result.Suppressed).OrderBy(static d => d.Span);
        foreach (var diagnostic in all)
        {
            yield return (diagnostic, fingerprints.Next(diagnostic));
        }
    }

    private string Next(Diagnostic diagnostic)
    {
        _length = 0;
        Append(diagnostic.Descriptor.Id);
        Append("\n");
        Append(_source.Content.AsSpan(diagnostic.Span.Start, diagnostic.Span.Length));
        Append("\n");
        AppendLine(diagnostic.Span);
        Append("\n");
        var first = Hash(1);
        var occurrence = _seen[first] = _seen.GetValueOrDefault(first) + 1;
        return occurrence == 1 ? first : Hash(occurrence);
    }

    /// <summary>The hash of what was collected and a number behind it.</summary>
    private string Hash(int occurrence)
    {
        var length = _length;
        Append(occurrence.ToString(CultureInfo.InvariantCulture));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        _length = length;
        return Convert.ToHexStringLower(hash[..16]);
    }

    private void AppendLine(TextSpan span)
    {
        var line = _source.GetLineSpan(_source.GetLinePosition(span.Start).Line);
        var start = Math.Max(line.Start, span.Start - Reach);
        var end = Math.Max(start, Math.Min(line.End, span.Start + Reach));
        Span<char> text = stackalloc char[2 * Reach];
        var length = 0;
        foreach (var c in _source.Content.AsSpan(start, end - start))
        {
            if (!char.IsWhiteSpace(c))
            {
                text[length++] = c;
            }
            else if (length > 0 && text[length - 1] != ' ')
            {
                text[length++] = ' ';
            }
        }

        Append(text[..length].TrimEnd(' '));
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var room = _length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (room > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(room, _bytes.Length * 2));
        }

        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }
}
