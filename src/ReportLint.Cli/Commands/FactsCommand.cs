using System.CommandLine;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint facts FILE</c>: what was understood, number by number, and whether it was checked.</summary>
internal static class FactsCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "The draft.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var types = new Option<bool>("--types") { Description = "List the types of facts and their properties: what rules can name." };
        var rules = RuleLoading.Option();
        var asOf = AsOf.Option();
        var revisions = RevisionsOption.Option();
        var command = new Command("facts", "Tells what was understood of a draft, and which numbers were checked.") { file, format, types, rules, asOf, revisions };
        command.SetAction(parsed => parsed.GetValue(types)
            ? ListTypes()
            : Run(parsed.GetValue(file) ?? throw new UsageException("facts takes a FILE, or --types"), parsed.GetValue(format)!, parsed.GetValue(rules)!, parsed.GetValue(revisions)!, parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(string file, string format, string[] ruleFolders, string revisions, LintOptions? options)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"there is no file '{file}'");
        }

        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var draft = new Draft(Path.GetFullPath(file), FileWalker.DisplayPath(Path.GetFullPath(file), Environment.CurrentDirectory));
        var linter = RevisionsOption.Linter(rules, ruleFolders, revisions, options);
        var result = linter.Lint(draft);
        using var stream = Console.OpenStandardOutput();
        if (format == "json")
        {
            FactsJson.Write(stream, result);
        }
        else
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            FactsReport.WriteText(text, result);
        }

        return ConfigCommand.TellErrors(linter.Configuration) || RuleLoading.HasErrors(rules) || result.Document.Notices.Any(static n => n.IsFatal) ? ExitCode.Failure : ExitCode.Success;
    }

    private static int ListTypes()
    {
        using var text = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var type in FactTypes.All)
        {
            text.WriteLine($"{type.Name}: {type.Summary}");
            text.WriteLine($"  such as: {type.Example}");
            foreach (var property in type.Properties.Except(CommonProperties.All))
            {
                WriteProperty(text, property);
            }

            text.WriteLine();
        }

        text.WriteLine("Every type also has");
        foreach (var property in CommonProperties.All)
        {
            WriteProperty(text, property);
        }

        return ExitCode.Success;
    }

    private static void WriteProperty(StreamWriter text, FactProperty property)
    {
        var kind = property.ElementType is { } element ? $"{property.Kind} of {element}" : property.Kind.ToString();
        var symbols = property.Symbols is { } values ? $" ({string.Join(", ", values)})" : "";
        text.WriteLine($"  {property.Name,-14} {kind,-10} {property.Summary}{symbols}");
    }
}
