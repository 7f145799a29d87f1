using System.CommandLine;
using ReportLint.Workspace.Configuration;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint config --show [PATH]</c>: what is configured for a draft or a folder, and which file each value came from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A draft or a folder.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = static _ => "." };
        var show = new Option<bool>("--show") { Description = "Show each value with the file and line that it came from." };
        var rules = RuleLoading.Option();
        var command = new Command("config", "Tells what reportlint.yml files say of a draft.") { path, show, rules };
        command.SetAction(parsed => parsed.GetValue(show)
            ? Run(parsed.GetValue(path)!, parsed.GetValue(rules)!)
            : throw new UsageException("config takes --show: `config --show [PATH]` tells what counts for a draft or a folder"));
        return command;
    }

    private static int Run(string path, string[] ruleFolders)
    {
        if (!Path.Exists(path))
        {
            throw new UsageException($"there is no file or folder '{path}'");
        }

        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var source = new ConfigurationSource(rules, Environment.CurrentDirectory);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var entries = source.EntriesFor(Directory.Exists(full) ? Path.Combine(full, "draft") : full);
        foreach (var entry in entries)
        {
            Console.Out.WriteLine($"{entry.Key} = {entry.Value}  ({entry.Path}:{entry.Line})");
        }

        if (entries.Count == 0)
        {
            Console.Out.WriteLine($"No {ConfigurationSource.FileName} counts here: every rule has its own severity.");
        }

        return TellErrors(source) || RuleLoading.HasErrors(rules) ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>Tells the mistakes in configuration files on standard error.</summary>
    /// <returns>True where there are any.</returns>
    public static bool TellErrors(ConfigurationSource? source)
    {
        var errors = source?.Errors ?? [];
        RuleLoading.TellErrors(errors, source?.Files ?? []);
        return errors.Count > 0;
    }
}
