namespace ReportLint.Core.Facts.Keys;

/// <content>
/// Reads the key of one number from the words around it: a chunker of noun phrases that goes by word lists and endings.
/// It looks at a bounded number of tokens, so that the keys of a document cost what its length says.
/// </content>
public sealed partial class FactKey
{
    private readonly (int From, int To) _sentence;
    private SortedWords _qualifiers;
    private SortedWords _location;
    private int _clauseStart = -1;
    private int _behind = -1;
    private string? _head;

    private TokenizedBlock Block => _site!.Block;

    private Token[] Tokens => _site!.Tokens.Tokens;

    private KeyWords Words => _site!.Tokens.Words;

    private int First => _site!.First;

    private int End => _site!.End;

    private static (int From, int To) Surroundings(KeySite site)
    {
        var (block, reach) = (site.Block, site.Tokens.Words.Reach);
        var range = block.Sentences[block.SentenceOf(site.First) - block.FirstSentence];
        return (Math.Max(range.Start.Value, site.First - reach), Math.Min(range.End.Value, site.End + reach));
    }

    /// <summary>Reads the noun phrase, once.</summary>
    private void ReadPhrase()
    {
        if (_behind < 0)
        {
            ReadSubset();
            _head = FindHead(out _behind);
        }
    }

    private string ReadQualifiers()
    {
        ReadPhrase();
        return _qualifiers.ToString();
    }

    /// <summary><c>the other 45</c>, <c>a further 12</c>, <c>12 more</c>: not the bare count of the noun.</summary>
    private void ReadSubset()
    {
        if (First > _sentence.From && Is(First - 1, KeyTraits.Subset))
        {
            _qualifiers.Add(Word(First - 1));
        }
    }

    private string? FindHead(out int behind)
    {
        behind = End;
        if (_number is Percentage or Fraction || (End < _sentence.To && Is(End, "of") && OpensNounPhrase(End + 1)))
        {
            return Is(End, "of") ? ReadForward(AfterDeterminers(End + 1), anyNumber: true, ref behind) : ReadBackward();
        }

        if (_number!.Dimension is "count" or "compound")
        {
            return ReadForward(End, anyNumber: _number.Nominal == 1 || _number.IsCompound, ref behind) ?? ReadBackward();
        }

        return ReadBackward() ?? ReadForward(End, anyNumber: true, ref behind);
    }

    private bool OpensNounPhrase(int at) => at < _sentence.To && Is(at, KeyTraits.Determiner | KeyTraits.Number);

