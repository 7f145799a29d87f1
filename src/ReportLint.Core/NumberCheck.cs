using ReportLint.Core.Facts;

namespace ReportLint.Core;

/// <summary>One comparison of numbers with each other.</summary>
/// <param name="RuleId">The rule that compared them.</param>
/// <param name="Numbers">The numbers, at least one, in the order of the document.</param>
/// <param name="Holds">False where it is a finding.</param>
public sealed record NumberCheck(string RuleId, IReadOnlyList<Fact> Numbers, bool Holds);
