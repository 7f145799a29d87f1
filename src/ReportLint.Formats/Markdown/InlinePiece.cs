using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown;

/// <summary>The prose of a leaf, or of one note where a paragraph holds several.</summary>
/// <param name="NoteLabel">Label of the note that it defines, or null.</param>
/// <param name="NoteLabelSpan">Where that label stands.</param>
internal readonly record struct InlinePiece(ProseText Prose, IReadOnlyList<InlineMark> Marks, string? NoteLabel, TextSpan NoteLabelSpan);
