using System.IO.Compression;
using System.Xml.Linq;
using ReportLint.Tests.Formats;
using ReportLint.Workspace.Annotated;
using static ReportLint.Tests.Formats.WordFile;

namespace ReportLint.Tests.Workspace;

public sealed class AnnotatedCopyTests
{
    [Fact]
    public void The_first_comment_of_each_rule_says_why_it_is_there_and_how_it_is_answered()
    {
        var draft = new WordFile(P("We met on 31 June 2018.") + P("We left on 31 November 2018.")).Bytes();
        var result = BuiltInRules.Lint("a.docx", draft);

        var copy = AnnotatedCopy.Make(result, draft, default, ReportLint.Formats.ReaderOptions.Default);

        using var archive = new ZipArchive(new MemoryStream(copy));
        using var part = archive.GetEntry("word/comments.xml")!.Open();
        var comments = XDocument.Load(part).Root!.Elements().Select(static c => c.Value).ToList();
        Assert.Equal(2, comments.Count);
        var why = result.Diagnostics[0].Descriptor.Why.ReplaceLineEndings(" ").Trim();
        Assert.Contains(why, comments[0], StringComparison.Ordinal);
        Assert.EndsWith("reportlint: ignore RL2001, and the reason", comments[0], StringComparison.Ordinal);
        Assert.DoesNotContain(why, comments[1], StringComparison.Ordinal);
        Assert.Contains(result.Diagnostics[1].Descriptor.Summary, comments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_persons_file_is_not_written_over_and_work_in_a_copy_without_findings_stays()
    {
        var reading = ReportLint.Formats.ReaderOptions.Default;
        var draft = new WordFile(P("We met on 30 June 2018.")).Bytes();
        var result = BuiltInRules.Lint("a.docx", draft);
        Assert.Null(AnnotatedCopy.Remake(result, draft, draft, wasOurs: false, reading));
        Assert.NotNull(AnnotatedCopy.Remake(result, draft, draft, wasOurs: true, reading));
        Assert.Null(AnnotatedCopy.Remake(result, draft, new WordFile(P("Mine.")).Bytes(), wasOurs: true, reading));

        var wrong = new WordFile(P("We met on 31 June 2018.")).Bytes();
        var found = BuiltInRules.Lint("a.docx", wrong);
        Assert.NotNull(AnnotatedCopy.Remake(found, wrong, AnnotatedCopy.Make(found, wrong, default, reading), wasOurs: false, reading));
    }
}
