using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts;

/// <summary>The properties that every fact has.</summary>
public static class CommonProperties
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FactProperty> All =
    [
        new("text", ValueKind.Text, "the visible text at its place", static f => Value.Of(f.Text)),
        new("block", ValueKind.Number, "number of its block (paragraph, cell, item, heading, note), from 0", static f => Value.Of(f.Block.Index)) { Whole = static f => f.Block.Index },
        new("sentence", ValueKind.Number, "number of its sentence in the document, from 0", static f => f.Sentence < 0 ? Value.Unknown : Value.Of(f.Sentence)) { Whole = static f => f.Sentence },
        new("place", ValueKind.Text, "what its block is", static f => Value.Of(Place(f.Block)))
        {
            Symbols = ["paragraph", "heading", "item", "cell", "note"],
        },
        new("quoted", ValueKind.Truth, "whether it stands in a block quotation", static f => Value.Of((bool?)f.Block.IsQuoted)),
        new("offset", ValueKind.Number, "offset of its first character in the file", static f => Value.Of(f.Span.Start)),
    ];

    private static string Place(Block block) => block.Kind switch
    {
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "item",
        BlockKind.TableCell => "cell",
        BlockKind.FootnoteText => "note",
        _ => "paragraph",
    };
}
