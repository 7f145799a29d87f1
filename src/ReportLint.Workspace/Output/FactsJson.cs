using System.Text.Encodings.Web;
using System.Text.Json;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;

namespace ReportLint.Workspace.Output;

/// <summary><see cref="FactsReport"/> as JSON; the schema is described in <c>docs/json.md</c>.</summary>
public static class FactsJson
{
    /// <summary>Writes what was understood of a draft.</summary>
    public static void Write(Stream stream, LintResult result)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("version", JsonWriter.SchemaVersion);
        json.WriteString("path", result.Document.Path);
        if (result.Document.Format == DocumentFormat.Word)
        {
            json.WriteString("text", result.Document.Source.Content);
        }

        json.WriteStartArray("notices");
        foreach (var notice in FactsReport.Notices(result))
        {
            json.WriteStartObject();
            json.WriteString("id", notice.Descriptor.Id);
            json.WriteString("severity", JsonParts.Name(notice.Severity));
            json.WriteString("message", notice.Message);
            JsonParts.WritePlace(json, notice.Document.Source, notice.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonParts.WriteCoverage(json, result.Coverage);
        json.WriteStartArray("numbers");
        foreach (var number in FactsReport.Numbers(result))
        {
            json.WriteStartObject();
            WriteFact(json, number.Fact);
            json.WriteString("status", JsonParts.Name(number.Status));
            json.WriteStartArray("checks");
            foreach (var check in number.Checks)
            {
                json.WriteStartObject();
                json.WriteString("rule", check.RuleId);
                json.WriteBoolean("holds", check.Holds);
                json.WriteStartArray("with");
                foreach (var other in check.Numbers.Where(n => n != number.Fact))
                {
                    json.WriteStartObject();
                    JsonParts.WritePlace(json, other.Document.Source, other.Span);
                    json.WriteString("text", other.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var fact in FactsReport.Others(result).SelectMany(static t => t.Facts))
        {
            json.WriteStartObject();
            WriteFact(json, fact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteFact(Utf8JsonWriter json, Fact fact)
    {
        json.WriteString("type", fact.Type.Name);
        JsonParts.WritePlace(json, fact.Document.Source, fact.Span);
        json.WriteString("text", fact.Text);
        json.WriteStartObject("properties");
        foreach (var (name, value) in FactsReport.Properties(fact))
        {
            json.WriteString(name, value.ToString());
        }

        json.WriteEndObject();
    }
}
