using System.Diagnostics;
using System.Text.Json;

namespace ReportLint.PlantedTables;

/// <summary>The real executable, asked for JSON.</summary>
public sealed class Tool(string assembly)
{
    /// <summary>The findings of a folder of drafts, as <c>RLnnnn message</c>, by file name.</summary>
    public ILookup<string, string> Check(string folder)
    {
        using var json = Run("check", folder, "--format", "json", "--fail-on", "never");
        return json.RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(static file => file.GetProperty("diagnostics").EnumerateArray().Select(finding => (
                File: Path.GetFileName(file.GetProperty("path").GetString()!),
                Text: $"{finding.GetProperty("id").GetString()} {finding.GetProperty("message").GetString()}")))
            .ToLookup(static f => f.File, static f => f.Text);
    }

    /// <summary>The texts of the numbers of a draft that took part in a comparison.</summary>
    public IReadOnlyList<string> Checked(string file)
    {
        using var json = Run("facts", file, "--format", "json");
        return [.. json.RootElement.GetProperty("numbers").EnumerateArray()
            .Where(static n => n.GetProperty("status").GetString() == "checked")
            .Select(static n => n.GetProperty("text").GetString()!)];
    }

    private JsonDocument Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonDocument.Parse(output) : throw new InvalidOperationException($"reportlint {arguments[0]} ended with {process.ExitCode}: {errors.Result}");
    }
}
