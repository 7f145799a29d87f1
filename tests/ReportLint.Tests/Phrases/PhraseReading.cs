using System.Text;
using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;

namespace ReportLint.Tests.Phrases;

/// <summary>Runs phrase files written in a test over one draft, with the built-in lexicons and without the built-in phrases and rules.</summary>
internal static class PhraseReading
{
    private static readonly Lazy<KnowledgeFile[]> Lexicons = new(static () =>
    {
        var root = Path.Combine(AppContext.BaseDirectory, "rules");
        return [.. Directory.EnumerateFiles(Path.Combine(root, "lexicon"), "*.yml").Order(StringComparer.Ordinal)
            .Select(path => new KnowledgeFile("lexicon/" + Path.GetFileName(path), File.ReadAllText(path)))];
    });

    /// <summary>The built-in lexicons.</summary>
    public static IReadOnlyList<KnowledgeFile> LexiconFiles => Lexicons.Value;

    public static RuleSet Load(params string[] phraseFiles) =>
        RuleSet.Load([.. Lexicons.Value, .. phraseFiles.Select(static (text, i) => new KnowledgeFile($"phrases/{i}.yml", text))]);

    /// <summary>The only mistake in a phrase file.</summary>
    public static string Error(string phraseFile) => Assert.Single(Load(phraseFile).Errors).ToString();

    /// <summary>The facts that phrases make of a draft, in order, each as <c>Type name=value …</c> with its known properties.</summary>
    public static string[] Facts(string draft, params string[] phraseFiles)
    {
        var rules = Load(phraseFiles);
        Assert.Empty(rules.Errors);
        var result = Lint(rules, draft);
        return [.. rules.Phrases.Types.SelectMany(result.Facts.OfType).OrderBy(static f => f.Span.Start).Select(Show)];
    }

    public static LintResult Lint(RuleSet rules, string draft) => new Linter(rules).Lint(DocumentReader.Read("draft.md", Encoding.UTF8.GetBytes(draft)));

    /// <summary>Properties that are read from the captured ones.</summary>
    private static readonly string[] ReadFromOthers = ["periods", "alike"];

    private static string Show(Fact fact) => fact.Type.Name + string.Concat(fact.Type.Properties.SkipLast(CommonProperties.All.Count)
        .Select(property => (property.Name, Value: property.Get(fact)))
        .Where(static p => !p.Value.IsUnknown && !ReadFromOthers.Contains(p.Name))
        .Select(static p => $" {p.Name}={(p.Value.List is { } list ? string.Join("+", list) : p.Value.ToString())}"));
}
