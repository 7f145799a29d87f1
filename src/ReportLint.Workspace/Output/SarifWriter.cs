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
    private (string Path, JsonEncodedText Uri) _lastUri = ("", default);

    /// <summary>Begins a log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="descriptors">All rules that could have reported.</param>
    /// <param name="automationId">What tells runs of one kind from others (<c>automationDetails.id</c>), or null.</param>
    public SarifWriter(Stream stream, IReadOnlyList<DiagnosticDescriptor> descriptors, string? automationId = null)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("$schema"u8, "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version"u8, "2.1.0");
        _json.WriteStartArray("runs"u8);
        _json.WriteStartObject();
        if (automationId is not null)
        {
            _json.WriteStartObject("automationDetails"u8);
            _json.WriteString("id"u8, automationId);
            _json.WriteEndObject();
        }

        WriteTool(descriptors);
        _json.WriteString("columnKind"u8, "utf16CodeUnits");
        _json.WriteStartArray("results"u8);
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
        _json.WriteStartArray("artifacts"u8);
        foreach (var (path, coverage, text) in _artifacts)
        {
            _json.WriteStartObject();
            WriteArtifactLocation("location"u8, path, index: -1);
            _json.WriteStartArray("roles"u8);
            _json.WriteStringValue("analysisTarget");
            _json.WriteEndArray();
            if (text is not null)
            {
                _json.WriteStartObject("contents"u8);
                WriteText("rendered"u8, text);
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
        _json.WriteStartObject("tool"u8);
        _json.WriteStartObject("driver"u8);
        _json.WriteString("name"u8, Tool.Name);
        _json.WriteString("version"u8, Tool.Version);
        _json.WriteString("semanticVersion"u8, Tool.Version);
        _json.WriteStartArray("rules"u8);
        foreach (var descriptor in descriptors)
        {
            _ruleIndexes[descriptor.Id] = _ruleIndexes.Count;
            _json.WriteStartObject();
            _json.WriteString("id"u8, descriptor.Id);
            _json.WriteString("name"u8, descriptor.Name);
            WriteText("shortDescription"u8, descriptor.Summary);
            WriteText("fullDescription"u8, descriptor.Summary);
            _json.WriteStartObject("help"u8);
            _json.WriteString("text"u8, descriptor.Why.Trim());
            _json.WriteString("markdown"u8, descriptor.Why.Trim());
            _json.WriteEndObject();
            _json.WriteStartObject("defaultConfiguration"u8);
            _json.WriteString("level"u8, Level(descriptor.DefaultSeverity));
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
        _json.WriteStartObject("properties"u8);
        JsonParts.WriteCoverage(_json, coverage);
        _json.WriteEndObject();
    }

    private void WriteResult(Diagnostic diagnostic, string fingerprint)
    {
        var source = diagnostic.Document.Source;
        _json.WriteStartObject();
        _json.WriteString("ruleId"u8, diagnostic.Descriptor.Id);
        if (_ruleIndexes.TryGetValue(diagnostic.Descriptor.Id, out var ruleIndex))
        {
            _json.WriteNumber("ruleIndex"u8, ruleIndex);
        }

        _json.WriteString("level"u8, Level(diagnostic.Severity));
        WriteText("message"u8, diagnostic.Message);
        _json.WriteStartArray("locations"u8);
        _json.WriteStartObject();
        WritePhysicalLocation(diagnostic.Document.Path, source, diagnostic.Span);
        WriteLogicalLocations(diagnostic.Span);
        _json.WriteEndObject();
        _json.WriteEndArray();
        if (diagnostic.RelatedLocations.Count > 0)
        {
            _json.WriteStartArray("relatedLocations"u8);
            for (var i = 0; i < diagnostic.RelatedLocations.Count; i++)
            {
                var related = diagnostic.RelatedLocations[i];
                _json.WriteStartObject();
                _json.WriteNumber("id"u8, i);
                WritePhysicalLocation(diagnostic.Document.Path, source, related.Span);
                WriteLogicalLocations(related.Span);
                if (related.Message.Length > 0)
                {
                    WriteText("message"u8, related.Message);
                }

                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        WriteSuppressions(diagnostic);
        _json.WriteStartObject("partialFingerprints"u8);
        _json.WriteString("reportlint/v1"u8, fingerprint);
        _json.WriteEndObject();
        if (diagnostic.Fixes.Count > 0)
        {
            _json.WriteStartArray("fixes"u8);
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
        _json.WriteStartArray("suppressions"u8);
        if (diagnostic.SuppressionReason is { } reason)
        {
            _json.WriteStartObject();
            _json.WriteString("kind"u8, diagnostic.SuppressionSource is null ? "inSource" : "external");
            if (reason.Length > 0)
            {
                _json.WriteString("justification"u8, reason);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFix(string path, SourceText source, CodeFix fix)
    {
        _json.WriteStartObject();
        WriteText("description"u8, fix.Title);
        _json.WriteStartArray("artifactChanges"u8);
        _json.WriteStartObject();
        WriteArtifactLocation("artifactLocation"u8, path, _artifacts.Count);
        _json.WriteStartArray("replacements"u8);
        foreach (var change in fix.Changes)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("deletedRegion"u8);
            WriteRegion(source, change.Span);
            _json.WriteEndObject();
            WriteText("insertedContent"u8, change.NewText);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteStartObject("properties"u8);
        _json.WriteBoolean("safe"u8, fix.IsSafe);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WritePhysicalLocation(string path, SourceText source, TextSpan span)
    {
        _json.WriteStartObject("physicalLocation"u8);
        WriteArtifactLocation("artifactLocation"u8, path, _artifacts.Count);
        _json.WriteStartObject("region"u8);
        WriteRegion(source, span);
        if (!span.IsEmpty)
        {
            WriteText("snippet"u8, source.ToString(span));
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteLogicalLocations(TextSpan span)
    {
        if (_places?.Name(span, out var characters) is { } name)
        {
            _json.WriteStartArray("logicalLocations"u8);
            _json.WriteStartObject();
            _json.WriteString("name"u8, name);
            _json.WriteString("fullyQualifiedName"u8, characters.Length > 0 ? $"{name}, characters {characters}" : name);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }
    }

    private void WriteRegion(SourceText source, TextSpan span)
    {
        var start = source.GetLinePosition(span.Start);
        var end = source.GetLinePosition(span.End);
        _json.WriteNumber("startLine"u8, start.Line + 1);
        _json.WriteNumber("startColumn"u8, start.Character + 1);
        _json.WriteNumber("endLine"u8, end.Line + 1);
        _json.WriteNumber("endColumn"u8, end.Character + 1);
        _json.WriteNumber("charOffset"u8, span.Start);
        _json.WriteNumber("charLength"u8, span.Length);
    }

    private void WriteInvocation(RunSummary summary)
    {
        _json.WriteStartArray("invocations"u8);
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful"u8, !summary.HasErrors);
        _json.WriteStartArray("toolConfigurationNotifications"u8);
        foreach (var error in summary.Mistakes)
        {
            WriteNotification(error.Severity == KnowledgeSeverity.Error ? "error" : "warning", error.Message, error.Path, error);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("toolExecutionNotifications"u8);
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
        _json.WriteString("level"u8, level);
        WriteText("message"u8, message);
        _json.WriteStartArray("locations"u8);
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation"u8);
        WriteArtifactLocation("artifactLocation"u8, path, index: -1);
        if (place is not null)
        {
            _json.WriteStartObject("region"u8);
            _json.WriteNumber("startLine"u8, place.Line);
            _json.WriteNumber("startColumn"u8, place.Column);
            _json.WriteNumber("endColumn"u8, place.Column + place.Length);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteArtifactLocation(ReadOnlySpan<byte> name, string path, int index)
    {
        _json.WriteStartObject(name);
        if (_lastUri.Path != path)
        {
            _lastUri = (path, JsonEncodedText.Encode(Uri(path), JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        }

        _json.WriteString("uri"u8, _lastUri.Uri);
        if (index >= 0)
        {
            _json.WriteNumber("index"u8, index);
        }

        _json.WriteEndObject();
    }

    private void WriteText(ReadOnlySpan<byte> name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text"u8, text);
        _json.WriteEndObject();
    }
}
