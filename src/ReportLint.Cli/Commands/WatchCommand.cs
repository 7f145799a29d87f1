using System.CommandLine;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Worker;
using ReportLint.Workspace;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint watch DIR --output OUT</c>: keeps a diagnostics file for each draft of a folder.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of drafts." };
        var output = new Option<string>("--output") { Description = "The folder of diagnostics: DRAFT.sarif for each draft, and index.json.", HelpName = "OUT", Required = true };
        var once = new Option<bool>("--once") { Description = "Lint what is there, tell what was found, and end." };
        var poll = new Option<double?>("--poll") { Description = "Look every so many seconds instead of watching: for network shares.", HelpName = "SECONDS" };
        var annotate = new Option<bool>("--annotate") { Description = "Beside each diagnostics file, keep a copy of the draft with the findings in it." };
        var rules = RuleLoading.Option();
        var asOf = AsOf.Option();
        var revisions = RevisionsOption.Option();
        var command = new Command("watch", "Lints a folder of drafts, and again whenever they change.") { directory, output, once, poll, annotate, rules, asOf, revisions };
        command.SetAction(parsed => Run(
            parsed.GetValue(directory)!, parsed.GetValue(output)!, parsed.GetValue(once), parsed.GetValue(poll), parsed.GetValue(annotate), parsed.GetValue(rules)!, parsed.GetValue(revisions)!, parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(string directory, string output, bool once, double? poll, bool annotates, string[] ruleFolders, string revisions, LintOptions? linting)
    {
        var options = new WatchOptions
        {
            Directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)),
            Output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)),
            WorkingDirectory = Environment.CurrentDirectory,
            Poll = poll is { } seconds ? TimeSpan.FromSeconds(seconds is >= 0.1 and <= 86400 ? seconds : throw new UsageException("--poll takes from 0.1 to 86400 seconds")) : null,
        };
        if (!Directory.Exists(options.Directory))
        {
            throw new UsageException($"there is no folder '{directory}'");
        }

        if (RealPath.Of(options.Directory) == RealPath.Resolve(options.Output))
        {
            throw new UsageException("--output must be another folder than the drafts'");
        }

        var files = RuleLoading.Read(ruleFolders);
        var rules = RuleLoading.Load(files);
        DraftLinter LinterOf(RuleSet rules) => RevisionsOption.Linter(rules, ruleFolders, revisions, linting);
        string VersionOf(IReadOnlyList<KnowledgeFile> files) =>
            RuleSource.Version(files, $"{FileWalker.DisplayPath(options.Directory, options.WorkingDirectory)}\0{revisions}\0{AsOf.Show(linting)}");
        var linter = LinterOf(rules);
        using var store = OpenStore(options, VersionOf(files), annotates);
        if (!once)
        {
            WatchHost.Run(options, linter, store, ruleFolders.Length > 0 ? new WatchedRules(ruleFolders, VersionOf, LinterOf, options.Rest) : null);
            return ExitCode.Success;
        }

        return Interruption.Run(cancellation => Once(options with { Rest = TimeSpan.Zero }, linter, store, rules, output, cancellation));
    }

    private static int Once(WatchOptions options, DraftLinter linter, DiagnosticsStore store, RuleSet rules, string output, CancellationToken cancellation)
    {
        var hasFailed = LintOnce(options, linter, store, output, cancellation);
        return ConfigCommand.TellErrors(linter.Configuration) | hasFailed | RuleLoading.HasErrors(rules) ? ExitCode.Failure : ExitCode.Success;
    }

    private static DiagnosticsStore OpenStore(WatchOptions options, string version, bool annotates)
    {
        try
        {
            return DiagnosticsStore.Open(options.Output, version, annotates);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static bool LintOnce(WatchOptions options, DraftLinter linter, DiagnosticsStore store, string output, CancellationToken cancellation)
    {
        var folder = new FolderLinter(options, linter, store, TimeProvider.System);
        using var text = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14);
        var writer = new FindingListWriter(text, TextStyle.OfConsole());
        var summary = new RunSummary();
        var hasFailed = false;
        folder.Pass(lintsAll: true, Take, cancellation);
        foreach (var leftOut in folder.LeftOut)
        {
            Tell.Error($"skipped {leftOut.Path}: {leftOut.Reason}");
        }

        if (summary.Files == 0 && !hasFailed)
        {
            Tell.Error($"no drafts in '{options.Directory}'");
        }

        writer.Finish(summary);
        text.WriteLine($"Diagnostics are in {output}; {Path.Combine(output, "index.json")} has the counts.");
        return hasFailed;

        void Take(DraftOutcome outcome)
        {
            if (outcome.Failure is { } failure)
            {
                hasFailed = true;
                Tell.Error($"the diagnostics of {outcome.Path} could not be written: {failure}");
            }

            if (outcome.Result is { } result)
            {
                summary.Add(result);
                writer.Add(result);
            }
        }
    }
}
