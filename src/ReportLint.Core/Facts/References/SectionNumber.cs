using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.References;

/// <summary>The number that a heading or a numbered paragraph begins with.</summary>
internal static class SectionNumber
{
    /// <summary>How many tokens the number at the start of a block has, a stop behind it included; 0 where it has none.</summary>
    /// <remarks>
    /// A number with a point inside counts (<c>3.2 Visitors</c>), or with a stop or bracket behind it (<c>3. Findings</c>), or a small
    /// one before a capital in a heading (<c>3 Findings</c>); not <c>3 ways to save</c> nor <c>2013 in figures</c>.
    /// </remarks>
    public static int Length(TokenizedBlock block)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (tokens.Length < 2 || tokens[0].Kind != TokenKind.Number)
        {
            return 0;
        }

        var number = text.AsSpan(tokens[0].Start, tokens[0].Length);
        if (number.Contains(',') || number.Length > 12 || !tokens[1].SpaceBefore && text[tokens[1].Start] is not ('.' or ')' or ':'))
        {
            return 0;
        }

        var isDotted = number.Contains('.');
        if (!tokens[1].SpaceBefore)
        {
            return tokens.Length > 2 && tokens[2].SpaceBefore && (isDotted || number.Length <= 3) ? 2 : 0;
        }

        var isBeforeCapital = tokens[1].Kind == TokenKind.Word && tokens[1].Capital;
        return isBeforeCapital && (isDotted || (number.Length <= 2 && block.Block.Kind == BlockKind.Heading)) ? 1 : 0;
    }

    /// <summary>The number at the start of a block, without a stop behind it.</summary>
    public static string Label(TokenizedBlock block) => block.Block.Prose.Text.Substring(block.Tokens[0].Start, block.Tokens[0].Length);
}
