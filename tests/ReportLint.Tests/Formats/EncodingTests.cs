using System.Text;
using ReportLint.Core.Text;
using ReportLint.Formats;

namespace ReportLint.Tests.Formats;

public sealed class EncodingTests
{
    private const string Text = "The café sold 1,400 pasties – twice “what” 😀 it did.\nIn 2013.\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16LE with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16BE with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16LE", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16BE", Encoding.BigEndianUnicode.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_without_a_word(string name, byte[] bytes)
    {
        var document = Reading.Checked(DocumentReader.Read("draft.txt", bytes));

        Assert.True(Text == document.Source.Content, name);
        Assert.Empty(document.Notices);
        Assert.Equal(new LinePosition(1, 3), document.Source.GetLinePosition(Text.IndexOf("2013", StringComparison.Ordinal)));
    }

    [Fact]
    public void Windows_1252_is_read_and_reported_with_the_first_offending_place()
    {
        byte[] bytes = [.. "Caf"u8, 0xE9, .. " "u8, 0x93, .. "x"u8, 0x94, .. " "u8, 0x80, .. "5\n"u8];
        var document = Reading.Checked(DocumentReader.Read("draft.md", bytes));

        Assert.Equal("Café “x” €5", Assert.Single(document.Blocks).Prose.Text);
        var notice = Assert.Single(document.Notices);
        Assert.Equal(("RL0001", false, new TextSpan(3, 1)), (notice.Id, notice.IsFatal, notice.Span));
        Assert.Contains("Windows-1252", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offending_place_counts_a_character_for_each_byte_before_it()
    {
        byte[] bytes = [.. "A caf\u00E9, a caf\u00E9: "u8, 0x93, .. "x\n"u8];
        var document = Reading.Checked(DocumentReader.Read("draft.md", bytes));

        Assert.Equal("\u201C", document.Source.ToString(Assert.Single(document.Notices).Span));
    }

    public static TheoryData<string, byte[]> NoText => new()
    {
        { "PDF", "%PDF-1.7 and more"u8.ToArray() },
        { "ZIP", "PK\u0003\u0004 and more"u8.ToArray() },
        { "PNG", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10] },
        { "NUL", "a\0b\0\0c and text"u8.ToArray() },
        { "controls", [1, 2, 3, 4, 5, 6, 7, 14, 15, 65] },
        { "UTF-8 cut short", Encoding.UTF8.GetBytes("naïve café –")[..^1] },
        { "UTF-8 with mark, corrupt", [0xEF, 0xBB, 0xBF, 65, 0xFF, 65] },
        { "UTF-8, corrupt", [.. Encoding.UTF8.GetBytes("ééééé"), 0xFF, 65] },
        { "UTF-16 cut short", [0xFF, 0xFE, 65, 0, 66] },
        { "UTF-16 with half a pair", [0xFF, 0xFE, 65, 0, 0x00, 0xD8, 66, 0] },
    };

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_is_one_fatal_notice(string name, byte[] bytes)
    {
        foreach (var path in (string[])["a.md", "a.txt"])
        {
            var document = Reading.Checked(DocumentReader.Read(path, bytes));

            Assert.Empty(document.Blocks);
            var notice = Assert.Single(document.Notices);
            Assert.True(notice is { Id: "RL0001", IsFatal: true }, name);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_told_and_is_not_fatal(string text)
    {
        var document = DocumentReader.Read("a.md", Encoding.UTF8.GetBytes(text));

        Assert.Empty(document.Blocks);
        Assert.False(Assert.Single(document.Notices).IsFatal);
    }

    [Fact]
    public void A_file_over_the_limit_is_one_fatal_notice()
    {
        var limits = new ReaderOptions { Limits = new ReaderLimits { MaximumBytes = 100 } };

        Assert.Empty(DocumentReader.Read("a.txt", new byte[101], limits).Blocks);
        Assert.Contains("limit of 100", DocumentReader.Read("a.txt", new byte[101], limits).Notices.Single().Message, StringComparison.Ordinal);
        Assert.Empty(DocumentReader.Read("a.txt", Encoding.UTF8.GetBytes(new string('a', 100)), limits).Notices);
    }

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("a.md", true)]
    [InlineData("a.html", true)]
    [InlineData("a.docx", false)]
    public void Text_has_a_limit_of_its_own(string path, bool isLimited)
    {
        var limits = new ReaderOptions { Limits = new ReaderLimits { MaximumTextBytes = 100 } };

        Assert.Equal(isLimited, DocumentReader.Read(path, Encoding.UTF8.GetBytes(new string('a', 101)), limits).Notices.Any(static n => n.Message.Contains("limit of 100", StringComparison.Ordinal)));
    }
}
