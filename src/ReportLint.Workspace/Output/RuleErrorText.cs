using ReportLint.Core.Knowledge;

namespace ReportLint.Workspace.Output;

/// <summary>Mistakes in rule files, for people.</summary>
public static class RuleErrorText
{
    /// <summary>Writes <c>file(line,column): error: message</c> or <c>warning:</c>, the line, and a mark under the piece.</summary>
    public static void Write(TextWriter writer, KnowledgeError error, IEnumerable<KnowledgeFile> files)
    {
        writer.WriteLine(TerminalText.Visible(error.ToString()));
        if (files.LastOrDefault(f => f.Path == error.Path) is not { } file)
        {
            return;
        }

        var source = new Core.Text.SourceText(file.Content);
        if (error.Line > source.LineCount)
        {
            return;
        }

        var line = source.GetLineSpan(error.Line - 1);
        var start = Math.Min(line.Start + error.Column - 1, line.End);
        var span = new Core.Text.TextSpan(start, Math.Min(error.Length, line.End - start));
        var frame = CodeFrame.Open(source, span, span, TextStyle.Plain.Width - 4);
        var marks = new System.Text.StringBuilder();
        frame.Mark(marks, span, '^');
        writer.WriteLine($"  | {frame.Text}");
        writer.WriteLine($"  | {marks}");
    }
}
