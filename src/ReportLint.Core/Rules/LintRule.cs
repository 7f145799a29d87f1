using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>A loaded rule: checked, ready for an engine. Immutable and thread-safe.</summary>
public sealed class LintRule
{
    private readonly Func<DiagnosticDescriptor> _describe;

    internal LintRule(string id, IReadOnlyList<RuleCase> cases, Func<DiagnosticDescriptor> describe) => (Id, Cases, _describe) = (id, cases, describe);

    /// <summary>Id, name, summary, severity and rationale.</summary>
    public DiagnosticDescriptor Descriptor => field ??= _describe();

    /// <summary>The id, such as <c>RL1001</c>.</summary>
    public string Id { get; }

    /// <summary>The file it was read from, as it was named to the loader.</summary>
    public string Path => File.Path;

    /// <summary>Ids of the rules whose findings give way to this rule's where they share an operand.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>The examples of its file, for the tester.</summary>
    internal YamlTree? Examples => ReadExamples();

    internal Func<YamlTree?> ReadExamples { private get; init; } = static () => null;

    /// <summary>The file, for its examples: they are read when they are run.</summary>
    internal KnowledgeFile File { get; init; } = new("", "");

    /// <summary>What it looks for: one, or one for each of its <c>cases</c>.</summary>
    internal IReadOnlyList<RuleCase> Cases { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Descriptor.Name}";
}
