using System.Text;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds ISBN, ISSN, ORCID, IBAN, DOI and their like behind the words that announce them (<c>lexicon/standard-number-words.yml</c>);
/// a DOI also by its own form, an ORCID by its address, an IBAN by its country, its length and its groups. An ISBN without its word is claimed by its form, but
/// judged it is not: other numbers look the same.
/// </summary>
internal sealed class StandardNumberRecogniser(KnowledgeBase knowledge)
{
    private readonly Lexicon _words = knowledge.Lexicon("standard-number-words");
    private readonly Lexicon _links = knowledge.Lexicon("standard-number-links");
    private readonly Lexicon _ibanLengths = knowledge.Lexicon("iban-lengths");
    private (Documents.Table? Table, int Column, string? Scheme) _column;

    /// <summary>Recognises at a token.</summary>
    /// <returns>Index just behind the last token of what was claimed, or 0 where nothing was.</returns>
    public int Recognise(AnalysisContext context, TokenizedBlock block, int at)
    {
        var text = block.Block.Prose.Text;
        var token = block.Tokens[at];
        if (token.Kind == TokenKind.Mark)
        {
            return 0;
        }

        if (token.Kind == TokenKind.Number)
        {
            return IsDoiStart(text, token) ? AddDoi(context, block, at, token.Start)
                : at == 0 && text.Length is >= 8 and <= 24 && text.Contains('-', StringComparison.Ordinal) && SchemeOfColumn(context, block) is { } heading ? AddDigits(context, block, 0, token.Start, heading)
                : EndOfBareIsbn(block, at) is var isbn and > 0 ? Add(context, block, at, token.Start, block.Tokens[isbn - 1].End, "code", text[token.Start..block.Tokens[isbn - 1].End], StandardNumberVerdict.Right)
                : 0;
        }

        var (length, scheme) = _words.Match(block.Tokens, at);
        if (length == 0)
        {
            if (token is { Length: 2, Capital: true } && _ibanLengths.Match(block.Tokens, at).Length > 0)
            {
                return AddBareIban(context, block, at);
            }

            // https://orcid.org/0000-…: the resolver's name tells the scheme.
            var host = text.AsSpan(token.End).StartsWith("://", StringComparison.Ordinal) ? HostOfAddress(block, at) : 0;
            (length, scheme) = host > 0 ? _words.Match(block.Tokens, host) : (0, "");
            length += length > 0 ? host - at : 0;
            if (length == 0)
            {
                return 0;
            }
        }

        // "Her ORCID is …", "ISBN number …"
        while (_links.Match(block.Tokens, at + length) is { Length: > 0 } link)
        {
            length += link.Length;
        }

        var start = SkipToNumber(text, block.Tokens[at + length - 1].End);
        if (start < 0)
        {
            return 0;
        }

        return scheme switch
        {
            "doi" => TokenAt(block, start, at) is var doi and > 0 ? AddDoi(context, block, doi, start) : 0,
            "iban" => AddIban(context, block, at, start),
            _ => AddDigits(context, block, at, start, scheme),
        };
    }

    /// <summary>The scheme that the heading of a cell's column announces, or null.</summary>
    private string? SchemeOfColumn(AnalysisContext context, TokenizedBlock block)
    {
        if (block.Block.Cell is not { Row: > 0 } cell || cell.Column >= cell.Table.Rows[0].Count)
        {
            return null;
        }

        if (_column.Table != cell.Table || _column.Column != cell.Column)
        {
            var heading = new List<Token>();
            Tokenizer.Tokenize(cell.Table.Rows[0][cell.Column].Prose.Text, context.Knowledge.Vocabulary, heading);
            var tokens = heading.ToArray();
            string? scheme = null;
            for (var i = 0; i < tokens.Length && scheme is null; i++)
            {
                var (length, meaning) = _words.Match(tokens, i);
                scheme = length > 0 && meaning is not ("doi" or "iban") ? meaning : null;
            }

            _column = (cell.Table, cell.Column, scheme);
        }

        return _column.Scheme;
    }

    /// <summary>Index of the first token behind <c>https://</c> and <c>www.</c> or <c>dx.</c>, or 0.</summary>
    private static int HostOfAddress(TokenizedBlock block, int at)
    {
        var host = at + 4;
        if (host + 2 < block.Tokens.Length && block.TextOf(block.Tokens[host]) is "www" or "dx")
        {
            host += 2;
        }

        return host < block.Tokens.Length ? host : 0;
    }

    private static bool IsDoiStart(string text, Token token)
    {
        var end = token.End;
        return token.Length >= 7 && text.AsSpan(token.Start).StartsWith("10.") && end + 1 < text.Length && text[end] == '/' &&
            !char.IsWhiteSpace(text[end + 1]) && !text.AsSpan(token.Start + 3, token.Length - 3).Contains(',');
    }

