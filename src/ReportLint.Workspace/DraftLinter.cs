using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;
using ReportLint.Formats;
using ReportLint.Workspace.Configuration;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace;

/// <summary>Lints drafts from the disk. Thread-safe.</summary>
public sealed class DraftLinter(Linter linter, LintOptions? options = null)
{
    /// <summary>The rules that drafts are checked against.</summary>
    public RuleSet Rules => linter.Rules;

    /// <summary>How drafts are read: with what the rules' lexicons know.</summary>
    public ReaderOptions Reading { get; init; } = ReaderOptions.From(linter.Rules.Knowledge);

    /// <summary>Tries big drafts in another process first; null to lint them all here.</summary>
    public DraftProbe? Probe { get; init; }

    /// <summary>Where configuration files are looked for; null for nowhere.</summary>
    public ConfigurationSource? Configuration { get; init; }

    /// <summary>The mistakes in the rules, and in the configurations of the drafts linted so far.</summary>
    public IReadOnlyList<KnowledgeError> Mistakes => Both(Rules.Errors, Configuration?.Errors);

    /// <summary>The mistakes in the rules, and in the configurations that were read for a draft.</summary>
    public IReadOnlyList<KnowledgeError> MistakesAround(Draft draft) => Both(Rules.Errors, Configuration?.ErrorsAround(draft));

    private static IReadOnlyList<KnowledgeError> Both(IReadOnlyList<KnowledgeError> rules, IReadOnlyList<KnowledgeError>? configuration) =>
        configuration is null or { Count: 0 } ? rules : [.. rules, .. configuration];

    /// <summary>A draft that was read before; null where there is none.</summary>
    public DraftAhead? Ahead { get; init; }

    /// <summary>Lints one draft from the disk.</summary>
    public LintResult Lint(Draft draft) =>
        Ahead?.Of(draft) is { } document ? Guarded(draft.Path, () => Lint(draft, document)) : Lint(draft, DraftReader.Load(draft));

    /// <summary>Lints one draft whose bytes were read.</summary>
    public LintResult Lint(Draft draft, DraftContent content) => Guarded(draft.Path, () =>
    {
        var isBig = content.Bytes.Length >= DraftProbe.SmallestDraft;
        if (isBig && Probe?.Try(draft) is { } reason)
        {
            return NotTried(draft, reason);
        }

        var document = DraftReader.Parse(draft, content, Reading);
        if (document.Format == DocumentFormat.Word && !isBig && document.Source.Length >= DraftProbe.SmallestText && Probe?.Try(draft) is { } afterwards)
        {
            // A Word file shows how much text it has only when it is read.
            return NotTried(draft, afterwards);
        }

        return Lint(draft, document);
    });

    private LintResult Lint(Draft draft, ReportDocument document) =>
        linter.Lint(document, OptionsFor(draft) with { Surroundings = SurroundingsReader.Read(document, draft.FullPath) });

    private LintOptions OptionsFor(Draft draft)
    {
        var given = options ?? LintOptions.Default;
        return Configuration is null ? given : Configuration.OptionsFor(draft.FullPath, given) with { Suppressions = Configuration.SuppressionsBeside(draft) };
    }

    /// <summary>The result that stands for a path of which nothing could be read.</summary>
    public LintResult Unreadable(SkippedPath path) => Lint(path.Path, () => DraftReader.Unreadable(path.Path, path.Reason));

    /// <summary>Reads and lints one document of which nothing around it is known. Defects as below.</summary>
    public LintResult Lint(string path, Func<ReportDocument> read) => Guarded(path, () => linter.Lint(read(), options));

    private LintResult NotTried(Draft draft, string reason) =>
        linter.Lint(DraftReader.Unreadable(draft.Path, reason)) with { IsRepeatable = false };

    /// <summary>A defect of this program becomes one RL0004 at error, so that other drafts are still linted.</summary>
    private static LintResult Guarded(string path, Func<LintResult> lint)
    {
        try
        {
            return lint();
        }
#pragma warning disable CA1031 // One draft that meets a defect must not take the others with it; the finding names it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Defect(path, exception);
        }
    }

    private static LintResult Defect(string path, Exception exception)
    {
        var message = $"Nothing of this draft was checked, for a defect of ReportLint: {exception.GetType().Name}: {exception.Message}";
        var document = new ReportDocument(path, new SourceText(""), DocumentFormat.Text, [])
        {
            Notices = [new(ToolDescriptors.AnalysisIncomplete.Id, message, default, IsFatal: true)],
        };
        return new LintResult
        {
            Document = document,
            Diagnostics =
            [
                new Diagnostic
                {
                    Descriptor = ToolDescriptors.AnalysisIncomplete,
                    Severity = DiagnosticSeverity.Error,
                    Document = document,
                    Span = default,
                    Message = message,
                },
            ],
            Facts = new FactStore(),
            Numbers = [],
            Coverage = default,
            Work = 0,
        };
    }
}
