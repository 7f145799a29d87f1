using System.CommandLine;
using ReportLint.Cli.Commands;
using ReportLint.Workspace;

namespace ReportLint.Cli;

internal static class Program
{
    // Making a verb's options costs a short run several milliseconds, so only the one that is asked for is made.
    private static readonly Verb[] Verbs =
    [
        new("check", CheckCommand.Create),
        new("watch", WatchCommand.Create),
        new("facts", FactsCommand.Create),
        new("annotate", AnnotateCommand.Create),
        new("test", TestCommand.Create),
        new("rules", RulesCommand.Create),
        new("config", ConfigCommand.Create),
        new("accuracy", AccuracyCommand.Create),
        new(ProbeCommand.Verb, ProbeCommand.Create),
    ];

    private const string Summary = "Checks what reports say against itself: sums, percentages, dates, references.";

    /// <summary>True for an argument that a root command with its help may be needed for; making one costs a short run as much as parsing its arguments does. Others may stand in a response file.</summary>
    private static bool MayAskForHelp(string argument) => argument is "-h" or "/h" or "-?" or "/?" or "--help" or "--version" || argument.StartsWith('@') || argument.StartsWith('[');

    private sealed record Verb(string Name, Func<Command> Create);

    private static int Main(string[] arguments)
    {
        try
        {
            if (arguments is ["check" or "watch" or "facts", ..])
            {
                // While the arguments are read; a mistake in them is told all the same.
                RuleSource.ReadBuiltInAhead();
            }

            if (arguments is ["check", .. var rest] && Array.Find(rest, static argument => !argument.StartsWith('-')) is { } named)
            {
                DraftAhead.BeginNamed(named);
            }

            var verb = Array.Find(Verbs, v => arguments is [var first, ..] && first == v.Name);
            var root = verb is null || Array.Exists(arguments, MayAskForHelp) ? new RootCommand(Summary) : new Command("reportlint", Summary);
            foreach (var (_, create) in verb is null ? Verbs : [verb])
            {
                root.Add(create());
            }

            var parsed = root.Parse(arguments);
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors)
                {
                    Tell.Error(error.Message);
                }

                Tell.Error("`reportlint --help` and `reportlint VERB --help` list what there is.");
                return ExitCode.Failure;
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException exception)
        {
            Tell.Error(exception.Message);
            return ExitCode.Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder that may not be written, a closed pipe: the message of the system names the file.
            Tell.Error(exception.Message);
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last line of defence: one line instead of a stack, and a code that no gate takes for success.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Tell.Error($"internal error: {exception.GetType().Name}: {exception.Message}");
            return ExitCode.Failure;
        }
    }
}
