namespace ReportLint.Core.Facts.References;

/// <summary>Finds web and mail addresses in prose, so that digits inside them count for nothing.</summary>
internal static class AddressRecogniser
{
    /// <summary>The end (outside) of an address that begins at an offset: white space or a closing mark of the sentence ends it.</summary>
    public static int EndOfAddress(string text, int start)
    {
        var end = start;
        var open = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '“' or '”' or '’' or '\uFFFC'))
        {
            if (text[end] is '(' or '<' or '[')
            {
                open++;
            }
            else if (text[end] is ')' or '>' or ']' && --open < 0)
            {
                break;
            }

            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_')
        {
            end--;
        }

        return end;
    }

    /// <summary>Recognises at a token.</summary>
    /// <returns>Index just behind the last token of what was claimed, or 0 where nothing was.</returns>
    public static int Recognise(AnalysisContext context, TokenizedBlock block, int at)
    {
        var text = block.Block.Prose.Text;
        var token = block.Tokens[at];
        if (token.Kind == TokenKind.Mark && text[token.Start] == '@')
        {
            return RecogniseMail(context, block, at);
        }

        var end = token.End;
        if (end + 2 >= text.Length)
        {
            return 0;
        }

        var isScheme = text[end] == ':' && text[end + 1] == '/' && text[end + 2] == '/';
        if (!isScheme && !IsHost(text, token))
        {
            return 0;
        }

        return Claim(context, block, at, EndOfAddress(text, token.Start), "url");
    }

    /// <summary>A host with a path or port behind it, or one that begins with www: <c>gov.example/2013</c>.</summary>
    private static bool IsHost(string text, Token token)
    {
        if (token.Kind != TokenKind.Word || !char.IsAsciiLetterLower(text[token.Start]) || text[token.End] != '.' || !char.IsAsciiLetterLower(text[token.End + 1]))
        {
            return false;
        }

        if (text.AsSpan(token.Start, token.Length).SequenceEqual("www"))
        {
            return true;
        }

        // RFC 1035: a host name has at most 255 characters.
        var i = token.End;
        var limit = Math.Min(text.Length, token.Start + 255);
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-'))
        {
            i++;
        }

        return i + 1 < text.Length && text[i] is '/' or ':' && char.IsAsciiLetterOrDigit(text[i + 1]);
    }

    private static int RecogniseMail(AnalysisContext context, TokenizedBlock block, int at)
    {
        if (block.Tokens[at].SpaceBefore || at + 1 >= block.Tokens.Length || block.Tokens[at + 1].SpaceBefore || block.Tokens[at + 1].Kind == TokenKind.Mark)
        {
            return 0;
        }

        var first = at;
        while (first > 0 && !block.Tokens[first].SpaceBefore && IsMailPart(block, first - 1))
        {
            first--;
        }

        return first == at ? 0 : Claim(context, block, first, EndOfAddress(block.Block.Prose.Text, block.Tokens[first].Start), "email");
    }

    private static bool IsMailPart(TokenizedBlock block, int index) =>
        block.Tokens[index].Kind != TokenKind.Mark || block.Block.Prose.Text[block.Tokens[index].Start] is '.' or '-' or '_' or '+';

    private static int Claim(AnalysisContext context, TokenizedBlock block, int first, int end, string scheme)
    {
        var last = first + 1;
        while (last < block.Tokens.Length && block.Tokens[last].Start < end)
        {
            last++;
        }

        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(first, last),
            Sentence = block.SentenceOf(first),
            Scheme = scheme,
            Name = block.Block.Prose.Text[block.Tokens[first].Start..block.Tokens[last - 1].End],
        };
        if (!block.Claim(first, last, fact))
        {
            return 0;
        }

        context.Facts.Add(fact);
        return last;
    }
}
