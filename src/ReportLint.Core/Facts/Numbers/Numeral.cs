namespace ReportLint.Core.Facts.Numbers;

/// <summary>A number as it stands in the text, before currency, unit and hedge: <c>1,400</c>, <c>1.4</c>, <c>twenty-one</c>, <c>half a million</c>.</summary>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="DigitsEndToken">Index just behind its digits or words, without a scale word.</param>
/// <param name="Value">The number, scale applied.</param>
/// <param name="Step">The weight of the last written digit, scale applied.</param>
/// <param name="InWords">True where no digit was written.</param>
/// <param name="Scaled">True where a scale word or letter stands behind digits: <c>1.4 million</c>.</param>
internal readonly record struct Numeral(int EndToken, int DigitsEndToken, decimal Value, decimal Step, bool InWords, bool Scaled);
