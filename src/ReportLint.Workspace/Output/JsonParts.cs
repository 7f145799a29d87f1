using System.Text.Json;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>The pieces that several JSON outputs share.</summary>
internal static class JsonParts
{
    /// <summary>A severity in outputs: <c>error</c>, <c>warning</c>, <c>info</c>.</summary>
    public static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>A number's status in outputs: <c>checked</c>, <c>flagged</c>, <c>unbound</c>, <c>ignored</c>.</summary>
    public static string Name(NumberStatus status) => status switch
    {
        NumberStatus.Checked => "checked",
        NumberStatus.Flagged => "flagged",
        NumberStatus.Unbound => "unbound",
        _ => "ignored",
    };

    /// <summary>Writes <c>"coverage": {...}</c>.</summary>
    public static void WriteCoverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage"u8);
        json.WriteNumber("checked"u8, coverage.Checked);
        json.WriteNumber("flagged"u8, coverage.Flagged);
        json.WriteNumber("unbound"u8, coverage.Unbound);
        json.WriteNumber("ignored"u8, coverage.Ignored);
        if (coverage.Ratio is { } ratio)
        {
            json.WriteNumber("ratio"u8, decimal.Round(ratio, 4, MidpointRounding.ToZero));
        }
        else
        {
            json.WriteNull("ratio"u8);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>"errors": …, "warnings": …, "infos": …</c>.</summary>
    public static void WriteCounts(Utf8JsonWriter json, Func<DiagnosticSeverity, int> count)
    {
        json.WriteNumber("errors"u8, count(DiagnosticSeverity.Error));
        json.WriteNumber("warnings"u8, count(DiagnosticSeverity.Warning));
        json.WriteNumber("infos"u8, count(DiagnosticSeverity.Info));
    }

    /// <summary>Writes the members of a place: lines and columns from 1, the end exclusive, and the offset from 0.</summary>
    public static void WritePlace(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        var start = source.GetLinePosition(span.Start);
        var end = source.GetLinePosition(span.End);
        json.WriteNumber("line"u8, start.Line + 1);
        json.WriteNumber("column"u8, start.Character + 1);
        json.WriteNumber("endLine"u8, end.Line + 1);
        json.WriteNumber("endColumn"u8, end.Character + 1);
        json.WriteNumber("offset"u8, span.Start);
        json.WriteNumber("length"u8, span.Length);
    }
}
