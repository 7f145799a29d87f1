using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Compositions;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds columns of shares without a total row, whose rows are all there is: the last row is "other" or the like, or the text before
/// the table says that each thing has exactly one of the kinds.
/// </summary>
internal static class ShareColumnFinder
{
    /// <summary>The columns of a table, as facts of <see cref="FigureClaims.Composition"/>.</summary>
    public static IEnumerable<PhraseFact> Find(AnalysisContext context, TableGrid grid, TableLines rows, TableWords words, CompositionWords composition, TableSettings settings)
    {
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column] is { IsNumeric: true, IsPercent: true } && grid.HeadingOf(column) is { } heading && TableWords.Contains(words.Shares, heading.Tokens) &&
                Parts(grid, rows, column, settings) is { } parts && IsWhole(context, grid, rows, composition, settings))
            {
                var last = parts[^1];
                yield return new(FigureClaims.Composition, [Value.Of(parts.GetRange(0, parts.Count - 1)), Value.Of(last), Value.Of("closed")])
                {
                    Document = last.Document,
                    Block = last.Block,
                    Prose = last.Prose,
                    Sentence = last.Sentence,
                };
            }
        }
    }

    private static List<Fact>? Parts(TableGrid grid, TableLines rows, int column, TableSettings settings)
    {
        var parts = new List<Fact>();
        foreach (var line in rows.Lines)
        {
            if (line.Role is not (LineRole.Part or LineRole.Unlabelled) || grid.Facts[line.Index, column] is not Percentage { Hedge: Hedge.None } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count >= settings.FewestRows ? parts : null;
    }

    /// <summary>True where words say that nothing is left out and nothing counted twice.</summary>
    private static bool IsWhole(AnalysisContext context, TableGrid grid, TableLines rows, CompositionWords composition, TableSettings settings)
    {
        var label = grid.LabelOf(rows.Lines[^1].Index);
        var isClosed = label is not null && composition.Closes(label, 0, label.Tokens.Length);
        var (first, last) = (label?.Block.Index ?? 0, label?.Block.Index ?? 0);
        while (first > 0 && context.Blocks[first].Block.Cell?.Table == grid.Table)
        {
            first--;
        }

        while (last + 1 < context.Blocks.Count && context.Blocks[last].Block.Cell?.Table == grid.Table)
        {
            last++;
        }

        for (var i = Math.Max(0, first - settings.Surroundings); i <= first; i++)
        {
            if (composition.IsOverlapping(context.Blocks[i]))
            {
                return false;
            }

            isClosed |= composition.IsExclusive(context.Blocks[i]);
        }

        for (var i = last; i < context.Blocks.Count && i < last + settings.Surroundings; i++)
        {
            if (composition.IsOverlapping(context.Blocks[i]))
            {
                return false;
            }
        }

        return isClosed;
    }
}
