using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>Finds the blocks and the code around suppressions, for any number of them in steps that grow with the document alone.</summary>
internal sealed class SuppressionPlaces(ReportDocument document)
{
    private int[]? _furthestStarts;
    private int[]? _furthestEnds;
    private List<int>? _fences;
    private SpanIndex? _code;

    /// <summary>A fence of code before a place that is not closed, or inline code around it.</summary>
    public bool IsInCode(int position)
    {
        if (document.Format != DocumentFormat.Markdown)
        {
            return false;
        }

        _fences ??= Fences();
        var before = _fences.BinarySearch(position);
        before = before < 0 ? ~before : before;
        _code ??= new SpanIndex([.. document.Blocks.SelectMany(static b => b.Marks).Where(static m => m.Kind == MarkKind.Code).Select(static m => m.Source)]);
        return before % 2 == 1 || _code.OverlapWith(new TextSpan(position, 1));
    }

    /// <summary>The block behind a place: a paragraph, a list item, or the whole table where a cell comes first.</summary>
    public TextSpan? NextBlock(int position)
    {
        _furthestStarts ??= Furthest(static block => block.Prose.Text.Length > 0 ? block.Span.Start : -1);
        return FirstReaching(_furthestStarts, position) is not { } block ? null
            : block.Cell is { } cell ? cell.Table.Span.Union(block.Span)
            : block is { Kind: BlockKind.ListItem, List: { } list, ItemIndex: >= 0 } ? list.Items[block.ItemIndex].Span
            : block.Span;
    }

    /// <summary>The first block around a place.</summary>
    public TextSpan? BlockAt(TextSpan place)
    {
        _furthestEnds ??= Furthest(static block => block.Span.End);
        for (var i = FirstReaching(_furthestEnds, place.Start + 1)?.Index ?? document.Blocks.Count; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i].Span is var span && (span.Contains(place.Start) || span.OverlapsWith(place)))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>The starts of the lines that open or close a fence.</summary>
    private List<int> Fences()
    {
        var fences = new List<int>();
        for (var line = 0; line < document.Source.LineCount; line++)
        {
            var span = document.Source.GetLineSpan(line);
            var text = document.Source.Content.AsSpan(span.Start, span.Length).TrimStart();
            if (text.StartsWith("```") || text.StartsWith("~~~"))
            {
                fences.Add(span.Start);
            }
        }

        return fences;
    }

    /// <summary>For each block the furthest of its place and those of all before it, so that the first to reach a place can be searched for.</summary>
    private int[] Furthest(Func<Block, int> place)
    {
        var furthest = new int[document.Blocks.Count];
        var last = -1;
        for (var i = 0; i < furthest.Length; i++)
        {
            furthest[i] = last = Math.Max(last, place(document.Blocks[i]));
        }

        return furthest;
    }

    private Block? FirstReaching(int[] furthest, int place) =>
        Sorted.First(furthest.Length, i => furthest[i] >= place) is var first && first < furthest.Length ? document.Blocks[first] : null;
}
