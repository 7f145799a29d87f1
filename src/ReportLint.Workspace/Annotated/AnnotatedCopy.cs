using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Formats;
using ReportLint.Formats.Word;
using ReportLint.Workspace.Output;

namespace ReportLint.Workspace.Annotated;

/// <summary>A copy of a draft with the findings in it: a Word file with comments for a Word file, a page for any other.</summary>
public static class AnnotatedCopy
{
    /// <summary>What the name of a copy ends in, before the ending of its kind.</summary>
    public const string Mark = ".annotated";

    /// <summary>What stands behind the name of a draft in the name of its copy.</summary>
    public static string EndingFor(string draft) => Mark + (DocumentReader.IsWord(draft) ? Path.GetExtension(draft) : ".html");

    /// <summary>True for the name of a copy.</summary>
    public static bool IsCopy(string name) =>
        Path.GetFileNameWithoutExtension(name).EndsWith(Mark, StringComparison.OrdinalIgnoreCase)
        && (DocumentReader.IsWord(name) || Path.GetExtension(name).Equals(".html", StringComparison.OrdinalIgnoreCase));

    /// <summary>True where nothing of a draft could be read, so that there is nothing to annotate.</summary>
    public static ReaderNotice? Obstacle(LintResult result) => result.Document.Notices.FirstOrDefault(static n => n.IsFatal);

    /// <summary>What the copy of a draft holds: <c>2 comments</c>.</summary>
    public static string Contents(LintResult result) => TerminalText.Plural(result.Diagnostics.Count, result.Document.Format == DocumentFormat.Word ? "comment" : "finding");

    /// <summary>Makes the copy.</summary>
    /// <param name="result">The draft and what was found; it has no <see cref="Obstacle"/>.</param>
    /// <param name="content">The draft's bytes.</param>
    /// <param name="earlier">An earlier copy on which people may have worked since; empty where there is none. It is used where it still has the draft's text.</param>
    /// <param name="reading">How the draft was read.</param>
    public static byte[] Make(LintResult result, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> earlier, ReaderOptions reading)
    {
        if (result.Document.Format != DocumentFormat.Word)
        {
            using var page = new MemoryStream();
            AnnotatedPage.Write(page, result);
            return page.ToArray();
        }

        return WordAnnotator.Annotate(HasTextOf(result.Document, earlier, reading) ? earlier : content, Comments(result), reading);
    }

    /// <summary>Makes the copy where another file stands in its place; null where that one is not to be written over.</summary>
    /// <param name="result">As for <see cref="Make"/>.</param>
    /// <param name="content">The draft's bytes.</param>
    /// <param name="there">What stands there.</param>
    /// <param name="wasOurs">True where a copy was written there before: people may have worked on one that bears no mark, and while the text is the same that stays.</param>
    /// <param name="reading">How the draft was read.</param>
    public static byte[]? Remake(LintResult result, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> there, bool wasOurs, ReaderOptions reading) =>
        OwnFile.IsCopy(result.Document.Path, there) || (wasOurs && result.Document.Format == DocumentFormat.Word && HasTextOf(result.Document, there, reading))
            ? Make(result, content, there, reading)
            : null;

    /// <summary>True where a Word file has the text of a document.</summary>
    private static bool HasTextOf(ReportDocument document, ReadOnlyMemory<byte> file, ReaderOptions reading) =>
        !file.IsEmpty && DocumentReader.Read(document.Path, file, reading).Source.Content == document.Source.Content;

    /// <summary>A comment for each finding; the first of each rule says why there is the rule and how it is answered.</summary>
    private static List<WordComment> Comments(LintResult result)
    {
        var comments = new List<WordComment>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var diagnostic in result.Diagnostics)
        {
            var rule = diagnostic.Descriptor;
            comments.Add(new(
                diagnostic.Span,
                [
                    diagnostic.Message,
                    .. diagnostic.Fixes.Select(static f => f.Title + (f.IsSafe ? "" : "?")),
                    $"{rule.Id} {rule.Name}: {rule.Summary}",
                    .. told.Add(rule.Id) ? [RuleHelp.Why(rule), RuleHelp.Answer(rule, DocumentFormat.Word)] : Array.Empty<string>(),
                ]));
        }

        return comments;
    }
}
