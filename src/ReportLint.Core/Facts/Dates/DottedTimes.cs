namespace ReportLint.Core.Facts.Dates;

/// <summary>How far a document shows that it writes times of day as <c>17.42</c>.</summary>
internal enum DottedTimes
{
    /// <summary>Nothing shows it: such numbers are decimals, unless am or pm follows.</summary>
    None,

    /// <summary>Behind words of time they are times, where a clock can show them.</summary>
    Used,

    /// <summary>So many are that one that no clock shows is a mistyped time.</summary>
    Sure,
}

/// <summary>Tells from a whole document whether numbers such as <c>17.42</c> are times.</summary>
internal static class DottedTimeFinder
{
    /// <summary>
    /// Looks at the numbers of that form: how many stand behind a word of time with nothing behind them that they could measure, and how
    /// many stand elsewhere or cannot be times.
    /// </summary>
    public static DottedTimes Find(AnalysisContext context, DateWords words, DateSettings settings)
    {
        var (led, stray, wrong) = (0, 0, 0);
        foreach (var block in context.Blocks.With(Cues.Number))
        {
            if (block.Block.Cell is not null)
            {
                continue;
            }

            for (var at = 0; at < block.Tokens.Length; at++)
            {
                if (block.Tokens[at] is not { Kind: TokenKind.Number, Length: 5 } || block.TextOf(block.Tokens[at]) is not [>= '0' and <= '9', >= '0' and <= '9', '.', >= '0' and <= '9', >= '0' and <= '9'] text)
                {
                    continue;
                }

                var tokens = new TokenReader(block, words);
                var isTime = text[0] is '0' or '1' or '2' && !(text[0] == '2' && text[1] > '3') && text[3] < '6';
                if (!IsLed(tokens, at))
                {
                    // An amount of money or a measure says what it is.
                    stray += tokens.IsGluedBefore(at) || tokens.IsGluedAfter(at + 1) || tokens.IsCounted(at + 1) ? 0 : 1;
                }
                else if (isTime)
                {
                    led++;
                }
                else
                {
                    wrong++;
                }
            }
        }

        return led < settings.FewestDotted || stray * settings.DottedToStray > led || wrong > 1 ? DottedTimes.None
            : led < settings.FewestDottedSure ? wrong > 0 ? DottedTimes.None : DottedTimes.Used
            : DottedTimes.Sure;
    }

    /// <summary>True where a word of time stands before a number and nothing that it could measure stands at it.</summary>
    public static bool IsLed(in TokenReader tokens, int at) =>
        (tokens.Is(at - 1, DateWord.ClockLead | DateWord.DayLead | DateWord.To) || (tokens.Is(at - 1, DateWord.And) && tokens.Has(at - 2) && tokens.IsNumber(at - 2)))
        && !tokens.IsCounted(at + 1) && !tokens.IsGluedAfter(at + 1);
}
