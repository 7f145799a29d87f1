using System.Text;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;

namespace ReportLint.Tests;

/// <summary>Lints Markdown with the rules that are built in.</summary>
internal static class BuiltInRules
{
    private static readonly Lazy<Linter> Everything = new(static () =>
    {
        var root = Path.Combine(AppContext.BaseDirectory, "rules");
        return new Linter(RuleSet.Load(Directory.EnumerateFiles(root, "*.yml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new KnowledgeFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))));
    });

    public static LintResult Lint(string text) => Lint("draft.md", Encoding.UTF8.GetBytes(text));

    public static LintResult Lint(string path, ReadOnlyMemory<byte> content) => Everything.Value.Lint(DocumentReader.Read(path, content));
}
