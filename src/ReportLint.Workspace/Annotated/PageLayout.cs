using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Workspace.Output;

namespace ReportLint.Workspace.Annotated;

/// <summary>Cuts a draft into the pieces of a page, and puts findings and numbers onto them.</summary>
internal static class PageLayout
{
    /// <summary>A total of a long column is compared with every cell; more than so many comparisons need not be told at one number.</summary>
    private const int MostChecksTold = 5;

    /// <summary>The pieces in the order of the file, marked.</summary>
    public static List<PagePiece> Of(LintResult result)
    {
        var pieces = Cut(result);
        var ends = Ends(pieces);
        for (var i = 0; i < result.Diagnostics.Count; i++)
        {
            var diagnostic = result.Diagnostics[i];
            Mark(pieces, ends, diagnostic.Span, new PageMark(default, MarkRole.Finding, i + 1));
            for (var r = 0; r < diagnostic.RelatedLocations.Count; r++)
            {
                Mark(pieces, ends, diagnostic.RelatedLocations[r].Span, new PageMark(default, MarkRole.Related, i + 1, r + 1));
            }
        }

        MarkNumbers(pieces, result);
        return pieces;
    }

    private static List<PagePiece> Cut(LintResult result)
    {
        var document = result.Document;
        var pieces = new List<PagePiece>();
        if (document.Format == DocumentFormat.Html)
        {
            // What a page states of itself is shown only where it is spoken of.
            foreach (var property in document.Properties)
            {
                if (result.Diagnostics.Any(d => property.Span.Contains(d.Span) || d.RelatedLocations.Any(r => property.Span.Contains(r.Span))))
                {
                    pieces.Add(PagePiece.Raw(document.Source, property.Span, property.Name));
                }
            }
        }

        // By the place of the first block behind them.
        var labels = new Dictionary<int, TextSpan>();
        foreach (var note in document.Footnotes)
        {
            labels.TryAdd(FirstBlockIn(document, note.Span), note.LabelSpan);
        }

        var shown = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Cell is not { Row: 0, Column: 0, Table: { } table })
            {
                table = null;
            }

            // The label of a note is shown with its text.
            var start = labels.TryGetValue(block.Span.Start, out var label) ? label.Start : table?.Span.Start ?? block.Span.Start;
            AddGap(result, pieces, TextSpan.FromBounds(shown, Math.Max(shown, start)));
            var piece = PagePiece.Of(block);
            pieces.Add(piece);
            shown = Math.Max(shown, Math.Max(piece.Source.End, block.Cell?.Table.Span.End ?? 0));
        }

        AddGap(result, pieces, TextSpan.FromBounds(shown, Math.Max(shown, document.Source.Length)));
        pieces.Sort(static (a, b) => a.Source.Start.CompareTo(b.Source.Start) is not 0 and var byStart ? byStart : (a.Block?.Index ?? -1).CompareTo(b.Block?.Index ?? -1));
        return pieces;
    }

    /// <summary>Where the first block of a note begins, or -1.</summary>
    private static int FirstBlockIn(ReportDocument document, TextSpan note)
    {
        int low = 0, high = document.Blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Blocks[middle].Span.Start >= note.Start ? (low, middle) : (middle + 1, high);
        }

        return low < document.Blocks.Count && document.Blocks[low] is { NoteLabel: not null } block ? block.Span.Start : -1;
    }

    /// <summary>
    /// What stands between blocks and is no prose (front matter, code, comments), where the file is meant to be read as it is; nothing
    /// that has neither letter nor digit, such as a rule, and HTML in Markdown only where a finding stands in it.
    /// </summary>
    private static void AddGap(LintResult result, List<PagePiece> pieces, TextSpan gap)
    {
        var document = result.Document;
        if (document.Format == DocumentFormat.Html || gap.IsEmpty)
        {
            return;
        }

        var text = document.Source.Content.AsSpan(gap.Start, gap.Length);
        var isSaid = false;
        foreach (var c in text)
        {
            isSaid |= char.IsLetterOrDigit(c);
        }

        if (!isSaid)
        {
            return;
        }

        if (text.TrimStart() is ['<', ..] && !HasFinding(result, gap))
        {
            return;
        }

        // Whole lines, but no empty ones on top, and the indent of the first left off.
        var start = text.Length - text.TrimStart().Length;
        var end = text.TrimEnd().Length;
        pieces.Add(PagePiece.Raw(document.Source, TextSpan.FromBounds(gap.Start + start, gap.Start + end)));
    }

    /// <summary>True where a finding begins in a place; the findings are in the order of their places.</summary>
    private static bool HasFinding(LintResult result, TextSpan place)
    {
        int low = 0, high = result.Diagnostics.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = result.Diagnostics[middle].Span.Start >= place.Start ? (low, middle) : (middle + 1, high);
        }

        return low < result.Diagnostics.Count && place.Contains(result.Diagnostics[low].Span.Start);
    }

    /// <summary>For each piece the furthest end of it and those before it: grows, so it can be searched by halving.</summary>
    private static int[] Ends(List<PagePiece> pieces)
    {
        var ends = new int[pieces.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = Math.Max(i > 0 ? ends[i - 1] : 0, pieces[i].Source.End);
        }

        return ends;
    }

    /// <summary>Puts a mark on all text that a place covers; where it covers none, between the nearest characters.</summary>
    private static void Mark(List<PagePiece> pieces, int[] ends, TextSpan place, PageMark mark)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        var first = FirstBehind(ends, place.Start);
        PagePiece? nearest = null;
        var isShown = false;
        for (var i = first; i < pieces.Count && pieces[i].Source.Start < place.End; i++)
        {
            if (pieces[i].Source.End <= place.Start)
            {
                continue;
            }

            nearest ??= pieces[i];
            if (pieces[i].ToText(place) is { IsEmpty: false } text)
            {
                pieces[i].Marks.Add(mark with { Span = text });
                isShown = true;
            }
        }

        if (!isShown)
        {
            nearest ??= pieces[Math.Clamp(first < pieces.Count && pieces[first].Source.Start <= place.Start ? first : first - 1, 0, pieces.Count - 1)];
            nearest.Marks.Add(mark with { Span = nearest.ToText(place) });
        }
    }

    /// <summary>The first piece that does not end before an offset, or the number of pieces.</summary>
    private static int FirstBehind(int[] ends, int offset)
    {
        int low = 0, high = ends.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static void MarkNumbers(List<PagePiece> pieces, LintResult result)
    {
        var byBlock = new PagePiece?[result.Document.Blocks.Count];
        foreach (var piece in pieces)
        {
            if (piece.Block is { } block)
            {
                byBlock[block.Index] = piece;
            }
        }

        foreach (var number in FactsReport.Numbers(result))
        {
            var role = number.Status switch
            {
                NumberStatus.Checked => MarkRole.Checked,
                NumberStatus.Flagged => MarkRole.Flagged,
                NumberStatus.Unbound => MarkRole.Unbound,
                _ => (MarkRole?)null,
            };
            if (role is { } known)
            {
                var told = string.Join('\n', number.Checks.Take(MostChecksTold).Select(c => $"{c.RuleId} {(c.Holds ? "holds" : "fails")}: with {FactsReport.With(c, number.Fact)}"));
                byBlock[number.Fact.Block.Index]?.Marks.Add(new PageMark(number.Fact.Prose, known, Text: told));
            }
        }
    }
}
