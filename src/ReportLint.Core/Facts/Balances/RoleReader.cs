using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Balances;

/// <summary>What the words beside a number say of its part in a balance.</summary>
/// <param name="Movement"><c>in</c> or <c>out</c> for a movement, otherwise null.</param>
/// <param name="IsOpening">True where words say that it is the balance at the start.</param>
/// <param name="IsClosing">True where words say that it is the balance at the end.</param>
/// <param name="IsStock">True where words say that so much was there.</param>
/// <param name="IsDated">True where its clause has a date.</param>
internal readonly record struct RoleReading(string? Movement, bool IsOpening, bool IsClosing, bool IsStock, bool IsDated)
{
    /// <summary>True where it can be the first number of a balance.</summary>
    public bool MayOpen => Movement is null && !IsClosing && (IsOpening || IsStock);

    /// <summary>True where it can be the last balance.</summary>
    public bool MayClose => Movement is null && !IsOpening && (IsClosing || IsStock);
}

/// <summary>Reads the role of a number from the words before and behind it, as far as its clause reaches.</summary>
internal sealed class RoleReader(Lexicon words, Lexicon conjunctions, FigureSettings settings)
{
    /// <summary>True where the words of a block name balances of both ends, and a movement.</summary>
    public bool MayTell(TokenizedBlock block)
    {
        var (opens, closes, moves) = (false, false, false);
        for (var i = 0; i < block.Tokens.Length; i++)
        {
            if (words.Match(block.Tokens, i) is not { Length: > 0 } match)
            {
                continue;
            }

            opens |= match.Meaning is "opening" or "stock";
            closes |= match.Meaning is "closing" or "stock";
            moves |= match.Meaning is "in" or "out";
            if (opens && closes && moves)
            {
                return true;
            }
        }

        return false;
    }

    public RoleReading Read(TokenizedBlock block, Mention number)
    {
        var (movement, opening, closing, stock, dated, touches) = ((string?)null, false, false, false, false, true);
        for (var i = LastBefore(block, number); i >= 0 && i >= number.FirstToken - settings.RoleReach && !Ends(block, i, before: true); i--)
        {
            dated |= block.MentionAt(i) is Dates.DateMention;
            touches &= block.TextOf(block.Tokens[i]) is not ",";
            if (words.Match(block.Tokens, i) is not { Length: > 0 } match || i + match.Length > number.FirstToken)
            {
                continue;
            }

            opening |= match.Meaning == "opening";
            closing |= match.Meaning == "closing";
            stock |= match.Meaning == "stock";
            if (match.Meaning is "in" or "out" && movement is null && touches && number.FirstToken - i - match.Length <= 2)
            {
                movement = match.Meaning;
            }
        }

        var isTold = false;
        for (var i = number.EndToken; i < block.Tokens.Length && i < number.EndToken + settings.RoleReach && !Ends(block, i, before: false); i++)
        {
            dated |= block.MentionAt(i) is Dates.DateMention;
            if (words.Match(block.Tokens, i) is not { Length: > 0 } match)
            {
                continue;
            }

            opening |= match.Meaning == "opening";
            closing |= match.Meaning == "closing";
            // "Grants of £6,000 went out": the verb behind has the last word.
            if (match.Meaning is "in" or "out" && !isTold && i <= number.EndToken + settings.RoleVerbReach)
            {
                (movement, isTold) = (match.Meaning, true);
            }
        }

        // "A closing balance of" has "balance of" in it.
        return new(opening || closing ? null : movement, opening && !closing, closing, stock, dated);
    }

    /// <summary>The last token of the clause before a number; the colon behind a label is passed over.</summary>
    private static int LastBefore(TokenizedBlock block, Mention number) =>
        number.FirstToken > 0 && block.TextOf(block.Tokens[number.FirstToken - 1]) is ":" ? number.FirstToken - 2 : number.FirstToken - 1;

    /// <summary>True where a clause ends at a token: marks, joining words, another number.</summary>
    private bool Ends(TokenizedBlock block, int at, bool before) =>
        block.MentionAt(at) is Quantity ||
        block.TextOf(block.Tokens[at]) is ";" or "." or "!" or "?" or ":" ||
        (block.TextOf(block.Tokens[at]) is "," && !before) ||
        conjunctions.Match(block.Tokens, at).Length > 0;
}
