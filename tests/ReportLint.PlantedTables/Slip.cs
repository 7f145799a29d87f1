namespace ReportLint.PlantedTables;

/// <summary>Plants one slip of a digit in a cell that is summed.</summary>
public static class Slip
{
    /// <summary>The table with one digit of one summed cell changed to another, which cell it is, and the footing that it breaks.</summary>
    /// <remarks>A first digit never becomes nought, so that the figure stays well formed. Null where no summed cell has a digit.</remarks>
    public static (PlainTable Table, int Row, Footing Broken)? Plant(PlainTable table, IReadOnlyList<Footing> footings, Random random)
    {
        var cells = footings.SelectMany(static f => f.Parts.Select(row => (Row: row, Footing: f)))
            .Where(c => PlainFigure.HasDigits(table[c.Row, c.Footing.Column])).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var (row, footing) = cells[random.Next(cells.Count)];
        var text = table[row, footing.Column].ToCharArray();
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]))];
        var place = places[random.Next(places.Length)];
        char[] others = [.. "0123456789".Where(c => c != text[place] && (c != '0' || place != places[0]))];
        text[place] = others[random.Next(others.Length)];
        return (table.With(row, footing.Column, new string(text)), row, footing);
    }
}
