using ReportLint.Core.Documents;
using ReportLint.Formats;

namespace ReportLint.Tests.Formats;

public sealed class FixtureTests
{
    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "ReportLint.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "fixtures");
        }
    }

    [Fact]
    public void Every_place_in_every_fixture_is_true()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(DocumentReader.CanRead).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, static file => Reading.Checked(Read(file)));
    }

    [Theory]
    [InlineData("markdown.md", "markdown-crlf.md")]
    [InlineData("markdown.md", "utf-16.md")]
    [InlineData("text.txt", "utf-8-mark.txt")]
    [InlineData("text.txt", "utf-16be.txt")]
    [InlineData("text.txt", "windows-1252.txt")]
    public void One_text_in_two_forms_has_the_same_prose(string one, string other)
    {
        var (first, second) = (Read(Path.Combine(Folder, "formats", one)), Read(Path.Combine(Folder, "formats", other)));

        Assert.Equal(Reading.Texts(first), Reading.Texts(second));
        Assert.Equal(first.Blocks.Select(b => b.Kind), second.Blocks.Select(b => b.Kind));
        Assert.Equal(
            first.Blocks.Select(b => first.Source.GetLinePosition(b.Span.Start)),
            second.Blocks.Select(b => second.Source.GetLinePosition(b.Span.Start)));
    }

    [Theory]
    [InlineData("empty.md", false)]
    [InlineData("blank.txt", false)]
    [InlineData("binary.md", true)]
    [InlineData("pdf.md", true)]
    [InlineData("truncated.md", true)]
    [InlineData("quotes-without-end.md", true)]
    public void A_hostile_file_is_one_notice(string name, bool isFatal)
    {
        var document = Read(Path.Combine(Folder, "hostile", name));

        Assert.Empty(document.Blocks);
        Assert.True(Assert.Single(document.Notices) is { Id: "RL0001" } notice && notice.IsFatal == isFatal);
    }

    [Fact]
    public void Deep_quotes_are_read()
    {
        var block = Assert.Single(Read(Path.Combine(Folder, "hostile", "quotes-128.md")).Blocks);

        Assert.StartsWith("Of 40 boats, 22 are kept. Of 40", block.Prose.Text, StringComparison.Ordinal);
    }

    private static ReportDocument Read(string path) => DocumentReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
}
