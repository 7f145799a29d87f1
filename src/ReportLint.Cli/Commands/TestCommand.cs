using System.CommandLine;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
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
        var folders = ruleFolders.Distinct().Select(folder => (Name: folder, Files: RuleSource.ReadFolder(folder).Select(static f => f.Path).ToHashSet(StringComparer.Ordinal))).ToArray();
        RuleTestReport[] own = [.. folders.Select(folder => RuleTester.Test(rules, rules.Rules.Where(r => folder.Files.Contains(r.Path)), Read))];
        RuleTestReport[] reports = [RuleTester.Test(RuleSet.Load(builtIn), Read), .. own];
        foreach (var failure in reports.SelectMany(static r => r.Failures))
        {
            Console.Out.WriteLine(failure);
        }

        foreach (var (folder, report) in folders.Zip(own))
        {
            var wrong = rules.Errors.Where(e => e.Severity == KnowledgeSeverity.Error && folder.Files.Contains(e.Path)).Select(static e => e.Path).Distinct().ToArray();
            var leftOut = wrong.Length > 0 ? $"; not loaded, or not whole: {string.Join(", ", wrong)}" : "";
            Console.Out.WriteLine($"{folder.Name}: {Counts(report.Examples, report.FailedExamples)}{leftOut}");
        }

        var failed = reports.Sum(static r => r.FailedExamples);
        Console.Out.WriteLine(Counts(reports.Sum(static r => r.Examples), failed));
        return RuleLoading.HasErrors(rules) ? ExitCode.Failure : failed > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static string Counts(int examples, int failed) => $"{examples - failed} passed, {failed} failed";

    private static ReportDocument Read(string text) => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text));
}
