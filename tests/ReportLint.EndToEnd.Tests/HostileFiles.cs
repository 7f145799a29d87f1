using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReportLint.Tests;

/// <summary>Makes files that are built to bring a reader down: archives that unpack to a gigabyte, and nesting without end.</summary>
internal static class HostileFiles
{
    private const int Deep = 100_000;
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const uint Gigabyte = 1 << 30;

    private static readonly (string Part, string Type, string Root)[] Parts =
    [
        ("word/document.xml", "", "document"),
        ("word/styles.xml", "styles", "styles"),
        ("word/numbering.xml", "numbering", "numbering"),
        ("word/settings.xml", "settings", "settings"),
        ("word/footnotes.xml", "footnotes", "footnotes"),
        ("word/comments.xml", "comments", "comments"),
        ("word/header1.xml", "header", "hdr"),
        ("word/_rels/document.xml.rels", "", "Relationships"),
    ];

    /// <summary>What a line of the central directory of an archive says.</summary>
    private readonly record struct Entry(string Name, byte[] Data, uint Length, uint PackedLength, bool IsPacked = true);

    /// <summary>Twenty archives: the sizes that they state are true in the odd ones and lies in the even ones.</summary>
    public static void WriteBombs(string folder)
    {
        for (var i = 0; i < 2 * Parts.Length; i++)
        {
            var (part, type, root) = Parts[i / 2];
            var bomb = Bomb($"<w:{root} {W}><w:body><w:p><w:r><w:t>Of 3 boats", "<w:p><w:r><w:t>boats</w:t></w:r></w:p>   ");
            var entries = Document(type.Length > 0 ? Relationship(type, Path.GetFileName(part)) : "", hasNote: type == "footnotes").Where(e => e.Name != part).ToList();
            entries.Insert(0, new Entry(part, bomb, i % 2 == 0 ? Gigabyte : 90, (uint)bomb.Length));
            Write(Path.Combine(folder, $"bomb-{i + 1:00}.docx"), entries);
        }

        // A packed size past the end of the file; a hundred thousand parts; a thousand parts at one place; an archive for a part.
        var body = Bomb($"<w:document {W}><w:body>", " ");
        Write(Path.Combine(folder, "bomb-17.docx"), [.. Document("").Where(static e => e.Name != "word/document.xml"), new Entry("word/document.xml", body, Gigabyte, uint.MaxValue - 2)]);
        Write(Path.Combine(folder, "bomb-18.docx"), [.. Document(""), .. Enumerable.Range(0, Deep).Select(static i => new Entry($"x/{i}", [], 0, 0, false))]);
        Write(Path.Combine(folder, "bomb-19.docx"), [.. Enumerable.Range(0, 1000).Select(i => new Entry($"word/footnotes{i}.xml", body, Gigabyte, (uint)body.Length)), new Entry("word/document.xml", body, Gigabyte, (uint)body.Length)], isShared: true);
        Write(Path.Combine(folder, "bomb-20.docx"), [.. Document("").Where(static e => e.Name != "word/document.xml"), new Entry("word/document.xml", File.ReadAllBytes(Path.Combine(folder, "bomb-01.docx")), 90, 90, false)]);
    }

    /// <summary>XML, HTML, Markdown and front matter nested a hundred thousand deep.</summary>
    public static void WriteNests(string folder)
    {
        foreach (var (name, open) in new[] { ("sdt", "<w:sdt>"), ("table", "<w:tbl><w:tr><w:tc>"), ("other", "<x>") })
        {
            var xml = $"<w:document {W}><w:body>{Repeated(open)}";
            Write(Path.Combine(folder, $"xml-{name}.docx"), [.. Document("").Where(static e => e.Name != "word/document.xml"), Stored("word/document.xml", xml)]);
        }

        foreach (var (name, open) in new[] { ("div", "<div>"), ("b", "<b>"), ("table", "<table><tr><td>"), ("list", "<ul><li>"), ("svg", "<svg>"), ("font", "<font><p>") })
        {
            File.WriteAllText(Path.Combine(folder, $"html-{name}.html"), $"<!DOCTYPE html><title>x</title><p>Of 3 boats, 2 sank.{Repeated(open)}Deep.");
        }

        foreach (var (name, open) in new[] { ("quote", "> "), ("list", "- "), ("both", "> 1. "), ("html", "<div>\n") })
        {
            File.WriteAllText(Path.Combine(folder, $"markdown-{name}.md"), $"Of 3 boats, 2 sank.\n\n{Repeated(open)}deep\n");
        }

        foreach (var (name, open) in new[] { ("bracket", "["), ("image", "!["), ("star", "*a "), ("strong", "**a _") })
        {
            File.WriteAllText(Path.Combine(folder, $"markdown-{name}.md"), $"Of 3 boats, 2 sank.\n\n{Repeated(open)}deep\n");
        }

        foreach (var (name, open) in new[] { ("list", "["), ("map", "{a: "), ("block", "- ") })
        {
            File.WriteAllText(Path.Combine(folder, $"yaml-{name}.md"), $"---\na: {(open == "- " ? "\n  " : "")}{Repeated(open)}1\n---\n\nOf 3 boats, 2 sank.\n");
        }
    }

