using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Engine;
using ReportLint.Core.Facts;

namespace ReportLint.Core;

/// <summary>What linting one document gave. Immutable.</summary>
public sealed record LintResult
{
    /// <summary>The document.</summary>
    public required ReportDocument Document { get; init; }

    /// <summary>The findings, ordered by place, then by id, then by message.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The findings that somebody suppressed, in the same order.</summary>
    public IReadOnlyList<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>Everything that was understood.</summary>
    public required FactStore Facts { get; init; }

    /// <summary>What became of each number, in document order; put together when it is first asked for.</summary>
    public IReadOnlyList<KeyValuePair<Fact, NumberStatus>> Numbers
    {
        get => field ??= NumberCoverage.Statuses(Facts);
        init;
    }

    /// <summary>Which numbers were compared with which: what held by rule id, then the findings.</summary>
    public IReadOnlyList<NumberCheck> Checks { get; init; } = [];

    /// <summary>The counts of <see cref="Numbers"/>.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Work counted while linting: tokens, matching steps and rule evaluations. The same for the same input.</summary>
    public required long Work { get; init; }

    /// <summary>False where the result hung on the memory or the time at hand: the same draft may come to another.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>The findings without what they were found in: for whoever only tells them, and keeps many results at once.</summary>
    public LintResult WithoutFacts() => this with { Facts = new FactStore(), Numbers = [], Checks = [] };
}
