using ReportLint.Workspace.Output;

namespace ReportLint.Cli;

/// <summary>Lines on standard error. Names of files and what they hold may be a stranger's, so nothing of them reaches the terminal raw.</summary>
internal static class Tell
{
    /// <summary>Writes <c>reportlint: message</c> in one line.</summary>
    public static void Error(string message) => Console.Error.WriteLine($"reportlint: {TerminalText.Visible(message.ReplaceLineEndings(" "))}");
}
