using ReportLint.Core.Facts.Claims;

namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// Finds rows that are labelled as the average of the rows above. Percentages, rates and columns of averages are left out, for
/// their averages may be weighted; where a table has several columns of figures, one of them at least has to bear the row out.
/// </summary>
internal static class AverageFinder
{
    /// <summary>The averages of a table, as facts of <see cref="FigureClaims.Average"/>.</summary>
    public static IReadOnlyList<PhraseFact> Find(TableGrid grid, TableLines rows, TableWords words, FigureSettings settings)
    {
        var found = new List<PhraseFact>();
        foreach (var line in rows.Lines)
        {
            if (line.Role == LineRole.Aside && grid.LabelOf(line.Index) is { Tokens.Length: > 0 } label && words.Averages.Match(label.Tokens, 0).Length > 0)
            {
                AddRow(grid, rows, line.Index, settings, found);
            }
        }

        return found;
    }

    private static void AddRow(TableGrid grid, TableLines rows, int row, FigureSettings settings, List<PhraseFact> found)
    {
        var first = found.Count;
        var (columns, holding) = (0, 0);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.Columns[column] is not { IsNumeric: true, IsPercent: false, IsNotSummed: false } || grid.Facts[row, column] is not Quantity average || Above(grid, rows, row, column, settings) is not { } parts)
            {
                continue;
            }

            columns++;
            holding += IsAverage(parts, average) ? 1 : 0;
            found.Add(new(FigureClaims.Average, [Value.Unknown, Value.Unknown, Value.Of(parts), Value.Of(average), Value.Unknown, Value.Unknown])
            {
                Document = average.Document,
                Block = average.Block,
                Prose = average.Prose,
                Sentence = average.Sentence,
            });
        }

        if (columns > 1 && holding == 0)
        {
            found.RemoveRange(first, found.Count - first);
        }
    }

    /// <summary>The figures above a cell that are counted once; null where they are too few or one is missing.</summary>
    private static List<Fact>? Above(TableGrid grid, TableLines rows, int row, int column, FigureSettings settings)
    {
        var parts = new List<Fact>();
        foreach (var line in rows.Lines)
        {
            if (line.Index >= row)
            {
                break;
            }

            if (line.Role == LineRole.Part)
            {
                if (grid.Facts[line.Index, column] is not Quantity part)
                {
                    return null;
                }

                parts.Add(part);
            }
            else if (line.Role is not (LineRole.Total or LineRole.Aside or LineRole.Section))
            {
                return null;
            }
        }

        return parts.Count >= settings.AverageRows ? parts : null;
    }

    private static bool IsAverage(List<Fact> parts, Quantity average)
    {
        var sum = parts.Aggregate(Interval.Exactly(0), static (total, part) => total + ((Quantity)part).Value);
        return (sum / Interval.Exactly(parts.Count)).Intersects(average.Value.Widen(average.Step / 2));
    }
}
