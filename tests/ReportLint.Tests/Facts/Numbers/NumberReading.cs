using System.Text;
using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Numbers;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;

namespace ReportLint.Tests.Facts.Numbers;

/// <summary>Runs the number extractor alone over one paragraph.</summary>
internal static class NumberReading
{
    private static readonly Lazy<KnowledgeBase> Knowledge = new(static () =>
    {
        var root = Path.Combine(AppContext.BaseDirectory, "rules");
        var files = Directory.EnumerateFiles(root, "*.yml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new KnowledgeFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));
        return RuleSet.Load(files).Knowledge;
    });

    public static FactStore Facts(string text)
    {
        var document = DocumentReader.Read("draft.txt", Encoding.UTF8.GetBytes("A line to begin with, which ends here.\n\n" + text));
        var context = DocumentTokenizer.Tokenize(document, Knowledge.Value);
        new NumberExtractor().Extract(context);
        context.Facts.Seal();
        return context.Facts;
    }

    public static IReadOnlyList<NumericFact> Numbers(string text)
    {
        var facts = Facts(text);
        return [.. new[] { Quantity.FactType, Percentage.FactType, Fraction.FactType }
            .SelectMany(type => facts.OfType(type)).Cast<NumericFact>().OrderBy(static n => n.Span.Start)];
    }
}
