using System.IO.Compression;
using System.Net;
using System.Text;

namespace ReportLint.PlantedTables;

/// <summary>Writes a table as a draft of its own: a heading without figures and the table.</summary>
public static class DraftWriter
{
    private const string Title = "Figures of the year";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The formats by their file extension.</summary>
    public static readonly IReadOnlyList<string> Formats = ["md", "html", "docx"];

    /// <summary>The bytes of the draft.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="Formats"/>.</exception>
    public static byte[] Write(PlainTable table, string format) => format switch
    {
        "md" => Encoding.UTF8.GetBytes(Markdown(table)),
        "html" => Encoding.UTF8.GetBytes(Html(table)),
        "docx" => Docx(table),
        _ => throw new ArgumentException($"no such format: {format}", nameof(format)),
    };

    private static string Markdown(PlainTable table)
    {
        var text = new StringBuilder($"# {Title}\n\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Append('|');
            for (var column = 0; column < table.Columns; column++)
            {
                text.Append(' ').Append(Escape(table[row, column])).Append(" |");
            }

            text.Append('\n');
            if (row == 0)
            {
                text.Append('|').Insert(text.Length, "---|", table.Columns).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Escape(string cell)
    {
        var text = new StringBuilder();
        foreach (var c in cell.Trim())
        {
            text.Append("\\`*_[]<>|~".Contains(c) ? "\\" : "").Append(c is '\n' or '\r' ? ' ' : c);
        }

        return text.ToString();
    }

    private static string Html(PlainTable table)
    {
        var text = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Title}</title></head><body>\n<h1>{Title}</h1>\n<table>\n");
        Rows(table, "<tr>", "</tr>\n", static cell => $"<td>{cell}</td>", text);
        return text.Append("</table>\n</body></html>\n").ToString();
    }

    private static byte[] Docx(PlainTable table)
    {
        var text = new StringBuilder($"<w:document xmlns:w=\"{Word}\"><w:body>{Paragraph(Title)}<w:tbl>");
        Rows(table, "<w:tr>", "</w:tr>", static cell => $"<w:tc>{Paragraph(cell)}</w:tc>", text);
        text.Append("</w:tbl></w:body></w:document>");
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Part(archive, "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part(archive, "word/document.xml", text.ToString());
        }

        return stream.ToArray();
    }

    private static void Rows(PlainTable table, string open, string close, Func<string, string> cell, StringBuilder text)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Append(open);
            for (var column = 0; column < table.Columns; column++)
            {
                text.Append(cell(WebUtility.HtmlEncode(table[row, column])));
            }

            text.Append(close);
        }
    }

    private static string Paragraph(string encoded) => $"<w:p><w:r><w:t xml:space=\"preserve\">{encoded}</w:t></w:r></w:p>";

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
