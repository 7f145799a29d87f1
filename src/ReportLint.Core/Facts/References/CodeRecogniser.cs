using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds names made of letters and digits (<c>B1077</c>, <c>XV2</c>, <c>SW1A 1AA</c>, <c>COVID-19</c>, <c>0x1f</c>), versions (<c>v2.31.0</c>),
/// hash references (<c>#123</c>), law reports (<c>[2013] EWHC 12</c>) and telephone numbers.
/// </summary>
internal sealed class CodeRecogniser(KnowledgeBase knowledge)
{
    private readonly Lexicon _numberPrefixes = knowledge.Lexicon("number-prefixes");
    private readonly Lexicon _versionWords = knowledge.Lexicon("version-words");
    private readonly Lexicon _phoneWords = knowledge.Lexicon("phone-words");

    /// <summary>What stands at a token.</summary>
    /// <returns>Index just behind its last token and its scheme, or <c>(0, "")</c>.</returns>
    public (int End, string Scheme) Recognise(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Word:
                return RecogniseWord(block, at);
            case TokenKind.Number:
                return RecogniseNumber(block, at);
            default:
                return text[token.Start] switch
                {
                    '#' when (token.SpaceBefore || at == 0 || text[tokens[at - 1].Start] is '(' or '[') && IsGlued(tokens, at + 1, TokenKind.Number) => (at + 2, "code"),
                    '[' => (EndOfLawReport(tokens, text, at), "case"),
                    '+' when IsGlued(tokens, at + 1, TokenKind.Number) => (EndOfPhone(tokens, text, at + 1, 9), "phone"),
                    '(' when IsGlued(tokens, at + 1, TokenKind.Number) => (EndOfBracketedPhone(tokens, text, at), "phone"),
                    _ => (0, ""),
                };
        }
    }

    private (int End, string Scheme) RecogniseWord(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var token = tokens[at];
        if (_versionWords.Match(tokens, at) is var (length, _) && length > 0 && at + length < tokens.Length && tokens[at + length].Kind == TokenKind.Number &&
            (token.Length > 1 || !tokens[at + length].SpaceBefore) && (token.Length == 1 || tokens[at + length].SpaceBefore))
        {
            return (at + length + 1, "version");
        }

        if (at + 1 >= tokens.Length || tokens[at + 1].SpaceBefore)
        {
            return (0, "");
        }

        if (tokens[at + 1].Kind == TokenKind.Number)
        {
            return _numberPrefixes.Match(tokens, at).Length > 0 ? (0, "") : (EndOfCode(tokens, text, at), "code");
        }

        // COVID-19, F-16: capitals, a hyphen, digits.
        return text[tokens[at + 1].Start] == '-' && IsGlued(tokens, at + 2, TokenKind.Number) && tokens[at + 2].Length <= 3 && IsCapitals(text, token) &&
            (at == 0 || token.SpaceBefore || text[tokens[at - 1].Start] is '(') && _numberPrefixes.Match(tokens, at).Length == 0
            ? (at + 3, "code")
            : (0, "");
    }

    private (int End, string Scheme) RecogniseNumber(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var token = tokens[at];
        if (IsVersion(text.AsSpan(token.Start, token.Length)))
        {
            return (at + 1, "version");
        }

        if (text[token.Start] == '0' && (at == 0 || token.SpaceBefore || text[tokens[at - 1].Start] is '('))
        {
            if (IsGlued(tokens, at + 1, TokenKind.Word) && token.Length == 1 && text[tokens[at + 1].Start] is 'x' or 'X')
            {
                return (EndOfCode(tokens, text, at), "code");
            }

            // 0800 1111 is the shortest that stands without a word such as "ring".
            return (EndOfPhone(tokens, text, at, token.Length >= 3 ? 8 : 9), "phone");
        }

        if (IsAnnounced(tokens, text, at) && EndOfPhone(tokens, text, at, 6) is var announced and > 0)
        {
            return (announced, "phone");
        }

        if (token.Length == 3 && EndOfNorthAmericanPhone(tokens, text, at) is var american and > 0)
        {
            return (american, "phone");
        }

        // A hash or a wallet's address: letters and digits in turn, without a space, for long.
        var end = EndOfCode(tokens, text, at);
        return end - at >= 5 && tokens[end - 1].End - token.Start >= 16 ? (end, "code") : (0, "");
    }

    /// <summary>True where a word such as "ring" or "telephone:" stands before the digits.</summary>
    private bool IsAnnounced(ReadOnlySpan<Token> tokens, string text, int at)
    {
        var before = at - 1;
        while (before > 0 && tokens[before].Length == 1 && text[tokens[before].Start] is ':' or '.')
        {
            before--;
        }

        return before >= 0 && _phoneWords.Match(tokens, before).Length == 1;
    }

    /// <summary>Two points or more, and no date: <c>2.31.0</c>, <c>10.0.0.1</c>; <c>31.12.2012</c> and <c>1.2.13</c> may be days.</summary>
    private static bool IsVersion(ReadOnlySpan<char> number)
    {
        var points = number.Count('.');
        if (points < 2 || number.Contains(','))
        {
            return false;
        }

        var last = number[(number.LastIndexOf('.') + 1)..];
        return points > 2 || (last.Length != 4 && (last.Length != 2 || number[0] == '0'));
    }

    private static int EndOfCode(ReadOnlySpan<Token> tokens, string text, int at)
    {
        var end = at + 1;
        while (end < tokens.Length && !tokens[end].SpaceBefore && tokens[end].Kind != TokenKind.Mark)
        {
            end++;
        }

        // The second half of a British postcode.
        if (end + 1 < tokens.Length && tokens[end].Kind == TokenKind.Number && tokens[end].Length == 1 && tokens[end - 1].End - tokens[at].Start <= 4 &&
            IsGlued(tokens, end + 1, TokenKind.Word) && tokens[end + 1].Length == 2 && IsCapitals(text, tokens[end + 1]) && IsCapitals(text, tokens[at]))
        {
            return end + 2;
        }

        return end;
    }

    /// <summary><c>[2013] EWHC 12</c>, <c>[1968] 2 QB 65</c>.</summary>
    private static int EndOfLawReport(ReadOnlySpan<Token> tokens, string text, int at)
    {
        if (at + 4 >= tokens.Length || tokens[at + 1].Kind != TokenKind.Number || tokens[at + 1].Length != 4 || text[tokens[at + 2].Start] != ']')
        {
            return 0;
        }

        var i = at + 3;
        if (tokens[i].Kind == TokenKind.Number)
        {
            i++;
        }

        var words = i;
        while (i < tokens.Length && tokens[i].Kind == TokenKind.Word && tokens[i].Capital && i - words < 3)
        {
            i++;
        }

        return i > words && i < tokens.Length && tokens[i].Kind == TokenKind.Number ? i + 1 : 0;
    }

    /// <summary>Groups of digits with spaces or hyphens between them, <paramref name="least"/> digits at least and 15 at most (ITU-T E.164).</summary>
    private static int EndOfPhone(ReadOnlySpan<Token> tokens, string text, int at, int least)
    {
        var digits = 0;
        var end = 0;
        var groups = 0;
        for (var i = at; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && !text.AsSpan(tokens[i].Start, tokens[i].Length).ContainsAny(',', '.') && digits + tokens[i].Length <= 15)
            {
                // A short group of its own belongs to the number only inside brackets: +44 (0)20.
                digits += tokens[i].Length;
                groups++;
                end = i + 1;
            }
            else if (tokens[i].Length != 1 || text[tokens[i].Start] is not ('-' or '(' or ')' or '\u2011') || i + 1 >= tokens.Length || tokens[i + 1].Kind != TokenKind.Number)
            {
                break;
            }
        }

        return digits >= least && (groups <= 6 || digits == 11) ? end : 0;
    }

    /// <summary><c>(020) 7946 0018</c>, <c>(555) 010-0199</c>.</summary>
    private static int EndOfBracketedPhone(ReadOnlySpan<Token> tokens, string text, int at) =>
        at + 3 < tokens.Length && tokens[at + 1].Length is >= 3 and <= 5 && text[tokens[at + 2].Start] == ')' && tokens[at + 3].Kind == TokenKind.Number &&
        tokens[at + 3].Length >= 3 && (text[tokens[at + 1].Start] == '0' || EndOfNorthAmericanPhone(tokens, text, at + 1) > 0)
            ? EndOfPhone(tokens, text, at + 1, 9)
            : 0;

    /// <summary>Three, three and four digits: <c>555-010-0199</c>, <c>555) 010-0199</c>.</summary>
    private static int EndOfNorthAmericanPhone(ReadOnlySpan<Token> tokens, string text, int at) =>
        at + 4 < tokens.Length && text[tokens[at + 1].Start] is '-' or ')' && tokens[at + 2].Kind == TokenKind.Number && tokens[at + 2].Length == 3 &&
        text[tokens[at + 3].Start] == '-' && tokens[at + 4].Kind == TokenKind.Number && tokens[at + 4].Length == 4 && !tokens[at + 4].SpaceBefore
            ? at + 5
            : 0;

    private static bool IsGlued(ReadOnlySpan<Token> tokens, int index, TokenKind kind) =>
        index < tokens.Length && tokens[index].Kind == kind && !tokens[index].SpaceBefore;

    private static bool IsCapitals(string text, Token token) => AsciiText.IsCapitals(text.AsSpan(token.Start, token.Length));
}
