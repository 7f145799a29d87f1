using System.CommandLine;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Formats;
using ReportLint.Workspace.Annotated;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Cli.Commands;

/// <summary><c>reportlint annotate DRAFT</c>: a copy of a draft with the findings in it.</summary>
internal static class AnnotateCommand
{
    public static Command Create()
    {
        var draft = new Argument<string>("DRAFT") { Description = "A Word file, or a draft in Markdown, text or HTML." };
        var output = new Option<string?>("--output")
        {
            Description = "The copy; DRAFT.annotated.docx or DRAFT.md.annotated.html beside the draft where not given.",
            HelpName = "FILE",
        };
        var rules = RuleLoading.Option();
        var asOf = AsOf.Option();
        var command = new Command("annotate", "Writes a copy of a draft with the findings in it: comments in a Word file, a page of its own for other drafts.") { draft, output, rules, asOf };
        command.SetAction(parsed => Run(parsed.GetValue(draft)!, parsed.GetValue(output), parsed.GetValue(rules)!, parsed.GetValue(asOf) ?? LintOptions.Default));
        return command;
    }

    private static int Run(string file, string? output, string[] ruleFolders, LintOptions options)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"there is no file '{file}'");
        }

        var path = Path.GetFullPath(file);
        var isWord = DocumentReader.IsWord(path);
        var target = Path.GetFullPath(output ?? (isWord ? Path.ChangeExtension(path, null) : path) + AnnotatedCopy.EndingFor(path));
        if (RealPath.Resolve(target) == RealPath.Of(path))
        {
            throw new UsageException("the copy must be another file than the draft");
        }

        OutputFile.Demand(target);
        var rules = RuleLoading.Load(RuleLoading.Read(ruleFolders));
        var linter = RevisionsOption.Linter(rules, ruleFolders, "final", options);
        var draft = new Draft(path, FileWalker.DisplayPath(path, Environment.CurrentDirectory));
        var content = DraftReader.Load(draft);
        var result = linter.Lint(draft, content);
        if (AnnotatedCopy.Obstacle(result) is { } notice)
        {
            throw new UsageException($"'{file}': {notice.Message}");
        }

        var earlier = Earlier(target, result.Document, linter.Reading);
        var bytes = AnnotatedCopy.Make(result, content.Bytes, earlier, linter.Reading);
        AtomicFile.Write(target, stream => stream.Write(bytes));
        Console.Out.WriteLine($"{FileWalker.DisplayPath(target, Environment.CurrentDirectory)}: {AnnotatedCopy.Contents(result)}");
        return ConfigCommand.TellErrors(linter.Configuration) || RuleLoading.HasErrors(rules) ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>What stands where the copy is to go. Nobody's work may be lost by writing over it.</summary>
    /// <exception cref="UsageException">It is no copy of ours, or one of another text that people have commented on.</exception>
    private static ReadOnlyMemory<byte> Earlier(string target, ReportDocument document, ReaderOptions reading)
    {
        if (!File.Exists(target))
        {
            return default;
        }

        ReadOnlyMemory<byte> there = RegularFile.Read(target, DraftReader.MaximumLength);
        var isWord = document.Format == DocumentFormat.Word;
        if (!there.IsEmpty && !OwnFile.IsCopy(target, there) && !(isWord && AnnotatedCopy.IsCopy(target)))
        {
            throw new UsageException($"'{target}' is in the way and is no copy of ReportLint's");
        }

        if (isWord && !there.IsEmpty)
        {
            var copy = DocumentReader.Read(target, there, reading);
            if (copy.Source.Content != document.Source.Content && copy.Comments.Any(c => !document.Comments.Any(d => d.Author == c.Author && d.Text == c.Text)))
            {
                throw new UsageException($"people have commented in '{target}' on another text than the draft's; move it away, or give --output");
            }
        }

        return there;
    }
}
