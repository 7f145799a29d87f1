using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Engine;
using ReportLint.Core.Facts;

namespace ReportLint.Core;

/// <summary>The way from a document to its findings. Thread-safe: one instance serves all documents.</summary>
public sealed class Linter
{
    private readonly Task<IRuleEngine> _engine;
    private readonly IReadOnlyList<IFactExtractor> _extractors;

    /// <summary>A linter with these rules, the built-in engine and all extractors.</summary>
    public Linter(RuleSet rules)
        : this(rules, null, null)
    {
    }

    /// <summary>A linter with another engine or other extractors.</summary>
    public Linter(RuleSet rules, IRuleEngine? engine, IReadOnlyList<IFactExtractor>? extractors)
    {
        Rules = rules;
        var limits = rules.Knowledge.Settings("limits");
        var budget = (long)limits.Get("evaluations_per_rule", 20_000_000);
        _engine = engine is null ? rules.Then<IRuleEngine>(compiled => new BuiltInEngine(compiled, budget)) : Task.FromResult(engine);
        _extractors = extractors ?? Extractors.All;
    }

    /// <summary>The rules in use.</summary>
    public RuleSet Rules { get; }

    /// <summary>Lints one document. Same document, same rules, same options: same result, byte for byte.</summary>
    public LintResult Lint(ReportDocument document, LintOptions? options = null)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var notice in document.Notices)
        {
            diagnostics.Add(new()
            {
                Descriptor = ToolDescriptors.All.First(d => d.Id == notice.Id),
                Severity = notice.IsFatal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                Document = document,
                Span = notice.Span,
                Message = notice.Message,
            });
        }

        var context = Tokenize(document, options, diagnostics);
        var isComplete = context.Blocks.Count == document.Blocks.Count && Extract(context, diagnostics);
        context.Facts.Seal();

        // Without all facts, a rule could miss what would silence it.
        var result = isComplete ? _engine.GetAwaiter().GetResult().Run(context.Facts) : new EngineResult([], [], [], 0);
        var findings = Supersession.Apply(result.Findings);
        foreach (var finding in findings)
        {
            diagnostics.Add(ToDiagnostic(finding, document));
        }

        foreach (var failure in result.Failures)
        {
            diagnostics.Add(Incomplete(document, $"{failure.Rule.Id} {failure.Rule.Descriptor.Name} {failure.Reason}."));
        }

        options ??= LintOptions.Default;
        var suppressions = SuppressionReader.Read(document, options.Suppressions, IsRule);
        var suppressed = suppressions.Count == 0 ? [] : SuppressionFilter.Apply(diagnostics, suppressions, Rules.Descriptors, document, options.SuppressionsNeedReason);
        SetSeverities(diagnostics, options);
        SetSeverities(suppressed, options);

        diagnostics.Sort(static (a, b) => Compare(a, b));
        var checks = NumberCoverage.Checks(result.Checks, findings);
        return new LintResult
        {
            Document = document,
            Diagnostics = diagnostics,
            Suppressed = suppressed.Count == 0 ? [] : [.. suppressed.OrderBy(static d => d.Span)],
            Facts = context.Facts,
            Checks = checks,
            Coverage = NumberCoverage.Of(context.Facts, checks),
            Work = context.Blocks.TokenCount + context.Work + result.Work,
        };
    }

    private bool IsRule(string name) => Rules.Descriptors.Any(d => d.Id == name || d.Name == name);

    /// <summary>The tokens of a document; those of an empty one where it has too many.</summary>
    private AnalysisContext Tokenize(ReportDocument document, LintOptions? options, List<Diagnostic> diagnostics)
    {
        try
        {
            return DocumentTokenizer.Tokenize(document, Rules.Knowledge, options);
        }
        catch (LimitExceededException exception)
        {
            diagnostics.Add(Incomplete(document, exception.Message));
            return new() { Document = document, Knowledge = Rules.Knowledge, Blocks = new([]) };
        }
    }

    /// <summary>Runs the extractors, then the phrases.</summary>
    /// <returns>False where the document has more facts than the limit, or an extractor failed.</returns>
    private bool Extract(AnalysisContext context, List<Diagnostic> diagnostics)
    {
        foreach (var extractor in _extractors)
        {
            if (!Extract(extractor, context, diagnostics))
            {
                return false;
            }
        }

        return Extract(Rules.Phrases, context, diagnostics);
    }

    private static bool Extract(IFactExtractor extractor, AnalysisContext context, List<Diagnostic> diagnostics)
    {
        try
        {
            extractor.Extract(context);
        }
        catch (LimitExceededException exception)
        {
            diagnostics.Add(Incomplete(context.Document, exception.Message));
            return false;
        }
#pragma warning disable CA1031 // Whatever an extractor throws must take nothing else with it; want of memory is not its own.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            diagnostics.Add(Incomplete(context.Document, $"{extractor.GetType().Name} failed, so its facts are missing ({exception.GetType().Name}: {exception.Message})."));
        }

        return true;
    }

    /// <summary>Gives each finding the severity that the configuration has for its rule, or leaves it out.</summary>
    private static void SetSeverities(List<Diagnostic> diagnostics, LintOptions options)
    {
        if (options.Severities is Dictionary<string, DiagnosticSeverity?> { Count: 0 })
        {
            return;
        }

        for (var i = diagnostics.Count - 1; i >= 0; i--)
        {
            if (!options.Severities.TryGetValue(diagnostics[i].Descriptor.Id, out var severity))
            {
                continue;
            }

            if (severity is { } known)
            {
                diagnostics[i] = diagnostics[i] with { Severity = known };
            }
            else
            {
                diagnostics.RemoveAt(i);
            }
        }
    }

    private static Diagnostic ToDiagnostic(Finding finding, ReportDocument document)
    {
        var related = finding.Related.Count == 0 ? [] : new RelatedLocation[finding.Related.Count];
        for (var i = 0; i < related.Length; i++)
        {
            var fact = finding.Related[i];
            related[i] = new(fact.Span, ReportLint.Core.Rules.ValueFormatter.OneLine(fact.Text));
        }

        SortByPlace(related);
        return new()
        {
            Descriptor = finding.Rule.Descriptor,
            Severity = finding.Rule.Descriptor.DefaultSeverity,
            Document = document,
            Span = finding.At.Span,
            Message = finding.Message,
            RelatedLocations = related,
            Fixes = finding.Fixes,
        };
    }

    private static void SortByPlace(RelatedLocation[] related)
    {
        for (var i = 1; i < related.Length; i++)
        {
            if (related[i].Span <= related[i - 1].Span)
            {
                Array.Sort(related, static (a, b) => a.Span.CompareTo(b.Span));
                return;
            }
        }
    }

    private static Diagnostic Incomplete(ReportDocument document, string message) => new()
    {
        Descriptor = ToolDescriptors.AnalysisIncomplete,
        Severity = ToolDescriptors.AnalysisIncomplete.DefaultSeverity,
        Document = document,
        Span = default,
        Message = message,
    };

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var byPlace = a.Span.CompareTo(b.Span);
        var byId = byPlace != 0 ? byPlace : string.CompareOrdinal(a.Descriptor.Id, b.Descriptor.Id);
        return byId != 0 ? byId : string.CompareOrdinal(a.Message, b.Message);
    }
}
