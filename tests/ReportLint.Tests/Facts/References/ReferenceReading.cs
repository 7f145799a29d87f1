using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;
using ReportLint.Tests.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Facts.References;

/// <summary>Recognises references, notes and slips in texts with the words and rules that ship.</summary>
internal static class ReferenceReading
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    public static T[] Facts<T>(string markdown)
        where T : Fact
    {
        var document = Reading.Markdown(markdown);
        var context = DocumentTokenizer.Tokenize(document, Rules.Knowledge);
        foreach (var extractor in Extractors.All)
        {
            extractor.Extract(context);
        }

        context.Facts.Seal();
        var whole = new TextSpan(0, document.Source.Length);
        var facts = context.Facts.Types.SelectMany(context.Facts.OfType).OfType<T>().OrderBy(static f => f.Span).ToArray();
        Assert.All(facts, fact => Assert.True(whole.Contains(fact.Span), $"{fact.Span} lies outside the file"));
        return facts;
    }

    /// <summary>Findings of one rule as the text they underline.</summary>
    public static string[] Findings(string rule, string markdown)
    {
        var document = Reading.Markdown(markdown);
        return [.. new Linter(Rules).Lint(document).Diagnostics.Where(d => d.Descriptor.Id == rule).Select(d => document.Source.ToString(d.Span))];
    }
}