    /// <summary>Over colons, spaces, dashes, <c>-13</c>, <c>(online)</c>, <c>iD</c> and a resolver's address to where the number should begin, or -1.</summary>
    private static int SkipToNumber(string text, int i)
    {
        foreach (var form in (ReadOnlySpan<string>)["-13", "-10", " 13:", " 10:", "-L", "(13)", "(10)", " iD", " (13)", " (10)", " (13-digit)", " (10-digit)"])
        {
            if (text.AsSpan(i).StartsWith(form, StringComparison.OrdinalIgnoreCase) && (i + form.Length >= text.Length || !char.IsLetterOrDigit(text[i + form.Length])))
            {
                i += form.EndsWith(':') ? form.Length - 1 : form.Length;
                break;
            }
        }

        if (i + 1 < text.Length && text[i] == ' ' && text[i + 1] == '(' && text.AsSpan(i + 2, Math.Min(12, text.Length - i - 2)).IndexOf(')') is var close and > 0)
        {
            i += close + 3;
        }

        while (i < text.Length && (text[i] is ':' or '=' or '#' or '/' || char.IsWhiteSpace(text[i])))
        {
            i++;
        }

        foreach (var resolver in (ReadOnlySpan<string>)["https://", "http://", "www.", "dx.", "doi.org/", "orcid.org/"])
        {
            if (text.AsSpan(i).StartsWith(resolver, StringComparison.OrdinalIgnoreCase))
            {
                i += resolver.Length;
            }
        }

        return i < text.Length && char.IsAsciiLetterOrDigit(text[i]) ? i : -1;
    }

