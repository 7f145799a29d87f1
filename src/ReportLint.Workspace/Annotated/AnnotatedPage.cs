using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Text;
using ReportLint.Workspace.Output;

namespace ReportLint.Workspace.Annotated;

/// <summary>
/// A draft with its findings as one HTML page that needs nothing else: no network, no other file. The draft's own markup is not passed
/// on, and the page's policy lets no script and no style run but its own. The same result gives the same bytes.
/// </summary>
public static class AnnotatedPage
{
    private const string Generator = "ReportLint annotate";

    private static readonly Lazy<string> Template = new(static () => Resource("page.html"));
    private static readonly Lazy<string> Style = new(static () => Resource("page.css"));
    private static readonly Lazy<string> Script = new(static () => Resource("page.js"));

    /// <summary>Writes a page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="result">The draft and what was found.</param>
    public static void Write(Stream stream, LintResult result)
    {
        var pieces = PageLayout.Of(result);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var rest = Template.Value.AsSpan();
        for (var open = rest.IndexOf("{{"); open >= 0; open = rest.IndexOf("{{"))
        {
            var close = rest.IndexOf("}}");
            writer.Write(rest[..open]);
            WritePart(writer, rest[(open + 2)..close].ToString(), result, pieces);
            rest = rest[(close + 2)..];
        }

        writer.Write(rest);
    }

    /// <summary>True for the beginning of a file that <see cref="Write"/> wrote.</summary>
    internal static bool IsOurs(ReadOnlySpan<byte> start) => start[..Math.Min(start.Length, 1000)].IndexOf(Encoding.UTF8.GetBytes($"name=\"generator\" content=\"{Generator}")) >= 0;

    private static void WritePart(StreamWriter writer, string name, LintResult result, List<PagePiece> pieces)
    {
        switch (name)
        {
            case "policy":
                writer.Write($"default-src 'none'; style-src '{Hash(Style.Value)}'; script-src '{Hash(Script.Value)}'; base-uri 'none'; form-action 'none'");
                break;
            case "mark":
                writer.Write($"{Generator} {Tool.Version}");
                break;
            case "title":
                writer.Write(PageWriter.Escape($"{result.Document.Path}: {Findings(result)}"));
                break;
            case "style":
                writer.Write(Style.Value);
                break;
            case "script":
                writer.Write(Script.Value);
                break;
            case "name":
                writer.Write(PageWriter.Escape(result.Document.Path));
                break;
            case "summary":
                writer.Write(PageWriter.Escape(Summary(result)));
                break;
            case "count":
                writer.Write(Findings(result));
                break;
            case "checked":
                writer.Write(result.Coverage.Checked.ToString("N0", CultureInfo.InvariantCulture));
                break;
            case "flagged":
                writer.Write(result.Coverage.Flagged.ToString("N0", CultureInfo.InvariantCulture));
                break;
            case "unbound":
                writer.Write(result.Coverage.Unbound.ToString("N0", CultureInfo.InvariantCulture));
                break;
            case "findings":
                WriteFindings(writer, result, hasText: pieces.Count > 0);
                break;
            case "text":
                new PageWriter(writer, result).Write(pieces);
                break;
            case "rules":
                WriteRules(writer, result);
                break;
            default:
                throw new InvalidOperationException($"the page's template names '{name}'");
        }
    }

    private static string Findings(LintResult result) => result.Diagnostics.Count == 0 ? "No findings" : TerminalText.Plural(result.Diagnostics.Count, "finding");

    private static string Summary(LintResult result)
    {
        var summary = new RunSummary();
        summary.Add(result);
        return TerminalText.CountsLine(summary);
    }

    private static void WriteFindings(StreamWriter writer, LintResult result, bool hasText)
    {
        if (result.Diagnostics.Count == 0)
        {
            writer.Write("<li class=\"none\">Nothing was found.</li>\n");
        }

        for (var i = 0; i < result.Diagnostics.Count; i++)
        {
            WriteFinding(writer, result.Diagnostics[i], i + 1, hasText);
        }
    }

    private static void WriteFinding(StreamWriter writer, Diagnostic diagnostic, int number, bool hasText)
    {
        var source = diagnostic.Document.Source;
        var severity = JsonParts.Name(diagnostic.Severity);
        var id = PageWriter.Escape(diagnostic.Descriptor.Id);
        var place = hasText ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"#m{number}\">{Place(source, diagnostic.Span)}</a>") : "";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<li class=\"finding {severity}\" id=\"finding-{number}\" aria-labelledby=\"message-{number}\">\n"));
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"<p class=\"head\"><span>{number}</span> <span class=\"severity\">{severity}</span> <a href=\"#rule-{id}\" title=\"{PageWriter.Escape(diagnostic.Descriptor.Summary)}\">{id} {PageWriter.Escape(diagnostic.Descriptor.Name)}</a> {place}</p>\n"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<p class=\"message\" id=\"message-{number}\">{PageWriter.Escape(diagnostic.Message)}</p>\n"));
        if (diagnostic.RelatedLocations.Count > 0)
        {
            writer.Write("<ul class=\"places\">\n");
            for (var r = 0; r < diagnostic.RelatedLocations.Count; r++)
            {
                var related = diagnostic.RelatedLocations[r];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<li><a href=\"#r{number}-{r + 1}\">{Place(source, related.Span)}</a>: {PageWriter.Escape(related.Message)}</li>\n"));
            }

            writer.Write("</ul>\n");
        }

        foreach (var fix in diagnostic.Fixes)
        {
            writer.Write($"<p class=\"fix\">{(fix.IsSafe ? "Safe fix" : "Perhaps")}: {PageWriter.Escape(fix.Title)}</p>\n");
        }

        writer.Write("</li>\n");
    }

    private static string Place(SourceText source, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"line {source.GetLinePosition(span.Start).Line + 1}");

    private static void WriteRules(StreamWriter writer, LintResult result)
    {
        var used = result.Diagnostics.Select(static d => d.Descriptor).DistinctBy(static d => d.Id).OrderBy(static d => d.Id, StringComparer.Ordinal).ToList();
        writer.Write(used.Count > 0 ? "<h2>The rules behind the findings</h2>\n" : "");
        foreach (var rule in used)
        {
            var id = PageWriter.Escape(rule.Id);
            writer.Write($"<article id=\"rule-{id}\"><h3>{id} {PageWriter.Escape(rule.Name)}</h3>{Paragraphs($"{rule.Summary}\n\n{rule.Why.Trim()}\n\n{RuleHelp.Answer(rule, result.Document.Format)}")}</article>\n");
        }
    }

    /// <summary>Text of a rule file: an empty line parts paragraphs.</summary>
    private static string Paragraphs(string text) => string.Concat(
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static p => $"<p>{PageWriter.Escape(p.Replace('\n', ' '))}</p>"));

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>A file that goes with this class. Browsers hash what they read, in which every line end is one character.</summary>
    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(AnnotatedPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
