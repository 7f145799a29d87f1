using ReportLint.Core.Text;

namespace ReportLint.Core.Fixes;

/// <summary>A proposed change, as plain data.</summary>
/// <param name="Title">What it does, as an order: <c>Replace 2105 with 2015</c>.</param>
/// <param name="Changes">The replacements, in document order, none overlapping.</param>
/// <param name="IsSafe">True where no person needs to look at it first.</param>
public sealed record CodeFix(string Title, IReadOnlyList<TextChange> Changes, bool IsSafe = false);
