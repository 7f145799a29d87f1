namespace ReportLint.Core.Facts.Dates;

/// <summary>What stands around the dates of a block: sentences with words of doubt or of the far future, and quotations.</summary>
internal sealed class Surroundings
{
    private TokenReader _tokens;
    private Tone[] _tones = new Tone[16];
    private List<TokenRange>? _quotations;

    /// <summary>Goes on to another block.</summary>
    public void GoTo(in TokenReader tokens)
    {
        _tokens = tokens;
        var sentences = tokens.Block.Sentences.Length;
        if (_tones.Length < sentences)
        {
            _tones = new Tone[sentences * 2];
        }
        else
        {
            Array.Clear(_tones, 0, sentences);
        }

        _quotations = tokens.Block.MayHave(Cues.Quote) ? FindQuotations() : null;
    }

    [Flags]
    private enum Tone : byte
    {
        None = 0,
        Known = 1,
        Doubt = 2,
        FarSubject = 4,
        Outlook = 8,
    }

    /// <summary>Number in the document of the sentence that holds a token.</summary>
    public int SentenceOf(int token) => _tokens.Block.SentenceOf(token);

    /// <summary>True where the sentence or the one behind it casts doubt, or words right before the date that begins at a token.</summary>
    public bool IsDoubted(int token)
    {
        var sentence = IndexOf(token);
        return IsDenied(token) || (ToneOf(sentence) & Tone.Doubt) != 0 || (sentence + 1 < _tokens.Block.Sentences.Length && (ToneOf(sentence + 1) & Tone.Doubt) != 0);
    }

    private bool IsDenied(int token)
    {
        for (var back = 1; back <= LongestDenial && back <= token; back++)
        {
            if (_tokens.Words.Doubt.Match(_tokens.Tokens, token - back) is { Length: > 0, Meaning: Before } match && match.Length == back)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Meaning of the words of doubt that count right before a date only.</summary>
    private const string Before = "before";

    /// <summary>Most tokens of such words.</summary>
    private const int LongestDenial = 2;

    public bool HasFarSubject(int token) => (ToneOf(IndexOf(token)) & Tone.FarSubject) != 0;

    public bool HasOutlook(int token) => (ToneOf(IndexOf(token)) & Tone.Outlook) != 0;

    public bool IsInQuotation(int token)
    {
        if (_quotations is null)
        {
            return false;
        }

        int low = 0, high = _quotations.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_quotations[middle].End <= token)
            {
                low = middle + 1;
            }
            else if (_quotations[middle].First > token)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private int IndexOf(int token) => _tokens.Block.SentenceOf(token) - _tokens.Block.FirstSentence;

    private Tone ToneOf(int sentence)
    {
        if (_tones[sentence] != Tone.None)
        {
            return _tones[sentence];
        }

        var tone = Tone.Known;
        var range = _tokens.Block.Sentences[sentence];
        var span = _tokens.Tokens.AsSpan(0, range.End.Value);
        for (var at = range.Start.Value; at < span.Length; at++)
        {
            var word = _tokens.Words.ClassOf(span[at].Word);
            if ((word & DateWord.DoubtStart) != 0 && _tokens.Words.Doubt.Match(span, at) is { Length: > 0, Meaning: not Before })
            {
                tone |= Tone.Doubt;
            }

            if ((word & DateWord.FarStart) != 0 && _tokens.Words.FarFuture.Match(span, at) is { Length: > 0 } far)
            {
                tone |= far.Meaning == "subject" ? Tone.FarSubject : Tone.Outlook;
            }
        }

        return _tones[sentence] = tone;
    }

    /// <summary>Pairs quotation marks; a curly mark that nothing closes opens a quotation of several paragraphs.</summary>
    private List<TokenRange> FindQuotations()
    {
        var quotations = new List<TokenRange>();
        var open = -1;
        var closer = '\0';
        for (var at = 0; at < _tokens.Count; at++)
        {
            var mark = _tokens.MarkAt(at);
            if (mark == '\0')
            {
                continue;
            }

            if (open >= 0 && mark == closer && (closer is not ('’' or '\'') || !_tokens.IsJoined(at + 1) || _tokens.Tokens[at + 1].Kind == TokenKind.Mark))
            {
                quotations.Add(new TokenRange(open, at + 1));
                open = -1;
            }
            else if (open < 0 && CloserOf(mark) is var expected and not '\0' && (mark is '"' or '“' or '«' or '„' || _tokens.Tokens[at].SpaceBefore))
            {
                open = at;
                closer = expected;
            }
        }

        if (open >= 0 && closer == '”')
        {
            quotations.Add(new TokenRange(open, _tokens.Count));
        }

        return quotations;
    }

    private static char CloserOf(char mark) => mark switch
    {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '‘' => '’',
        '\'' => '\'',
        _ => '\0',
    };
}
