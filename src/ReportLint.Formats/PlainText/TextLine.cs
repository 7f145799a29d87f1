using ReportLint.Core.Text;

namespace ReportLint.Formats.PlainText;

/// <summary>One line with visible text.</summary>
/// <param name="Span">Where its text stands, without the white space around it.</param>
/// <param name="Indent">White space before the text, in UTF-16 code units; a tab counts as four.</param>
/// <param name="AfterGap">True where a blank line, a page break, a ruler or the start of the file stands before it.</param>
internal readonly record struct TextLine(TextSpan Span, int Indent, bool AfterGap);
