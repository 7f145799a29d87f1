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
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

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
        var key = $"{diagnostic.Descriptor.Id}\n{_source.ToString(diagnostic.Span)}\n{Line(diagnostic.Span)}";
        var occurrence = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{occurrence}")).AsSpan(0, 16));
    }

    private string Line(TextSpan span)
    {
        var line = _source.GetLineSpan(_source.GetLinePosition(span.Start).Line);
        var start = Math.Max(line.Start, span.Start - Reach);
        var end = Math.Max(start, Math.Min(line.End, span.Start + Reach));
        var text = new StringBuilder();
        foreach (var c in _source.Content.AsSpan(start, end - start))
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().Trim();
    }
}
