using System.Text.Encodings.Web;
using System.Text.Json;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Workspace.Annotated;
using ReportLint.Workspace.Output;

namespace ReportLint.Worker;

/// <summary>What is known of one draft's diagnostics file.</summary>
/// <param name="Draft">Hash of the draft's content.</param>
/// <param name="Output">Hash of the diagnostics file.</param>
/// <param name="Errors">Number of findings at error.</param>
/// <param name="Warnings">Number of findings at warning.</param>
/// <param name="Infos">Number of findings at info.</param>
/// <param name="Coverage">What became of the draft's numbers.</param>
/// <param name="Copy">Hash of the annotated copy; empty where the draft can have none, null where none was asked for.</param>
public sealed record IndexEntry(string Draft, string Output, int Errors, int Warnings, int Infos, Coverage Coverage, string? Copy = null)
{
    /// <summary>Hash of what the findings depend on besides the draft; empty where there is nothing.</summary>
    public string Around { get; init; } = "";

    /// <summary>The files that the draft names, as it names them.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The entry of a result.</summary>
    public static IndexEntry Of(LintResult result, string draft, string output, string? copy = null) => new(
        draft, output, Count(result, DiagnosticSeverity.Error), Count(result, DiagnosticSeverity.Warning), Count(result, DiagnosticSeverity.Info), result.Coverage, copy);

    private static int Count(LintResult result, DiagnosticSeverity severity) => result.Diagnostics.Count(d => d.Severity == severity);
}

/// <summary>
/// <c>index.json</c>: the counts of every draft and of all, with the hashes by which a restarted worker sees what is current.
/// Holds no time: where nothing changed, it does not change.
/// </summary>
internal static class DiagnosticsIndex
{
    public const string FileName = "index.json";
    public const string Extension = ".sarif";
    private const int SchemaVersion = 1;

    /// <summary>Writes an index.</summary>
    public static byte[] Write(string rules, IReadOnlyDictionary<string, IndexEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("tool", Workspace.Tool.Name);
            json.WriteNumber("version", SchemaVersion);
            json.WriteString("rules", rules);
            json.WriteStartObject("total");
            json.WriteNumber("files", entries.Count);
            WriteCounts(json, entries.Values.Aggregate(new IndexEntry("", "", 0, 0, 0, default), static (a, b) =>
                new("", "", a.Errors + b.Errors, a.Warnings + b.Warnings, a.Infos + b.Infos, a.Coverage + b.Coverage)));
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var (path, entry) in entries.OrderBy(static e => e.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteString("diagnostics", path + Extension);
                WriteCounts(json, entry);
                json.WriteString("draftHash", entry.Draft);
                json.WriteString("diagnosticsHash", entry.Output);
                if (entry.Around.Length > 0)
                {
                    json.WriteString("aroundHash", entry.Around);
                }

                if (entry.Named.Count > 0)
                {
                    json.WriteStartArray("named");
                    foreach (var name in entry.Named)
                    {
                        json.WriteStringValue(name);
                    }

                    json.WriteEndArray();
                }

                if (entry.Copy is { } copy)
                {
                    if (copy.Length > 0)
                    {
                        json.WriteString("annotated", path + AnnotatedCopy.EndingFor(path));
                    }

                    json.WriteString("annotatedHash", copy);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads an index.</summary>
    /// <returns>The version of the rules and the entries, or null where this is no index of ours.</returns>
    public static (string Rules, Dictionary<string, IndexEntry> Entries)? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var root = json.RootElement;
            if (root.GetProperty("tool").GetString() != Workspace.Tool.Name)
            {
                return null;
            }

            var entries = new Dictionary<string, IndexEntry>(StringComparer.Ordinal);
            if (root.GetProperty("version").GetInt32() != SchemaVersion)
            {
                return ("", entries);
            }

            foreach (var file in root.GetProperty("files").EnumerateArray())
            {
                var coverage = file.GetProperty("coverage");
                entries[DraftPath(file.GetProperty("path"))] = new(
                    Text(file.GetProperty("draftHash")), Text(file.GetProperty("diagnosticsHash")),
                    Int(file, "errors"), Int(file, "warnings"), Int(file, "infos"),
                    new(Int(coverage, "checked"), Int(coverage, "flagged"), Int(coverage, "unbound"), Int(coverage, "ignored")),
                    file.TryGetProperty("annotatedHash", out var copy) ? copy.GetString() : null)
                {
                    Around = file.TryGetProperty("aroundHash", out var around) ? Text(around) : "",
                    Named = file.TryGetProperty("named", out var named) ? [.. named.EnumerateArray().Select(Text)] : [],
                };
            }

            return (Text(root.GetProperty("rules")), entries);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException("a text is missing");

    /// <summary>A path inside the folder. Files are written and removed by it, and whoever can write the index must not reach any other file.</summary>
    private static string DraftPath(JsonElement element)
    {
        var path = Text(element);
        return path.Length == 0 || Path.IsPathRooted(path) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/', Path.DirectorySeparatorChar).Any(static part => part is "" or "." or "..")
            ? throw new FormatException("a path leads out of the folder")
            : path;
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static void WriteCounts(Utf8JsonWriter json, IndexEntry entry)
    {
        json.WriteNumber("errors", entry.Errors);
        json.WriteNumber("warnings", entry.Warnings);
        json.WriteNumber("infos", entry.Infos);
        JsonParts.WriteCoverage(json, entry.Coverage);
    }
}
