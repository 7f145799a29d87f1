namespace ReportLint.Core.Text;

/// <summary>A place in a text as line and character.</summary>
/// <param name="Line">Line number, from 0.</param>
/// <param name="Character">UTF-16 code units from the start of the line, from 0.</param>
public readonly record struct LinePosition(int Line, int Character);
