using ReportLint.Core.Facts;
using ReportLint.Core.Fixes;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Engine;

/// <summary>Runs rules over the facts of one document. Thread-safe: one instance serves all documents.</summary>
public interface IRuleEngine
{
    /// <summary>
    /// Runs all rules. Same facts, same result, in the same order. A rule that throws or does more than its share of work is
    /// named in <see cref="EngineResult.Failures"/> and takes nothing else with it. The facts must be sealed.
    /// </summary>
    EngineResult Run(FactStore facts);
}

/// <summary>What a rule found in one document, before supersession and severity.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="At">What is underlined.</param>
/// <param name="Related">The other facts that the finding speaks of, without <paramref name="At"/>, none twice.</param>
/// <param name="Message">What is said.</param>
/// <param name="Fixes">What could be done, best first.</param>
public sealed record Finding(LintRule Rule, Fact At, IReadOnlyList<Fact> Related, string Message, IReadOnlyList<CodeFix> Fixes);

/// <summary>A rule that did not get through a document.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">What happened, as the end of a sentence that begins with the rule's id and name.</param>
public sealed record RuleFailure(LintRule Rule, string Reason);

/// <summary>What all rules gave for one document.</summary>
/// <param name="Findings">The findings by rule id, then in the order of the document.</param>
/// <param name="Checks">The comparisons that held, by rule id, then in the order of the document.</param>
/// <param name="Failures">The rules that did not get through, by id.</param>
/// <param name="Work">Evaluations.</param>
public sealed record EngineResult(IReadOnlyList<Finding> Findings, IReadOnlyList<NumberCheck> Checks, IReadOnlyList<RuleFailure> Failures, long Work);
