using System.CommandLine;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Rules;
using ReportLint.Formats;
using ReportLint.Workspace;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint test</c>: runs the examples of the rules.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var rules = RuleLoading.Option();
        var command = new Command("test", "Runs the examples of the built-in rules and of those of --rules.") { rules };
        command.SetAction(parsed => Run(parsed.GetValue(rules)!));
        return command;
    }

    private static int Run(string[] ruleFolders)
    {
        // A team's rule may well report on an example of a built-in one; only its own examples are run with it.
        var builtIn = RuleLoading.Read([]);
        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var own = ruleFolders.SelectMany(RuleSource.ReadFolder).Select(static f => f.Path).ToHashSet(StringComparer.Ordinal);
        RuleTestReport[] reports =
        [
            RuleTester.Test(RuleSet.Load(builtIn), Read),
            RuleTester.Test(rules, rules.Rules.Where(r => own.Contains(r.Path)), Read),
        ];
        foreach (var failure in reports.SelectMany(static r => r.Failures))
        {
            Console.Out.WriteLine(failure);
        }

        var failed = reports.Sum(static r => r.FailedExamples);
        Console.Out.WriteLine($"{reports.Sum(static r => r.Examples) - failed} passed, {failed} failed");
        return RuleLoading.HasErrors(rules) ? ExitCode.Failure : failed > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static ReportDocument Read(string text) => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text));
}
