namespace ReportLint.Core.Facts.References;

/// <summary>A line of a table of contents or of a list of figures, with what it leads to.</summary>
public sealed class ContentsEntry : Fact
{
    internal static readonly FactType FactType = new(
        "ContentsEntry", "a line of a table of contents or of a list of figures, tables or annexes", "3. Money and staff ........ 12",
        new FactProperty("title", ValueKind.Text, "the line without its number and page", static f => Value.Of(((ContentsEntry)f).Title)),
        new FactProperty("answered", ValueKind.Truth, "whether the document has a heading or a caption of this title", static f => Value.Of((bool?)((ContentsEntry)f).IsAnswered)),
        new FactProperty("linked", ValueKind.Truth, "whether it leads by a link to a place that the document has, or to another document", static f => Value.Of((bool?)((ContentsEntry)f).IsLinked)),
        new FactProperty("number", ValueKind.Text, "the number or label written in it; unknown where it has none", static f => Value.Of(((ContentsEntry)f).Number)),
        new FactProperty("target_number", ValueKind.Text, "the number or label of the heading or caption of this title; unknown where it has none", static f => Value.Of(((ContentsEntry)f).TargetNumber)),
        new FactProperty("swapped", ValueKind.Truth, "whether it has changed numbers with the entry above it, which tells of both", static f => Value.Of((bool?)((ContentsEntry)f).IsSwapped)),
        new FactProperty("late", ValueKind.Truth, "whether its heading stands before the heading of the entry above it", static f => Value.Of((bool?)((ContentsEntry)f).IsLate)),
        new FactProperty("list_answered", ValueKind.Number, "how many entries of its list are answered", static f => Value.Of(((ContentsEntry)f).ListAnswered)),
        new FactProperty("list_unanswered", ValueKind.Number, "how many are not", static f => Value.Of(((ContentsEntry)f).ListUnanswered)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The line without its number and page.</summary>
    public required string Title { get; init; }

    /// <summary>True where the document has a heading or a caption of this title.</summary>
    public bool IsAnswered { get; internal set; }

    /// <summary>True where it is a link to a place that the document has, or to another document.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The number or label written in it, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The number or label of the heading or caption of this title, or null.</summary>
    public string? TargetNumber { get; internal set; }

    /// <summary>True where its heading stands before the heading of the entry above it.</summary>
    public bool IsLate { get; internal set; }

    /// <summary>How many entries of its list are answered.</summary>
    public int ListAnswered { get; internal set; }

    /// <summary>How many are not.</summary>
    public int ListUnanswered { get; internal set; }

    /// <summary>True where it has changed numbers with the entry above it.</summary>
    public bool IsSwapped { get; internal set; }
}