    /// <summary>Rule files nested as deep.</summary>
    public static void WriteRules(string folder)
    {
        foreach (var (name, open) in new[] { ("list", "["), ("map", "{a: "), ("block", "- "), ("expression", "(") })
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.yml"), open == "(" ? $"id: XX0001\nname: expression\nseverity: error\nsummary: x\nmatch:\n  - q: Quantity\nrequire: {Repeated(open)}1\nmessage: x\nat: q\nwhy: x\n" : $"id: {(open == "- " ? "\n  " : "")}{Repeated(open)}1\n");
        }
    }

    private static string Repeated(string unit) => new StringBuilder(unit.Length * Deep).Insert(0, unit, Deep).ToString();

    private static List<Entry> Document(string relationships, bool hasNote = false) =>
    [
        Stored("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        Stored("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{Relationship("officeDocument", "word/document.xml")}</Relationships>"),
        Stored("word/document.xml", $"<w:document {W}><w:body><w:p><w:r><w:t>Of 3 boats, 2 sank.</w:t>{(hasNote ? "<w:footnoteReference w:id=\"1\"/>" : "")}</w:r></w:p></w:body></w:document>"),
        Stored("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relationships}</Relationships>"),
    ];

    private static string Relationship(string type, string target) => $"<Relationship Id=\"r{type}\" Type=\"x/{type}\" Target=\"{target}\"/>";

    private static Entry Stored(string name, string text)
    {
        var data = Encoding.UTF8.GetBytes(text);
        return new(name, data, (uint)data.Length, (uint)data.Length, IsPacked: false);
    }

    /// <summary>
    /// A packed gigabyte, without packing one: a flushed block of packed data ends on a byte and looks back only into itself, so it
    /// can stand as often as one likes (RFC 1951).
    /// </summary>
    private static byte[] Bomb(string start, string unit)
    {
        var block = Packed(new StringBuilder().Insert(0, unit, (1 << 20) / unit.Length).ToString());
        using var all = new MemoryStream();
        all.Write(Packed(start));
        for (var i = 0; i < 1024; i++)
        {
            all.Write(block);
        }

        // The last block: empty.
        all.Write([3, 0]);
        return all.ToArray();

        static byte[] Packed(string text)
        {
            using var packed = new MemoryStream();
            using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize);
            deflate.Write(Encoding.UTF8.GetBytes(text));
            deflate.Flush();
            return packed.ToArray();
        }
    }

    /// <summary>Writes an archive (APPNOTE.TXT 4.3) that states what the entries say, true or not.</summary>
    private static void Write(string path, IReadOnlyList<Entry> entries, bool isShared = false)
    {
        using var file = File.Create(path);
        var directory = new MemoryStream();
        var shared = -1L;
        Span<byte> local = stackalloc byte[30];
        Span<byte> central = stackalloc byte[46];
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            var at = isShared && shared >= 0 ? shared : file.Position;
            if (at == file.Position)
            {
                local.Clear();
                BinaryPrimitives.WriteUInt32LittleEndian(local, 0x04034b50);
                local[8] = (byte)(entry.IsPacked ? 8 : 0);
                BinaryPrimitives.WriteUInt32LittleEndian(local[18..], entry.PackedLength);
                BinaryPrimitives.WriteUInt32LittleEndian(local[22..], entry.Length);
                BinaryPrimitives.WriteUInt16LittleEndian(local[26..], (ushort)name.Length);
                file.Write(local);
                file.Write(name);
                file.Write(entry.Data);
                shared = at;
            }

            central.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(central, 0x02014b50);
            central[10] = (byte)(entry.IsPacked ? 8 : 0);
            BinaryPrimitives.WriteUInt32LittleEndian(central[20..], entry.PackedLength);
            BinaryPrimitives.WriteUInt32LittleEndian(central[24..], entry.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(central[28..], (ushort)name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(central[42..], (uint)at);
            directory.Write(central);
            directory.Write(name);
        }

        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)file.Position);
        directory.WriteTo(file);
        file.Write(end);
    }
}
