using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>A property that the file states of itself: a line of front matter, a core property.</summary>
/// <param name="Name">The key, lower case; nested keys joined with dots (<c>author.name</c>).</param>
/// <param name="Value">The value as written, without quotes.</param>
/// <param name="Span">Where the value stands in the file.</param>
public sealed record DocumentProperty(string Name, string Value, TextSpan Span);

/// <summary>A place that a link can point at: a heading's slug, an <c>id</c> or a <c>name</c>.</summary>
/// <param name="Name">The name, without <c>#</c>.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Anchor(string Name, TextSpan Span);

/// <summary>A comment that a reader of the page does not see as text: a balloon of a word processor.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Span">The place that it hangs on.</param>
/// <param name="Author">Who wrote it, as the file says; may be empty.</param>
public sealed record DocumentComment(string Text, TextSpan Span, string Author = "");

/// <summary>A note's definition.</summary>
/// <param name="Label">The label that marks name (<c>1</c>, <c>jay2014</c>).</param>
/// <param name="LabelSpan">Where the label stands, brackets included.</param>
/// <param name="Span">Where the whole note stands.</param>
public sealed record FootnoteDefinition(string Label, TextSpan LabelSpan, TextSpan Span);
