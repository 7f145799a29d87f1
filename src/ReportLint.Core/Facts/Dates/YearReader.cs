namespace ReportLint.Core.Facts.Dates;

/// <summary>A year as written: its value, its tokens, and the first token behind what belongs to it.</summary>
internal readonly record struct WrittenYear(int Value, TokenRange Part, int End, bool IsShort, bool IsOtherCalendar);

/// <summary>Tells years from other numbers.</summary>
internal static class YearReader
{
    /// <summary>Reads the year that follows a month, slips of the keys such as <c>20014</c> and <c>2105</c> included.</summary>
    public static WrittenYear? AfterMonth(in TokenReader tokens, int at, bool comma)
    {
        if (tokens.MarkAt(at) is '’' or '\'' or '‘' && tokens.IsJoined(at + 1) && tokens.Digits(at + 1, out var brief) == 2)
        {
            return new WrittenYear(Century(brief), TokenRange.At(at + 1), at + 2, true, false);
        }

        var digits = tokens.Digits(at, out var value);
        if (digits < 3 || tokens.IsGluedBefore(at))
        {
            return null;
        }

        if (digits == 4 && tokens.MarkAt(at + 1) == '/' && tokens.IsJoined(at + 1) && IsDual(tokens, at, value))
        {
            return new WrittenYear(value, TokenRange.At(at), at + 3, false, true);
        }

        if (tokens.IsGluedAfter(at + 1) && !tokens.IsDash(at + 1))
        {
            return null;
        }

        if (tokens.Is(at + 1, DateWord.Era))
        {
            return new WrittenYear(value, TokenRange.At(at), at + 2, false, true);
        }

        var ends = !tokens.IsCounted(at + 1);
        var accepted = digits switch
        {
            3 => value is >= 100 and < 300 && (!tokens.Has(at + 1) || tokens.MarkAt(at + 1) is '.' or ';' or ')'),
            4 => value is >= 1900 and <= 2150 ? !comma || ends : value >= 1000 && ends,
            _ => HasOneDigitTooMany(value) && (ends || !IsPlural(tokens, at + 1)),
        };
        return accepted ? new WrittenYear(value, TokenRange.At(at), at + 1, false, false) : null;
    }

    /// <summary>True for four digits that may be a year by themselves, or the second of a pair.</summary>
    public static bool MayBeAlone(int value) => value is >= 1000 and <= 2199;

    /// <summary>Reads a bare year where what stands around it says that it is one.</summary>
    public static WrittenYear? Alone(in TokenReader tokens, int at)
    {
        if (tokens.Digits(at, out var value) != 4 || !MayBeAlone(value) || tokens.IsGluedBefore(at) || tokens.Is(at + 1, DateWord.ClockZone))
        {
            return null;
        }

        if (tokens.MarkAt(at + 1) == '/' && tokens.IsJoined(at + 1) && tokens.IsJoined(at + 2) && IsDual(tokens, at, value) && value < 1753)
        {
            return new WrittenYear(value, TokenRange.At(at), at + 3, false, true);
        }

        if (tokens.IsGluedAfter(at + 1) && !(tokens.IsDash(at + 1) && tokens.MarkAt(at + 1) != '-'))
        {
            return null;
        }

        if (tokens.Is(at + 1, DateWord.Era))
        {
            return new WrittenYear(value, TokenRange.At(at), at + 2, false, true);
        }

        return IsYear(tokens, at, value) ? new WrittenYear(value, TokenRange.At(at), at + 1, false, false) : null;
    }

    /// <summary>Reads four digits as the second year of a pair; <paramref name="isLed"/> where the words before leave no doubt that it is one.</summary>
    public static WrittenYear? PairEnd(in TokenReader tokens, int at, bool isLed = false)
    {
        if (tokens.Digits(at, out var value) != 4 || !MayBeAlone(value) || (tokens.IsGluedAfter(at + 1) && !tokens.IsDash(at + 1)) || tokens.Is(at + 1, DateWord.ClockZone))
        {
            return null;
        }

        if (tokens.Is(at + 1, DateWord.Era))
        {
            return new WrittenYear(value, TokenRange.At(at), at + 2, false, true);
        }

        return !isLed && tokens.IsCounted(at + 1) ? null : new WrittenYear(value, TokenRange.At(at), at + 1, false, false);
    }

    /// <summary>The full year that two digits stand for: 00 to 50 are of this century.</summary>
    public static int Century(int brief) => brief <= 50 ? 2000 + brief : 1900 + brief;

    private static bool HasOneDigitTooMany(int value)
    {
        for (var place = 1; place <= 10000; place *= 10)
        {
            if ((value / (place * 10) * place) + (value % place) is >= 1900 and <= 2100)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDual(in TokenReader tokens, int at, int value) => tokens.Digits(at + 2, out var second) switch
    {
        1 => second == (value + 1) % 10,
        2 => value < 1753 && second == (value + 1) % 100,
        _ => false,
    };

    private static bool IsYear(in TokenReader tokens, int at, int value)
    {
        var before = tokens.ClassAt(at - 1);
        var next = at + 1;
        var isRecent = value is >= 1900 and <= 2100;
        var counted = tokens.IsCounted(next);
        if ((before & DateWord.PageLead) != 0)
        {
            return false;
        }

        // "rose from 1950 in 2011 to 2020 in 2012": what is told for a year is a number.
        if (tokens.Is(next, DateWord.YearLead) && tokens.Digits(at + 2, out var later) == 4 && later is >= 1900 and <= 2100)
        {
            return false;
        }

        if ((before & DateWord.YearLead) != 0)
        {
            return isRecent || !counted;
        }

        if ((before & DateWord.YearLeadWeak) != 0)
        {
            return value >= 1400 && !counted;
        }

        // c. 1840
        if (tokens.MarkAt(at - 1) == '.' && tokens.Is(at - 2, DateWord.YearLeadWeak) && tokens.Tokens[at - 2].Length <= 2)
        {
            return !counted;
        }

        var inCell = tokens.Block.Block.Cell is not null;
        var open = tokens.MarkAt(at - 1);
        var close = tokens.MarkAt(next);
        if (open is '(' or '[')
        {
            return (close is ')' or ']' && value >= 1500 && !inCell) || (close is ',' or ';' or ':' && isRecent && !inCell);
        }

        if (open == ',')
        {
            return isRecent && !inCell && (close is ')' or ']' || !tokens.Has(next) || (close is '.' or ',' or ';' && at > 2 && !tokens.IsNumber(at - 2)));
        }

        if ((before & DateWord.YearAdjectiveLead) != 0)
        {
            return isRecent && value % 50 != 0 && tokens.Has(next) && (!IsPlural(tokens, next) || value is >= 1990 and <= 2040);
        }

        if (at == 0 && !tokens.Has(next))
        {
            return tokens.Block.Block.Kind == Documents.BlockKind.Heading && isRecent;
        }

        return at == 0 && isRecent && !inCell && tokens.Is(next, DateWord.AfterYear);
    }

    /// <summary>True for a plural noun; behind a verb in -s stands what it is told of: "needs a", "sees the".</summary>
    private static bool IsPlural(in TokenReader tokens, int at) =>
        tokens.Has(at) && tokens.Tokens[at] is { Kind: TokenKind.Word, Capital: false } &&
        (tokens.Is(at, DateWord.Plural) || (tokens.TextAt(at) is [.., 's'] && !tokens.Is(at + 1, DateWord.Article | DateWord.To)));
}
