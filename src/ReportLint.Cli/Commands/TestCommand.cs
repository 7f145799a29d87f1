using System.CommandLine;
using System.Text;
using ReportLint.Core.Rules;
using ReportLint.Formats;

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
        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var report = RuleTester.Test(rules, static text => DocumentReader.Read("example.md", Encoding.UTF8.GetBytes(text)));
        foreach (var failure in report.Failures)
        {
            Console.Out.WriteLine(failure);
        }

        Console.Out.WriteLine($"{report.Examples - report.FailedExamples} passed, {report.FailedExamples} failed");
        return RuleLoading.HasErrors(rules) ? ExitCode.Failure : report.Failures.Count > 0 ? ExitCode.Findings : ExitCode.Success;
    }
}