    private int AddDigits(AnalysisContext context, TokenizedBlock block, int at, int start, string scheme)
    {
        var text = block.Block.Prose.Text;
        var most = StandardNumber.Digits(scheme);
        var value = new StringBuilder();
        var end = start;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || (c is 'X' or 'x' && value.Length > 0 && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))))
            {
                value.Append(char.ToUpperInvariant(c));
                end = i + 1;
                if (value[^1] == 'X')
                {
                    break;
                }
            }
            else if (!IsJoint(text, i) || (char.IsWhiteSpace(c) && IsComplete(scheme, value, most)))
            {
                break;
            }
        }

        // Digits too few to be a slip of such a number are something else: "ISBN 13 came in 2007".
        if (value.Length < 7 || value.Length > most + 4 || value.ToString().AsSpan(0, value.Length - 1).Contains('X') ||
            (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return 0;
        }

        return Add(context, block, at, start, end, scheme, value.ToString(), StandardNumber.Judge(scheme, value.ToString(), _ibanLengths));
    }

    private static bool IsComplete(string scheme, StringBuilder value, int most) =>
        value.Length >= most || (scheme == "isbn" && value.Length == 10 && !(value[0] == '9' && value[1] == '7' && value[2] is '8' or '9'));

    private static bool IsJoint(string text, int i) =>
        text[i] is '-' or '\u2010' or '\u2011' or '\u2013' or ' ' or '\u00A0' &&
        i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is 'X' or 'x');

    /// <summary>Index just behind five groups of digits that hang together by hyphens, 13 digits from 978 or 979 on (ISO 2108:2017); 0 where they are none.</summary>
    private static int EndOfBareIsbn(TokenizedBlock block, int at)
    {
        const int parts = 5;
        const int allDigits = 13;
        var tokens = block.Tokens;
        var end = at + (2 * parts) - 1;
        if (end > tokens.Length || block.TextOf(tokens[at]) is not ("978" or "979"))
        {
            return 0;
        }

        var digits = 0;
        for (var i = at; i < end; i++)
        {
            var isDigits = (i - at) % 2 == 0;
            if ((i > at && tokens[i].SpaceBefore) || (isDigits ? tokens[i].Kind != TokenKind.Number : block.TextOf(tokens[i]) is not ("-" or "‑" or "–")))
            {
                return 0;
            }

            digits += isDigits ? tokens[i].Length : 0;
        }

        return digits == allDigits ? end : 0;
    }

    /// <summary>Without its word, an IBAN is a country's letters, two digits, groups of four, and just as many characters as that country's have.</summary>
    private int AddBareIban(AnalysisContext context, TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        if (at + 1 >= tokens.Length || tokens[at + 1] is not { Kind: TokenKind.Number, SpaceBefore: false } || (at > 0 && !tokens[at].SpaceBefore && tokens[at - 1].Kind != TokenKind.Mark))
        {
            return 0;
        }

        var text = block.Block.Prose.Text;
        var (end, length) = (tokens[at].Start, 0);
        var most = int.Parse(_ibanLengths.Match(tokens, at).Meaning, System.Globalization.CultureInfo.InvariantCulture);
        while (end < text.Length && length < most && (char.IsAsciiDigit(text[end]) || char.IsAsciiLetterUpper(text[end]) || (text[end] is ' ' or '\u00A0' && length % 4 == 0)))
        {
            length += char.IsWhiteSpace(text[end]) ? 0 : 1;
            end++;
        }

        // In a row of longer length, as that of a key's fingerprint, four characters say nothing.
        var isWhole = length == most && (end == text.Length || !char.IsLetterOrDigit(text[end])) && !IsGroup(text, end + 1) && !IsGroup(text, tokens[at].Start - 5);
        return isWhole ? AddIban(context, block, at, tokens[at].Start) : 0;
    }

    /// <summary>Four digits and capitals, a digit among them, before or behind a space.</summary>
    private static bool IsGroup(string text, int at)
    {
        const int length = 4;
        var hasDigit = false;
        for (var i = at; i < at + length; i++)
        {
            if (i < 0 || i >= text.Length || !(char.IsAsciiDigit(text[i]) || char.IsAsciiLetterUpper(text[i])))
            {
                return false;
            }

            hasDigit |= char.IsAsciiDigit(text[i]);
        }

        return hasDigit;
    }

    private int AddIban(AnalysisContext context, TokenizedBlock block, int at, int start)
    {
        var text = block.Block.Prose.Text;
        var value = new StringBuilder();
        var end = start;
        for (var i = start; i < text.Length && value.Length < 34; i++)
        {
            if (char.IsAsciiDigit(text[i]) || char.IsAsciiLetterUpper(text[i]))
            {
                value.Append(text[i]);
                end = i + 1;
            }
            else if (text[i] is not (' ' or '\u00A0') || i + 1 >= text.Length || !IsIbanGroup(text, i + 1))
            {
                break;
            }
        }

        var number = value.ToString();
        return number.Length >= 15 && char.IsAsciiLetterUpper(number[0]) && char.IsAsciiLetterUpper(number[1]) && char.IsAsciiDigit(number[2]) && char.IsAsciiDigit(number[3])
            ? Add(context, block, at, start, end, "iban", number, StandardNumber.Judge("iban", number, _ibanLengths))
            : 0;
    }

    /// <summary>A group of an IBAN is one to four digits and capitals, at least one digit among them.</summary>
    private static bool IsIbanGroup(string text, int i)
    {
        var digits = 0;
        var length = 0;
        for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++, length++)
        {
            if (!char.IsAsciiDigit(text[i]) && !char.IsAsciiLetterUpper(text[i]))
            {
                return false;
            }

            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
        }

        return length is > 0 and <= 4 && (digits > 0 || length == 4);
    }

    private static int AddDoi(AnalysisContext context, TokenizedBlock block, int at, int start)
    {
        var text = block.Block.Prose.Text;
        if (!char.IsAsciiDigit(text[start]))
        {
            return 0;
        }

        var end = AddressRecogniser.EndOfAddress(text, start);
        var value = text[start..end];
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var registrant = slash < 0 ? value : value[..slash];

        // The DOI Handbook, 2.2: "10.", a registrant code of four digits or more, a slash, a suffix; shortDOI has "10/".
        var problem = !registrant.StartsWith("10", StringComparison.Ordinal) ? "a DOI begins with 10."
            : registrant != "10" && (registrant.Length < 7 || registrant[2] != '.' || !registrant.Skip(3).All(static c => char.IsAsciiDigit(c) || c == '.')) ? "a DOI has a number of four digits or more between 10. and the slash"
            : slash < 0 || slash + 1 == value.Length ? "a DOI has a suffix behind its slash"
            : "";
        if (problem.Length > 0 && slash < 0 && !value.Contains('.', StringComparison.Ordinal))
        {
            return 0;
        }

        return Add(context, block, at, start, end, "doi", value, new(problem, null));
    }

    private static int Add(
        AnalysisContext context, TokenizedBlock block, int at, int start, int end, string scheme, string value, StandardNumberVerdict verdict)
    {
        var first = TokenAt(block, start, at);
        var last = TokenAt(block, end - 1, first);
        if (first < 0 || last < 0)
        {
            return 0;
        }

        var text = block.Block.Prose.Text;
        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = TextSpan.FromBounds(start, end),
            Sentence = block.SentenceOf(first),
            Scheme = scheme,
            Name = value,
            Problem = verdict.Problem,
            Corrected = verdict.CheckCharacters is not { } check ? null
                : scheme == "iban" ? string.Concat(text.AsSpan(start, 2), check, text.AsSpan(start + 4, end - start - 4))
                : string.Concat(text.AsSpan(start, end - 1 - start), check),
        };
        if (!block.Claim(Math.Min(at, first), last + 1, fact))
        {
            return 0;
        }

        context.Facts.Add(fact);
        return last + 1;
    }

    private static int TokenAt(TokenizedBlock block, int position, int from)
    {
        for (var i = Math.Max(from, 0); i < block.Tokens.Length && block.Tokens[i].Start <= position; i++)
        {
            if (position < block.Tokens[i].End)
            {
                return i;
            }
        }

        return -1;
    }
}
