namespace ReportLint.Core.Text;

/// <summary>One replacement in a text.</summary>
/// <param name="Span">What is taken out, in offsets of the text before the change.</param>
/// <param name="NewText">What is put in its place.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);
