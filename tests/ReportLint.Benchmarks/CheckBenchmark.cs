using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;

namespace ReportLint.Benchmarks;

/// <summary>
/// What a check of 5 MB of reports takes from the start of the process to its end, in megabytes a second, beside a plain pass over the same
/// files: bytes to text, and Markdig's tree of it, on one thread. In turn, so that both meet the same machine, and as the ratio of each pair.
/// </summary>
internal static class CheckBenchmark
{
    /// <summary>The verb by which this program measures.</summary>
    public const string Verb = "check";

    private const int WarmUps = 1;
    private const int DefaultPairs = 7;
    private const int Reports = 100;
    private const int Length = 50_000;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">
    /// The number of pairs, then a folder of Markdown to check instead of reports made up from a seed, then the <c>reportlint.dll</c> to start; all
    /// may be left out.
    /// </param>
    /// <returns>0, or 2 where there is no such executable or folder.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var pairs = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : DefaultPairs;
        var executable = arguments.Length > 2 ? arguments[2] : StartBenchmark.BuiltExecutable();
        if (executable is null || !File.Exists(executable) || (arguments.Length > 1 && !Directory.Exists(arguments[1])))
        {
            Console.Error.WriteLine("There is no such folder, or no reportlint.dll; build src/ReportLint.Cli in Release, or name one.");
            return 2;
        }

        var scratch = Directory.CreateTempSubdirectory("reportlint-check-");
        try
        {
            var folder = arguments.Length > 1 ? arguments[1] : MadeUp(scratch.FullName);
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(static f => Path.GetExtension(f) is ".md" or ".markdown").ToArray();
            var megabytes = files.Sum(static f => new FileInfo(f).Length) / 1e6;
            var output = Path.Combine(scratch.FullName, "findings.sarif");
            var (checks, speeds, ratios) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = -WarmUps; i < pairs; i++)
            {
                var plain = PlainPass(files);
                var check = StartBenchmark.Seconds([executable, "check", .. files, "--format", "sarif", "--output", output, "--fail-on", "never"]);
                if (i >= 0)
                {
                    checks.Add(check);
                    speeds.Add(megabytes / check);
                    ratios.Add(check / plain);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"{pairs} pairs; {files.Length} files of {megabytes:0.00} MB in all; {Environment.ProcessorCount} processors"));
            StartBenchmark.Print("reportlint check, s", checks);
            StartBenchmark.Print("reportlint check, MB/s", speeds);
            StartBenchmark.Print("ratio to decoding and parsing", ratios);
            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string MadeUp(string scratch)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, "reports")).FullName;
        for (var seed = 0; seed < Reports; seed++)
        {
            File.WriteAllText(Path.Combine(folder, FormattableString.Invariant($"{seed}.md")), Corpus.Report(seed, Length));
        }

        return folder;
    }

    /// <summary>Seconds to read, decode and parse files on this thread.</summary>
    private static double PlainPass(string[] files)
    {
        var clock = Stopwatch.StartNew();
        var blocks = 0;
        foreach (var file in files)
        {
            blocks += Markdown.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file)), Pipeline).Count;
        }

        GC.KeepAlive(blocks);
        return clock.Elapsed.TotalSeconds;
    }
}
