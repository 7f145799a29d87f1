namespace ReportLint.Core.Facts.Dates;

/// <summary>Looks at the tokens of one block the way the date readers need it. No method throws for an index out of range.</summary>
internal readonly struct TokenReader(TokenizedBlock block, DateWords words)
{
    private readonly string _text = block.Block.Prose.Text;

    /// <summary>How far the document shows that it writes times with a dot.</summary>
    public DottedTimes Dotted { get; init; }

    public TokenizedBlock Block => block;

    public Token[] Tokens { get; } = block.Tokens;

    public DateWords Words => words;

    public int Count => Tokens.Length;

    public bool Has(int at) => (uint)at < (uint)Tokens.Length;

    /// <summary>The character of a mark; <c>'\0'</c> for other tokens.</summary>
    public char MarkAt(int at) => Has(at) && Tokens[at].Kind == TokenKind.Mark && Tokens[at].Length == 1 ? _text[Tokens[at].Start] : '\0';

    /// <summary>What the word at a place can do in a date.</summary>
    public DateWord ClassAt(int at) => Has(at) && Tokens[at].Kind == TokenKind.Word ? words.ClassOf(Tokens[at].Word) : DateWord.None;

    public bool Is(int at, DateWord flag) => (ClassAt(at) & flag) != 0;

    /// <summary>True where a token stands right behind the one before it, without a space.</summary>
    public bool IsJoined(int at) => Has(at) && at > 0 && !Tokens[at].SpaceBefore;

    public bool IsNumber(int at) => Has(at) && Tokens[at].Kind == TokenKind.Number;

    /// <summary>Reads a number of 1 to 5 digits without separators.</summary>
    /// <returns>Number of digits, or 0.</returns>
    public int Digits(int at, out int value)
    {
        value = 0;
        if (!IsNumber(at) || Tokens[at].Length > 5)
        {
            return 0;
        }

        foreach (var c in _text.AsSpan(Tokens[at].Start, Tokens[at].Length))
        {
            if (!char.IsAsciiDigit(c))
            {
                return 0;
            }

            value = (value * 10) + (c - '0');
        }

        return Tokens[at].Length;
    }

    public ReadOnlySpan<char> TextAt(int at) => _text.AsSpan(Tokens[at].Start, Tokens[at].Length);

    public bool IsDash(int at) => MarkAt(at) is '-' or '–' or '—' or '‑' or '‐';

    /// <summary>True where a dash, <c>to</c>, or the <c>and</c> of <c>between … and</c> joins two ends; <paramref name="lead"/> stands before the first.</summary>
    public bool IsJoiner(int at, DateWord lead) => IsDash(at) || Is(at, DateWord.To) || (Is(at, DateWord.And) && (lead & DateWord.Between) != 0);

    /// <summary>Number of the month named at a place, or 0. A month that is also another word needs its capital.</summary>
    public int MonthAt(int at)
    {
        var word = ClassAt(at);
        return (word & DateWord.Month) != 0 && ((word & DateWord.EverydayMonth) == 0 || Tokens[at].Capital) ? words.NumberOf(Tokens[at].Word) : 0;
    }

    /// <summary>Number of the weekday named at a place, or 0.</summary>
    public int WeekdayAt(int at) => Is(at, DateWord.Weekday) && Tokens[at].Capital ? words.NumberOf(Tokens[at].Word) : 0;

    /// <summary>True where the token is a word that a number before it could count, or a unit: not the end, a mark or a function word.</summary>
    public bool IsCounted(int at)
    {
        if (!Has(at))
        {
            return false;
        }

        var token = Tokens[at];
        return token.Kind switch
        {
            TokenKind.Word => !token.Capital && (ClassAt(at) & (DateWord.AfterYear | DateWord.List | DateWord.To | DateWord.Era)) == 0,
            TokenKind.Number => true,
            _ => MarkAt(at) switch
            {
                '%' or '°' or '£' or '$' or '€' => true,
                '-' => IsJoined(at) && IsJoined(at + 1) && Tokens[at + 1].Kind == TokenKind.Word,
                _ => false,
            },
        };
    }

    /// <summary>The place behind words such as <c>the</c>, <c>early</c>, <c>end of</c>, <c>mid-</c>.</summary>
    public int SkipLead(int at)
    {
        if (Is(at, DateWord.Article))
        {
            at++;
        }

        if (Is(at, DateWord.PartLead))
        {
            at++;
            if (IsDash(at) || Is(at, DateWord.Of))
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>What stands before a date, articles and words such as <c>early</c> skipped.</summary>
    public DateWord LeadBefore(int first)
    {
        var at = first - 1;
        for (var steps = 0; steps < 4 && at >= 0 && (Is(at, DateWord.Article | DateWord.PartLead | DateWord.Of | DateWord.Weekday) || IsDash(at)); steps++)
        {
            at--;
        }

        return ClassAt(at);
    }

    /// <summary>True where something stands right against the token that makes it a piece of another number or name.</summary>
    public bool IsGluedBefore(int at) =>
        IsJoined(at) && (Tokens[at - 1].Kind != TokenKind.Mark || MarkAt(at - 1) is '£' or '$' or '€' or '#' or '/' or '.' or ':' or '-' or '@' or '+' or '_' or '=' or '\\' or '&');

    /// <summary>True where something stands right behind the token that makes it a piece of another number or name.</summary>
    public bool IsGluedAfter(int end) =>
        IsJoined(end) && (Tokens[end].Kind != TokenKind.Mark
            || MarkAt(end) is '%' or '°' or '@' or '_' or '=' or '\\'
            || (MarkAt(end) is '-' or '/' or ':' or '.' && IsJoined(end + 1) && Tokens[end + 1].Kind != TokenKind.Mark));
}
