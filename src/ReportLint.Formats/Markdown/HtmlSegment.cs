using ReportLint.Core.Text;
using ReportLint.Formats.Html;

namespace ReportLint.Formats.Markdown;

/// <summary>A stretch of HTML between block-level tags, or a whole table.</summary>
/// <param name="First">Index of the first part of its text and inline tags.</param>
/// <param name="End">Index behind the last; the same where <paramref name="Table"/> is set.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Level">Level of the heading that it is, or 0.</param>
/// <param name="Table">The table that it is, or null.</param>
internal readonly record struct HtmlSegment(int First, int End, TextSpan Span, int Level, HtmlTableSegment? Table = null);

/// <summary>A table in HTML, row by row.</summary>
/// <param name="Rows">The rows with the cells that they define.</param>
/// <param name="Caption">Its caption, or null.</param>
internal sealed record HtmlTableSegment(List<List<HtmlCell>> Rows, HtmlSegment? Caption);

/// <summary>One cell of a table in HTML.</summary>
/// <param name="First">Index of the first part of its text and inline tags.</param>
/// <param name="End">Index behind the last.</param>
/// <param name="Span">Where its content stands, without the tags.</param>
/// <param name="IsHeader">True for <c>th</c>.</param>
/// <param name="RowSpan">Rows that it covers, at least 1.</param>
/// <param name="ColumnSpan">Columns that it covers, at least 1.</param>
internal sealed record HtmlCell(int First, int End, TextSpan Span, bool IsHeader, int RowSpan, int ColumnSpan) : IGridCell;
