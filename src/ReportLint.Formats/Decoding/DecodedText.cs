using ReportLint.Core.Documents;

namespace ReportLint.Formats.Decoding;

/// <summary>What decoding a file gave.</summary>
/// <param name="Text">The text without a byte-order mark; null where the bytes are no text.</param>
/// <param name="Notice">What there is to tell, or null.</param>
internal readonly record struct DecodedText(string? Text, ReaderNotice? Notice);
