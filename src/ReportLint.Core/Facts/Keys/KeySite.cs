namespace ReportLint.Core.Facts.Keys;

/// <summary>Where a number stands, and what its key is read with.</summary>
/// <param name="Tokens">The words of its block.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index just behind its last token.</param>
internal sealed record KeySite(KeyTokens Tokens, int First, int End)
{
    /// <summary>Its block.</summary>
    public TokenizedBlock Block => Tokens.Block;
}
