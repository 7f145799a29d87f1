using System.Text.Encodings.Web;
using System.Text.Json;
using ReportLint.Core;

namespace ReportLint.Workspace.Output;

/// <summary>ReportLint's own JSON, described in <c>docs/json.md</c>. Members may be added; none changes its meaning under one version.</summary>
public sealed class JsonWriter : IReportWriter, IDisposable
{
    /// <summary>The version of the schema.</summary>
    public const int SchemaVersion = 1;

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a report; the stream stays open.</summary>
    public JsonWriter(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteNumber("version", SchemaVersion);
        _json.WriteStartObject("tool");
        _json.WriteString("name", Tool.Name);
        _json.WriteString("version", Tool.Version);
        _json.WriteEndObject();
        _json.WriteStartArray("files");
    }

    /// <inheritdoc/>
    public void Add(LintResult result)
    {
        _json.WriteStartObject();
        _json.WriteString("path", result.Document.Path);
        JsonParts.WriteCoverage(_json, result.Coverage);
        _json.WriteStartArray("diagnostics");
        foreach (var (diagnostic, fingerprint) in Fingerprints.Of(result).Where(static f => f.Diagnostic.SuppressionReason is null))
        {
            var source = diagnostic.Document.Source;
            _json.WriteStartObject();
            _json.WriteString("id", diagnostic.Descriptor.Id);
            _json.WriteString("name", diagnostic.Descriptor.Name);
            _json.WriteString("severity", JsonParts.Name(diagnostic.Severity));
            _json.WriteString("message", diagnostic.Message);
            JsonParts.WritePlace(_json, source, diagnostic.Span);
            _json.WriteString("text", source.ToString(diagnostic.Span));
            _json.WriteString("fingerprint", fingerprint);
            _json.WriteStartArray("related");
            foreach (var related in diagnostic.RelatedLocations)
            {
                _json.WriteStartObject();
                JsonParts.WritePlace(_json, source, related.Span);
                _json.WriteString("text", source.ToString(related.Span));
                _json.WriteString("message", related.Message);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteStartArray("fixes");
            foreach (var fix in diagnostic.Fixes)
            {
                _json.WriteStartObject();
                _json.WriteString("title", fix.Title);
                _json.WriteBoolean("safe", fix.IsSafe);
                _json.WriteStartArray("changes");
                foreach (var change in fix.Changes)
                {
                    _json.WriteStartObject();
                    JsonParts.WritePlace(_json, source, change.Span);
                    _json.WriteString("newText", change.NewText);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Finish(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("skipped");
        foreach (var skipped in summary.Skipped)
        {
            _json.WriteStartObject();
            _json.WriteString("path", skipped.Path);
            _json.WriteString("reason", skipped.Reason);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("ruleErrors");
        foreach (var error in summary.Mistakes)
        {
            _json.WriteStartObject();
            _json.WriteString("path", error.Path);
            _json.WriteString("severity", error.Severity == Core.Knowledge.KnowledgeSeverity.Error ? "error" : "warning");
            _json.WriteNumber("line", error.Line);
            _json.WriteNumber("column", error.Column);
            _json.WriteString("message", error.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartObject("summary");
        _json.WriteNumber("files", summary.Files);
        JsonParts.WriteCounts(_json, summary.Count);
        JsonParts.WriteCoverage(_json, summary.Coverage);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
