using System.Diagnostics;
using System.Globalization;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>
/// Tries a draft in a child process with a cap on its memory and on its time, so that one that would take the process down takes
/// only the child. Thread-safe.
/// </summary>
/// <param name="fileName">The program to start.</param>
/// <param name="arguments">What goes before the draft's path.</param>
public sealed class DraftProbe(string fileName, IReadOnlyList<string> arguments)
{
    /// <summary>Drafts of fewer bytes are not tried: the readers' own limits hold for them, and trying doubles the time.</summary>
    public const int SmallestDraft = 16 << 20;

    /// <summary>Word files of less text, in UTF-16 code units, are not tried.</summary>
    public const int SmallestText = 8 << 20;

    /// <summary>Most managed memory of the child, in bytes: 3 GiB, or half of what the machine or its container has, if that is less.</summary>
    public long MaximumMemory { get; init; } = Math.Min(3L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);

    /// <summary>How long the child may take.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries a draft.</summary>
    /// <returns>Why it must be left alone, a sentence; null where the child came through.</returns>
    public string? Try(Draft draft)
    {
        var start = new ProcessStartInfo(fileName)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments.Append(draft.FullPath))
        {
            start.ArgumentList.Add(argument);
        }

        // Read by the runtime as hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = MaximumMemory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";

        // Its input stays open as long as this process lives, and the child ends with it.
        using var child = Process.Start(start)!;
        child.OutputDataReceived += static (_, _) => { };
        child.ErrorDataReceived += static (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        if (!child.WaitForExit(MaximumTime))
        {
            child.Kill(entireProcessTree: true);
            return string.Create(CultureInfo.InvariantCulture, $"The file was not checked: that would take longer than {MaximumTime.TotalSeconds:0} seconds.");
        }

        return child.ExitCode == 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"The file was not checked: that would take more than {MaximumMemory >> 20} MiB of memory, or end the program.");
    }
}
