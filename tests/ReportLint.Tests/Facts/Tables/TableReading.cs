using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Tables;
using ReportLint.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Facts.Tables;

/// <summary>Reads tables for tests, with the words and rules that ship.</summary>
internal static class TableReading
{
    public static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadAll([]));

    public static LintResult Lint(string markdown) =>
        new Linter(Rules).Lint(DocumentReader.Read("table.md", Encoding.UTF8.GetBytes(markdown)));

    public static IEnumerable<Diagnostic> Findings(string markdown) =>
        Lint(markdown).Diagnostics.Where(static d => d.Descriptor.Id is "RL1002" or "RL1003" or "RL1005");

    public static AnalysisContext Understand(string markdown)
    {
        var document = DocumentReader.Read("table.md", Encoding.UTF8.GetBytes(markdown));
        var context = DocumentTokenizer.Tokenize(document, Rules.Knowledge);
        foreach (var extractor in Extractors.All)
        {
            extractor.Extract(context);
        }

        return context;
    }

    /// <summary>Every total as <c>working = total</c>, in the order of the file.</summary>
    public static string[] Totals(string markdown)
    {
        var facts = Understand(markdown).Facts;
        facts.Seal();
        return [.. facts.OfType(TableTotal.FactType).Cast<TableTotal>().Select(static t => $"{t.Working} = {t.Text} ({t.Evidence})")];
    }

    /// <summary>One cell, read on its own.</summary>
    public static CellContent Cell(string text)
    {
        var context = Understand($"| Name | Figure |\n|---|---|\n| Row | {text} |\n");
        return CellReader.Read(context.Blocks.Single(static b => b.Block.Cell is { Row: 1, Column: 1 }), new TableWords(Rules.Knowledge));
    }
}
