using System.CommandLine;
using ReportLint.Core;
using ReportLint.Formats;
using ReportLint.Workspace;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Cli.Commands;

/// <summary>The option <c>--revisions</c>: how tracked changes in Word files are read.</summary>
internal static class RevisionsOption
{
    public static Option<string> Option()
    {
        var option = new Option<string>("--revisions")
        {
            Description = "Tracked changes in Word files: final reads them as if accepted, original as if rejected.",
            DefaultValueFactory = static _ => "final",
        };
        option.AcceptOnlyFromAmong("final", "original");
        return option;
    }

    /// <summary>How to read drafts.</summary>
    public static ReaderOptions Reading(RuleSet rules, string revisions) =>
        ReaderOptions.From(rules.Knowledge) with { Revisions = revisions == "original" ? Revisions.Original : Revisions.Final };

    /// <summary>A linter that reads tracked changes so, and tries big drafts in a child process first.</summary>
    public static DraftLinter Linter(RuleSet rules, string[] ruleFolders, string revisions, LintOptions? options = null, DraftAhead? ahead = null) => new(new Linter(rules), options)
    {
        Configuration = new ConfigurationSource(rules, Environment.CurrentDirectory),
        Reading = Reading(rules, revisions),
        Ahead = ahead,
        Probe = ProbeCommand.Probe(ruleFolders, revisions),
    };
}
