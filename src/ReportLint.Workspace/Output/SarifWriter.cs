using System.Text.Encodings.Web;
using System.Text.Json;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Fixes;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Lines and columns count from 1 in UTF-16 code units, ends
/// are exclusive; uris are relative to the working directory. The same results give the same bytes: no clock, no machine.
/// </summary>
public sealed class SarifWriter : IReportWriter, IDisposable
{
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _ruleIndexes = new(StringComparer.Ordinal);
    private readonly List<(string Path, Coverage Coverage, string? Text)> _artifacts = [];
    private LogicalPlaces? _places;
    private (string Path, string Uri) _lastUri = ("", "");

    /// <summary>Begins a log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="descriptors">All rules that could have reported.</param>
    /// <param name="automationId">What tells runs of one kind from others (<c>automationDetails.id</c>), or null.</param>
    public SarifWriter(Stream stream, IReadOnlyList<DiagnosticDescriptor> descriptors, string? automationId = null)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        if (automationId is not null)
        {
            _json.WriteStartObject("automationDetails");
            _json.WriteString("id", automationId);
            _json.WriteEndObject();
        }

        WriteTool(descriptors);
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(LintResult result)
    {
        // Regions of a Word file count in the text that its reader printed.
        var isPrinted = result.Document.Format == DocumentFormat.Word;
        _places = isPrinted && result.Diagnostics.Count + result.Suppressed.Count > 0 ? new LogicalPlaces(result.Document) : null;
        foreach (var (diagnostic, fingerprint) in Fingerprints.Of(result))
        {
            WriteResult(diagnostic, fingerprint);
        }

        _artifacts.Add((result.Document.Path, result.Coverage, _places is null ? null : result.Document.Source.Content));
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("artifacts");
        foreach (var (path, coverage, text) in _artifacts)
        {
            _json.WriteStartObject();
            WriteArtifactLocation("location", path, index: -1);
            _json.WriteStartArray("roles");
            _json.WriteStringValue("analysisTarget");
            _json.WriteEndArray();
            if (text is not null)
            {
                _json.WriteStartObject("contents");
                WriteText("rendered", text);
                _json.WriteEndObject();
            }

            WriteCoverage(coverage);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteInvocation(summary);
        WriteCoverage(summary.Coverage);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>A severity as a SARIF level.</summary>
    internal static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A path as a relative reference of RFC 3986, everything but unreserved characters percent-encoded.</summary>
    internal static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private void WriteTool(IReadOnlyList<DiagnosticDescriptor> descriptors)
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", Tool.Name);
        _json.WriteString("version", Tool.Version);
        _json.WriteString("semanticVersion", Tool.Version);
        _json.WriteStartArray("rules");
        foreach (var descriptor in descriptors)
        {
            _ruleIndexes[descriptor.Id] = _ruleIndexes.Count;
            _json.WriteStartObject();
            _json.WriteString("id", descriptor.Id);
            _json.WriteString("name", descriptor.Name);
            WriteText("shortDescription", descriptor.Summary);
            WriteText("fullDescription", descriptor.Summary);
            _json.WriteStartObject("help");
            _json.WriteString("text", descriptor.Why.Trim());
            _json.WriteString("markdown", descriptor.Why.Trim());
            _json.WriteEndObject();
            _json.WriteStartObject("defaultConfiguration");
            _json.WriteString("level", Level(descriptor.DefaultSeverity));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>The property bag of a run or an artifact.</summary>
    private void WriteCoverage(Coverage coverage)
    {
        _json.WriteStartObject("properties");
        JsonParts.WriteCoverage(_json, coverage);
        _json.WriteEndObject();
    }

    private void WriteResult(Diagnostic diagnostic, string fingerprint)
    {
        var source = diagnostic.Document.Source;
        _json.WriteStartObject();
        _json.WriteString("ruleId", diagnostic.Descriptor.Id);
        if (_ruleIndexes.TryGetValue(diagnostic.Descriptor.Id, out var ruleIndex))
        {
            _json.WriteNumber("ruleIndex", ruleIndex);
        }

        _json.WriteString("level", Level(diagnostic.Severity));
        WriteText("message", diagnostic.Message);
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        WritePhysicalLocation(diagnostic.Document.Path, source, diagnostic.Span);
        WriteLogicalLocations(diagnostic.Span);
        _json.WriteEndObject();
        _json.WriteEndArray();
        if (diagnostic.RelatedLocations.Count > 0)
        {
            _json.WriteStartArray("relatedLocations");
            for (var i = 0; i < diagnostic.RelatedLocations.Count; i++)
            {
                var related = diagnostic.RelatedLocations[i];
                _json.WriteStartObject();
                _json.WriteNumber("id", i);
                WritePhysicalLocation(diagnostic.Document.Path, source, related.Span);
                WriteLogicalLocations(related.Span);
                if (related.Message.Length > 0)
                {
                    WriteText("message", related.Message);
                }

                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        WriteSuppressions(diagnostic);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("reportlint/v1", fingerprint);
        _json.WriteEndObject();
        if (diagnostic.Fixes.Count > 0)
        {
            _json.WriteStartArray("fixes");
            foreach (var fix in diagnostic.Fixes)
            {
                WriteFix(diagnostic.Document.Path, source, fix);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    /// <summary>An empty array says that nothing suppresses it (SARIF 3.27.23).</summary>
    private void WriteSuppressions(Diagnostic diagnostic)
    {
        _json.WriteStartArray("suppressions");
        if (diagnostic.SuppressionReason is { } reason)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", diagnostic.SuppressionSource is null ? "inSource" : "external");
            if (reason.Length > 0)
            {
                _json.WriteString("justification", reason);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFix(string path, SourceText source, CodeFix fix)
    {
        _json.WriteStartObject();
        WriteText("description", fix.Title);
        _json.WriteStartArray("artifactChanges");
        _json.WriteStartObject();
        WriteArtifactLocation("artifactLocation", path, _artifacts.Count);
        _json.WriteStartArray("replacements");
        foreach (var change in fix.Changes)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("deletedRegion");
            WriteRegion(source, change.Span);
            _json.WriteEndObject();
            WriteText("insertedContent", change.NewText);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteStartObject("properties");
        _json.WriteBoolean("safe", fix.IsSafe);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WritePhysicalLocation(string path, SourceText source, TextSpan span)
    {
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation", path, _artifacts.Count);
        _json.WriteStartObject("region");
        WriteRegion(source, span);
        if (!span.IsEmpty)
        {
            WriteText("snippet", source.ToString(span));
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteLogicalLocations(TextSpan span)
    {
        if (_places?.Name(span, out var characters) is { } name)
        {
            _json.WriteStartArray("logicalLocations");
            _json.WriteStartObject();
            _json.WriteString("name", name);
            _json.WriteString("fullyQualifiedName", characters.Length > 0 ? $"{name}, characters {characters}" : name);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }
    }

    private void WriteRegion(SourceText source, TextSpan span)
    {
        var start = source.GetLinePosition(span.Start);
        var end = source.GetLinePosition(span.End);
        _json.WriteNumber("startLine", start.Line + 1);
        _json.WriteNumber("startColumn", start.Character + 1);
        _json.WriteNumber("endLine", end.Line + 1);
        _json.WriteNumber("endColumn", end.Character + 1);
        _json.WriteNumber("charOffset", span.Start);
        _json.WriteNumber("charLength", span.Length);
    }

    private void WriteInvocation(RunSummary summary)
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", !summary.HasErrors);
        _json.WriteStartArray("toolConfigurationNotifications");
        foreach (var error in summary.Mistakes)
        {
            WriteNotification(error.Severity == KnowledgeSeverity.Error ? "error" : "warning", error.Message, error.Path, error);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var skipped in summary.Skipped)
        {
            WriteNotification("note", $"skipped: {skipped.Reason}", skipped.Path, place: null);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteNotification(string level, string message, string path, KnowledgeError? place)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        WriteText("message", message);
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation", path, index: -1);
        if (place is not null)
        {
            _json.WriteStartObject("region");
            _json.WriteNumber("startLine", place.Line);
            _json.WriteNumber("startColumn", place.Column);
            _json.WriteNumber("endColumn", place.Column + place.Length);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteArtifactLocation(string name, string path, int index)
    {
        _json.WriteStartObject(name);
        if (_lastUri.Path != path)
        {
            _lastUri = (path, Uri(path));
        }

        _json.WriteString("uri", _lastUri.Uri);
        if (index >= 0)
        {
            _json.WriteNumber("index", index);
        }

        _json.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }
}
