using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Workspace;
using ReportLint.Workspace.Output;

namespace ReportLint.Tests.Workspace;

public class TextReportWriterTests
{
    [Fact]
    public void Shows_the_number_the_related_places_the_fix_and_the_counts()
    {
        var document = OutputSamples.Document("# Cases\n\nOf 398 cases, 177 were good.\n\nThe other 220 were not.\n");
        var text = Write(TextStyle.Plain, OutputSamples.Result(document, OutputSamples.Finding(document, "398", "177", "220")));
        Assert.Equal(
            """
            drafts/one.md:3:4: error RL1001 total-mismatch
              177 + 220 = 397, but the text says 398
              3 | Of 398 cases, 177 were good.
                |    ^^^        --- part
              5 | The other 220 were not.
                |           --- part
              fix: Replace 398 with 397

            1 error in 1 of 1 file; 3 of 4 numbers checked (75%).

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Says_so_where_nothing_was_found() =>
        Assert.Equal("No findings in 1 file; 3 of 4 numbers checked (75%).\n", Write(TextStyle.Plain, OutputSamples.Result(OutputSamples.Document("x"))));

    [Fact]
    public void Colours_only_where_they_are_wanted()
    {
        var document = OutputSamples.Document("Of 398 cases\n");
        var result = OutputSamples.Result(document, OutputSamples.Finding(document, "398"));
        Assert.DoesNotContain("\e[", Write(new(100, false), result), StringComparison.Ordinal);
        Assert.Contains("\e[1;31m", Write(new(100, true), result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_cannot_steer_the_terminal()
    {
        var document = new ReportDocument("a\e[2Jb.md", new SourceText("Of 398 \e]0;title\a cases\n"), DocumentFormat.Text, []);
        Assert.DoesNotContain('\e', Write(TextStyle.Plain, OutputSamples.Result(document, OutputSamples.Finding(document, "398"))));
    }

    private static string Write(TextStyle style, LintResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new TextReportWriter(text, style);
        var summary = new RunSummary();
        summary.Add(result);
        writer.Add(result);
        writer.Finish(summary);
        return text.ToString();
    }
}
