using System.Diagnostics;
using System.Globalization;

namespace ReportLint.Benchmarks;

/// <summary>
/// What a check of one small file takes from the start of the process to its end, beside a .NET program that does nothing: in turn, so that both
/// meet the same machine, and as the ratio of each pair, which holds when the machine's speed drifts.
/// </summary>
internal static class StartBenchmark
{
    /// <summary>The verb by which this program measures.</summary>
    public const string Verb = "start";

    /// <summary>The verb by which it is the program that does nothing.</summary>
    public const string Nothing = "nothing";

    private const int WarmUps = 2;
    private const int DefaultPairs = 15;

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">The number of pairs, then the <c>reportlint.dll</c> to start; both may be left out.</param>
    /// <returns>0, or 2 where there is no such executable.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var pairs = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : DefaultPairs;
        var executable = arguments.Length > 1 ? arguments[1] : BuiltExecutable();
        if (executable is null || !File.Exists(executable))
        {
            Console.Error.WriteLine("There is no reportlint.dll; build src/ReportLint.Cli in Release, or name one.");
            return 2;
        }

        var draft = Path.Combine(Path.GetTempPath(), $"reportlint-start-{Environment.ProcessId}.md");
        File.WriteAllText(draft, Corpus.Report(1, 300));
        try
        {
            var (checks, nothings, ratios) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = -WarmUps; i < pairs; i++)
            {
                var nothing = Seconds(typeof(StartBenchmark).Assembly.Location, Nothing);
                var check = Seconds(executable, "check", draft, "--fail-on", "never");
                if (i >= 0)
                {
                    nothings.Add(nothing);
                    checks.Add(check);
                    ratios.Add(check / nothing);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"{pairs} pairs; a draft of {new FileInfo(draft).Length} bytes; {Environment.ProcessorCount} processors"));
            Print("reportlint check, s", checks);
            Print("a program that does nothing, s", nothings);
            Print("ratio", ratios);
            return 0;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Prints the least, the middle and the most of some values, and sorts them.</summary>
    public static void Print(string name, List<double> values)
    {
        values.Sort();
        Console.WriteLine(FormattableString.Invariant($"{name,-32} least {values[0],6:0.000}   median {values[values.Count / 2],6:0.000}   most {values[^1],6:0.000}"));
    }

    /// <summary>Wall-clock seconds from the start of a process to its end.</summary>
    public static double Seconds(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? seconds : throw new InvalidOperationException($"'{arguments[0]}' ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
    }

    /// <summary>The Release build of the executable in the repository that this program was built in.</summary>
    public static string? BuiltExecutable()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReportLint.sln")))
            {
                return Path.Combine(folder.FullName, "src", "ReportLint.Cli", "bin", "Release", "net10.0", "reportlint.dll");
            }
        }

        return null;
    }
}
