using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>A loaded rule: checked and compiled, ready for an engine. Immutable and thread-safe.</summary>
public sealed class LintRule
{
    internal LintRule(IReadOnlyList<RuleLogic> cases) => Cases = cases;

    /// <summary>Id, name, summary, severity and rationale.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>The id, such as <c>RL1001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The file it was read from, as it was named to the loader.</summary>
    public required string Path { get; init; }

    /// <summary>Ids of the rules whose findings give way to this rule's where they share an operand.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>The examples of its file, for the tester.</summary>
    internal YamlTree? Examples => ReadExamples();

    internal Func<YamlTree?> ReadExamples { private get; init; } = static () => null;

    /// <summary>The file, for its examples: they are read when they are run.</summary>
    internal KnowledgeFile File { get; init; } = new("", "");

    /// <summary>What it looks for: one, or one for each of its <c>cases</c>.</summary>
    internal IReadOnlyList<RuleLogic> Cases { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Descriptor.Name}";
}

/// <summary>The compiled parts of a rule.</summary>
internal sealed record RuleLogic
{
    public required IReadOnlyList<MatchTerm> Terms { get; init; }

    /// <summary>Number of variables, those inside <c>not</c> included.</summary>
    public required int SlotCount { get; init; }

    public required Evaluate Condition { get; init; }

    /// <summary>The truth value of <see cref="Condition"/> that is a finding: false for <c>require</c>, true for <c>report when</c>.</summary>
    public required bool ReportsOn { get; init; }

    public required MessageTemplate Message { get; init; }

    public required Evaluate At { get; init; }

    public required IReadOnlyList<Evaluate> Related { get; init; }

    public required IReadOnlyList<FixTemplate> Fixes { get; init; }

    /// <summary>True where a number that passes <see cref="Condition"/> counts as checked.</summary>
    public bool Verifies { get; init; }
}
