using System.Text.Json;

namespace ReportLint.PlantedTables;

/// <summary>A table as rows of cells of text.</summary>
public sealed record PlainTable(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The text of a cell; empty beyond the end of a short row.</summary>
    public string this[int row, int column] => column < Rows[row].Count ? Rows[row][column] : "";

    /// <summary>The number of cells in the longest row.</summary>
    public int Columns { get; } = Rows.Max(static r => r.Count);

    /// <summary>The same table with another text in one cell.</summary>
    public PlainTable With(int row, int column, string text)
    {
        var rows = Rows.Select(static r => r.ToArray()).ToArray();
        rows[row][column] = text;
        return new(rows);
    }

    /// <summary>Reads a list of <c>{table: {table: [[cell]]}}</c>; anything else beside the cells is left alone.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<PlainTable> ReadList(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(static entry => new PlainTable(
            [.. entry.GetProperty("table").GetProperty("table").EnumerateArray().Select(static row =>
                (IReadOnlyList<string>)[.. row.EnumerateArray().Select(static cell => cell.GetString() ?? "")])]))];
    }
}
