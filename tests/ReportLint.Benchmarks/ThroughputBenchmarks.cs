using System.Text;
using BenchmarkDotNet.Attributes;
using Markdig;
using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Formats;
using ReportLint.Workspace;

namespace ReportLint.Benchmarks;

/// <summary>A megabyte of reports on one thread, as a ratio to parsing its Markdown and nothing else.</summary>
[MemoryDiagnoser]
public class ThroughputBenchmarks
{
    private const int Reports = 20;
    private const int Length = 50_000;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseYamlFrontMatter().UsePreciseSourceLocation().Build();
    private readonly string[] _texts = [.. Enumerable.Range(0, Reports).Select(static seed => Corpus.Report(seed, Length))];
    private readonly IReadOnlyList<KnowledgeFile> _rules;
    private readonly Linter _linter;
    private byte[][] _bytes = [];

    /// <summary>Reads the rule files.</summary>
    public ThroughputBenchmarks()
    {
        _rules = RuleSource.ReadFolder(RuleSource.BuiltInFolder);
        _linter = new(RuleSet.Load(_rules));
    }

    /// <summary>Encodes the reports.</summary>
    [GlobalSetup]
    public void Encode() => _bytes = [.. _texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>What any program that reads Markdown must do.</summary>
    [Benchmark(Baseline = true)]
    public int ParseOnly()
    {
        var blocks = 0;
        foreach (var text in _texts)
        {
            blocks += Markdown.Parse(text, Pipeline).Count;
        }

        return blocks;
    }

    /// <summary>From bytes to documents with spans.</summary>
    [Benchmark]
    public int Read()
    {
        var blocks = 0;
        foreach (var bytes in _bytes)
        {
            blocks += DocumentReader.Read("report.md", bytes).Blocks.Count;
        }

        return blocks;
    }

    /// <summary>From bytes to findings.</summary>
    [Benchmark]
    public int Lint()
    {
        var findings = 0;
        foreach (var bytes in _bytes)
        {
            findings += _linter.Lint(DocumentReader.Read("report.md", bytes)).Diagnostics.Count;
        }

        return findings;
    }

    /// <summary>Loading the built-in rules: what a short run pays before its first draft.</summary>
    [Benchmark]
    public int LoadRules() => RuleSet.Load(_rules).Rules.Count;
}
