using System.Security.Cryptography;
using System.Text;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>
/// Names findings so that they are known again after lines above them moved: a hash of the rule, the quoted text, the line
/// around it with its white space evened out, and the number of the same finding before it. One instance for each document.
/// </summary>
internal sealed class Fingerprints(SourceText source)
{
    /// <summary>Code units of the line that count, on either side of the quoted text.</summary>
    private const int Reach = 120;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the next finding, in the order of the document: 32 hexadecimal digits.</summary>
    public string Next(Diagnostic diagnostic)
    {
        var key = $"{diagnostic.Descriptor.Id}\n{source.ToString(diagnostic.Span)}\n{Line(diagnostic.Span)}";
        var occurrence = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{occurrence}")).AsSpan(0, 16));
    }

    private string Line(TextSpan span)
    {
        var line = source.GetLineSpan(source.GetLinePosition(span.Start).Line);
        var start = Math.Max(line.Start, span.Start - Reach);
        var end = Math.Max(start, Math.Min(line.End, span.Start + Reach));
        var text = new StringBuilder();
        foreach (var c in source.Content.AsSpan(start, end - start))
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
