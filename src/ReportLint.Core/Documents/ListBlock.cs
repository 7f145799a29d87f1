using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>A bulleted or numbered list.</summary>
public sealed class ListBlock
{
    /// <summary>True where the items are numbered.</summary>
    public required bool IsOrdered { get; init; }

    /// <summary>0 for a list of its own, 1 for a list inside an item of such a list, and so on.</summary>
    public required int Depth { get; init; }

    /// <summary>The list whose item contains this one, or null.</summary>
    public ListBlock? Parent { get; init; }

    /// <summary>The items of this list, not those of lists nested in it.</summary>
    public IReadOnlyList<ListEntry> Items { get; init; } = [];

    /// <summary>Where the list stands in the file, from its first item to its last.</summary>
    public TextSpan Span => Items.Count == 0 ? default : Items[0].Span.Union(Items[^1].Span);

    /// <summary>Position in <see cref="ReportDocument.Blocks"/> of the block that stands just before the list, or -1.</summary>
    public int LeadInBlock { get; internal set; } = -1;
}

/// <summary>One item of a list.</summary>
/// <param name="Marker">Where its bullet or number stands in the file.</param>
/// <param name="Number">Its number where the list is numbered and shows one.</param>
/// <param name="Span">Where the whole item stands in the file.</param>
public sealed record ListEntry(TextSpan Marker, int? Number, TextSpan Span);
