namespace ReportLint.Core.Facts.Dates;

/// <summary>Reads times of day.</summary>
internal static class TimeReader
{
    private enum Meridiem
    {
        None,
        Ante,
        Post,
    }

    /// <summary>The time that starts at a token, or null.</summary>
    public static WrittenTime? Read(in TokenReader tokens, int at)
    {
        var word = tokens.ClassAt(at);
        if ((word & DateWord.Noon) != 0)
        {
            return new WrittenTime(at, at + 1, 12, 0, 0);
        }

        if ((word & DateWord.Midnight) != 0)
        {
            return new WrittenTime(at, at + 1, 0, 0, 0);
        }

        if (!tokens.IsNumber(at) || (tokens.IsGluedBefore(at) && !tokens.Is(at - 1, DateWord.IsoTime) && !tokens.IsDash(at - 1)))
        {
            return null;
        }

        var end = ReadClock(tokens, at, out var hour, out var minute, out var second, out var colon);
        if (end == at)
        {
            return null;
        }

        var half = ReadMeridiem(tokens, ref end);
        if (half == Meridiem.None && !colon)
        {
            return IsDotted(tokens, at, end, hour, minute) ? new WrittenTime(at, end, hour, minute, 0) : null;
        }

        if (half == Meridiem.None && (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) && !(tokens.Is(at - 1, DateWord.ClockLead) && hour < 30 && minute < 80) && !(hour < 30 && minute < 80 && (IsAmongTimes(tokens, at, hour) || IsAloneInCell(tokens, at, end))))
        {
            return null;
        }

        if (half != Meridiem.None && hour > 24)
        {
            return null;
        }

        hour = half switch
        {
            Meridiem.Post when hour < 12 => hour + 12,
            Meridiem.Ante when hour == 12 => 0,
            _ => hour,
        };
        return new WrittenTime(at, end, hour, minute, second);
    }

    /// <summary>True for <c>at 17.42</c> in a document that writes times so; one that no clock shows only where it surely does.</summary>
    private static bool IsDotted(in TokenReader tokens, int at, int end, int hour, int minute) =>
        tokens.Dotted != DottedTimes.None && end == at + 1 && tokens.Tokens[at].Length >= 4 && DottedTimeFinder.IsLed(tokens, at)
        && ((hour < 24 && minute < 60) || (tokens.Dotted == DottedTimes.Sure && hour < 30));

    /// <summary>
    /// True where two times stand near by, as in the log of a day: nobody else writes minutes there. An hour above 23 could be a score,
    /// unless one of the times has a nought before its hour.
    /// </summary>
    private static bool IsAmongTimes(in TokenReader tokens, int at, int hour)
    {
        var found = 0;
        var isPadded = hour < 24;
        var near = tokens.Words.TimesNear;
        for (var i = Math.Max(0, at - near); i < at + near; i++)
        {
            if (i != at && LeadingClock(tokens, i) is { IsValid: true, Hour: < 24 })
            {
                found++;
                isPadded |= IsPadded(tokens, i);
            }
        }

        return found >= 2 && isPadded;
    }

    /// <summary>True for <c>01:75</c> that fills a cell of a table.</summary>
    private static bool IsAloneInCell(in TokenReader tokens, int at, int end) =>
        at == 0 && end == tokens.Count && tokens.Block.Block.Cell is not null && IsPadded(tokens, at);

    /// <summary>The time with a colon that begins at a token, even one that no clock shows; null for other numbers.</summary>
    public static WrittenTime? LeadingClock(in TokenReader tokens, int at) =>
        tokens.IsNumber(at) && !tokens.IsGluedBefore(at) && ReadClock(tokens, at, out var hour, out var minute, out var second, out var colon) is var end && end > at && colon && !tokens.IsGluedAfter(end)
            ? new WrittenTime(at, end, hour, minute, second)
            : null;

    /// <summary>True for <c>09:30</c>: no score and no ratio is written so.</summary>
    public static bool IsPadded(in TokenReader tokens, int at) => tokens.TextAt(at) is ['0', _];

    /// <summary>Reads the start of <c>9.30 to 10.45am</c> and <c>7–9pm</c>, which takes its half of the day from the end.</summary>
    public static (WrittenTime Start, WrittenTime Last)? ReadSharedHalf(in TokenReader tokens, int at)
    {
        if (!tokens.IsNumber(at) || tokens.IsGluedBefore(at))
        {
            return null;
        }

        var end = ReadClock(tokens, at, out var hour, out var minute, out _, out _);
        if (end == at || hour is 0 or > 12 || minute > 59 || !(tokens.IsDash(end) || tokens.Is(end, DateWord.To)))
        {
            return null;
        }

        var behind = ReadClock(tokens, end + 1, out _, out _, out _, out _);
        if (behind == end + 1 || ReadMeridiem(tokens, ref behind) == Meridiem.None || Read(tokens, end + 1) is not { } last)
        {
            return null;
        }

        var start = (hour % 12 * 60) + minute;
        var afternoon = start + 720;
        var isAfternoon = last.MinuteOfDay >= 720 && afternoon < last.MinuteOfDay;
        return (new WrittenTime(at, end, (hour % 12) + (isAfternoon ? 12 : 0), minute, 0), last);
    }

    /// <summary>Reads 09:30, 9.30, 9 or 09:30:15.</summary>
    private static int ReadClock(in TokenReader tokens, int at, out int hour, out int minute, out int second, out bool colon)
    {
        minute = second = 0;
        colon = false;
        var digits = tokens.Digits(at, out hour);
        if (digits is 1 or 2)
        {
            if (tokens.MarkAt(at + 1) != ':' || !tokens.IsJoined(at + 1) || !tokens.IsJoined(at + 2) || tokens.Digits(at + 2, out var minutes) != 2)
            {
                return at + 1;
            }

            minute = minutes;
            colon = true;
            if (tokens.MarkAt(at + 3) != ':' || !tokens.IsJoined(at + 3) || !tokens.IsJoined(at + 4) || tokens.Digits(at + 4, out var seconds) != 2)
            {
                return at + 3;
            }

            second = seconds;
            return at + 5;
        }

        if (digits != 0 || !tokens.IsNumber(at))
        {
            return at;
        }

        var text = tokens.TextAt(at);
        var dot = text.IndexOf('.');
        if (dot is not (1 or 2) || text.Length != dot + 3)
        {
            return at;
        }

        foreach (var c in text)
        {
            if (c != '.' && !char.IsAsciiDigit(c))
            {
                return at;
            }
        }

        hour = dot == 1 ? text[0] - '0' : ((text[0] - '0') * 10) + (text[1] - '0');
        minute = ((text[dot + 1] - '0') * 10) + (text[dot + 2] - '0');
        return at + 1;
    }

    /// <summary>Reads am, pm, a.m. and p.m.</summary>
    private static Meridiem ReadMeridiem(in TokenReader tokens, ref int end)
    {
        var word = tokens.ClassAt(end);
        if ((word & (DateWord.AnteMeridiem | DateWord.PostMeridiem)) != 0)
        {
            end++;
            return (word & DateWord.AnteMeridiem) != 0 ? Meridiem.Ante : Meridiem.Post;
        }

        if ((word & (DateWord.Ante | DateWord.Post)) == 0 || tokens.MarkAt(end + 1) != '.' || !tokens.Is(end + 2, DateWord.Meridiem))
        {
            return Meridiem.None;
        }

        end += tokens.MarkAt(end + 3) == '.' && tokens.IsJoined(end + 3) ? 4 : 3;
        return (word & DateWord.Ante) != 0 ? Meridiem.Ante : Meridiem.Post;
    }
}
