using System.CommandLine;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace;
using ReportLint.Workspace.Output;

namespace ReportLint.Cli.Commands;

/// <summary>The rules that a verb works with: the built-in ones and those of <c>--rules</c>.</summary>
internal static class RuleLoading
{
    /// <summary>The option <c>--rules DIR</c>, which may be given more than once.</summary>
    public static Option<string[]> Option() => new("--rules")
    {
        Description = "A folder of rules, phrases and lexicons besides the built-in ones; may be given more than once.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => [],
    };

    /// <summary>Reads the rule files.</summary>
    /// <exception cref="UsageException">A folder is not there or cannot be read.</exception>
    public static IReadOnlyList<KnowledgeFile> Read(string[] folders)
    {
        try
        {
            return RuleSource.ReadAll(folders);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>True where a mistake in the files left something out; warnings do not count.</summary>
    public static bool HasErrors(RuleSet rules) => rules.Errors.Any(static e => e.Severity == KnowledgeSeverity.Error);

    /// <summary>Loads the rules and tells every mistake in them on standard error.</summary>
    public static RuleSet Load(IReadOnlyList<KnowledgeFile> files)
    {
        var rules = RuleSet.Load(files);
        TellErrors(rules.Errors, files);
        return rules;
    }

    /// <summary>Tells mistakes on standard error, each with its line of the file.</summary>
    public static void TellErrors(IReadOnlyList<KnowledgeError> errors, IReadOnlyList<KnowledgeFile> files)
    {
        foreach (var error in errors)
        {
            RuleErrorText.Write(Console.Error, error, files);
        }
    }
}
