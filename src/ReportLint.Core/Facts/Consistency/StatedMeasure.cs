namespace ReportLint.Core.Facts.Consistency;

/// <summary>What a thing costs, weighs or seats: a figure of which it has one.</summary>
public sealed class StatedMeasure : Fact
{
    internal static readonly FactType FactType = new(
        "StatedMeasure", "an exact figure of which its subject has one, right behind its verb", "the footbridge cost £2.3 million; the hall seats 240",
        new FactProperty("measure", ValueKind.Text, "what is stated, a meaning in lexicon/stated-measures.yml", static f => Value.Of(((StatedMeasure)f).Measure)),
        new FactProperty("subject", ValueKind.Text, "of what, lower case", static f => Value.Of(((StatedMeasure)f).Subject)),
        new FactProperty("number", ValueKind.Fact, "the figure", static f => Value.Of((Fact?)((StatedMeasure)f).Number)) { ElementType = "Number" },
        new FactProperty("changing", ValueKind.Truth, "whether words of change, comparison or plan stand in its sentence", static f => Value.Of((bool?)((StatedMeasure)f).IsChanging)),
        new FactProperty("other", ValueKind.Fact, "the first statement of the same measure and subject in the same unit with another figure; unknown where there is none", static f => Value.Of((Fact?)((StatedMeasure)f).Other)) { ElementType = "StatedMeasure" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What is stated.</summary>
    public required string Measure { get; init; }

    /// <summary>Of what.</summary>
    public required string Subject { get; init; }

    /// <summary>The figure.</summary>
    public required NumericFact Number { get; init; }

    /// <summary>True where words of change, comparison or plan stand in its sentence.</summary>
    public required bool IsChanging { get; init; }

    /// <summary>The first statement with another figure, or null.</summary>
    public StatedMeasure? Other { get; internal set; }
}
