using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>What the extractors of one document share. One thread at a time.</summary>
public sealed class AnalysisContext
{
    private long _work;

    /// <summary>The document.</summary>
    public required ReportDocument Document { get; init; }

    /// <summary>Lexicons and vocabulary.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>The blocks, tokenized; same order and indexes as <see cref="ReportDocument.Blocks"/>.</summary>
    public required TokenizedBlocks Blocks { get; init; }

    /// <summary>The date that the user gave for the document, which overrides what it states of itself; or null.</summary>
    public NodaTime.LocalDate? AsOf { get; init; }

    /// <summary>Words that the configuration accepts.</summary>
    public AcceptedWords Accepted { get; init; } = AcceptedWords.None;

    /// <summary>What lies around the document.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.Unknown;

    /// <summary>The time of the document, where dates were looked for and anything tells of it.</summary>
    public Dates.DocumentTime? Time { get; set; }

    /// <summary>The facts found so far.</summary>
    public FactStore Facts { get; init; } = new();

    /// <summary>
    /// Work of the extractors: steps, not time. The tokens that they go through count of themselves; what grows with anything else,
    /// pairs and candidates, they add.
    /// </summary>
    public long Work
    {
        get => _work + Blocks.Work;
        set => _work = value - Blocks.Work;
    }
}

/// <summary>Finds facts of some types. Holds no state of a document: one instance serves all threads.</summary>
public interface IFactExtractor
{
    /// <summary>The types of the facts that it makes.</summary>
    IReadOnlyList<FactType> Types { get; }

    /// <summary>Adds its facts to the context. Must not throw on any document.</summary>
    void Extract(AnalysisContext context);
}
