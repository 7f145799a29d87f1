using System.CommandLine;
using ReportLint.Core;
using ReportLint.Workspace;
using ReportLint.Workspace.Files;

namespace ReportLint.Cli.Commands;

/// <summary>
/// <c>reportlint probe DRAFT</c>: lints one draft and tells nothing. Started by the other verbs as a child process with a memory cap;
/// what brings this process down must not bring down theirs.
/// </summary>
internal static class ProbeCommand
{
    public const string Verb = "probe";

    public static Command Create()
    {
        var draft = new Argument<string>("DRAFT") { Description = "The draft." };
        var rules = RuleLoading.Option();
        var revisions = RevisionsOption.Option();
        var command = new Command(Verb, "Lints one draft and tells nothing; ends with 0 if that did not bring the program down.") { draft, rules, revisions };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(draft)!, parsed.GetValue(rules)!, parsed.GetValue(revisions)!));
        return command;
    }

    /// <summary>A probe that starts this program with the same rules; null where it is not known how this program was started.</summary>
    public static DraftProbe? Probe(string[] ruleFolders, string revisions)
    {
        if (Environment.ProcessPath is not { } program)
        {
            return null;
        }

        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new DraftProbe(program, [.. isHost ? [typeof(ProbeCommand).Assembly.Location] : (string[])[], Verb, "--revisions", revisions, .. ruleFolders.SelectMany(static f => (string[])["--rules", f])]);
    }

    /// <summary>The process that asks holds the other end of the input: where it is gone, however it ended, nobody waits for an answer.</summary>
    private static void EndWithInput()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        Environment.Exit(ExitCode.Failure);
    }

    private static int Run(string file, string[] ruleFolders, string revisions)
    {
        new Thread(EndWithInput) { IsBackground = true }.Start();
        var rules = RuleSet.Load(RuleLoading.Read(ruleFolders));
        var draft = new Draft(Path.GetFullPath(file), file);
        try
        {
            var reading = RevisionsOption.Reading(rules, revisions);
            new Linter(rules).Lint(DraftReader.Parse(draft, DraftReader.Load(draft), reading));
        }
#pragma warning disable CA1031 // Other defects end one draft, not the process: whoever asks will meet and report them.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return ExitCode.Success;
        }

        return ExitCode.Success;
    }
}
