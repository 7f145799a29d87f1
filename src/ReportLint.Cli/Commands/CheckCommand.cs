using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Workspace;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint check PATH…</c>: lints once and tells what it found.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Drafts, or folders of drafts.", Arity = ArgumentArity.OneOrMore, CustomParser = AsGiven };
        var format = new Option<string>("--format") { Description = "text, json or sarif.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var output = OutputFile.Option();
        var failOn = new Option<string>("--fail-on") { Description = "End with 1 at findings of this severity or above.", DefaultValueFactory = static _ => "error" };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var minCoverage = MinCoverage.Option();
        var rules = RuleLoading.Option();
        var asOf = AsOf.Option();
        var revisions = RevisionsOption.Option();
        var command = new Command("check", "Lints drafts once.") { paths, format, output, failOn, minCoverage, rules, asOf, revisions };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.GetValue(output), FailOn(parsed.GetValue(failOn)!), parsed.GetValue(minCoverage), parsed.GetValue(rules)!, parsed.GetValue(asOf) ?? LintOptions.Default, parsed.GetValue(revisions)!));
        return command;
    }

    // The library's own conversion sets up one for dates, numbers and addresses first.
    private static string[] AsGiven(ArgumentResult paths)
    {
        var given = new string[paths.Tokens.Count];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = paths.Tokens[i].Value;
        }

        return given;
    }

    private static int Run(string[] paths, string format, string? output, DiagnosticSeverity? failOn, CoverageMinimum? minCoverage, string[] ruleFolders, LintOptions options, string revisions)
    {
        var walk = DraftPaths.Walk(paths);
        OutputFile.Demand(output);
        return Interruption.Run(cancellation => Run(walk, format, output, failOn, minCoverage, ruleFolders, options, revisions, cancellation));
    }

    private static int Run(Walk walk, string format, string? output, DiagnosticSeverity? failOn, CoverageMinimum? minCoverage, string[] ruleFolders, LintOptions options, string revisions, CancellationToken cancellation)
    {
        var ahead = DraftAhead.Begin(walk.Drafts);
        var files = RuleLoading.Read(ruleFolders);
        var rules = RuleSet.Load(files);
        var summary = new RunSummary { Skipped = walk.Skipped };
        foreach (var skipped in walk.Skipped)
        {
            Tell.Error($"skipped {skipped.Path}: {skipped.Reason}");
        }

        var linter = RevisionsOption.Linter(rules, ruleFolders, revisions, options, ahead);
        void Write(Stream stream) => Lint(walk, linter, summary, stream, format, output is null, cancellation);
        if (output is null)
        {
            using var stream = Console.OpenStandardOutput();
            Write(stream);
        }
        else
        {
            AtomicFile.Write(output, Write);
        }

        if (summary.Mistakes.Count > 0)
        {
            RuleLoading.TellErrors(summary.Mistakes, [.. files, .. linter.Configuration?.Files ?? []]);
        }

        var isCovered = MinCoverage.Holds(minCoverage, summary.Coverage);
        return summary.HasErrors ? ExitCode.Failure
            : !isCovered || (failOn is { } severity && summary.HasAtLeast(severity)) ? ExitCode.Findings
            : ExitCode.Success;
    }

    private static void Lint(Walk walk, DraftLinter linter, RunSummary summary, Stream stream, string format, bool isConsole, CancellationToken cancellation)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        IReportWriter? opened = null;
        foreach (var folder in walk.Unreadable)
        {
            Take(linter.Unreadable(folder));
        }

        OrderedParallel.Run(walk.Drafts, Environment.ProcessorCount, draft => linter.Lint(draft).WithoutFacts(), Take, cancellation, abandons: true);
        summary.Mistakes = linter.Mistakes;
        Writer().Finish(summary);
        (opened as IDisposable)?.Dispose();

        void Take(LintResult result)
        {
            summary.Add(result);
            Writer().Add(result);
        }

        // Only now: its descriptors are those of the rules, which are compiled while the first drafts are read.
        IReportWriter Writer() => opened ??= format switch
        {
            "sarif" => new SarifWriter(stream, linter.Rules.Descriptors),
            "json" => new JsonWriter(stream),
            _ => new TextReportWriter(text, isConsole ? TextStyle.OfConsole() : TextStyle.Plain),
        };
    }

    private static DiagnosticSeverity? FailOn(string name) => name switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        _ => null,
    };
}
