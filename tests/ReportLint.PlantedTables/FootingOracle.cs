using System.Text.RegularExpressions;

namespace ReportLint.PlantedTables;

/// <summary>A column of a total row that foots: the total is exactly the sum of the cells in the given rows.</summary>
/// <param name="TotalRow">Row of the total.</param>
/// <param name="Column">The column.</param>
/// <param name="Parts">The rows that it sums, in order.</param>
public sealed record Footing(int TotalRow, int Column, IReadOnlyList<int> Parts);

/// <summary>
/// Decides by plain addition which tables have a total row that foots. It knows nothing of the tool and is stricter: every column of
/// the row that shows a figure has to be, to the last digit, the sum of the same rows above.
/// </summary>
public static partial class FootingOracle
{
    /// <summary>The columns that foot, of all total rows that foot in each of their columns; empty where there is no such row.</summary>
    public static IReadOnlyList<Footing> Find(PlainTable table)
    {
        var found = new List<Footing>();
        var partsOf = new Dictionary<int, IReadOnlyList<int>>();
        for (var row = 1; row < table.Rows.Count; row++)
        {
            if (IsTotal(table, row) && Parts(table, row, partsOf) is { } parts)
            {
                partsOf[row] = parts;
                found.AddRange(FigureColumns(table, row).Select(column => new Footing(row, column, parts)));
            }
        }

        return found;
    }

    private static bool IsTotal(PlainTable table, int row)
    {
        var label = table[row, 0].Trim();
        return TotalWord().IsMatch(label) || (label.Length == 0 && row == table.Rows.Count - 1);
    }

    /// <summary>The rows right above whose figures come to the total in every column; where a row is itself a total that foots, its own parts are passed over.</summary>
    private static List<int>? Parts(PlainTable table, int total, Dictionary<int, IReadOnlyList<int>> partsOf)
    {
        int[] columns = [.. FigureColumns(table, total)];
        if (columns.Length == 0)
        {
            return null;
        }

        var sums = new decimal[columns.Length];
        var parts = new List<int>();
        for (var row = total - 1; row > 0; row = partsOf.TryGetValue(row, out var own) ? own[0] - 1 : row - 1)
        {
            if (table[row, 0].Trim().Length == 0)
            {
                return null;
            }

            if (!FigureColumns(table, row).Any())
            {
                continue;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                if (PlainFigure.Read(table[row, columns[i]]) is not { } figure)
                {
                    return null;
                }

                sums[i] += figure;
            }

            parts.Insert(0, row);
            if (parts.Count >= 2 && Enumerable.Range(0, columns.Length).All(i => sums[i] == PlainFigure.Read(table[total, columns[i]])))
            {
                return parts;
            }
        }

        return null;
    }

    /// <summary>The columns in which a row shows a figure; percentages are none.</summary>
    private static IEnumerable<int> FigureColumns(PlainTable table, int row) =>
        Enumerable.Range(1, Math.Max(0, table.Columns - 1)).Where(column => PlainFigure.HasDigits(table[row, column]) && PlainFigure.Read(table[row, column]) is not null);

    [GeneratedRegex(@"^total\b|\btotal$", RegexOptions.IgnoreCase)]
    private static partial Regex TotalWord();
}
