namespace ReportLint.Core.Facts.References;

/// <summary>A statement that leans on a source without naming it in its own noun phrase. The span runs to the end of the sentence.</summary>
public sealed class SourceClaim : Fact
{
    internal static readonly FactType FactType = new(
        "SourceClaim", "a statement that leans on a study, a report or experts in general terms", "A new study found that 70% of nurses …; Experts estimate that …",
        new FactProperty("source", ValueKind.Text, "what it leans on, lower case: study, report, experts; unknown for a phrase such as it is estimated that", static f => Value.Of(((SourceClaim)f).Source)),
        new FactProperty("opening", ValueKind.Text, "the words that lean: a recent study, reportedly", static f => Value.Of(((SourceClaim)f).Opening)),
        new FactProperty("cited", ValueKind.Truth, "whether its sentence or a neighbouring one has a link, a note or a citation", static f => Value.Of((bool?)((SourceClaim)f).IsCited)),
        new FactProperty("named", ValueKind.Truth, "whether its sentence or the text around says who the source is", static f => Value.Of((bool?)((SourceClaim)f).IsNamed)),
        new FactProperty("own", ValueKind.Truth, "whether the writer is the source: we, our", static f => Value.Of((bool?)((SourceClaim)f).IsOwn)),
        new FactProperty("supposed", ValueKind.Truth, "whether it is asked, supposed or denied, or someone else's words", static f => Value.Of((bool?)((SourceClaim)f).IsSupposed)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What it leans on, lower case; null for a phrase such as <c>it is estimated that</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The words that lean.</summary>
    public required string Opening { get; init; }

    /// <summary>True where a link, note or citation stands in or beside its sentence.</summary>
    public required bool IsCited { get; init; }

    /// <summary>True where the text says who the source is.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>True where the writer is the source.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>True where it is asked, supposed, denied or quoted.</summary>
    public required bool IsSupposed { get; init; }
}
