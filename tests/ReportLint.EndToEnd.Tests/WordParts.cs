using System.IO.Compression;

namespace ReportLint.Tests;

/// <summary>Changes Word files as a word processor would.</summary>
internal static class WordParts
{
    public static string Read(string file, string part)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    public static void Change(string file, string part, string old, string text)
    {
        var xml = Read(file, part);
        Assert.Contains(old, xml, StringComparison.Ordinal);
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        archive.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(xml.Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>A person adds a comment at the end of the text.</summary>
    public static void AddComment(string file, string author, string text)
    {
        Change(file, "word/comments.xml", "</w:comments>", $"<w:comment w:id=\"77\" w:author=\"{author}\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>");
        Change(file, "word/document.xml", "</w:p><w:sectPr>", "<w:r><w:commentReference w:id=\"77\"/></w:r></w:p><w:sectPr>");
    }
}
