using System.Globalization;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Tells a line that was lost from a figure that is wrong. Where a line is missing, every sum of the total's line falls short, and
/// slips of the keys, one in each lane, do not explain by how much. One total tells of it, for all lanes.
/// </summary>
internal static class MissingLines
{
    /// <summary>Marks the totals of one table; suspects are marked already.</summary>
    public static void Mark(IReadOnlyList<TableTotal> totals, TableGrid grid, AnalysisContext context, TableWords words, TableSettings settings)
    {
        bool? isPartial = null;
        var lines = new List<List<TableTotal>>();
        var at = new Dictionary<int, int>();
        foreach (var total in totals)
        {
            if (total is not { IsHolding: false, Support: 0, Suspect: null, IsExplained: false })
            {
                continue;
            }

            if (!at.TryGetValue(LineOf(total), out var index))
            {
                at[LineOf(total)] = index = lines.Count;
                lines.Add([]);
            }

            lines[index].Add(total);
        }

        foreach (var line in lines)
        {
            if (line.TrueForAll(t => t.Gap < settings.MissingGap && IsShort(t)) && !line.TrueForAll(HasSlip) && !(isPartial ??= IsPartial(grid, context, words, settings, line[0])))
            {
                Tell(line);
            }
        }
    }

    /// <summary>The number of a total's row, or less than zero for its column.</summary>
    private static int LineOf(TableTotal total) =>
        total.Total.Block.Cell is not { } cell ? -1 : total.IsColumn ? cell.Row : -1 - cell.Column;

    private static void Tell(List<TableTotal> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            line[i].IsLineMissing = true;
            line[i].IsExplained = i > 0;
        }

        var by = line.ConvertAll(static t => NumberWriter.Plain(Math.Abs(t.Short)));
        var all = by.Count == 1 ? by[0] : $"{string.Join(", ", by.GetRange(0, by.Count - 1))} and {by[^1]}";
        line[0].MissingHint = $"; a {(line[0].IsColumn ? "row" : "column")} of {all} may be missing";
    }

    /// <summary>True where the parts are of the total's sign and written like it, fall short of it, and nothing else explains by how much.</summary>
    private static bool IsShort(TableTotal total)
    {
        var sign = Math.Sign(total.Total.Nominal);
        if (total.IsOnePartOff || total.IsWithinParts || total.HasGaps || sign * total.Short <= 0 || IsHeading(total))
        {
            return false;
        }

        for (var i = 0; i < total.Parts.Length; i++)
        {
            if (total.SignOf(i) * Math.Sign(total.Parts[i].Nominal) == -sign || total.Parts[i].Step < total.Total.Step)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasSlip(TableTotal total)
    {
        var hasSlip = SlipKinds.Of(total.Total, total.Needed(total.Total)) != SlipKind.None;
        for (var i = 0; i < total.Parts.Length && !hasSlip; i++)
        {
            hasSlip = SlipKinds.Of(total.Parts[i], total.Needed(total.Parts[i])) != SlipKind.None;
        }

        return hasSlip;
    }

    /// <summary>True where a table without headings has its first figure where they should stand.</summary>
    private static bool IsHeading(TableTotal total) =>
        decimal.TryParse(total.Heading, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) && figure == total.Short;

    /// <summary>True where words say that the table does not list everything: in its headings and labels, or in the text before and behind it.</summary>
    private static bool IsPartial(TableGrid grid, AnalysisContext context, TableWords words, TableSettings settings, TableTotal total)
    {
        context.Work += (long)grid.RowCount * grid.ColumnCount;
        for (var row = 0; row < grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (grid.Blocks[row, column] is { } cell && (row < grid.FirstRow || grid.Cells[row, column].Kind == CellKind.Text) && TableWords.Contains(words.Partial, cell.Tokens))
                {
                    return true;
                }
            }
        }

        var (first, last) = (total.Block.Index, total.Block.Index);
        while (first >= 0 && context.Blocks[first].Block.Cell?.Table == grid.Table)
        {
            first--;
        }

        while (last < context.Blocks.Count && context.Blocks[last].Block.Cell?.Table == grid.Table)
        {
            last++;
        }

        for (var i = Math.Max(0, first - settings.Surroundings + 1); i < context.Blocks.Count && i < last + settings.Surroundings; i++)
        {
            if ((i <= first || i >= last) && context.Blocks[i].Block.Cell is null && TableWords.Contains(words.Partial, context.Blocks[i].Tokens))
            {
                return true;
            }
        }

        return false;
    }
}
