using System.Text.Json;

namespace ReportLint.Tests;

public sealed class WatchAnnotateTests : IDisposable
{
    private const string Wrong = "Of 576 cases, 177 were good, 220 inadequate and 178 adequate.\n";
    private const string Right = "Of 576 cases, 177 were good, 220 inadequate and 179 adequate.\n";
    private readonly TempFolder _folder = new();

    public WatchAnnotateTests()
    {
        _folder.Write("in/wrong.md", Wrong);
        Directory.CreateDirectory(_folder.At("in/sub"));
        File.Copy(Path.Combine(Executable.Repository, "fixtures", "formats", "report.docx"), _folder.At("in/sub/report.docx"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_copy_stands_beside_each_diagnostics_file_and_is_not_written_again_where_nothing_changed()
    {
        File.WriteAllBytes(_folder.At("in/broken.docx"), [1, 2, 3]);
        Assert.Equal(0, Once().Code);
        string[] all = ["broken.docx.sarif", "index.json", "sub/report.docx.annotated.docx", "sub/report.docx.sarif", "wrong.md.annotated.html", "wrong.md.sarif"];
        Assert.Equal(all, Outputs());
        Assert.Contains("but the text says 576", File.ReadAllText(_folder.At("out/wrong.md.annotated.html")), StringComparison.Ordinal);
        Assert.Equal(["A. Person", "ReportLint", "ReportLint"], Comments());
        using (var index = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out/index.json"))))
        {
            Assert.Equal(["", "sub/report.docx.annotated.docx", "wrong.md.annotated.html"], index.RootElement.GetProperty("files").EnumerateArray().Select(static f => f.TryGetProperty("annotated", out var copy) ? copy.GetString() : ""));
        }

        var before = all.Select(o => File.GetLastWriteTimeUtc(_folder.At("out/" + o))).ToList();
        Assert.Equal(0, Once().Code);
        Assert.Equal(before, all.Select(o => File.GetLastWriteTimeUtc(_folder.At("out/" + o))));

        // Without the option there are none, and with it again they are back.
        Assert.Equal(0, Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once").Code);
        Assert.Equal(all.Where(static o => !o.Contains(".annotated.", StringComparison.Ordinal)), Outputs());
        Assert.Equal(0, Once().Code);
        Assert.Equal(all, Outputs());
    }

    [Fact]
    public void Copies_follow_their_drafts()
    {
        _folder.Write("out/notes.annotated.html", "mine");
        using var worker = Executable.Start(_folder.Path, "watch", "in", "--output", "out", "--annotate");
        worker.Until(() => Outputs().Count == 6, "the copies");
        File.WriteAllText(_folder.At("in/wrong.md"), Right);
        worker.Until(() => File.ReadAllText(_folder.At("out/wrong.md.annotated.html")).Contains("Nothing was found", StringComparison.Ordinal), "the mended draft");
        File.Delete(_folder.At("out/wrong.md.annotated.html"));
        File.Delete(_folder.At("out/sub/report.docx.sarif"));
        worker.Until(() => Outputs().Count == 6, "what was deleted anew");
        File.Delete(_folder.At("in/sub/report.docx"));
        File.Move(_folder.At("in/wrong.md"), _folder.At("in/right.md"));
        worker.Until(() => Outputs().SequenceEqual(["index.json", "notes.annotated.html", "right.md.annotated.html", "right.md.sarif"]), "the rename");
        worker.Signal("TERM");
        Assert.Equal(0, worker.WaitForExit().Code);
        Assert.Equal("mine", File.ReadAllText(_folder.At("out/notes.annotated.html")));
    }

    [Fact]
    public void What_people_wrote_into_a_copy_stays_while_the_text_is_the_same()
    {
        Once();
        WordParts.AddComment(_folder.At("out/sub/report.docx.annotated.docx"), "A. Person", "Seen.");
        Once();
        Assert.Equal(["A. Person", "A. Person", "ReportLint", "ReportLint"], Comments());
    }

    [Fact]
    public void A_file_in_the_way_of_a_copy_is_told_and_left()
    {
        _folder.Write("out/wrong.md.annotated.html", "mine");
        var outcome = Once();
        Assert.Equal(2, outcome.Code);
        Assert.Contains("is in the way and is not ReportLint's", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.At("out/wrong.md.annotated.html")));
        Assert.Equal(["A. Person", "ReportLint", "ReportLint"], Comments());
    }

    private Outcome Once() => Executable.Run(_folder.Path, "watch", "in", "--output", "out", "--once", "--annotate");

    private List<string> Outputs() =>
        [.. Directory.GetFiles(_folder.At("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.At("out"), f)).Where(static f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)];

    /// <summary>The authors of the comments in the annotated Word file, in order of their names.</summary>
    private List<string> Comments() =>
        [.. WordParts.Read(_folder.At("out/sub/report.docx.annotated.docx"), "word/comments.xml").Split("w:author=\"").Skip(1).Select(static c => c[..c.IndexOf('"', StringComparison.Ordinal)]).Order(StringComparer.Ordinal)];
}
