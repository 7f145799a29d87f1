using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>What the phrases of one file share. Immutable. All of it is required, so that nobody who makes one, the image's reader among them, leaves anything out.</summary>
internal sealed record PhraseFile
{
    /// <summary>The type of the facts that the phrases make.</summary>
    public required FactType Yields { get; init; }

    /// <summary>Values of slots that are the same for all phrases of the file.</summary>
    public required PhraseConstant[] Constants { get; init; }

    /// <summary>What a gathering capture takes.</summary>
    public required PhraseWindow Window { get; init; }

    /// <summary>True where its matches come before those of other files that share their numbers, whether the parts add up or not.</summary>
    public required bool ComesFirst { get; init; }

    /// <summary>True where its matches give way to those of all other files that share their numbers.</summary>
    public required bool ComesLast { get; init; }

    /// <summary>Words that the gaps of the phrases may not pass over, or null.</summary>
    public required Lexicon? GapStops { get; init; }

    /// <summary>Words anywhere in the window that silence the phrases.</summary>
    public required Lexicon? Unless { get; init; }

    /// <summary>Words that silence the phrases wherever they stand in the block, up to a hundred tokens away.</summary>
    public required Lexicon? UnlessAround { get; init; }

    /// <summary>Words one of which must stand beside a gathered fact, or null.</summary>
    public required PhraseAmendment? Needs { get; init; }

    /// <summary>The dimensions of numbers that a gap may pass: <c>time</c> for "over three days".</summary>
    public required IReadOnlySet<string> GapsPass { get; init; }

    /// <summary>The two numbers beside the match that it speaks of, or null where its phrases capture all themselves.</summary>
    public required PhrasePair? Pair { get; init; }

    /// <summary>Words anywhere in the window that change values of slots.</summary>
    public required IReadOnlyList<PhraseAmendment> Amendments { get; init; }

    /// <summary>The slot of the words that make the claim, which every lexicon's entry that is captured fills, or -1.</summary>
    public required int ClaimSlot { get; init; }

    /// <summary>Position of the file among all phrase files.</summary>
    public required int Order { get; init; }
}

/// <summary>What a gathering capture takes.</summary>
internal sealed record PhraseWindow
{
    /// <summary>Number of sentences that it reaches over.</summary>
    public int Sentences { get; init; } = 1;

    /// <summary>The least number of facts; with fewer there is no match.</summary>
    public int LeastParts { get; init; } = 2;

    /// <summary>True where it takes only numbers of the dimension of the other captured number.</summary>
    public bool SameUnit { get; init; }

    /// <summary>The slot of the total that the numbers should add up to, or -1: extra numbers at the end are then left out.</summary>
    public int FitSlot { get; init; } = -1;

    /// <summary>True where the numbers must stand in one list: commas between them, a closing word before the last.</summary>
    public bool IsList { get; init; }

    /// <summary>True where <c>71 of them</c> may be a part.</summary>
    public bool AllowsPronouns { get; init; }
}

/// <summary>One or two numbers beside a match that it speaks of: the only ones that stand there.</summary>
/// <param name="FirstSlot">The slot of the one that stands first.</param>
/// <param name="SecondSlot">The slot of the other, or -1 where one is wanted.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Sentences">How many sentences they may stand in, that of the match counted.</param>
internal sealed record PhrasePair(int FirstSlot, int SecondSlot, PhrasePairPlace Place, int Sentences);

/// <summary>Where the two numbers beside a match stand.</summary>
internal enum PhrasePairPlace
{
    /// <summary>Both before it.</summary>
    Before,

    /// <summary>Both behind it, and none before it in its sentence.</summary>
    Behind,

    /// <summary>One before it and one behind it.</summary>
    Around,
}

/// <summary>Words in the window that change values of slots.</summary>
/// <param name="Words">The words.</param>
/// <param name="Place">Where the words must stand.</param>
/// <param name="Constants">The values.</param>
internal sealed record PhraseAmendment(Lexicon Words, PhraseAmendmentPlace Place, PhraseConstant[] Constants);

/// <summary>A value that a slot always has.</summary>
internal readonly record struct PhraseConstant(int Slot, Value Value);

/// <summary>One pattern of a phrase file.</summary>
/// <param name="File">Its file.</param>
/// <param name="Nodes">The pattern without its gathering capture.</param>
/// <param name="GatherBefore">The gathering capture at its start, or null.</param>
/// <param name="GatherAfter">The gathering capture at its end, or null.</param>
/// <param name="Order">Position in its file.</param>
internal sealed record Phrase(PhraseFile File, IReadOnlyList<PhraseNode> Nodes, GatherNode? GatherBefore, GatherNode? GatherAfter, int Order)
{
    /// <summary>What it needs besides its pattern; an image has it in place of the pattern.</summary>
    public PhraseNeed Need
    {
        get => field ??= PhraseNeed.Of(this);
        init;
    }
}

/// <summary>Where the words of an amendment must stand.</summary>
internal enum PhraseAmendmentPlace
{
    /// <summary>Anywhere in the window.</summary>
    Window,

    /// <summary>Anywhere in the block, up to a hundred tokens from the window.</summary>
    Around,

    /// <summary>Right before one of the captured or gathered facts.</summary>
    BeforePart,

    /// <summary>Right behind one of them.</summary>
    AfterPart,
}
