using System.Globalization;
using System.Text;
using ReportLint.Core.Documents;
using ReportLint.Core.Rules;
using ReportLint.Core.Text;
using ReportLint.Formats;
using ReportLint.Workspace.Files;

namespace ReportLint.Workspace.Accuracy;

/// <summary>A draft in which a person has marked what a perfect tool would find: <c>[RL1001|576|]</c>.</summary>
/// <param name="Path">Its name in outputs.</param>
/// <param name="Labels">The text without markers, and the marks.</param>
public sealed record LabelledDraft(string Path, MarkedText Labels)
{
    /// <summary>Reads a labelled draft, a text file in UTF-8.</summary>
    /// <exception cref="FormatException">A marker has no partner.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LabelledDraft Load(Draft draft)
    {
        var marked = File.ReadAllText(draft.FullPath);
        if (MarkedText.ParseWithIds(marked, out var opener) is { } labels)
        {
            return new(draft.Path, labels);
        }

        var at = new SourceText(marked).GetLinePosition(opener);
        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{draft.Path}:{at.Line + 1}:{at.Character + 1}: this marker has no '|]'"));
    }

    /// <summary>The document that the draft is without its markers.</summary>
    public ReportDocument Read() => DocumentReader.Read(Path, Encoding.UTF8.GetBytes(Labels.Text));
}