    /// <summary>Over determiners and over a number: <c>of the 51 stations</c>.</summary>
    private int AfterDeterminers(int at)
    {
        while (at < _sentence.To && Is(at, KeyTraits.Determiner | KeyTraits.Number))
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// The noun phrase that begins at a token. Its head is the first plural that no other plural follows; where one thing
    /// is spoken of, the last word. What narrows the head goes to the qualifiers.
    /// </summary>
    private string? ReadForward(int at, bool anyNumber, ref int behind)
    {
        var run = EndOfRun(at);
        var head = -1;
        for (var i = at; i < run && head < 0; i++)
        {
            if (IsPlural(i) && !(i + 1 < run && IsPlural(i + 1) && Words.ThirdPersonVerbs.Match(Tokens, i + 1).Length == 0))
            {
                head = i;
            }
        }

        if (head < 0 && anyNumber && run > at && !HasEnding(run - 1, "ly") && !HasEnding(run - 1, "ed"))
        {
            head = run - 1;
        }

        if (head < 0)
        {
            return null;
        }

        AddQualifiers(at, head);
        behind = ReadModifiers(head + 1, _sentence.To);
        return Singular(head);
    }

    /// <summary>Index behind the words from a token on that can stand in one noun phrase.</summary>
    private int EndOfRun(int at)
    {
        var i = at;
        while (i < _sentence.To && i < at + NounPhrase.MaximumLength && IsNoun(i))
        {
            if (i == at && HasEnding(i, "ing") && Words.Attributives.Match(Tokens, i).Length == 0 && !(i + 1 < _sentence.To && IsNoun(i + 1) && IsPlural(i + 1)))
            {
                return at;
            }

            i++;
            if (IsHyphen(i) && i + 1 < _sentence.To && Tokens[i + 1].Kind == TokenKind.Word)
            {
                i++;
            }
        }

        return i;
    }

    /// <summary><c>a grant of £2.4m</c>, <c>the number of nurses rose to 312</c>.</summary>
    private string? ReadBackward()
    {
        var verb = BeforeHedges(First);
        if (verb <= ClauseStart)
        {
            return null;
        }

        var (from, to) = Is(verb - 1, "of") ? (StartOfRun(verb - 1), verb - 1) : (ClauseStart, MeasureVerbBefore(verb));
        if (to < 0 || from >= to)
        {
            return null;
        }

        // "In the dales turnout was": the noun right before the verb.
        from = Is(from, KeyTraits.Preposition | KeyTraits.Locative) && StartOfRun(to) is var near && near < to ? near : SkipOpening(from, to);
        var run = from;
        while (run < to && IsNoun(run))
        {
            run++;
        }

        if (run == from || HasEnding(run - 1, "ly") || (run - from == 1 && Words.Roles.Match(Tokens, from).Meaning == "counting"))
        {
            return null;
        }

        AddQualifiers(from, run - 1);
        ReadModifiers(run, to);
        return Singular(run - 1);
    }

    /// <summary>Over determiners and words that only count: <c>the total number of</c>.</summary>
    private int SkipOpening(int at, int to)
    {
        while (at < to)
        {
            var (length, meaning) = Words.Roles.Match(Tokens, at);
            if (length == 0 || at + length > to || meaning is not ("determiner" or "counting"))
            {
                return at;
            }

            at += length;
        }

        return at;
    }

    private int BeforeHedges(int at)
    {
        for (var back = 5; back >= 1; back--)
        {
            if (at - back >= ClauseStart && Words.Hedges.Match(Tokens, at - back) is { Length: > 0 } match && match.Length == back)
            {
                return at - back;
            }
        }

        return at > ClauseStart && Is(at - 1, KeyTraits.Restricting) ? at - 1 : at;
    }

    /// <summary>Index of the measure verb that ends before a token, or -1.</summary>
    private int MeasureVerbBefore(int at)
    {
        for (var back = 5; back >= 1; back--)
        {
            if (at - back > ClauseStart && Words.MeasureVerbs.Match(Tokens, at - back) is { Length: > 0 } match && match.Length == back)
            {
                return at - back;
            }
        }

        return -1;
    }

    private int StartOfRun(int at)
    {
        while (at > ClauseStart && (IsNoun(at - 1) || (IsHyphen(at - 1) && at - 2 >= ClauseStart)))
        {
            at--;
        }

        return at;
    }

    /// <summary>Words behind the head that tell the things apart: <c>in post</c>, <c>waiting for a bed</c>, <c>who left</c>. Index behind them.</summary>
    private int ReadModifiers(int at, int to)
    {
        var i = at;
        while (i < to && i < at + Words.LongestModifier)
        {
            var role = _site!.Tokens.At(i) & KeyTraits.AnyRole;
            var opens = (role & Openers) != 0 || (i == at && HasEnding(i, "ing") && IsNoun(i));
            if (!opens || Block.MentionAt(i) is not null || Words.RelativePeriods.Match(Tokens, i).Length > 0)
            {
                break;
            }

            if (role is KeyTraits.None or KeyTraits.Subset or KeyTraits.Relative or KeyTraits.Bound)
            {
                _qualifiers.Add(Word(i));
            }

            i++;
            while (i < to && Is(i, role == KeyTraits.Relative ? KeyTraits.Determiner | KeyTraits.Auxiliary : KeyTraits.Determiner))
            {
                i++;
            }

            while (i < to && Is(i, KeyTraits.Noun | KeyTraits.Hyphen | KeyTraits.Number) && i < at + Words.LongestModifier)
            {
                if (IsName(i))
                {
                    _location.Add(Word(i));
                }
                else if (!IsHyphen(i))
                {
                    _qualifiers.Add(Block.MentionAt(i) is null ? Singular(i) : Word(i));
                }

                i++;
            }
        }

        return i;
    }

    private void AddQualifiers(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Tokens[i].Kind == TokenKind.Word)
            {
                _qualifiers.Add(Singular(i));
            }
        }
    }

    /// <summary>The words from the clause's start up to the first small word, number or mark; empty where they are the head.</summary>
    private string ReadSubject()
    {
        const int LongestSubject = 4;
        var i = ClauseStart;
        for (var join = First - 1; join > ClauseStart; join--)
        {
            // "…, and Oak School has 100": a clause of its own
            if ((Is(join, "and") || Block.TextOf(Tokens[join]) is ",") && (IsName(join + 1) || Is(join + 1, KeyTraits.Determiner)))
            {
                i = join + 1;
                break;
            }
        }

        while (i < First && Is(i, KeyTraits.Preposition | KeyTraits.Locative | KeyTraits.Conjunction))
        {
            i++;
        }

        i = SkipOpening(i, First);

        var subject = new List<string>(LongestSubject);
        while (i < First && subject.Count < LongestSubject && (IsNoun(i) || (subject.Count == 0 && Is(i, KeyTraits.Subset))))
        {
            subject.Add(Singular(i));
            i++;
            i += i < First && IsHyphen(i) ? 1 : 0;
        }

        var text = string.Join(' ', subject);
        return text == Head ? "" : text;
    }

    /// <summary>The word behind the head and its auxiliaries.</summary>
    private string ReadPredicate()
    {
        ReadPhrase();
        var i = _behind;
        while (i < _sentence.To && Is(i, KeyTraits.Auxiliary))
        {
            i++;
        }

        return i < _sentence.To && Tokens[i].Kind == TokenKind.Word && Block.MentionAt(i) is null && !Is(i, KeyTraits.AnyRole) ? Word(i) : "";
    }

    /// <summary>Names that the phrase has, else the nearest in the clause behind a word of place.</summary>
    private string ReadLocation()
    {
        ReadPhrase();
        for (var i = End; _location.Count == 0 && i + 1 < _sentence.To && !Is(i, KeyTraits.Number); i++)
        {
            AddNames(i);
        }

        for (var i = First - 2; _location.Count == 0 && i >= ClauseStart; i--)
        {
            AddNames(i);
        }

        return _location.ToString();
    }

    private void AddNames(int at)
    {
        if (!Is(at, KeyTraits.Locative) || Is(at, "of") || Is(at, "to"))
        {
            return;
        }

        for (var i = at + 1; i < _sentence.To && (IsName(i) || Is(i, KeyTraits.Determiner)); i++)
        {
            if (IsName(i))
            {
                _location.Add(Word(i));
            }
        }
    }

    /// <summary>The nearest date behind the number with no other number between, else the nearest before it, else a time told in words.</summary>
    private string ReadPeriod()
    {
        for (var i = End; i < _sentence.To && !Is(i, KeyTraits.Number | KeyTraits.Break); i++)
        {
            if (Is(i, KeyTraits.Time) && PeriodAt(i) is { Length: > 0 } period)
            {
                return period;
            }
        }

        for (var i = First - 1; i >= ClauseStart; i--)
        {
            if (Is(i, KeyTraits.Time) && PeriodAt(i) is { Length: > 0 } period)
            {
                return period;
            }
        }

        return "";
    }

    private string PeriodAt(int at) => Block.MentionAt(at) switch
    {
        Dates.DateMention date => PeriodNames.Of(date),
        Dates.Period period => PeriodNames.Of(period),
        null => Words.RelativePeriods.Match(Tokens, at).Meaning,
        _ => "",
    };

    /// <summary>The meaning of the nearest word before the number that tells of a plan, a denial or a forecast, else of the nearest behind it.</summary>
    private string ReadModality()
    {
        for (var i = First - 1; i >= ClauseStart; i--)
        {
            if (Is(i, KeyTraits.Modality) && Words.Modality.Match(Tokens, i) is { Length: > 0 } match)
            {
                return match.Meaning;
            }
        }

        for (var i = End; i < _sentence.To && !Is(i, KeyTraits.Number | KeyTraits.Break); i++)
        {
            if (Is(i, KeyTraits.Modality) && Words.Modality.Match(Tokens, i) is { Length: > 0 } match)
            {
                return match.Meaning;
            }
        }

        return "told";
    }

    private int ClauseStart
    {
        get
        {
            if (_clauseStart < 0)
            {
                var i = First;
                while (i > _sentence.From && !Is(i - 1, KeyTraits.Break))
                {
                    i--;
                }

                _clauseStart = i;
            }

            return _clauseStart;
        }
    }

    /// <summary>The roles that a modifier behind a head begins with.</summary>
    private const KeyTraits Openers = KeyTraits.Preposition | KeyTraits.Bound | KeyTraits.Locative | KeyTraits.Relative | KeyTraits.Subset;

    /// <summary>True where a token has one of some traits.</summary>
    private bool Is(int at, KeyTraits any) => (_site!.Tokens.At(at) & any) != 0;

    /// <summary>True for a word that can stand in a noun phrase.</summary>
    private bool IsNoun(int at) => Is(at, KeyTraits.Noun);

    private bool IsName(int at) => at > _sentence.From && Tokens[at].Capital && IsNoun(at);

    private bool IsHyphen(int at) => Is(at, KeyTraits.Hyphen);

    private bool IsPlural(int at) => Is(at, KeyTraits.Plural);

    private bool HasEnding(int at, string ending) => Block.TextOf(Tokens[at]).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private bool Is(int at, string word) => Numbers.NumeralReader.IsWord(Block, at, word);

    private string Word(int at) => Block.TextOf(Tokens[at]).ToString().ToLowerInvariant();

    private string Singular(int at) =>
        Words.Plurals.Match(Tokens, at) is { Length: 1 } match ? match.Meaning : NounPhrase.Singular(Block.TextOf(Tokens[at]));
}
