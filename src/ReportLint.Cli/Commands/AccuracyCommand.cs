using System.CommandLine;
using System.Text;
using ReportLint.Core;
using ReportLint.Formats;
using ReportLint.Workspace;
using ReportLint.Workspace.Accuracy;
using ReportLint.Workspace.Files;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint accuracy PATH…</c>: precision and recall on labelled drafts, a row a rule.</summary>
internal static class AccuracyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Labelled drafts, or folders of them: [RL1001|576|] marks what ought to be found.", Arity = ArgumentArity.OneOrMore };
        var output = OutputFile.Option();
        var rules = RuleLoading.Option();
        var command = new Command("accuracy", "Measures the rules on labelled drafts: precision and recall as a Markdown page.") { paths, output, rules };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(output), parsed.GetValue(rules)!));
        return command;
    }

    private static int Run(string[] paths, string? output, string[] ruleFolders)
    {
        var walk = DraftPaths.Walk(paths);
        OutputFile.Demand(output);
        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var linter = new DraftLinter(new Linter(rules));
        var scores = new List<DraftScore>(walk.Drafts.Count);
        var drafts = walk.Drafts.Where(draft => IsLabelled(draft, output)).Select(Load).ToArray();
        OrderedParallel.Run(
            drafts, Environment.ProcessorCount, draft => DraftScore.Of(draft, linter.Lint(draft.Path, draft.Read)), scores.Add, CancellationToken.None);
        var page = new UTF8Encoding(false).GetBytes(AccuracyPage.Render(scores, rules.Descriptors));
        if (output is null)
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(page);
        }
        else
        {
            AtomicFile.Write(output, stream => stream.Write(page));
        }

        return RuleLoading.HasErrors(rules) ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>False for the page that an earlier run wrote, and for Word files, which take no markers and are told.</summary>
    private static bool IsLabelled(Draft draft, string? output)
    {
        if (DocumentReader.IsWord(draft.Path))
        {
            Tell.Error($"skipped {draft.Path}: a Word file takes no markers");
            return false;
        }

        return output is null || RealPath.Of(draft.FullPath) != RealPath.Resolve(output);
    }

    private static LabelledDraft Load(Draft draft)
    {
        try
        {
            return LabelledDraft.Load(draft);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }
}
