using ReportLint.Core.Facts;

namespace ReportLint.Tests.Facts;

public sealed class TokenTests
{
    [Theory]
    [InlineData(TokenKind.Word, 0, 1, 0, false, false)]
    [InlineData(TokenKind.Number, 7, 12, 0, true, false)]
    [InlineData(TokenKind.Mark, 33_554_431, 1, 70_000, false, false)]
    [InlineData(TokenKind.Word, 5, 33_554_432, 3, true, true)]
    public void A_token_gives_back_what_it_was_made_of(TokenKind kind, int start, int length, int word, bool spaceBefore, bool capital)
    {
        var token = new Token(kind, start, length, word, spaceBefore, capital);

        Assert.Equal((kind, start, length, word, spaceBefore, capital), (token.Kind, token.Start, token.Length, token.Word, token.SpaceBefore, token.Capital));
        Assert.Equal(start + length, token.End);
    }
}
