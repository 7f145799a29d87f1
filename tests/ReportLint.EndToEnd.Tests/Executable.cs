using System.Diagnostics;
using System.Text;

namespace ReportLint.Tests;

/// <summary>The real executable of the configuration that the tests were built in.</summary>
internal static class Executable
{
    private static readonly string Bin = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository(Bin);

    /// <summary>The assembly to run with <c>dotnet</c>.</summary>
    public static string Assembly { get; } = Path.Combine(
        Repository, "src", "ReportLint.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(Bin)!), Path.GetFileName(Bin), "reportlint.dll");

    /// <summary>Runs it to the end.</summary>
    public static Outcome Run(string workingDirectory, params string[] arguments)
    {
        using var running = Start(workingDirectory, arguments);
        return running.WaitForExit();
    }

    /// <summary>Runs it to the end with no more memory for its objects than given, in bytes.</summary>
    public static Outcome RunWithHeap(long bytes, string workingDirectory, params string[] arguments)
    {
        using var running = Start(Dotnet, [Assembly, .. arguments], workingDirectory, bytes);
        return running.WaitForExit();
    }

    /// <summary>Runs it to the end as a user without rights; for tests that run as the superuser.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no <c>setpriv</c> (util-linux) on this machine.</exception>
    public static Outcome RunAsNobody(string workingDirectory, params string[] arguments)
    {
        using var running = Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Dotnet, Assembly, .. arguments], workingDirectory);
        return running.WaitForExit();
    }

    /// <summary>Starts it, with signals as they are by default: what starts the tests in the background ignores some, and children inherit that.</summary>
    public static Running Start(string workingDirectory, params string[] arguments) => KnowsSignals.Value
        ? Start("env", ["--default-signal", Dotnet, Assembly, .. arguments], workingDirectory)
        : Start(Dotnet, [Assembly, .. arguments], workingDirectory);

    /// <summary>True where <c>env</c> can reset signals (GNU coreutils 8.31 and later).</summary>
    private static readonly Lazy<bool> KnowsSignals = new(static () =>
    {
        try
        {
            using var probe = Start("env", ["--default-signal", "true"], Path.GetTempPath());
            return probe.WaitForExit().Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    private static string Dotnet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static Running Start(string program, string[] arguments, string workingDirectory, long? heap = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (heap is { } bytes)
        {
            // Read by the runtime as hexadecimal.
            start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        }

        return new Running(Process.Start(start)!);
    }

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "ReportLint.sln")) ? folder : FindRepository(Path.GetDirectoryName(folder)!);
}

/// <summary>What a process ended with.</summary>
internal sealed record Outcome(int Code, string Output, string Errors);

/// <summary>A process under way; killed with the test.</summary>
internal sealed class Running : IDisposable
{
    // Only against a test that would hang for ever; nothing is measured.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    public Running(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has written to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    public Outcome WaitForExit()
    {
        Assert.True(_process.WaitForExit(Limit), "the process did not end");
        _process.WaitForExit();
        lock (_output)
        {
            return new(_process.ExitCode, _output.ToString(), Errors);
        }
    }

    /// <summary>Waits until a condition holds.</summary>
    public void Until(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(_process.HasExited, $"the process ended before {what}: {Errors}");
            Assert.True(clock.Elapsed < Limit, $"waited in vain for {what}: {Errors}");
            Thread.Sleep(20);
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Sends a signal by its name, such as TERM.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
